/** What was read within a figure, made into the block that it is. */
import {
  type Block,
  everyRun,
  type FigureBlock,
  isWords,
  linesOf,
  type MediaSize,
  type Run,
  wordsOfRuns,
} from './body-shape.ts';
import { creditAtEnd } from './credit-line.ts';
import { playerPage, siteOf } from './embed-address.ts';
import type { Attributes } from './html-styles.ts';
import type { LeftOutKind } from './left-out.ts';
import { plainRun, tidy } from './runs.ts';

export interface OpenFigure {
  /** A figure, words drawn out of the text, a post of another site. */
  kind: 'figure' | 'pull' | 'post';
  attributes: Attributes;
  caption: Run[];
  credit: string;
  /** In an embed or a pulled quotation. */
  author: Run[];
  isCaptionOpen: boolean;
  /** Figures within it. */
  inner: Block[];
}

/** The blocks that it is, and what of it found no place. */
export interface FigureParts {
  blocks: Block[];
  lost: { kind: LeftOutKind; text: string }[];
}

export function framed(frame: OpenFigure, read: Block[]): FigureParts {
  const blocks = [...read.filter((block) => !isWords(block) || everyRun(block).length > 0), ...frame.inner];
  if (frame.kind === 'post') return { blocks: postOf(frame, blocks), lost: [] };
  if (frame.kind === 'pull') return { blocks: pullOf(frame, blocks), lost: [] };
  const embed =
    frame.attributes['data-block'] === 'embed' || isEmbedClass(frame) ? embedIn(frame, blocks) : null;
  if (embed) return { blocks: [embed], lost: [] };
  const figures = blocks
    .flatMap((block) => (block.kind === 'gallery' ? block.figures : block))
    .filter(isFigure);
  if (figures.length > 0 && figures.length >= blocks.filter(({ kind }) => kind !== 'gallery').length)
    return { blocks: [pictures(frame, figures)], lost: [] };
  return withCaption(frame, blocks);
}

function isFigure(block: Block): block is FigureBlock {
  return block.kind === 'figure';
}

function isEmbedClass({ attributes }: OpenFigure): boolean {
  return /(?:^|\s)(?:wp-block-embed|kg-embed-card)(?=\s|$)/.test(attributes.class ?? '');
}

/** As our own mark, WordPress and Ghost say it. */
export function sizeSaid(attributes: Attributes): MediaSize {
  const said = attributes['data-size'] ?? '';
  if (said === 'wide' || said === 'full') return said;
  const classes = attributes.class ?? '';
  if (/(?:^|\s)(?:alignfull|kg-width-full)(?=\s|$)/.test(classes)) return 'full';
  return /(?:^|\s)(?:alignwide|kg-width-wide)(?=\s|$)/.test(classes) ? 'wide' : 'text';
}

/** One picture with its caption, or several as a gallery. */
function pictures(frame: OpenFigure, figures: FigureBlock[]): Block {
  const [first, ...others] = figures;
  const said = creditIn(frame);
  if (first && others.length === 0) {
    const size = sizeSaid(frame.attributes);
    return {
      ...first,
      size: size === 'text' ? first.size : size,
      caption: captionOfOne(first.caption, said.caption),
      credit: said.credit || first.credit,
    };
  }
  const caption =
    said.credit === '' ? said.caption : joinedLines([said.caption, [plainRun(said.credit)]], ' ');
  return { kind: 'gallery', figures: figures.map((figure) => ({ ...figure, size: 'text' })), caption };
}

/** A gallery of which one picture is left has words of the picture and words of the whole: none is lost, and none said twice. */
function captionOfOne(own: Run[], around: Run[]): Run[] {
  return wordsOfRuns(own) === wordsOfRuns(around) ? around : joinedLines([own, around]);
}

/** The caption, and the credit that stands in an element of its own or at the end of the words. */
function creditIn({ caption, credit }: OpenFigure): { caption: Run[]; credit: string } {
  if (credit !== '') return { caption, credit };
  const text = caption.map((run) => run.text).join('');
  const found = creditAtEnd(text);
  return found.credit === ''
    ? { caption, credit }
    : { caption: tidy(cutAt(caption, found.end)), credit: found.credit };
}

