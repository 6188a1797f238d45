/**
 * Copy as an editor without script writes it: paragraphs with an empty line between, `## ` and `### ` for headings,
 * `> ` for a quotation, `- ` or `1. ` for lists, `**bold**`, `*italic*`, `[words](address)`. A backslash takes a sign
 * as it is. Numbers of a list are kept as they are typed; the same again is the next one (`1. 1. 1.`), unless a zero before
 * it says that it is meant. What htmlToCopyText writes, copyTextToHtml reads back as the same body.
 */
import { type Block, type ListBlock, type Run, readBlocks } from './body-blocks.ts';
import { typedAddress } from './safe-href.ts';
import { type BodyHtml, safeBlocks } from './safe-html.ts';

const LONGEST = 1_000_000; // characters, as for any body

/** The copy of a plain form as a safe body; a link to a page of ours (`/city/x`) is resolved against `base`. */
export function copyTextToHtml(text: string, base: string | null = null): BodyHtml {
  const parts = text
    .slice(0, LONGEST)
    .replace(/\r\n?/g, '\n')
    .split(/\n(?:[ \t]*\n)+/);
  const read = (words: string): Run[] => readMarks(words, base);
  const blocks = parts.flatMap((part) =>
    readPart(
      part.split('\n').filter((line) => line.trim() !== ''),
      read,
    ),
  );
  return safeBlocks(blocks);
}

/** A body as the plain form shows it. */
export function htmlToCopyText(html: string): string {
  return readBlocks(html).map(writeBlock).join('\n\n');
}

type Kind = 'heading' | 'quote' | 'list' | 'p';
type Marks = Omit<Run, 'text'>;
type ReadWords = (words: string) => Run[];

const LIST_LINE = /^( *)(-|\d{1,3}\.) +(.*)$/;
const LINK = /\[((?:\\.|[^[\]\\])+)\]\(((?:https?:|mailto:|tel:|[/#?]|[^\s()@/]+@)[^\s()]*)\)/y;
const ESCAPABLE = '\\*[]#>-.';

/** Lines without an empty one among them; a heading, a quotation or a list may follow the line before directly. */
function readPart(lines: string[], read: ReadWords): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at] ?? '');
    let end = at + 1;
    while (end < lines.length && continues(kind, lines[end] ?? '')) end += 1;
    blocks.push(...readLines(kind, lines.slice(at, end), read));
    at = end;
  }
  return blocks;
}

