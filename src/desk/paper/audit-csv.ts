/** The audit as CSV (RFC 4180): for whoever has to show it to somebody else, in a sheet or a program. */
import type { AuditEntry } from '../../audit/audit.ts';
import { isoWithOffset } from '../../views/when.ts';
import { actSaid } from './act-words.ts';

const HEAD = ['when', 'who', 'act', 'in words', 'of', 'id', 'name', 'facts'];
const BOM = '\ufeff'; // without it Excel reads UTF-8 as the letters of its own country
const LINE_END = '\r\n'; // RFC 4180 section 2.1

/** The file, piece by piece; times are in the paper's zone, with their offset. */
export async function* csvOfAudit(
  pieces: AsyncIterable<AuditEntry[]>,
  timeZone: string,
): AsyncGenerator<string> {
  yield BOM + rowOf(HEAD);
  for await (const lines of pieces) yield lines.map((line) => rowOf(cellsOf(line, timeZone))).join('');
}

function cellsOf(line: AuditEntry, timeZone: string): string[] {
  return [
    isoWithOffset(timeZone, line.at),
    line.byId === null ? 'Crier' : (line.byName ?? line.byId),
    line.act,
    actSaid(line),
    line.subjectKind,
    line.subjectId,
    line.subjectName ?? '',
    JSON.stringify(line.facts),
  ];
}

const rowOf = (cells: string[]): string => cells.map(cell).join(',') + LINE_END;

/**
 * What a sheet would read as a formula begins with an apostrophe (OWASP, CSV Injection): a headline is anybody's words. Inside a
 * cell nothing needs it, since every cell that holds a separator, a mark or a line end stands in quotation marks.
 */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
