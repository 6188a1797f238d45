/** The plain form's text as blocks, and back (copy-text.ts says how it is written). Runs at the newsroom and in the editor's browser. */
import type { Block, ListBlock, Run } from './body-blocks.ts';
import { mapLines, type PreBlock, type PreLine } from './body-shape.ts';
import { type FrameKind, frameGoesOn, frameKind, readFrame, writeFrameText } from './copy-frames.ts';
import { readFormWords, writeFormLines, writeFormWords } from './copy-marks.ts';
import { preLineOf, preText } from './preformatted.ts';
import { plainRun } from './runs.ts';

const LONGEST = 1_000_000; // characters, as for any body

/** The blocks of a plain form, to be made safe by whoever keeps them; a link to a page of ours is resolved against `base`. */
export function readFormBlocks(text: string, base: string | null): Block[] {
  const lines = text.slice(0, LONGEST).replace(/\r\n?/g, '\n').split('\n');
  const notes: Notes = new Map();
  const read = (words: string): Run[] => readFormWords(words, base);
  return withNotes(readFences(lines, { read, notes }), notes);
}

/** Blocks as the plain form shows them. */
export function writeFormBlocks(blocks: Block[]): string {
  return blocks.map(writeBlock).join('\n\n');
}

/** Notes by the number that was typed. */
type Notes = Map<number, Run[]>;

interface Form {
  read: ReadWords;
  notes: Notes;
}

const FENCE = /^:::(?: +(box|gallery|verse|code)\s*$|(.*)$)/;

/** Lines between `::: box`, `::: gallery`, `::: verse` or `::: code` and `:::` are that block's; what is not closed goes to the end. */
function readFences(lines: string[], form: Form): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const kind = fenceKind(lines[at]);
    if (kind === undefined) continue;
    const end = endOfFence(lines, at, kind);
    blocks.push(...readParts(lines.slice(from, at), form));
    const within = lines.slice(at + 1, end);
    const caption = form.read((FENCE.exec(lines[end] ?? '')?.[2] ?? '').trim().replaceAll('⏎', '\n'));
    if (kind === 'box') blocks.push(...boxOf(readFences(within, form)));
    else if (kind === 'gallery') blocks.push(...galleryOf(readParts(within, form), caption));
    else blocks.push({ kind: 'pre', of: kind, lines: readPreLines(within, form.read) });
    from = end + 1;
    at = end;
  }
  return [...blocks, ...readParts(lines.slice(from), form)];
}

type Fence = 'box' | 'gallery' | 'verse' | 'code';

const fenceKind = (line = ''): Fence | undefined => FENCE.exec(line)?.[1] as Fence | undefined;

/** Where a block ends that begins with a line; in a box others may stand, and no box. */
function endOfFence(lines: string[], at: number, kind: Fence): number {
  let end = at + 1;
  while (end < lines.length && !isClosing(lines[end] ?? '')) {
    const inner = kind === 'box' ? fenceKind(lines[end]) : undefined;
    end = inner === undefined || inner === 'box' ? end + 1 : endOfFence(lines, end, inner) + 1;
  }
  return end;
}

/** Lines of verse and code begin where they were typed. */
const readPreLines = (lines: string[], read: ReadWords): PreLine[] =>
  lines.map((line) => preLineOf(read(line)));

/** The sign that ends such lines is escaped where it is one of the words. */
const writePreLines = (block: PreBlock): string => preText(block, writeFormWords).replace(/^:::/gm, '\\$&');

function isClosing(line: string): boolean {
  const found = FENCE.exec(line);
  return found !== null && found[1] === undefined;
}

function boxOf(blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'box', blocks }];
}

/** What is no picture stands behind the gallery. */
function galleryOf(blocks: Block[], caption: Run[]): Block[] {
  const figures = blocks.filter((block) => block.kind === 'figure');
  const others = blocks.filter(({ kind }) => kind !== 'figure');
  if (figures.length === 0)
    return [...others, ...(caption.length > 0 ? [{ kind: 'p' as const, runs: caption }] : [])];
  return [{ kind: 'gallery', figures, caption }, ...others];
}

