/**
 * Blocks that are more than words, as the plain form writes them. A line of its own each, with what belongs to it under
 * it: `![alt](media:ID wide)`, its caption, `© credit`; `!video(media:ID)`; `!embed(https://… media:ID)`, its title,
 * `@ author`, `© site`; rows of a table between `|`; `>> words drawn out`, `>>@ who says them`; `---`; `[^1]: a note`.
 * In a cell and in a note `⏎` is a line break. docs/body.md shows each.
 */
import type {
  Block,
  Cell,
  EmbedBlock,
  FigureBlock,
  MediaSize,
  RecordingBlock,
  Run,
  TableBlock,
} from './body-shape.ts';
import { writeFormLines, writeFormWords } from './copy-marks.ts';

export type FrameKind = 'media' | 'table' | 'pull' | 'rule' | 'note';
type ReadWords = (words: string) => Run[];

const MEDIA =
  /^!(?:\[((?:\\.|[^[\]\\])*)\]|(video|audio|embed))\((media:[\w-]{1,64}|https?:\/\/[^\s()]+)(?: (wide|full|media:[\w-]{1,64}))?\)\s*$/;
const SEPARATOR = /^\|(?:-{3,}|={3,})\|(?:(?:-{3,})\|)*\s*$/;

/** Which of these a line begins; null for none. */
export function frameKind(line: string): FrameKind | null {
  if (line.startsWith('!') && MEDIA.test(line)) return 'media';
  if (line.startsWith('|')) return 'table';
  if (line.startsWith('>>')) return 'pull';
  if (/^---\s*$/.test(line)) return 'rule';
  return /^\[\^\d{1,3}\]:/.test(line) ? 'note' : null;
}

/** Whether a line goes on in what was begun. */
export function frameGoesOn(kind: FrameKind, line: string): boolean {
  if (kind === 'media') return frameKind(line) !== 'media';
  return kind !== 'rule' && kind !== 'note' && frameKind(line) === kind;
}

/** Notes come with the number that was typed; the caller puts them where they belong. */
export type ReadFrame = Block | { kind: 'note'; number: number; runs: Run[] };

export function readFrame(kind: FrameKind, lines: string[], read: ReadWords): ReadFrame | null {
  const [first = ''] = lines;
  if (kind === 'rule') return { kind: 'rule' };
  if (kind === 'media') return readMedia(lines, read);
  if (kind === 'table') return readTable(lines, read);
  if (kind === 'pull') {
    const said = (isBy: boolean): Run[] =>
      read(
        lines
          .filter((line) => line.startsWith('>>@') === isBy)
          .map((line) => line.replace(/^>>@?/, '').trim())
          .join('\n'),
      );
    return { kind: 'pull', words: said(false), by: said(true) };
  }
  const [, number = '', words = ''] = /^\[\^(\d{1,3})\]:\s*(.*)$/.exec(first) ?? [];
  return { kind: 'note', number: Number(number), runs: read(withBreaks(words)) };
}

function readMedia(lines: string[], read: ReadWords): Block | null {
  const [, alt, kind, address = '', more = ''] = MEDIA.exec(lines[0] ?? '') ?? [];
  const below = lines.slice(1).map((line) => line.trim());
  const said = (sign: string): string =>
    below
      .filter((line) => line.startsWith(`${sign} `))
      .map((line) => line.slice(2).trim())
      .join(' ');
  const words = read(below.filter((line) => !/^[©@] /.test(line)).join('\n'));
  const media = address.startsWith('media:') ? address.slice('media:'.length) : null;
  const size: MediaSize = more === 'wide' || more === 'full' ? more : 'text';
  if (kind === 'embed') {
    if (media !== null) return null;
    const still = more.startsWith('media:') ? more.slice('media:'.length) : null;
    return { kind, href: address, title: words, author: said('@'), site: said('©'), still };
  }
  const href = media === null ? address : null;
  if (kind === 'video' || kind === 'audio')
    return { kind, media, href, size, caption: words, credit: said('©') };
  const plainAlt = (alt ?? '').replace(/\\(.)/g, '$1');
  return { kind: 'figure', media, href, size, alt: plainAlt, caption: words, credit: said('©') };
}

/** Cells between signs; a sign after a backslash is one of the words. */
function cellsOf(line: string): string[] {
  const cells = [''];
  const inner = line.trim().replace(/^\|/, '');
  for (let at = 0; at < inner.length; at += 1) {
    const here = inner[at] ?? '';
    const next = inner[at + 1] ?? '';
    const last = cells.length - 1;
    if (here === '\\' && next !== '') {
      cells[last] += next === '|' ? '|' : here + next;
      at += 1;
    } else if (here === '|') cells.push('');
    else cells[last] += here;
  }
  if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.trim());
}

