/** Tables of TablePress, which posts show by their number: each is an item of its own, its cells as JSON. */
import { jsonIn, listIn, textIn } from '../json-values.ts';
import type { PieceRecord } from '../records.ts';
import { childWords } from './wxr-words.ts';
import type { XmlRecord } from './xml-records.ts';

/** Under each number by which posts may name it. */
export function* tablePressTable(item: XmlRecord, meta: ReadonlyMap<string, string>): Generator<PieceRecord> {
  const rows = listIn(jsonIn(childWords(item, 'content:encoded'))).map((row) => listIn(row).map(textIn));
  if (rows.length === 0) return;
  const hasHead = !/"table_head":(?:false|0)\b/.test(meta.get('_tablepress_table_options') ?? '');
  const html = `<!-- wp:html --><table>${rows.map((row, at) => rowOf(row, hasHead && at === 0)).join('')}</table><!-- /wp:html -->`;
  for (const number of (meta.get('_tablepress_export_table_id') ?? '').split(','))
    if (number.trim() !== '') yield { kind: 'piece', id: `table ${number.trim()}`, html };
}

const JOINED = /^#(?:col|row)span#$/; // TablePress's word for a cell that its neighbour covers

function rowOf(cells: readonly string[], isHead: boolean): string {
  const name = isHead ? 'th' : 'td';
  return `<tr>${cells.map((cell) => `<${name}>${JOINED.test(cell) ? '' : cell.replaceAll('\n', '<br>')}</${name}>`).join('')}</tr>`;
}
