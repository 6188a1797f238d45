/**
 * What WordPress keeps of a post, as the HTML that it shows: blocks without their comments, classic text with its paragraphs,
 * shortcodes as what they stand for, frames of elsewhere as links.
 */
import { withAutop } from './autop.ts';
import { withShownMedia } from './frames.ts';
import { embedded, type ShortcodeWorld } from './shapes.ts';
import { withoutShortcodes } from './shortcodes.ts';

export interface MarkupRead {
  html: string;
  /** What is not understood and stands in the copy as it was, in words. */
  odd: string[];
}

const BLOCK = /<!--\s*(\/?)wp:([\w/-]+)(\s+\{[\s\S]*?\})?\s*(\/?)-->/g;
/** Blocks that hold others and say nothing themselves, and those whose HTML says all. */
const PLAIN =
  /^(?:core\/)?(?:paragraph|heading|list|list-item|image|gallery|quote|pullquote|table|group|columns?|cover|media-text|separator|spacer|more|nextpage|freeform|html|code|preformatted|verse|buttons?|file|audio|video|embed|core-embed\/[\w-]+|details|footnotes|missing|shortcode|accordion(?:-\w+)*|social-links?|row|stack|(?:jetpack|yoast|rank-math|kadence|generateblocks|uagb|ugb|stackable|coblocks|atomic-blocks|genesis-blocks|themeisle-blocks|getwid|essential-blocks|greenshift-blocks)\/[\w-]+)$/;

/** Blocks with words that are the page's and not the story's: how long it takes to read, and a list of its headings. */
const OF_THE_PAGE =
  /^(?:yoast-seo\/(?:table-of-contents|estimated-reading-time|breadcrumbs)|core\/(?:table-of-contents|post-time-to-read)|rank-math\/toc-block|simpletoc\/toc|aioseo\/(?:table-of-contents|breadcrumbs))$/;
const CONTENTS = /table-of-contents|toc/;

export function wordpressMarkup(content: string, world: ShortcodeWorld): MarkupRead {
  const hasBlocks = content.includes('<!-- wp:');
  const { html, odd } = hasBlocks ? blocksOf(withPieces(content, world)) : { html: content, odd: [] };
  const codes = withoutShortcodes(html, world);
  const plain = hasBlocks ? codes.html : withAutop(alone(codes.html.replace(/<!--nextpage-->/g, '\n\n')));
  const unknown = codes.unknown.map((name) => `[${name}]`);
  return {
    html: withShownMedia(withGalleries(withoutMarks(plain))),
    odd: [...odd, ...said('shortcode', unknown, STAYS)],
  };
}

const STAYS = [
  'is not known here: it stands in the copy',
  'are not known here: they stand in the copy',
] as const;
const GOES = [
  'has no words of its own and was left out',
  'have no words of their own and were left out',
] as const;

function said(
  kind: 'block' | 'shortcode',
  names: string[],
  [one, many]: readonly [string, string],
): string[] {
  if (names.length === 0) return [];
  return [
    `The ${kind}${names.length === 1 ? '' : 's'} ${names.join(', ')} ${names.length === 1 ? one : many}.`,
  ];
}

const PIECE = /<!--\s*wp:(?:core\/)?block\s+\{"ref":(\d+)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}\s*\/-->/g;
const MOST_PIECES = 500; // in one text, with those within them

/** Blocks that several posts show, in the place of each. One that is not in the file, or holds itself, is listed with the others. */
function withPieces(content: string, world: ShortcodeWorld): string {
  let left = MOST_PIECES;
  const put = (text: string, around: readonly string[]): string =>
    text.replace(PIECE, (block, id: string) => {
      const piece = left > 0 && !around.includes(id) ? world.piece(id) : null;
      left -= 1;
      return piece === null ? block : put(piece, [...around, id]);
    });
  return content.includes('wp:') ? put(content, []) : content;
}

/** The HTML between the comments; what stands between blocks is classic text. */
function blocksOf(content: string): MarkupRead {
  const unknown = new Set<string>();
  const empty = new Set<string>();
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  let left: number | null = null; // how deep the block is that is left out whole
  const put = (text: string): void => {
    if (left === null) parts.push(depth === 0 ? withAutop(alone(text)) : text);
  };
  for (const found of content.matchAll(BLOCK)) {
    put(content.slice(from, found.index));
    from = found.index + found[0].length;
    const [, slash, name = '', attributes = '', self] = found;
    if (slash === '/') {
      if (depth === left) left = null;
      depth = Math.max(0, depth - 1);
    } else if (left !== null) depth += self === '/' ? 0 : 1;
    else if (self === '/') parts.push(dynamicBlock(name, attributes, empty));
    else {
      depth += 1;
      if (OF_THE_PAGE.test(name)) left = depth;
      else if (!PLAIN.test(name)) unknown.add(name);
      if (CONTENTS.test(name)) empty.add(name);
    }
  }
  put(content.slice(from));
  const odd = [...said('block', [...unknown], STAYS), ...said('block', [...empty], GOES)];
  return { html: parts.join(''), odd };
}

/** A block without words of its own, which WordPress fills in when it shows the page. */
function dynamicBlock(name: string, attributes: string, empty: Set<string>): string {
  const address = /"url":"((?:[^"\\]|\\.)*)"/.exec(attributes)?.[1];
  if (/embed/.test(name) && address)
    return embedded(address.replaceAll('\\/', '/').replaceAll('\\u0026', '&'));
  if (
    !/^(?:core\/)?(?:separator|spacer|nextpage|more|template-part|pattern|post-[\w-]+|social-link|footnotes)$/.test(
      name,
    )
  )
    empty.add(name);
  return '';
}

/** An address alone on its line, which WordPress shows as what stands there. */
function alone(text: string): string {
  return text.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, (_line, address: string) =>
    embedded(address).trim(),
  );
}

/** Until WordPress 5.9 a gallery was a list, within a figure or alone; its pictures are figures all the same. */
function withGalleries(html: string): string {
  return html.replace(GALLERY_LIST, (list, outer: string | undefined, items: string) => {
    const figures = items.match(/<figure\b[\s\S]*?<\/figure>/gi);
    if (!figures) return list;
    return outer === undefined
      ? `<figure class="gallery">${figures.join('')}</figure>`
      : outer + figures.join('');
  });
}

const GALLERY_LIST =
  /(<figure\b[^>]*>\s*)?<ul\b[^>]*\bclass=["'][^"']*(?:wp-block-gallery|blocks-gallery-grid)[^>]*>([\s\S]*?)<\/ul>/gi;

/** `more`, `nextpage` and other marks that readers never saw. */
const withoutMarks = (html: string): string => html.replace(/<!--[\s\S]*?-->/g, '');
