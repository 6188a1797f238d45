/**
 * Reads any HTML, however broken or hostile, into the few blocks that a body is made of: a wire's, a clipboard's, a
 * form's. Nothing of the markup itself is kept: text, four marks and checked addresses come out, so what is written
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
  const blocks = reader.blocks.flatMap((block): Block[] => ('items' in block ? liftEmpty([block]) : [block]));
  for (const block of blocks) if ('items' in block) numberShortly(block);
  return { blocks, leftOut: reader.leftOut };
}

/** The blocks alone. */
export function readBlocks(html: string, base?: string | null): Block[] {
  return readCopy(html, { base: base ?? null }).blocks;
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
