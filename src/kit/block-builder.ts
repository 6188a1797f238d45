/** Where paragraphs go: into the body, a quotation, an item of a list, a cell of a table. */
import type { Block, ListBlock, ListItem, QuoteBlock, Run } from './body-shape.ts';
import { wordMarker } from './office-marks.ts';
import { plainRun, tidy } from './runs.ts';
import { type ReadCell, type ReadTable, rowLine, tableOf } from './table-reader.ts';

const DEEPEST_LIST = 4; // lists within lists; deeper ones join the level above

export type Leaf = 'p' | 'h2' | 'h3';

/** What a list says of its numbers. */
export interface Numbering {
  start: number | null;
  isReversed: boolean;
}

interface Place {
  blocks: Block[];
  lists: { list: ListBlock; from: number; numbering: Numbering }[];
  quotes: number;
  quote: QuoteBlock | null;
  /** The way down to the item of Word's that was read last. */
  word: ListBlock[];
}

export class BlockBuilder {
  readonly blocks: Block[] = [];
  /** The paragraph that was put last: what closes after its block is written into it. */
  last: Run[] | null = null;
  #place: Place = newPlace(this.blocks);
  readonly #around: Place[] = [];
  readonly #tables: ReadTable[] = [];

  openList(kind: 'ul' | 'ol', numbering: Numbering): void {
    const { lists, blocks } = this.#place;
    const above = lists.at(-1)?.list;
    if (above && lists.length >= DEEPEST_LIST) {
      lists.push({ list: above, from: above.items.length, numbering: { start: null, isReversed: false } });
      return;
    }
    if (above && above.items.length === 0) above.items.push({ runs: [], lists: [] });
    const siblings: Block[] = above?.items.at(-1)?.lists ?? blocks;
    const last = siblings.at(-1);
    const list: ListBlock = last?.kind === kind ? last : { kind, items: [] };
    if (list !== last) siblings.push(list);
    lists.push({ list, from: list.items.length, numbering });
  }

  openItem(value: number | null): void {
    const open = this.#place.lists.at(-1);
    open?.list.items.push({ runs: [], lists: [], ...(value === null ? {} : { value }) });
  }

  closeList(): void {
    const open = this.#place.lists.pop();
    if (open?.list.kind === 'ol') number(open.list.items.slice(open.from), open.numbering, open.from > 0);
  }

