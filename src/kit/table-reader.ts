/**
 * Tables as they are read: which are tables and which lay out a page, and cells that say they cover what is not there
 * made true. A body's table is a whole grid (HTML LS 4.9.12); what is none becomes a line for each row.
 */
import { type Block, type Cell, linesOf, type Run, type TableBlock } from './body-shape.ts';
import { plainRun, tidy } from './runs.ts';

const LONGEST_CELL = 200; // letters; in a table that does not say it is one, a longer cell is a column of a page
const LONGEST_SAID = 2_000; // letters of a cell where headers or a caption say that it is a table; our own mark says it whatever they are
const MOST_CELLS = 2_000; // of one table, covered places counted; a larger one is data to link to, and becomes lines
const MOST_COLUMNS = 60; // wider is a calendar or a sheet

export interface ReadCell {
  blocks: Block[];
  /** As it says; what is not true of them is put right. */
  columns: number;
  rows: number;
  isHead: boolean;
  /** It says itself that it is a column's header. */
  headsColumn: boolean;
}

export interface ReadTable {
  rows: { cells: ReadCell[]; isHead: boolean }[];
  caption: Run[];
  /** It came from a body of ours. */
  isOwn: boolean;
  /** It says itself that it lays out a page. */
  isLayout: boolean;
  hasOpenRow: boolean;
  /** Within `thead`. */
  inHead: boolean;
}

/** The table as a block, and how many pictures stood in its cells; null where it is none, or too large for a page. */
export function tableOf(read: ReadTable): { block: TableBlock; pictures: number } | null {
  const kept = read.isOwn ? read.rows : read.rows.filter(({ cells }) => cells.some(hasWords));
  if (read.isLayout || kept.reduce((sum, { cells }) => sum + cells.length, 0) > MOST_CELLS) return null;
  if (!kept.some(({ cells }) => cells.some(hasWords))) return null;
  const headRows = headRowsOf(kept, read.isOwn);
  const isSaid = read.isOwn || headRows > 0 || read.caption.length > 0;
  const rows: PlacedCell[][] = [];
  for (const { cells } of kept) {
    const row = cells.map((cell) => placed(cell, { isSaid, isOwn: read.isOwn }));
    if (row.includes(null)) return null;
    rows.push(row as PlacedCell[]);
  }
  const isEnough =
    rows.length > 1 && rows.filter((row) => row.filter(({ runs }) => runs.length > 0).length > 1).length > 1;
  if (!read.isOwn && !isEnough) return null;
  if (!rows.some((row) => row.some(({ runs }) => runs.length > 0))) return null;
  const grid = gridOf(rows, headRows);
  if (!grid) return null;
  const block = blockOf(grid, { caption: read.caption, isOwn: read.isOwn });
  const pictures = kept
    .flatMap(({ cells }) => cells)
    .reduce((sum, { blocks }) => sum + picturesIn(blocks), 0);
  return { block, pictures };
}

type PlacedCell = Cell & { isHead: boolean };

function hasWords({ blocks }: ReadCell): boolean {
  return blocks.length > 0;
}

function picturesIn(blocks: Block[]): number {
  return blocks.filter(({ kind }) => kind === 'figure').length;
}

/** Rows at the top that are headers; the last row never is, or there would be nothing to head. */
function headRowsOf(rows: ReadTable['rows'], isOwn: boolean): number {
  const isHead = (row: ReadTable['rows'][number]): boolean =>
    row.isHead ||
    (row.cells.length > 0 && row.cells.every(({ headsColumn }) => headsColumn)) ||
    (!isOwn && row.cells.some(hasWords) && row.cells.every((cell) => cell.isHead || !hasWords(cell)));
  const first = rows.findIndex((row) => !isHead(row));
  return Math.min(first === -1 ? 1 : first, Math.max(0, rows.length - 1));
}

/** A cell as a line; null where it holds more than one, and nothing says that it is a cell. */
function placed(
  { blocks, columns, rows, isHead }: ReadCell,
  { isSaid, isOwn }: { isSaid: boolean; isOwn: boolean },
): PlacedCell | null {
  const cell = (runs: Run[]): PlacedCell => ({
    runs,
    columns: atLeastOne(columns),
    rows: atLeastOne(rows),
    isHead,
  });
  if (!isSaid) {
    const [block, ...more] = blocks;
    if (!block) return cell([]);
    if (more.length > 0 || block.kind !== 'p' || textOf(block.runs).length > LONGEST_CELL) return null;
    return cell(block.runs);
  }
  const lines = blocks.flatMap(linesOf);
  const runs = lines.length < 2 ? (lines[0] ?? []) : tidy(lines.flatMap((line) => [plainRun('\n'), ...line]));
  return !isOwn && textOf(runs).length > LONGEST_SAID ? null : cell(runs);
}

