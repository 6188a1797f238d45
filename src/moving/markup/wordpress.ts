/**
 * What WordPress keeps of a post, as the HTML that it shows: blocks without their comments, classic text with its paragraphs,
 * shortcodes as what they stand for, frames of elsewhere as links.
 */
import { jsonIn, objectOf, textIn } from '../json-values.ts';
import { withAutop } from './autop.ts';
import { fieldsOfBlock, withOverrides } from './block-fields.ts';
import { COMMENT, replaceEnded } from './ended-part.ts';
import { withShownMedia } from './frames.ts';
import { leftOutCodeWords } from './left-out-codes.ts';
import { withPluginGalleries } from './plugin-galleries.ts';
import { embedded, type ShortcodeWorld } from './shapes.ts';
import { withoutShortcodes } from './shortcodes.ts';
import { withTypedNotes } from './typed-notes.ts';

export interface MarkupRead {
  html: string;
  /** What is not understood and stands in the copy as it was, in words. */
  odd: string[];
}

/** Its fields hold no sign of a comment: WordPress escapes `<` in them. One that is never closed ends at the next. */
const BLOCK = /<!--\s*(\/?)wp:([\w/-]+)(\s+\{(?:(?!<!--)[\s\S])*?\})?\s*(\/?)-->/g;
/** Blocks that hold others and say nothing themselves, and those whose HTML says all. */
const PLAIN =
  /^(?:core\/)?(?:paragraph|heading|list|list-item|image|gallery|quote|pullquote|table|group|columns?|cover|media-text|separator|spacer|more|nextpage|freeform|html|code|preformatted|verse|buttons?|file|audio|video|embed|core-embed\/[\w-]+|details|footnotes|math|missing|shortcode|accordion(?:-\w+)*|social-links?|row|stack|tadv\/classic-paragraph|syntaxhighlighter\/code|enlighter\/codeblock|kevinbatdorf\/code-block-pro|(?:jetpack|yoast|rank-math|kadence|generateblocks|uagb|ugb|stackable|coblocks|atomic-blocks|genesis-blocks|themeisle-blocks|getwid|essential-blocks|greenshift-blocks)\/[\w-]+)$/;

/** Blocks with words that are the page's and not the story's: how long it takes to read, and a list of its headings. */
const OF_THE_PAGE =
  /^(?:yoast-seo\/(?:table-of-contents|estimated-reading-time|breadcrumbs)|core\/(?:table-of-contents|post-time-to-read)|rank-math\/toc-block|simpletoc\/toc|aioseo\/(?:table-of-contents|breadcrumbs))$/;
const CONTENTS = /table-of-contents|toc/;

export function wordpressMarkup(content: string, world: ShortcodeWorld): MarkupRead {
  const hasBlocks = content.includes('<!-- wp:');
  const pieced = withPluginGalleries(hasBlocks ? withPieces(content, world) : content, world);
  const { html, odd } = hasBlocks ? blocksOf(pieced) : { html: pieced, odd: [] };
  const typed = withTypedNotes(html);
  const codes = withoutShortcodes(typed.html, world);
  const plain = hasBlocks ? codes.html : withAutop(alone(codes.html.replace(/<!--nextpage-->/g, '\n\n')));
  const unknown = codes.unknown.map((name) => `[${name}]`);
  return {
    html: withShownMedia(withGalleries(withoutMarks(plain))),
    odd: [...odd, ...typed.odd, ...said('shortcode', unknown, STAYS), ...leftOutCodeWords(codes.leftOut)],
  };
}