  openQuote(): void {
    if (this.#place.quotes === 0) this.#place.quote = null;
    this.#place.quotes += 1;
  }

  closeQuote(): void {
    this.#place.quotes = Math.max(0, this.#place.quotes - 1);
  }

  put(kind: Leaf, runs: Run[]): void {
    const { lists, quotes, blocks } = this.#place;
    this.last = runs;
    const list = lists.at(-1)?.list;
    if (list) this.#putInItem(list, runs);
    else if (quotes > 0) this.#putInQuote(runs);
    else if (kind === 'p') blocks.push({ kind, runs });
    else {
      const line = tidy(runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') })));
      blocks.push({ kind, runs: line });
      this.last = line;
    }
  }

  #putInItem(list: ListBlock, runs: Run[]): void {
    const item = list.items.at(-1);
    if (!item || item.lists.length > 0) list.items.push({ runs, lists: [] });
    else if (item.runs.length === 0) item.runs = runs;
    else {
      item.runs.push(plainRun('\n')); // made tidy once, when all is read
      for (const run of runs) item.runs.push(run);
      this.last = item.runs;
    }
  }

  #putInQuote(runs: Run[]): void {
    const { quote, blocks } = this.#place;
    if (quote && blocks.at(-1) === quote) quote.paragraphs.push(runs);
    else {
      this.#place.quote = { kind: 'blockquote', paragraphs: [runs] };
      blocks.push(this.#place.quote);
    }
  }

  /** An item that Word wrote as a paragraph, with the sign before it. */
  putWordItem({ level, sign }: { level: number; sign: string }, runs: Run[]): void {
    const { blocks } = this.#place;
    const { kind, number: value } = wordMarker(sign);
    let way = blocks.at(-1) === this.#place.word[0] ? this.#place.word : [];
    const depth = Math.min(Math.max(1, level), DEEPEST_LIST, way.length + 1);
    way = way.slice(0, depth);
    let here = way[depth - 1];
    if (!here || here.kind !== kind) {
      here = { kind, items: [] };
      const siblings: Block[] = depth === 1 ? blocks : (way[depth - 2]?.items.at(-1)?.lists ?? blocks);
      siblings.push(here);
      way = [...way.slice(0, depth - 1), here];
    }
    here.items.push({ runs, lists: [], ...(value === null ? {} : { value }) });
    this.#place.word = way;
    this.last = runs;
  }

  /** Blocks that are read from here on go into a place of their own, until `closePlace` hands them over. */
  openPlace(): void {
    this.#around.push(this.#place);
    this.#place = newPlace([]);
  }

  closePlace(): Block[] {
    const { blocks } = this.#place;
    this.#place = this.#around.pop() ?? this.#place;
    return blocks;
  }

  /** Whether a block that is no words may stand here: none does in a list or a quotation. */
  get mayHold(): boolean {
    return this.#place.lists.length === 0 && this.#place.quotes === 0;
  }

  add(block: Block): void {
    if (block.kind === 'p' || block.kind === 'h2' || block.kind === 'h3') this.put(block.kind, block.runs);
    else this.#place.blocks.push(block);
  }

  get table(): ReadTable | undefined {
    return this.#tables.at(-1);
  }

  openTable(said: Pick<ReadTable, 'isOwn' | 'isLayout'>): void {
    this.#tables.push({ ...said, rows: [], caption: [], hasOpenRow: false, inHead: false });
  }

  /** What of the table did not become a table: its rows, if they became lines, and pictures in its cells. */
  closeTable(): { hasLines: boolean; pictures: number } {
    const read = this.#tables.pop();
    if (!read) return { hasLines: false, pictures: 0 };
    const table = this.mayHold ? tableOf(read) : null;
    if (table) {
      this.#place.blocks.push(table.block);
      return { hasLines: false, pictures: table.pictures };
    }
    const lines = read.rows.map(({ cells }) => this.#putLine(cells.map(({ blocks }) => blocks)));
    if (read.caption.length > 0) this.put('p', read.caption);
    return { hasLines: lines.includes(true), pictures: 0 };
  }

  /** True of a row that became a line. */
  #putLine(all: Block[][]): boolean {
    const cells = all.filter((cell) => cell.length > 0);
    const line = cells.length > 1 ? rowLine(cells) : null;
    if (line) this.put('p', line);
    else for (const block of cells.flat()) this.#emit(block);
    return line !== null;
  }

  openRow(): void {
    const { table } = this;
    if (!table) return;
    table.rows.push({ cells: [], isHead: table.inHead });
    table.hasOpenRow = true;
  }

  /** False where there is no table: then it is no cell. */
  openCell(cell: Omit<ReadCell, 'blocks'>): boolean {
    const { table } = this;
    if (!table) return false;
    if (!table.hasOpenRow) this.openRow();
    this.openPlace();
    table.rows.at(-1)?.cells.push({ ...cell, blocks: this.#place.blocks });
    return true;
  }

  closeRow(): void {
    if (this.table) this.table.hasOpenRow = false;
  }

  #emit(block: Block): void {
    if (block.kind === 'p') this.put('p', block.runs);
    else this.#place.blocks.push(block);
  }
}

function newPlace(blocks: Block[]): Place {
  return { blocks, lists: [], quotes: 0, quote: null, word: [] };
}

/** Gives the items of a list that was read their numbers; `isNext` is one that goes on in the list before it. */
function number(items: ListItem[], { start, isReversed }: Numbering, isNext: boolean): void {
  if (start === null && !isReversed && !isNext && items.every((item) => item.value === undefined)) return;
  let next = start ?? (isReversed ? items.length : 1);
  for (const item of items) {
    item.value ??= next;
    next = item.value + (isReversed ? -1 : 1);
  }
}
