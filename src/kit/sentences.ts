/**
 * Where sentences begin and end. A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a
 * word that goes on; quotation marks and brackets that close after the stop belong to the sentence before. Time is linear
 * in the text: every look back and ahead is bounded.
 */
import type { Abbreviations } from '../language/copy-words.ts';
import { abbreviations } from './abbreviations.ts';
import type { Span } from './paragraphs.ts';
import { remember } from './remember.ts';

const LONGEST_WORD = 40; // units looked at on either side of a stop; longer ones are no abbreviations

const FULL_STOPS = '.．｡'; // may belong to a word or a number
const HARD_STOPS = '。！？!?؟۔…‥।॥։።၊။។᙮᠃‼⁇⁈⁉‽';
const UNSPACED_STOPS = '。！？｡．।॥'; // nothing need stand between these and the next sentence
const GREEK_QUESTION = ';\u037e';
const CLOSERS = '"\'”’»)]}›」』）】〉》″＂';
const LEANING = '“‘«‹'; // close in some languages and open in others: what stands around them decides
const OPENERS = '"\'“‘„‚«»‹›([{「『（【〈《¿¡-–—―*•·';

/**
 * Spans of the sentences in a text, in order. Nothing but white space lies between them; none reaches over an empty line.
 * `language` is BCP 47; without it, or for a language without a list, every list is used.
 */
export function splitSentences(text: string, language?: string): Span[] {
  const words = wordsFor(language);
  const spans: Span[] = [];
  for (const paragraph of paragraphsIn(text)) splitParagraph(text, paragraph, words, spans);
  return spans;
}

/** Spans of the stretches between empty lines. */
export function paragraphsIn(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const gap of text.matchAll(/(?:\r\n?|\n|\u2029)(?:[^\S\r\n\u2029]*(?:\r\n?|\n|\u2029))+|\u2029/g)) {
    pushTrimmed(text, { start, end: gap.index }, spans);
    start = gap.index + gap[0].length;
  }
  pushTrimmed(text, { start, end: text.length }, spans);
  return spans;
}

interface Words {
  language: string | null;
  before: ReadonlySet<string>;
  beforeNumber: ReadonlySet<string>;
  either: ReadonlySet<string>;
  starters: ReadonlySet<string>;
  afterOrdinal: ReadonlySet<string>;
  beforeOrdinal: ReadonlySet<string>;
}

const MOST_LANGUAGES = 200; // whose lists are kept as they are asked

const wordsOf = remember((primary: string): Words => {
  const own = abbreviations[primary];
  const lists = own ? [own] : Object.values(abbreviations);
  const all = (key: keyof Abbreviations) =>
    new Set(lists.flatMap((list) => (list[key] ?? '').split(' ').filter((word) => word !== '')));
  return {
    language: own ? primary : null,
    before: all('before'),
    beforeNumber: all('beforeNumber'),
    either: all('either'),
    starters: all('starters'),
    afterOrdinal: all('afterOrdinal'),
    beforeOrdinal: all('beforeOrdinal'),
  };
}, MOST_LANGUAGES);

function wordsFor(language: string | undefined): Words {
  return wordsOf(language?.toLowerCase().split(/[-_]/)[0] ?? '');
}

function splitParagraph(text: string, paragraph: Span, words: Words, spans: Span[]): void {
  let start = paragraph.start;
  let at = paragraph.start;
  while (at < paragraph.end) {
    const kind = stopAt(text, at);
    if (kind === null) {
      at += 1;
      continue;
    }
    const stop = readStop(text, at, paragraph.end);
    if (endsHere(text, { from: start, at, stop, limit: paragraph.end, kind, words })) {
      pushTrimmed(text, { start, end: stop.closed }, spans);
      start = stop.closed;
    }
    at = Math.max(stop.closed, at + 1);
  }
  pushTrimmed(text, { start, end: paragraph.end }, spans);
}

type StopKind = 'full' | 'hard';

