/**
 * Reads any HTML, however broken or hostile, into the blocks that a body is made of: a wire's, a clipboard's, a form's.
 * Nothing of the markup itself is kept: text, its marks, checked addresses and names of media come out, so what is written
 * from them can hold nothing else. Runs at the newsroom and in the editor's browser, so that both read alike.
 */
import { BlockReader } from './block-reader.ts';
import type { Block, FigureBlock, ListBlock, ListItem, QuoteBlock, Run, TextBlock } from './body-shape.ts';
import { closed, flattened } from './html-elements.ts';
import type { LeftOut } from './left-out.ts';
import type { BodyReading } from './open-element.ts';
import { tidy } from './runs.ts';
import { struckOn } from './struck-on.ts';

export { withoutControls } from './letters.ts';
export type { BodyReading } from './open-element.ts';
export { safeHref } from './safe-href.ts';
export type { Block, FigureBlock, ListBlock, ListItem, QuoteBlock, Run, TextBlock };

const LONGEST = 1_000_000; // characters of one body; the longest news text known is a tenth of that

const MOST_ITEMS = 999; // the number of an item; more is a year at the beginning of a line

export interface ReadCopy {
  blocks: Block[];
  /** In the order in which it stood. */
  leftOut: LeftOut[];
}

/**
 * Reads HTML into blocks, and says what of it is no copy: struck out, hidden, a comment, a note, a picture. Letters are
 * composed and without invisible ones (letters.ts). Takes time in proportion to the length.
 */
export function readCopy(html: string, reading: BodyReading = {}): ReadCopy {
  const longest = reading.longest ?? LONGEST;
  const cut = html.length > longest ? html.slice(0, longest) : html;
  const reader = new BlockReader(reading);
  reader.read(flattened(struckOn(closed(cut))));
  const { blocks, lost, notes } = reader.frames.notes.joined(reader.blocks, reading.isPart);
  for (let left = lost; left > 0; left -= 1) reader.leave('note-mark');
  for (const text of notes) reader.leave('footnote', text);
  return { blocks: settled(blocks), leftOut: reader.leftOut };
}

/** Lists without empty items; no rule at the beginning, at the end or after another, where it parts nothing. */
function settled(blocks: Block[]): Block[] {
  const all: Block[] = [];
  for (const block of blocks.flatMap(withWords)) {
    const before = all.at(-1);
    if (before && 'items' in before && 'items' in block && before.kind === block.kind)
      before.items.push(...goingOn(block));
    else all.push(block);
  }
  for (const block of all) if ('items' in block) numberShortly(block);
  const last = all.findLastIndex(({ kind }) => kind !== 'rule' && kind !== 'notes');
  return all.filter(
    ({ kind }, at) => kind !== 'rule' || (at > 0 && at < last && all[at - 1]?.kind !== 'rule'),
  );
}

/** The items of a list that stands right after another of its kind: they go on in that one, with their own numbers. */
function goingOn({ kind, items: [first, ...others] }: ListBlock): ListItem[] {
  if (!first) return [];
  return [kind === 'ol' ? { ...first, value: first.value ?? 1 } : first, ...others];
}

/** The block without what in it is empty; none where nothing is left. */
function withWords(block: Block): Block[] {
  if ('items' in block) return liftEmpty([block]);
  if (block.kind === 'box') {
    const blocks = settled(block.blocks);
    return blocks.length === 0 ? [] : [{ ...block, blocks }];
  }
  if (block.kind === 'blockquote') {
    const paragraphs = block.paragraphs.filter((runs) => runs.length > 0);
    return paragraphs.length === 0 ? [] : [{ ...block, paragraphs }];
  }
  if (block.kind === 'pre') return block.lines.some(({ runs }) => runs.length > 0) ? [block] : [];
  if (block.kind === 'pull') return block.words.length === 0 ? [] : [block];
  if (block.kind === 'table' && block.rows.every((row) => row.every(({ runs }) => runs.length === 0)))
    return block.caption.length === 0 ? [] : [{ kind: 'p', runs: block.caption }];
  if ('runs' in block) return block.runs.length === 0 ? [] : [block];
  return [block];
}

/** The blocks alone. */
export function readBlocks(html: string, base?: string | null): Block[] {
  return readCopy(html, { base: base ?? null }).blocks;
}

/** A part of a body, such as a sentence: marks of footnotes stay, though the notes are elsewhere. */
export function readPart(html: string): Block[] {
  return readCopy(html, { isPart: true }).blocks;
}

/** A list in an item without words stands in the item's place; a list without items is none. */
function liftEmpty(lists: ListBlock[]): ListBlock[] {
  for (const list of lists) {
    list.items = list.items.flatMap((item) => {
      const below = liftEmpty(item.lists);
      return item.runs.length > 0
        ? [{ ...item, runs: tidy(item.runs), lists: below }]
        : below.flatMap((inner) => inner.items);
    });
  }
  return lists.filter((list) => list.items.length > 0);
}

/** A number stands only where it is not the one that follows. */
function numberShortly(list: ListBlock): void {
  let before = 0;
  for (const item of list.items) {
    const value = list.kind === 'ol' ? (item.value ?? before + 1) : before + 1;
    if (value === before + 1 || value > MOST_ITEMS || value < 0) delete item.value;
    else item.value = value;
    before = item.value ?? before + 1;
    for (const inner of item.lists) numberShortly(inner);
  }
}
