/** Elements within a line that mean something beside their words: raised, quoted, a fraction, a reading, a formula. */
import type { Run } from './body-shape.ts';
import { type Styles, shiftOf } from './html-styles.ts';
import type { LeftOutKind } from './left-out.ts';
import { isNoteMark } from './office-marks.ts';
import type { OpenElement } from './open-element.ts';
import { isInMarks, quotationMarks } from './quotation-marks.ts';
import { endingFraction, fraction, lowered, raised } from './raised.ts';

/** What these rules need of the reader. */
export interface InlineReader {
  /** The words of the paragraph that is being read. */
  runs: Run[];
  /** Grows with each paragraph that ends. */
  flushes: number;
  quotesOpen: number;
  builder: { last: Run[] | null };
  say(text: string): void;
  /** A mark that stands before the next words, in whatever paragraph they begin. */
  openMark(text: string): Run;
  /** Whether words came after it; without them it is forgotten. */
  hasPut(mark: Run): boolean;
  leave(kind: LeftOutKind, text?: string): void;
}

interface Inline {
  here: OpenElement;
  above: OpenElement;
  styles: Styles;
}

/** What is done when the element ends; null for one that means nothing beside its words. */
export function inlineEnd(reader: InlineReader, { here, above, styles }: Inline): (() => void) | null {
  const { name } = here;
  if (name === 'math') here.isMath = true;
  if (name === 'q') return quoted(reader, above.language);
  if (name === 'rt' || name === 'rtc') return rewritten(reader, reading);
  if (name === 'frac' || name === 'mfrac') return rewritten(reader, wholeFraction);
  if (name === 'numer' || (above.name === 'mfrac' && above.children === 1)) return () => reader.say('\u2044');
  if (name === 'msqrt') return rewritten(reader, (inner) => worded(inner, `√(${textOf(inner)})`));
  const shift = formulaShift(above) ?? (here.noteCall !== null ? null : shiftOf(name, styles));
  return shift ? rewritten(reader, (inner, before) => shifted(inner, before, shift)) : null;
}

/** The second part of a power is raised, of an index lowered, of both one after the other. */
function formulaShift({ name, children }: OpenElement): 'raised' | 'lowered' | null {
  if (name === 'msup' && children === 2) return 'raised';
  if (name === 'msub' && children === 2) return 'lowered';
  if (name !== 'msubsup') return null;
  return children === 2 ? 'lowered' : children === 3 ? 'raised' : null;
}

type Rewrite = (inner: Run[], before: string) => Run[];

/** Takes the words that the element held and puts others in their place, unless a paragraph ended among them. */
function rewritten(reader: InlineReader, rewrite: Rewrite): () => void {
  const [from, flushes] = [reader.runs.length, reader.flushes];
  return () => {
    if (reader.flushes !== flushes) return;
    if (isLong(reader.runs, from)) return;
    const inner = reader.runs.splice(from);
    reader.runs.push(...rewrite(inner, lastWords(reader.runs)));
    joinFraction(reader.runs);
  };
}

const LONGEST = 200; // letters and runs of what can be a sign; more is a text that someone put there

function isLong(runs: Run[], from: number): boolean {
  let length = 0;
  for (let at = from; at < runs.length && length <= LONGEST; at += 1) length += runs[at]?.text.length ?? 0;
  return runs.length - from > LONGEST || length > LONGEST;
}

const NEAR = 40; // letters before a raised one that can matter to it

function lastWords(runs: Run[]): string {
  let text = '';
  for (let at = runs.length - 1; at >= 0 && text.length < NEAR; at -= 1)
    text = (runs[at]?.text ?? '').slice(-NEAR) + text;
  return text;
}

function textOf(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** A link of footnotes is set in brackets, unless it brings them along. */
function shifted(inner: Run[], before: string, shift: 'raised' | 'lowered'): Run[] {
  const text = textOf(inner);
  const [first] = inner;
  if (!first || text.trim() === '') return inner;
  const marks = inner.filter((run) => run.note !== undefined);
  if (marks.length > 0) return marks; // without the brackets around it
  const linked = inner.find((run) => run.href !== null);
  if (linked) return /^\s*[[(].*[\])]\s*$/su.test(text) ? inner : [{ ...linked, text: `[${text.trim()}]` }];
  return [{ ...first, text: shift === 'raised' ? raised(text, before) : lowered(text, before) }];
}

/** A raised 1, a slash and a lowered 2 are ½. */
function joinFraction(runs: Run[]): void {
  const last = runs.at(-1);
  if (!last || !/[₀-₉]$/u.test(last.text)) return;
  const found = endingFraction(lastWords(runs));
  if (!found) return;
  let taken = found.top.length + 1 + found.bottom.length;
  while (taken > 0) {
    const end = runs.at(-1);
    if (!end) break;
    const cut = Math.min(taken, end.text.length);
    end.text = end.text.slice(0, end.text.length - cut);
    taken -= cut;
    if (end.text === '') runs.pop();
  }
  runs.push({ ...last, text: fraction(found.top, found.bottom, lastWords(runs)) });
}

function wholeFraction(inner: Run[], before: string): Run[] {
  const [first] = inner;
  const [top = '', bottom = '', ...more] = textOf(inner)
    .split(/[/\u2044]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (!first || top === '') return inner;
  return [{ ...first, text: bottom === '' ? top : fraction(top, [bottom, ...more].join('/'), before) }];
}

/** How a word is read stands beside it, in brackets. */
function reading(inner: Run[], before: string): Run[] {
  const text = textOf(inner).trim();
  const [first] = inner;
  if (!first || text === '') return [];
  const isEastAsian = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]$/u.test(before);
  return [{ ...first, text: isEastAsian ? `（${text}）` : ` (${text})` }];
}

function worded([first]: Run[], text: string): Run[] {
  return first ? [{ ...first, text }] : [];
}

/** The mark of a note stands for itself when the link that it is ends, or goes where there is none; other words of such a link stay. */
export function noteCallEnd(reader: InlineReader, call: () => Run | null): () => void {
  return rewritten(reader, (inner) => {
    if (!isNoteMark(textOf(inner))) return inner;
    const mark = call();
    if (mark) return [mark];
    reader.leave('note-mark');
    return [];
  });
}

/** The marks of the language, the second pair within others; none where the words bring their own. */
function quoted(reader: InlineReader, language: string | null): () => void {
  const [open, close] = quotationMarks(language, reader.quotesOpen);
  reader.quotesOpen += 1;
  const isMarked = /["“„«‘‚‹「『]\s?$/u.test(lastWords(reader.runs));
  const [from, flushes] = [reader.runs.length, reader.flushes];
  const mark = isMarked ? null : reader.openMark(open);
  return () => {
    reader.quotesOpen -= 1;
    if (mark === null || !reader.hasPut(mark)) return;
    const last = reader.runs.at(-1);
    const [at, isWhole] = [reader.runs.indexOf(mark, from), reader.flushes === flushes];
    if (isWhole && last && isInMarks(reader.runs[at + 1]?.text ?? '', last.text)) reader.runs.splice(at, 1);
    else if (last) closeAt(last, () => reader.say(close), reader.say.bind(reader));
    else reader.builder.last?.push({ text: close, href: null, strong: false, em: false });
  };
}

/** A space before the mark that closes stands after it. */
function closeAt(last: Run, close: () => void, say: (text: string) => void): void {
  const words = last.text.trimEnd();
  const hasSpace = words !== '' && words !== last.text;
  if (hasSpace) last.text = words;
  close();
  if (hasSpace) say(' ');
}