function readTable(lines: string[], read: ReadWords): TableBlock {
  const table: TableBlock = { kind: 'table', caption: [], headRows: 0, hasHeadColumn: false, rows: [] };
  for (const line of lines) {
    if (line.startsWith('|=') && !SEPARATOR.test(line))
      table.caption = read(withBreaks(line.slice(2).trim()));
    else if (SEPARATOR.test(line)) {
      table.headRows = table.rows.length;
      table.hasHeadColumn = line.startsWith('|=');
    } else table.rows.push(cellsOf(line).map((cell) => readCell(cell, read)));
  }
  return table;
}

function readCell(text: string, read: ReadWords): Cell {
  const [spans = '', columns = '1', rows = '1'] = /^\{(\d{1,2})x(\d{1,4})\} ?/.exec(text) ?? [];
  return { runs: read(withBreaks(text.slice(spans.length))), columns: Number(columns), rows: Number(rows) };
}

/** `⏎` as the line break that it stands for, unless a backslash says that it is the sign. */
function withBreaks(words: string): string {
  return words.replace(/(\\.)|⏎/g, (_, escaped?: string) => escaped ?? '\n');
}

function withoutBreaks(runs: Run[]): string {
  return writeFormWords(runs.map((run) => ({ ...run, text: run.text.replace(/⏎/g, '\n⏎') })))
    .replaceAll('\n⏎', '\\⏎')
    .replaceAll('\n', '⏎');
}

type Framed = Exclude<Block, { runs: unknown } | { paragraphs: unknown } | { items: unknown }>;

/** Galleries, boxes, verse and code are written by the caller, between a sign and its end. */
export function writeFrameText(block: Exclude<Framed, { kind: 'gallery' | 'box' | 'pre' }>): string {
  switch (block.kind) {
    case 'figure':
    case 'video':
    case 'audio':
    case 'embed':
      return writeMedia(block);
    case 'table':
      return writeRows(block);
    case 'pull': {
      const line = (runs: Run[], sign: string): string[] =>
        runs.length === 0 ? [] : [writeFormWords(runs).replace(/^/gm, sign)];
      return [...line(block.words, '>> '), ...line(block.by, '>>@ ')].join('\n');
    }
    case 'rule':
      return '---';
    case 'notes':
      return block.notes.map((runs, at) => `[^${at + 1}]: ${withoutBreaks(runs)}`).join('\n\n');
  }
}

function writeMedia(block: FigureBlock | RecordingBlock | EmbedBlock): string {
  const below = (runs: Run[]): string[] =>
    runs.length === 0 ? [] : [writeFormLines(runs).replace(/^([©@] )/gm, '\\$1')];
  const line = (sign: string, words: string): string[] => (words === '' ? [] : [`${sign} ${words}`]);
  if (block.kind === 'embed') {
    const still = block.still === null ? '' : ` media:${block.still}`;
    const said = [...below(block.title), ...line('@', block.author), ...line('©', block.site)];
    return [`!embed(${block.href}${still})`, ...said].join('\n');
  }
  const size = block.size === 'text' ? '' : ` ${block.size}`;
  const said = [...below(block.caption), ...line('©', block.credit)];
  const address = block.media === null ? block.href : `media:${block.media}`;
  if (block.kind !== 'figure') return [`!${block.kind}(${address}${size})`, ...said].join('\n');
  return [`![${block.alt.replace(/[\\[\]]/g, '\\$&')}](${address}${size})`, ...said].join('\n');
}

function writeRows({ caption, headRows, hasHeadColumn, rows }: TableBlock): string {
  const lines = rows.map((row) => `| ${row.map(writeCell).join(' | ')} |`);
  const first = hasHeadColumn ? '===' : '---';
  const width = rows[0]?.reduce((sum, { columns }) => sum + columns, 0) ?? 1;
  const separator = `|${first}|${'---|'.repeat(Math.max(0, width - 1))}`;
  if (headRows > 0 || hasHeadColumn) lines.splice(headRows, 0, separator);
  return [...(caption.length > 0 ? [`|= ${withoutBreaks(caption)}`] : []), ...lines].join('\n');
}

function writeCell({ runs, columns, rows }: Cell): string {
  const words = withoutBreaks(runs)
    .replaceAll('|', '\\|')
    .replace(/^(?:[-=]{3,}$|\{)/, '\\$&');
  return columns > 1 || rows > 1 ? `{${columns}x${rows}} ${words}` : words;
}