const STAYS = [
  'is not known here: it stands in the copy',
  'are not known here: they stand in the copy',
] as const;
const IN_FIELDS = [
  'keeps what it says in fields: its words stand in the copy one after the other',
  'keep what they say in fields: their words stand in the copy one after the other',
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

const PIECE = /<!--\s*wp:(?:core\/block|block|tablepress\/table)\s+(\{(?:(?!<!--|-->)[\s\S])*\})\s*\/-->/g;
const MOST_PIECES = 500; // in one text, with those within them

/** Blocks that several posts show, in the place of each. One that is not in the file, or holds itself, is listed with the others. */
function withPieces(content: string, world: ShortcodeWorld): string {
  let left = MOST_PIECES;
  const put = (text: string, around: readonly string[]): string =>
    text.replace(PIECE, (block, attributes: string) => {
      const { ref, id, content: overrides } = objectOf(jsonIn(attributes));
      const named = textIn(ref) || `table ${textIn(id)}`;
      const piece = left > 0 && !around.includes(named) ? world.piece(named) : null;
      left -= 1;
      return piece === null ? block : put(withOverrides(piece, overrides), [...around, named]);
    });
  return content.includes('wp:') ? put(content, []) : content;
}

/** The HTML between the comments; what stands between blocks is classic text. */
function blocksOf(content: string): MarkupRead {
  const reader = new BlockReader();
  let from = 0;
  for (const found of content.matchAll(BLOCK)) {
    reader.put(content.slice(from, found.index));
    from = found.index + found[0].length;
    const [, slash, name = '', attributes = '', self] = found;
    if (slash === '/') reader.close();
    else if (self === '/') reader.meet(name, attributes);
    else reader.open(name);
  }
  reader.put(content.slice(from));
  return reader.read();
}

class BlockReader {
  readonly #parts: string[] = [];
  /** Blocks that are open: of those that are not known, where what stands in them begins. */
  readonly #open: { name: string; from: number | null }[] = [];
  readonly #unknown = new Set<string>();
  readonly #empty = new Set<string>();
  readonly #fields = new Set<string>();
  /** How deep the block is that is left out whole. */
  #leftOut: number | null = null;

  put(text: string): void {
    if (this.#leftOut === null) this.#parts.push(this.#open.length === 0 ? withAutop(alone(text)) : text);
  }

  open(name: string): void {
    const isUnknown = this.#leftOut === null && !PLAIN.test(name) && !OF_THE_PAGE.test(name);
    this.#open.push({ name, from: isUnknown ? this.#parts.length : null });
    if (this.#leftOut !== null) return;
    if (OF_THE_PAGE.test(name)) this.#leftOut = this.#open.length;
    if (CONTENTS.test(name)) this.#empty.add(name);
  }

  close(): void {
    if (this.#open.length === this.#leftOut) this.#leftOut = null;
    const ended = this.#open.pop();
    if (!ended || ended.from === null) return;
    const says = SAYS_SOMETHING.test(this.#parts.slice(ended.from).join(''));
    (says ? this.#unknown : this.#empty).add(ended.name);
  }

  /** One that has no end. */
  meet(name: string, attributes: string): void {
    if (this.#leftOut !== null) return;
    const said = fieldsOfBlock(name, attributes);
    if (said !== null && name.startsWith('acf/')) this.#fields.add(name);
    this.#parts.push(said ?? dynamicBlock(name, attributes, this.#empty));
  }

  read(): MarkupRead {
    for (const { name, from } of this.#open) if (from !== null) this.#unknown.add(name);
    const odd = [
      ...said('block', [...this.#unknown].filter(HAS_WORDS_ITSELF), STAYS),
      ...said('block', [...this.#fields], IN_FIELDS),
      ...said('block', [...this.#empty], GOES),
    ];
    return { html: this.#parts.join(''), odd };
  }
}

/** Words, or what is seen or heard. */
const SAYS_SOMETHING = /<(?:img|audio|video|iframe|embed|object)\b|>\s*[^\s<]|^\s*[^\s<]/i;
/** Frames of a builder say nothing themselves: what stands in them is read for itself. */
const HAS_WORDS_ITSELF = (name: string): boolean =>
  !/^divi\/(?:placeholder|section|row(?:-inner)?|column(?:-inner)?|group)$/.test(name);

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
    const figures = items.match(/<figure\b(?:(?!<figure\b)[\s\S])*?<\/figure>/gi);
    if (!figures) return list;
    return outer === undefined
      ? `<figure class="gallery">${figures.join('')}</figure>`
      : outer + figures.join('');
  });
}

const GALLERY_LIST =
  /(<figure\b[^<>]*>\s*)?<ul\b[^<>]*\bclass=["'][^"'<>]*(?:wp-block-gallery|blocks-gallery-grid|wp-block-jetpack-slideshow_swiper-wrapper)[^<>]*>((?:(?!<ul\b)[\s\S])*?)<\/ul>/gi;

/** `more`, `nextpage` and other marks that readers never saw. */
const withoutMarks = (html: string): string => replaceEnded(html, COMMENT, () => '');
