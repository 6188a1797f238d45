/** Copy as sentences and sentences as copy: what the pairs of an edition are made of, and how its take is written from them. */

import { primaryOf, unspaced } from '../checks/bilingual/translation.ts';
import {
  type Block,
  type ListBlock,
  type ListItem,
  type QuoteBlock,
  type Run,
  readBlocks,
  readPart,
  type TextBlock,
} from '../kit/body-blocks.ts';
import { everyRun, NOTE_SIGN } from '../kit/body-shape.ts';
import { writeFormBlocks } from '../kit/form-blocks.ts';
import { cleanLetters } from '../kit/letters.ts';
import { type BodyHtml, type SafeHtml, safeBlocks, writeLine } from '../kit/safe-html.ts';
import { splitSentences } from '../kit/sentences.ts';
import type { Copy } from '../stories/story.ts';
import { alongWith, bareKind, filled, framePlace, unitParagraphs } from './frame-units.ts';

type ListKind = 'ul' | 'ol';

/**
 * Where a sentence stands: a one-line part of the copy, or a paragraph of the body. An item of a list in a list: 'ul ol';
 * one whose number is not the next: 'ol=4'.
 */
export type BlockKind =
  | 'headline'
  | 'dek'
  | 'p'
  | 'h2'
  | 'h3'
  | 'blockquote'
  | ListKind
  | `ol=${number}`
  | `${ListKind} ${string}`
  | FrameUnitKind;

/** A line of a block that is more than words, see frame-units.ts. */
type FrameUnitKind = `frame ${string}` | `+${number}`;

export interface SentenceUnit {
  /** Which paragraph it stands in, counted from 0 over headline, dek and body. */
  block: number;
  kind: BlockKind;
  runs: Run[];
}

/** Every sentence of the copy, in order. A headline and a dek are one each; lists are taken item by item. */
export function sentencesOf(
  copy: Pick<Copy, 'headline' | 'dek' | 'bodyHtml'>,
  language: string,
): SentenceUnit[] {
  const paragraphs: { kind: BlockKind; runs: Run[] }[] = [];
  if (copy.headline.trim() !== '') paragraphs.push({ kind: 'headline', runs: plainRuns(copy.headline) });
  if (copy.dek.trim() !== '') paragraphs.push({ kind: 'dek', runs: plainRuns(copy.dek) });
  paragraphs.push(...(unitParagraphs(readBlocks(copy.bodyHtml), paragraphsOf) as typeof paragraphs));
  return paragraphs.flatMap(({ kind, runs }, block) => {
    const parts = kind === 'headline' || kind === 'dek' ? [runs] : splitRuns(runs, language);
    return parts.map((part) => ({ block, kind, runs: part }));
  });
}

export function plainRuns(text: string): Run[] {
  return text === '' ? [] : [{ text, href: null, strong: false, em: false }];
}

export function textOfRuns(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

function paragraphsOf(block: TextBlock | QuoteBlock | ListBlock): { kind: BlockKind; runs: Run[] }[] {
  if ('paragraphs' in block) return block.paragraphs.map((runs) => ({ kind: 'blockquote', runs }));
  return 'items' in block ? itemsOf(block, block.kind) : [{ kind: block.kind, runs: block.runs }];
}

/** Items with the way down to them: the kinds of the lists that they stand in, outermost first. */
function itemsOf(list: ListBlock, kind: `${ListKind}${string}`): { kind: BlockKind; runs: Run[] }[] {
  return list.items.flatMap((item) => [
    ...(item.runs.length > 0 ? [{ kind: numbered(kind, item.value), runs: item.runs }] : []),
    ...item.lists.flatMap((inner) => itemsOf(inner, `${kind} ${inner.kind}` as const)),
  ]);
}

function numbered(kind: `${ListKind}${string}`, value: number | undefined): BlockKind {
  return (value === undefined ? kind : `${kind}=${value}`) as BlockKind;
}

/** The runs of each sentence of a paragraph. */
export function splitRuns(runs: Run[], language: string): Run[][] {
  return splitSentences(textOfRuns(runs), language).map(({ start, end }) => sliceRuns(runs, start, end));
}

/** The runs between two places of their text. */
export function sliceRuns(runs: Run[], start: number, end: number): Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') part.push({ ...run, text });
    at += run.text.length;
  }
  return part;
}

const NEEDS_PARSER = /[<&\p{Cc}]|^\s|\s$|\s\s|[^\S ]/u;

/** Runs as the HTML of one line, and back. */
export function runsToHtml(runs: Run[]): SafeHtml {
  return writeLine(runs);
}

export function htmlToRuns(html: string): Run[] {
  if (!NEEDS_PARSER.test(html) && cleanLetters(html) === html) return plainRuns(html); // most sentences: a long piece is read at every kept one
  const [block] = readPart(`<p>${html}</p>`);
  return block && 'runs' in block ? block.runs : [];
}

/** One line as the plain form shows it, the mark of a footnote as `[^1]`. */
export function sentenceForm(html: string): string {
  return writeFormBlocks([{ kind: 'p', runs: htmlToRuns(html) }]);
}