const atLeastOne = (count: number): number => Math.max(1, Math.floor(count) || 1);

interface Grid {
  rows: PlacedCell[][];
  headRows: number;
}

/**
 * Cells put where they stand: one that would reach over another is narrowed, one that reaches below its table or its
 * header is shortened, rows are filled to one width, and a row in which no cell begins goes.
 */
function gridOf(given: PlacedCell[][], headRows: number): Grid | null {
  const owners: (PlacedCell | undefined)[][] = given.map(() => []);
  for (const [at, row] of given.entries()) {
    const here = owners[at] ?? [];
    const end = at < headRows ? headRows : given.length;
    let column = 0;
    for (const cell of row) {
      while (here[column]) column += 1;
      let columns = 1;
      while (columns < cell.columns && column + columns < MOST_COLUMNS && !here[column + columns])
        columns += 1;
      const own = { ...cell, columns, rows: Math.min(cell.rows, end - at) };
      if (column + columns > MOST_COLUMNS) return null;
      for (let below = at; below < at + own.rows; below += 1)
        for (let across = 0; across < columns; across += 1) (owners[below] ?? [])[column + across] = own;
      column += columns;
    }
  }
  const width = Math.max(...owners.map((row) => row.length));
  if (width * given.length > MOST_CELLS) return null;
  return wholeGrid(owners, width, headRows);
}

function wholeGrid(owners: (PlacedCell | undefined)[][], width: number, headRows: number): Grid {
  const seen = new Set<PlacedCell>();
  const rows: PlacedCell[][] = [];
  let heads = headRows;
  for (const [at, owned] of owners.entries()) {
    const row: PlacedCell[] = [];
    const over = new Set<PlacedCell>();
    for (let column = 0; column < width; column += 1) {
      const cell = owned[column] ?? { runs: [], columns: 1, rows: 1, isHead: at < headRows };
      if (seen.has(cell)) over.add(cell);
      else row.push(cell);
      seen.add(cell);
    }
    if (row.length > 0) rows.push(row);
    else {
      for (const cell of over) cell.rows -= 1;
      if (at < headRows) heads -= 1;
    }
  }
  return { rows, headRows: heads };
}

function blockOf(
  { rows, headRows }: Grid,
  { caption, isOwn }: { caption: Run[]; isOwn: boolean },
): TableBlock {
  const hasEmptyEnd = (): boolean =>
    rows.every((row) => {
      const last = row.at(-1);
      return row.length > 1 && last?.runs.length === 0 && last.columns === 1 && last.rows === 1;
    });
  if (!isOwn) while (hasEmptyEnd()) for (const row of rows) row.pop();
  const body = rows.slice(headRows);
  const firsts = firstCells(body);
  const isWide = rows.some((row) => row.length > 1);
  return {
    kind: 'table',
    caption,
    headRows,
    hasHeadColumn: isWide && firsts.length > 0 && firsts.every(({ isHead }) => isHead),
    rows: rows.map((row) => row.map(({ runs, columns, rows: high }) => ({ runs, columns, rows: high }))),
  };
}

/** The cells of the first column; those that begin above cover the rows below them. */
function firstCells(rows: PlacedCell[][]): PlacedCell[] {
  const cells: PlacedCell[] = [];
  for (let at = 0; at < rows.length; ) {
    const cell = rows[at]?.[0];
    if (cell) cells.push(cell);
    at += cell?.rows ?? 1;
  }
  return cells;
}

/** A row as one line, its cells apart; null where a cell holds more than a line. */
export function rowLine(cells: Block[][]): Run[] | null {
  const line: Run[] = [];
  for (const cell of cells) {
    const [block, ...more] = cell;
    if (!block || more.length > 0 || block.kind !== 'p') return null;
    const runs = block.runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
    if (textOf(runs).length > LONGEST_CELL) return null;
    if (line.length > 0) line.push(plainRun(between(line.at(-1)?.text ?? '', textOf(runs))));
    line.push(...runs);
  }
  return tidy(line);
}

/** A space, but for two numbers that it would make one: `1` and `204` are no `1 204`. */
function between(before: string, after: string): string {
  return /\d$/.test(before) && /^\d{3}(?!\d)/.test(after) ? ' | ' : ' ';
}

function textOf(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}
