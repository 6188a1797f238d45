/** Tables of a body as the checks read them: each cell at its words in the text that is checked. */
import type { CopyCell, CopyTable } from '../checks/copy.ts';
import type { BodyCopy } from '../kit/body-copy.ts';
import { type TableBlock, wordsOfRuns } from '../kit/body-shape.ts';

/** Those without cells that are wider or taller than one; what such a cell belongs to, nobody can say for sure. */
export function tablesIn(body: Pick<BodyCopy, 'tables'>, bodyText: string): CopyTable[] {
  const tables: CopyTable[] = [];
  let from = 0;
  for (const table of body.tables()) {
    const rows = rowsAt(table, bodyText, from);
    if (!rows) continue;
    from = rows.at(-1)?.at(-1)?.start ?? from;
    const isEven = rows.every((row) => row.length === rows[0]?.length);
    const isPlain = table.rows.flat().every(({ columns, rows: tall }) => columns === 1 && tall === 1);
    if (isEven && isPlain) tables.push({ rows: rows.slice(table.headRows) });
  }
  return tables;
}

/** One cell after the other, from where the table before it ended; null where the text has other words. */
function rowsAt({ rows }: Readonly<TableBlock>, bodyText: string, from: number): CopyCell[][] | null {
  const all = rows.map((row) => row.map(({ runs }) => wordsOfRuns(runs)));
  const words = all.flat().filter((text) => text !== '');
  const start = bodyText.indexOf(words.join('\n\n'), from);
  if (words.length === 0 || start < 0) return null;
  let at = start;
  return all.map((row) =>
    row.map((text) => {
      const cell = { text, start: at };
      if (text !== '') at += text.length + '\n\n'.length;
      return cell;
    }),
  );
}