export interface WrittenSentence {
  block: number;
  kind: BlockKind;
  html: string;
}

/** What stands between two sentences of a paragraph. */
export const gapIn = (language: string): '' | ' ' => (unspaced.has(primaryOf(language)) ? '' : ' ');

interface WrittenParagraph {
  block: number;
  kind: BlockKind;
  /** Empty where all its sentences are open or left out. */
  html: string;
}

/** The parts of the copy that the sentences make; those without words are left out. */
export function copyOfSentences(
  sentences: WrittenSentence[],
  language: string,
): Pick<Copy, 'headline' | 'dek' | 'bodyHtml'> {
  const gap = gapIn(language);
  const paragraphs: WrittenParagraph[] = [];
  for (const { block, kind, html } of sentences) {
    const words = html.trim() === '' ? '' : html;
    const last = paragraphs.at(-1);
    if (last?.block === block && bareKind(last.kind) === bareKind(kind)) {
      const between = last.html === '' || words === '' ? '' : gap;
      last.html += between + words;
      if (last.kind.length < kind.length) last.kind = kind;
    } else paragraphs.push({ block, kind, html: words });
  }
  const line = (kind: BlockKind) =>
    paragraphs
      .filter((each) => each.kind === kind && each.html !== '')
      .map(({ html }) => textOfRuns(htmlToRuns(html)))
      .join(' ');
  return { headline: line('headline'), dek: line('dek'), bodyHtml: writeParagraphs(paragraphs) };
}

/** Items of one list and paragraphs of one quotation that stand together are one. */
function writeParagraphs(paragraphs: WrittenParagraph[]): BodyHtml {
  const body = new BodyWriter();
  for (const { kind, html } of paragraphs)
    if (kind !== 'headline' && kind !== 'dek') body.put(kind, html === '' ? [] : htmlToRuns(html));
  return safeBlocks(body.whole());
}

class BodyWriter {
  readonly #blocks: Block[] = [];
  /** The items that the next one may stand under, by depth; null for one that is left out. */
  #above: (ListItem | null)[] = [];
  #frame: { shape: Block; at: number; words: Map<number, Run[]> } | null = null;

  put(kind: BlockKind, runs: Run[]): void {
    const { before, after } = alongWith(kind);
    this.#blocks.push(...before);
    const place = framePlace(kind);
    if (place?.shape) {
      this.#frame = { shape: place.shape, at: this.#blocks.length, words: new Map([[0, runs]]) };
      this.#blocks.push(place.shape);
    } else if (place && this.#frame) this.#frame.words.set(place.slot, runs);
    else this.#words(place ? 'p' : (bareKind(kind) as BlockKind), runs);
    if (this.#frame) this.#blocks[this.#frame.at] = filled(this.#frame.shape, this.#frame.words);
    if (place || after.length > 0) this.#above = [];
    this.#blocks.push(...after);
  }

  #words(kind: BlockKind, runs: Run[]): void {
    const blocks = this.#blocks;
    const [path = '', value] = kind.split('=');
    const way = isListWay(kind) ? (path.split(' ') as ListKind[]) : null;
    this.#frame = null;
    if (way) {
      const above = this.#above.slice(0, way.length - 1);
      const item: ListItem = { runs, lists: [], ...(value === undefined ? {} : { value: Number(value) }) };
      above[way.length - 1] =
        runs.length === 0 ? null : putItem(blocks, above, { kind: way.at(-1) ?? 'ul', item });
      this.#above = above;
    }
    if (way || runs.length === 0) return;
    this.#above = [];
    const last = blocks.at(-1);
    if (kind === 'blockquote' && last && 'paragraphs' in last) last.paragraphs.push(runs);
    else if (kind === 'blockquote') blocks.push({ kind, paragraphs: [runs] });
    else blocks.push({ kind: kind as 'p' | 'h2' | 'h3', runs });
  }

  /** The notes at the end; one whose mark a translation lost has it at the end of the last paragraph before them. */
  whole(): Block[] {
    const notes = this.#blocks.findLast((block) => block.kind === 'notes');
    const others = this.#blocks.filter((block) => block.kind !== 'notes');
    if (!notes) return others;
    const called = new Set(others.flatMap(everyRun).map(({ note }) => note));
    const last = others.findLast((block): block is TextBlock => block.kind === 'p');
    for (const [at, runs] of notes.notes.entries())
      if (runs.length > 0 && !called.has(at + 1)) last?.runs.push({ ...noteMark, note: at + 1 });
    return [...others, notes];
  }
}

const noteMark: Run = { text: NOTE_SIGN, href: null, strong: false, em: false };

const isListWay = (kind: BlockKind): boolean => kind.startsWith('ul') || kind.startsWith('ol');

/** Under the nearest item above that is there; without one it stands in a list of its own. */
function putItem(
  blocks: Block[],
  above: (ListItem | null)[],
  { kind, item }: { kind: ListKind; item: ListItem },
): ListItem {
  const under: Block[] = above.findLast((each) => each)?.lists ?? blocks;
  const last = under.at(-1);
  if (last && 'items' in last && last.kind === kind) last.items.push(item);
  else under.push({ kind, items: [item] });
  return item;
}