function kindOf(line: string): Kind {
  if (/^#{2,3} /.test(line)) return 'heading';
  if (/^>( |$)/.test(line)) return 'quote';
  return LIST_LINE.test(line) ? 'list' : 'p';
}

/** An indented line that is nothing else goes on in the list item above, as the line break it was. */
function continues(kind: Kind, line: string): boolean {
  if (kind === 'heading') return false;
  return kindOf(line) === kind || (kind === 'list' && /^ +\S/.test(line));
}

function readLines(kind: Kind, lines: string[], read: ReadWords): Block[] {
  if (kind === 'list') return readLists(lines, read);
  if (kind === 'quote')
    return [
      readQuote(
        lines.map((line) => line.replace(/^> ?/, '').trim()),
        read,
      ),
    ];
  if (kind === 'p') return [{ kind, runs: read(lines.map((line) => line.trim()).join('\n')) }];
  const line = lines[0] ?? '';
  return [{ kind: line.startsWith('###') ? 'h3' : 'h2', runs: read(line.replace(/^#+ +/, '')) }];
}

function readQuote(lines: string[], read: ReadWords): Block {
  const paragraphs = lines.join('\n').split(/\n\n+/);
  return { kind: 'blockquote', paragraphs: paragraphs.map((words) => read(words.trim())) };
}

/** Two spaces deeper is a list within the item above. */
function readLists(lines: string[], read: ReadWords): ListBlock[] {
  const tops: ListBlock[] = [];
  const open: ListBlock[] = [];
  for (const { depth, kind, words, number } of itemsOf(lines)) {
    const level = Math.min(depth, open.length);
    const siblings = level === 0 ? tops : (open[level - 1]?.items.at(-1)?.lists ?? tops);
    const last = siblings.at(-1);
    const here: ListBlock = last?.kind === kind ? last : { kind, items: [] };
    if (here !== last) siblings.push(here);
    here.items.push({ runs: read(words), lists: [], ...(number === null ? {} : { value: number }) });
    open.splice(level, open.length, here);
  }
  return tops;
}

interface Item {
  depth: number;
  kind: 'ul' | 'ol';
  words: string;
  /** As typed; null for the next one. */
  number: number | null;
}

function itemsOf(lines: string[]): Item[] {
  const items: Item[] = [];
  const signs: string[] = []; // by depth: the sign before this one
  for (const line of lines) {
    const [, indent = '', sign = '', words = ''] = LIST_LINE.exec(line) ?? [];
    const last = items.at(-1);
    const depth = Math.floor(indent.length / 2);
    if (sign !== '') {
      const number = sign === '-' || sign === signs[depth] ? null : Number.parseInt(sign, 10);
      items.push({ depth, kind: sign === '-' ? 'ul' : 'ol', words, number });
      signs.splice(depth, signs.length, sign);
    } else if (last) last.words += `\n${line.trim()}`;
  }
  return items;
}

/** A character, or a whole link, or a star that is a mark if there is one to go with it. */
type Sign = { text: string; isStar: boolean } | { label: string; href: string };

function signsOf(text: string, base: string | null): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const here = text[at] ?? '';
    const next = text[at + 1] ?? '';
    if (here === '\\' && next !== '' && ESCAPABLE.includes(next)) {
      signs.push({ text: next, isStar: false });
      at += 1;
      continue;
    }
    const link = here === '[' ? linkAt(text, at, base) : null;
    if (link) {
      signs.push(link);
      at += link.length - 1;
    } else signs.push({ text: here, isStar: here === '*' });
  }
  return signs;
}

function linkAt(
  text: string,
  at: number,
  base: string | null,
): { label: string; href: string; length: number } | null {
  LINK.lastIndex = at;
  const [whole, label, address] = LINK.exec(text) ?? [];
  if (whole === undefined || label === undefined || address === undefined) return null;
  const found = typedAddress(address, base);
  return 'href' in found ? { label, href: found.href, length: whole.length } : null;
}

const UNMARKED: Marks = { href: null, strong: false, em: false };

function readMarks(text: string, base: string | null, around: Marks = UNMARKED): Run[] {
  const signs = signsOf(text, base);
  const runs: Run[] = [];
  const open: ('strong' | 'em')[] = [];
  const lastStar = signs.findLastIndex((sign, at) => isStar(sign) && !isSpace(signs[at - 1]));
  const marks = (): Marks => ({
    href: around.href,
    strong: around.strong || open.includes('strong'),
    em: around.em || open.includes('em'),
  });
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] as Sign;
    if ('label' in sign) {
      runs.push(...readMarks(sign.label, base, { ...marks(), href: around.href ?? sign.href }));
      continue;
    }
    const isDouble = sign.isStar && isStar(signs[at + 1]);
    const mayClose = sign.isStar && !isSpace(signs[at - 1]);
    const wanted = isDouble && !open.includes('strong') ? 'strong' : 'em';
    const width = wanted === 'strong' ? 2 : 1;
    if (mayClose && open.at(-1) === 'strong' && isDouble) {
      open.pop();
      at += 1;
    } else if (mayClose && open.at(-1) === 'em') open.pop();
    else if (sign.isStar && !open.includes(wanted) && !isSpace(signs[at + width]) && lastStar >= at + width) {
      open.push(wanted);
      at += width - 1;
    } else runs.push({ text: sign.text, ...marks() });
  }
  return runs;
}

function isStar(sign: Sign | undefined): boolean {
  return sign !== undefined && 'isStar' in sign && sign.isStar;
}

function isSpace(sign: Sign | undefined): boolean {
  return sign === undefined || ('text' in sign && /\s/.test(sign.text));
}

function writeBlock(block: Block): string {
  if ('items' in block) return writeList(block, '');
  if (block.kind === 'blockquote') {
    const paragraphs = block.paragraphs.map((runs) => writeLines(runs).replace(/^/gm, '> '));
    return paragraphs.join('\n>\n');
  }
  return { p: '', h2: '## ', h3: '### ' }[block.kind] + writeLines(block.runs);
}

function writeList(list: ListBlock, indent: string): string {
  let number = 0;
  let before = ''; // the same sign twice would be read as the next number
  return list.items
    .flatMap(({ runs, lists, value }) => {
      number = value ?? number + 1;
      const plain = `${number}.`;
      before = before === plain ? `0${plain}` : plain;
      const sign = list.kind === 'ul' ? '-' : before;
      const words = writeLines(runs).replaceAll('\n', `\n${indent}  `);
      return [`${indent}${sign} ${words}`, ...lists.map((inner) => writeList(inner, `${indent}  `))];
    })
    .join('\n');
}

/** The words with their marks; what would begin another kind of line is escaped. */
function writeLines(runs: Run[]): string {
  let text = '';
  for (let at = 0; at < runs.length; ) {
    const href = runs[at]?.href ?? null;
    let end = at;
    while (end < runs.length && (runs[end]?.href ?? null) === href) end += 1;
    const words = writeMarks(runs.slice(at, end), href !== null);
    text += href ? `[${words}](${href})` : words;
    at = end;
  }
  return text.replace(/^(#{2,3} |>(?: |$)|- )/gm, '\\$1').replace(/^(\d{1,3})\.(?= )/gm, '$1\\.');
}

function writeMarks(runs: Run[], isLabel: boolean): string {
  let text = '';
  let open: string[] = [];
  for (const run of runs) {
    const wanted = [...(run.strong ? ['**'] : []), ...(run.em ? ['*'] : [])];
    const same = open.findIndex((mark, index) => mark !== wanted[index]);
    const keep = same === -1 ? open.length : same;
    text +=
      open.slice(keep).toReversed().join('') + wanted.slice(keep).join('') + escapeSigns(run.text, isLabel);
    open = wanted;
  }
  return text + open.toReversed().join('');
}

function escapeSigns(text: string, isLabel: boolean): string {
  const plain = text.replace(/[\\*]/g, '\\$&');
  return isLabel ? plain.replace(/[[\]]/g, '\\$&') : plain.replaceAll('](', '\\](');
}