function stopAt(text: string, at: number): StopKind | null {
  const sign = text[at] ?? '';
  if (FULL_STOPS.includes(sign)) return 'full';
  if (HARD_STOPS.includes(sign)) return 'hard';
  if (!GREEK_QUESTION.includes(sign)) return null;
  return /[\p{Script=Greek}»”"')]/u.test(text[at - 1] ?? '') && greekNear(text, at) ? 'hard' : null;
}

function greekNear(text: string, at: number): boolean {
  return /\p{Script=Greek}/u.test(text.slice(Math.max(0, at - 12), at));
}

interface Stop {
  /** After the last of the stops that stand together. */
  end: number;
  /** After the marks that close behind them. */
  closed: number;
  /** Whether it is an ellipsis: one sign of it, or several stops. */
  many: boolean;
}

function readStop(text: string, at: number, limit: number): Stop {
  let end = at + 1;
  while (end < limit && stopAt(text, end) !== null) end += 1;
  let closed = end;
  for (;;) {
    const next = closingAt(text, closed, limit);
    if (next === closed) break;
    closed = next;
  }
  return { end, closed, many: end - at > 1 || text[at] === '…' || text[at] === '‥' };
}

/** Where a closing mark at this place ends; the place itself when none stands there. */
function closingAt(text: string, at: number, limit: number): number {
  const sign = text[at] ?? '';
  if (at >= limit || sign === '') return at;
  if (CLOSERS.includes(sign)) return at + 1;
  if (LEANING.includes(sign)) return isOpenSpace(text[at + 1]) ? at + 1 : at;
  if (sign === '[') return /^\[\d{1,3}\]/.exec(text.slice(at, at + 5)) ? text.indexOf(']', at) + 1 : at; // a note's number
  if (/[ \u00a0\u202f\u2009]/.test(sign) && /[»›]/.test(text[at + 1] ?? '')) {
    return isOpenSpace(text[at + 2]) || /[.,;:!?)]/.test(text[at + 2] ?? '') ? at + 2 : at; // French sets a space before it
  }
  return at;
}

const isOpenSpace = (sign: string | undefined): boolean => sign === undefined || /\s/.test(sign);

interface Place {
  from: number;
  at: number;
  stop: Stop;
  limit: number;
  kind: StopKind;
  words: Words;
}

function endsHere(text: string, place: Place): boolean {
  const { at, stop, limit, kind, words } = place;
  if (stop.closed >= limit) return true;
  const unspaced = UNSPACED_STOPS.includes(text[stop.end - 1] ?? '');
  if (!isOpenSpace(text[stop.closed])) return unspaced && kind === 'hard';
  const next = nextWord(text, stop.closed, limit);
  if (next.word === '') return !/^[,;:)\]]/.test(next.rest);
  if (isLower(next.word)) return false;
  if (kind === 'hard' || stop.many) return !isSaidOf(text, stop, next);
  if (isListNumber(text, place)) return false;
  return !staysOpen(previousWord(text, at, place.from), next, words, stop.closed > stop.end);
}

interface NextWord {
  word: string;
  /** What stands there, when no word or number does. */
  rest: string;
  /** Whether a quotation or bracket opens before it. */
  opened: boolean;
  /** Whether a dash stands before it. */
  dashed: boolean;
  start: number;
}

function nextWord(text: string, from: number, limit: number): NextWord {
  let at = from;
  while (at < limit && (isOpenSpace(text[at]) || OPENERS.includes(text[at] ?? ''))) at += 1;
  const between = text.slice(Math.max(from, at - LONGEST_WORD), at);
  const opened = /\S/.test(between);
  const rest = text.slice(at, Math.min(limit, at + LONGEST_WORD));
  const word = /^[\p{L}\p{M}\p{N}]+/u.exec(rest)?.[0] ?? '';
  return { word, rest, opened, dashed: /^\s*[-–—]\s*$/.test(between), start: at };
}

const isLower = (word: string): boolean => /^\p{Ll}/u.test(word);

