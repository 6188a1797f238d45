/** Rows of a folder that hang on others: those come whose others are here, for one story may have been unreadable. */
import type { Newsroom } from '../../newsroom.ts';
import { type PlainRow, readRows, type TableName } from '../../store/table-rows.ts';

interface Hanging {
  /** Columns that name a row of the other table. */
  columns: string[];
  table: TableName;
  /** Whether a row stays, with nothing in the column, where the other is not here. */
  mayStay: boolean;
}

const HANGING: Partial<Record<TableName, Hanging>> = {
  story_ties: { columns: ['from_id', 'to_id'], table: 'stories', mayStay: false },
  mergers: { columns: ['story_id', 'into_id'], table: 'stories', mayStay: false },
  banners: { columns: ['story_id'], table: 'stories', mayStay: false },
  plan_items: { columns: ['story_id'], table: 'stories', mayStay: true },
  front_steps: { columns: ['front_id'], table: 'fronts', mayStay: false },
  front_stands: { columns: ['front_id'], table: 'fronts', mayStay: false },
  finding_answers: { columns: ['story_id'], table: 'stories', mayStay: false },
};

export async function rowsThatHang(
  newsroom: Newsroom,
  table: TableName,
  rows: readonly PlainRow[],
): Promise<readonly PlainRow[]> {
  const hanging = HANGING[table];
  if (table === 'fronts') return ofFrontsThatAreNew(newsroom, rows);
  if (!hanging) return rows;
  const { columns, mayStay } = hanging;
  const named = rows.flatMap((row) => columns.map((column) => row[column])).filter((id) => id != null);
  const where = { column: 'id', values: [...new Set(named.map(String))] };
  const here = await readRows(newsroom.store, { table: hanging.table, order: 'id', where });
  const ids = new Set(here.map(({ id }) => id));
  const isHere = (value: unknown) => value == null || ids.has(value);
  return rows.flatMap((row) => {
    const lost = columns.filter((column) => !isHere(row[column]));
    if (lost.length === 0) return [row];
    return mayStay ? [{ ...row, ...Object.fromEntries(lost.map((column) => [column, null])) }] : [];
  });
}

/** A front of a section that has another id here is another front, and laid out here. */
async function ofFrontsThatAreNew(
  newsroom: Newsroom,
  rows: readonly PlainRow[],
): Promise<readonly PlainRow[]> {
  const sections = await readRows(newsroom.store, { table: 'sections', order: 'id' });
  const ids = new Set(sections.map(({ id }) => id));
  return rows.filter(({ section_id }) => section_id === null || ids.has(section_id));
}
