/** Elements by what they are to copy, and markup that would make reading it slow or swallow it. */
import type { LeftOutKind } from './left-out.ts';

/** Elements that begin a block of their own. */
export const BLOCKS = new Set(
  'p div section article header footer main aside figure table tr caption h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre listing xmp hr address form fieldset center details summary nav body html'.split(
    ' ',
  ),
);

/** What is in these is for programs, or is no word of the text. */
export const SILENT = new Set(
  'script style noscript template select datalist button textarea head title xml rp annotation annotation-xml'.split(
    ' ',
  ),
);

/** What is in these is no copy, and whoever pastes it is told. */
export const HOLDERS: Record<string, LeftOutKind> = {
  svg: 'picture',
  canvas: 'picture',
  object: 'embed',
  iframe: 'embed',
  embed: 'embed',
  video: 'recording',
  audio: 'recording',
  figcaption: 'caption',
  fn: 'footnote', // NITF's
  comment: 'comment', // LibreOffice Calc's element for the remark on a cell, which its style hides
};

/** One of these that is never closed, or closes itself as in XML, would swallow all that follows. */
const SWALLOWING =
  'iframe object svg math video audio canvas noscript template select button textarea script style xml title del s strike'.split(
    ' ',
  );
const ANY_SWALLOWING = new RegExp(`<(?:${SWALLOWING.join('|')})(?=[\\s/>])`, 'i');

/** A hidden element that closes itself, as XML may: it holds nothing, and HTML would hide all that follows. */
const HIDDEN_EMPTY =
  /<[a-z][\w:-]*\s(?=[^<>]*(?:\bhidden\b|\bpopover\b|display\s*:\s*none|mso-hide|line-through|sr-only|visually-?hidden))[^<>]*(?<=["'\s]|\shidden|\spopover)\/>/gi;

/** Without the opening tags of elements that hold no copy and are nowhere closed, and without marks of CDATA around words. */
export function closed(given: string): string {
  const plain = given.includes('<![CDATA[') ? given.replaceAll('<![CDATA[', '').replaceAll(']]>', '') : given;
  const html = plain.includes('/>') ? plain.replace(HIDDEN_EMPTY, '') : plain;
  if (!ANY_SWALLOWING.test(html)) return html;
  let mended = html.replace(
    /<(iframe|object|video|audio|canvas|script|textarea|del|s|strike)(?:\s[^<>]*)?\/>/gi,
    ' ',
  );
  for (const name of SWALLOWING) {
    const isClosed = new RegExp(`</${name}\\s*>`, 'i').test(mended);
    if (!isClosed) mended = mended.replace(new RegExp(`<${name}(?=[\\s/>])[^<>]*>`, 'gi'), ' ');
  }
  return mended;
}

const DEEPEST = 300; // elements within elements; the parser's time for each grows with it
const CLOSES_ITSELF = new Set(
  'br hr img input meta link wbr area base col embed param source track p li td th tr dt dd option'.split(
    ' ',
  ),
);

/** Without the tags that stand deeper than the limit: their words stay, in what stands around them. One pass. */
export function flattened(html: string): string {
  let depth = 0;
  let isDeep = false;
  const pieces: string[] = [];
  let at = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][^\s/>]*)[^<>]*>?/g)) {
    const [tag, slash, name = ''] = match;
    if (CLOSES_ITSELF.has(name.toLowerCase()) && depth < DEEPEST) continue;
    if (
      CLOSES_ITSELF.has(name.toLowerCase()) ? depth >= DEEPEST : slash ? depth > DEEPEST : depth >= DEEPEST
    ) {
      pieces.push(html.slice(at, match.index), ' ');
      at = match.index + tag.length;
      isDeep = true;
    }
    if (CLOSES_ITSELF.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
  }
  return isDeep ? pieces.join('') + html.slice(at) : html;
}

/** The number of a list or an item; null for none, and for more than a list has. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null;
}