function cutAt(runs: Run[], end: number): Run[] {
  let left = end;
  return runs.flatMap((run) => {
    const text = run.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Lines as one, parted by line breaks or by what is said. */
export function joinedLines(lines: Run[][], between = '\n'): Run[] {
  const full = lines.filter((line) => line.length > 0);
  return tidy(full.flatMap((line, at) => (at === 0 ? line : [plainRun(between), ...line])));
}

/** A table takes the caption of its figure, and so does a recording or an embed; other words stand with their figure's. */
function withCaption(frame: OpenFigure, blocks: Block[]): FigureParts {
  const { caption, credit } = frame;
  const [block, ...others] = blocks;
  if (block && others.length === 0) {
    if (block.kind === 'table' && block.caption.length === 0)
      return { blocks: [{ ...block, caption }], lost: [] };
    if (block.kind === 'video' || block.kind === 'audio')
      return { blocks: [{ ...block, caption, credit, size: sizeSaid(frame.attributes) }], lost: [] };
    if (block.kind === 'embed' && block.title.length === 0)
      return { blocks: [{ ...block, title: unlinked(caption) }], lost: [] };
  }
  const text = [wordsOfRuns(caption), credit].filter((part) => part !== '').join(' ');
  if (text === '') return { blocks, lost: [] };
  if (blocks.length > 0 && blocks.every(({ kind }) => kind === 'blockquote' || kind === 'pre'))
    return { blocks: [...blocks, { kind: 'p', runs: caption }], lost: [] };
  return { blocks, lost: [{ kind: 'caption', text }] };
}

export function unlinked(runs: Run[]): Run[] {
  return tidy(runs.filter(({ note }) => note === undefined).map((run) => ({ ...run, href: null })));
}

function pullOf({ caption, author }: OpenFigure, blocks: Block[]): Block[] {
  const words = joinedLines(blocks.flatMap(linesOf));
  return words.length === 0 ? [] : [{ kind: 'pull', words, by: author.length > 0 ? tidy(author) : caption }];
}

/** Our own embed, or what a site wrote of one: a link of a known site and nothing else. */
function embedIn(frame: OpenFigure, blocks: Block[]): Block | null {
  const made = blocks.find(({ kind }) => kind === 'embed');
  if (made?.kind === 'embed')
    return made.title.length > 0 ? made : { ...made, title: unlinked(frame.caption) };
  const runs = joinedLines(
    blocks.flatMap((block) => ('runs' in block ? [block.runs] : [])),
    ' ',
  );
  const text = wordsOfRuns(runs);
  const link = runs.find(({ href }) => href !== null)?.href ?? playerPage(text, null)?.href ?? null;
  if (link === null || !/^https?:/.test(link)) return null;
  const still = blocks.find(isFigure)?.media ?? null;
  const title = /^https?:\/\/\S+$/.test(text) ? unlinked(frame.caption) : unlinked(runs);
  const isOwn = frame.attributes['data-block'] === 'embed';
  return {
    kind: 'embed',
    href: link,
    title: isOwn && /^https?:\/\/\S+$/.test(text) ? [] : title,
    author: wordsOfRuns(frame.author),
    site: frame.credit || siteOf(link),
    still,
  };
}

const POST_LINK = /\/(?:status(?:es)?|p|reel|tv|posts?|video|comments|profile)\/|\/@[^/]+\/\d+/;

/** A post that a site's script would have drawn: its words, whose it is, and where it stands. */
function postOf({ attributes }: OpenFigure, blocks: Block[]): Block[] {
  const lines = blocks.flatMap(linesOf);
  const links = lines.flat().flatMap(({ href }) => (href === null ? [] : [href]));
  const said = [attributes.cite, attributes['data-instgrm-permalink'], attributes['data-href']];
  const href =
    said.find((each) => /^https?:\/\//.test(each ?? '')) ?? links.findLast((each) => POST_LINK.test(each));
  if (!href || !URL.canParse(href)) return blocks;
  const [words = [], ...rest] = lines.map(unlinked).filter((line) => line.length > 0);
  const last = wordsOfRuns(rest.at(-1) ?? []);
  const author = /^\s*[—–-]\s*(.+?)(?:\s+\S+\s+\d{1,2},\s+\d{4}|\s*$)/u.exec(last)?.[1] ?? '';
  const title = author === '' ? joinedLines([words, ...rest]) : joinedLines([words, ...rest.slice(0, -1)]);
  return [
    {
      kind: 'embed',
      href: new URL(href).href,
      title,
      author: author.trim(),
      site: siteOf(href),
      still: null,
    },
  ];
}
