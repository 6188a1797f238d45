/**
 * Reads any HTML, however broken or hostile, into the blocks that a body is made of: a wire's, a clipboard's, a form's.
 * Nothing of the markup itself is kept: text, its marks, checked addresses and names of media come out, so what is written
 * from them can hold nothing else. Runs at the newsroom and in the editor's browser, so that both read alike.
 */
import { BlockReader } from './block-reader.ts';
import type { Block, ListBlock, ListItem, QuoteBlock, Run, TextBlock } from './body-shape.ts';
import { closed, flattened } from './html-elements.ts';
import type { LeftOut } from './left-out.ts';
import type { BodyReading } from './open-element.ts';
import { tidy } from './runs.ts';
import { struckOn } from './struck-on.ts';

export { withoutControls } from './letters.ts';
export type { BodyReading } from './open-element.ts';
export { safeHref } from './safe-href.ts';
export type { Block, ListBlock, ListItem, QuoteBlock, Run, TextBlock };

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
  const all = blocks.flatMap((block): Block[] => {
    if ('items' in block) return liftEmpty([block]);
    if (block.kind !== 'box') return [block];
    const inner = settled(block.blocks);
    return inner.length === 0 ? [] : [{ ...block, blocks: inner }];
  });
  for (const block of all) if ('items' in block) numberShortly(block);
  const last = all.findLastIndex(({ kind }) => kind !== 'rule' && kind !== 'notes');
  return all.filter(
    ({ kind }, at) => kind !== 'rule' || (at > 0 && at < last && all[at - 1]?.kind !== 'rule'),
  );
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