/** The run of letters, digits and inner stops before a stop, and the word before that. */
function previousWord(text: string, at: number, from: number): { word: string; earlier: string } {
  const behind = text.slice(Math.max(from, at - LONGEST_WORD), at);
  const word = /[\p{L}\p{M}\p{N}.№º'’-]*$/u.exec(behind)?.[0] ?? '';
  const before = behind.slice(0, behind.length - word.length).trimEnd();
  const earlier = /[\p{L}\p{M}\p{N}.]*$/u.exec(before)?.[0] ?? '';
  const elided = word.slice(word.search(/[^'’]*$/)); // 'l’art.', 'dell’avv.'
  return { word: elided.replace(/^[.-]+/, ''), earlier: earlier.toLowerCase() };
}

/** Whether a full stop belongs to the word before it, so that the sentence goes on. */
function staysOpen(
  { word, earlier }: { word: string; earlier: string },
  next: NextWord,
  words: Words,
  closed: boolean,
): boolean {
  if (word === '' || closed) return false;
  const lower = word.toLowerCase();
  const nextIsNumber = /^\p{N}/u.test(next.word);
  const starts = words.starters.has(next.word.toLowerCase()) && !/^\p{L}\./u.test(next.rest); // 'George H. W. Stone'
  if (isSpacedOut(word, earlier, next)) return true;
  if (/^\p{N}+$/u.test(word)) return isOrdinal(word, earlier, next, words);
  if (nextIsNumber && (words.beforeNumber.has(lower) || words.before.has(lower))) return true;
  if (isInitial(word, next)) return !starts || words.before.has(lower);
  if (words.before.has(lower)) return !(starts && words.either.has(lower));
  if (/^[ap]\.m$/i.test(word))
    return /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^[A-Z]{2,4}$/i.test(next.word);
  if (isDotted(word) && /^\p{Lo}/u.test(word)) return true;
  if (nextIsNumber && next.dashed && (words.either.has(lower) || words.before.has(lower))) return true;
  if (isDotted(word) || words.either.has(lower)) return !starts && !next.opened && namesFollow(words, next);
  return words.beforeNumber.has(lower) && /^\p{Lu}\p{L}?$/u.test(next.word); // 'Fig. B'
}

/** 'z. B.', 'p. ex.', 'i. d. R.': an abbreviation of several words, at any of them. */
function isSpacedOut(word: string, earlier: string, next: NextWord): boolean {
  if (!/^\p{L}\p{M}*$/u.test(word)) return false;
  return /^\p{Ll}\.$/u.test(earlier) || (isLower(word) && /^\p{L}{1,2}\./u.test(next.rest));
}

/** One letter with a stop is an initial: of a name, or in scripts without capitals an abbreviation. */
function isInitial(word: string, next: NextWord): boolean {
  if (/^\p{N}/u.test(next.word)) return false;
  return (
    /^(?:\p{Lu}\p{M}*|\p{Lo}\p{M}*)$/u.test(word) ||
    (/^(?:\p{Lu}\.){1,3}\p{Lu}$/u.test(word) && word.length <= 3)
  );
}

const isDotted = (word: string): boolean => /^[\p{L}\p{M}]{1,4}(?:\.[\p{L}\p{M}]{1,4})+$/u.test(word);

/** Where only names have capitals, a capital after such a word begins a sentence; in English and German it may be a name or noun. */
function namesFollow(words: Words, next: NextWord): boolean {
  if (/^\p{N}/u.test(next.word)) return false;
  return (
    words.language === null || words.language === 'en' || words.language === 'de' || words.language === 'nl'
  );
}

function isOrdinal(word: string, earlier: string, next: NextWord, words: Words): boolean {
  if (words.afterOrdinal.size === 0 || word.length > 2) return false;
  if (words.afterOrdinal.has(next.word.toLowerCase())) return true;
  return (
    words.language !== null &&
    words.beforeOrdinal.has(earlier) &&
    !words.starters.has(next.word.toLowerCase())
  );
}

/** '1. The council': the number of a list, at the beginning of what would be the sentence. */
function isListNumber(text: string, { from, at }: Place): boolean {
  return at - from <= 6 && /^\s*[([]?(?:\p{N}{1,3}|\p{L}|[IVX]{1,4})$/u.test(text.slice(from, at));
}

const SAID =
  /^(?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:said|says|asked|asks|told|added|replied|answered|wrote|shouted|cried|wondered)\b/u;

/** '“Is it safe?” Maria Leontis asked.' is one sentence. */
function isSaidOf(text: string, stop: Stop, next: NextWord): boolean {
  if (stop.closed === stop.end || next.opened) return false;
  return SAID.test(text.slice(next.start, next.start + 3 * LONGEST_WORD));
}

function pushTrimmed(text: string, span: Span, spans: Span[]): void {
  let { start, end } = span;
  while (start < end && isOpenSpace(text[start])) start += 1;
  while (end > start && isOpenSpace(text[end - 1])) end -= 1;
  if (end > start) spans.push({ start, end });
}