function readParts(lines: string[], form: Form): Block[] {
  return lines
    .join('\n')
    .split(/\n(?:[ \t]*\n)+/)
    .flatMap((part) =>
      readPart(
        part.split('\n').filter((line) => line.trim() !== ''),
        form,
      ),
    );
}

/** Notes behind the blocks. A mark without a note, and a note without a mark, stay the words that were typed. */
function withNotes(blocks: Block[], notes: Notes): Block[] {
  const called = new Set<number>();
  const marked = blocks.map((block) =>
    mapLines(block, (runs) =>
      runs.map((run) => {
        if (run.note === undefined) return run;
        if (notes.has(run.note)) called.add(run.note);
        return notes.has(run.note) ? run : plainRun(`[^${run.note}]`);
      }),
    ),
  );
  const lone = [...notes].filter(([number]) => !called.has(number));
  const lines = lone.map(
    ([number, runs]): Block => ({ kind: 'p', runs: [plainRun(`[^${number}]: `), ...runs] }),
  );
  const last = Math.max(0, ...called);
  const all = Array.from({ length: last }, (_, at) => (called.has(at + 1) ? (notes.get(at + 1) ?? []) : []));
  return [...marked, ...lines, ...(last === 0 ? [] : [{ kind: 'notes' as const, notes: all }])];
}

type Kind = 'heading' | 'quote' | 'list' | 'p' | FrameKind;
type ReadWords = (words: string) => Run[];

const LIST_LINE = /^( *)(-|\d{1,3}\.) +(.*)$/;

/** Lines without an empty one among them; a heading, a quotation or a list may follow the line before directly. */
function readPart(lines: string[], form: Form): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = kindOf(lines[at] ?? '');
    let end = at + 1;
    while (end < lines.length && continues(kind, lines[end] ?? '')) end += 1;
    blocks.push(...readLines(kind, lines.slice(at, end), form));
    at = end;
  }
  return blocks;
}

function kindOf(line: string): Kind {
  if (/^#{2,3} /.test(line)) return 'heading';
  if (/^>( |$)/.test(line)) return 'quote';
  const frame = frameKind(line);
  if (frame) return frame;
  return LIST_LINE.test(line) ? 'list' : 'p';
}

/** An indented line that is nothing else goes on in the list item above, as the line break it was. */
function continues(kind: Kind, line: string): boolean {
  if (kind === 'heading') return false;
  if (isFrame(kind)) return frameGoesOn(kind, line);
  return kindOf(line) === kind || (kind === 'list' && /^ +\S/.test(line));
}

function isFrame(kind: Kind): kind is FrameKind {
  return !['heading', 'quote', 'list', 'p'].includes(kind);
}

function readLines(kind: Kind, lines: string[], { read, notes }: Form): Block[] {
  if (isFrame(kind)) {
    const block = readFrame(kind, lines, read);
    if (block?.kind !== 'note') return block ? [block] : [];
    notes.set(block.number, [...(notes.get(block.number) ?? []), ...block.runs]);
    return [];
  }
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

function writeBlock(block: Block): string {
  if ('items' in block) return writeList(block, '');
  if (block.kind === 'blockquote') {
    const paragraphs = block.paragraphs.map((runs) => writeFormLines(runs).replace(/^/gm, '> '));
    return paragraphs.join('\n>\n');
  }
  if (block.kind === 'box') return `::: box\n${block.blocks.map(writeBlock).join('\n\n')}\n:::`;
  if (block.kind === 'gallery') {
    const caption = writeFormWords(block.caption).replaceAll('\n', '⏎');
    return `::: gallery\n${block.figures.map(writeFrameText).join('\n\n')}\n::: ${caption}`.trimEnd();
  }
  if (block.kind === 'pre') return `::: ${block.of}\n${writePreLines(block)}\n:::`;
  if (!('runs' in block)) return writeFrameText(block);
  return { p: '', h2: '## ', h3: '### ' }[block.kind] + writeFormLines(block.runs);
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
      const words = writeFormLines(runs).replaceAll('\n', `\n${indent}  `);
      return [`${indent}${sign} ${words}`, ...lists.map((inner) => writeList(inner, `${indent}  `))];
    })
    .join('\n');
}
