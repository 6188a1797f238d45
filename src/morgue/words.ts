/**
 * The words of a text, read in one way by what files and by what searches: "Tanker's" is also `tankers`, "COVID-19" `covid19`,
 * "U.S." `us`, "1,204" `1204`; and what is written without spaces, or with endings that run on, is read in runs of letters.
 */
import { foldForSearch, withoutInvisible } from './fold.ts';

export interface IndexWord {
  /** Where it stands. */
  from: number;
  to: number;
  /** As it is written, in small letters, and so its parts at apostrophes: what stems are made of. */
  written: string[];
  /** Folded, in each way in which it may be looked for whole; the first is the usual one. */
  forms: string[];
  /** Folded parts of it that are found too: "hotel" of "l'hôtel", "2026" of "11.03.2026". */
  parts: string[];
  /** How many letters of it are looked up at once, where a word is not a thing between spaces; else null. */
  run: number | null;
}

/** What stands between spaces or other signs: one word, or several with hyphens. */
export interface Group {
  /** Without its hyphens, folded; null for a single word. */
  joined: string | null;
  words: IndexWord[];
}

const LONGEST = 60; // letters of a word; longer ones are no words
const APOSTROPHES = "'’‘ʼʻ`´ʹ′＇՚׳";
const INNER = '\\p{L}\\p{N}\\p{M}\\p{Default_Ignorable_Code_Point}';
const CHUNK = new RegExp(
  `[\\p{L}\\p{N}][${INNER}]*(?:(?:[${APOSTROPHES}.‐‑-]|(?<=\\p{Nd})[,٫٬](?=\\p{Nd}))(?=[\\p{L}\\p{N}])[${INNER}]+)*[+#]{0,2}`,
  'gu',
);
const AT_APOSTROPHES = new RegExp(`[${APOSTROPHES}]`, 'u');
const SIMPLE = /^(?:[a-zß-ãç-ïñ-õù-ûýþÿА-яёіїєґΑ-Ωα-ωά-ώء-غف-ي]+|[0-9]+)$/i; // most words of most texts need no more
const NUMBER = /^\d+(?:[.,٫٬]\d+)+$/;
const THOUSANDS = /^\d{1,3}(?:[.,٫٬]\d{3})+$/;
const INITIALS = /^\p{L}(?:\.\p{L})+$/u;
const PAIRS = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{scx=Hira}\p{sc=Hang}\p{sc=Bopo}]/u;
const THREES = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
const RUNS = new RegExp(`(?:${PAIRS.source})+|(?:${THREES.source})+`, 'gu');

/** Letters that are also written as two: a reader may type either. */
const AS_TWO: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' };

/** All words of a text, in their order. */
export function groupsOf(text: string): Group[] {
  return [...eachGroup(text)];
}

/** The same one after the other, for who may not need them all. */
export function* eachGroup(text: string): Generator<Group> {
  for (const match of text.matchAll(CHUNK)) yield* groupsIn(match[0], match.index);
}

/** The words of a text one by one. */
export function wordsOf(text: string): IndexWord[] {
  return groupsOf(text).flatMap((group) => group.words);
}

/** Under which folded words a group is filed. */
export function filedAs({ joined, words }: Group): string[] {
  const each = words.flatMap((word) =>
    word.run === null ? [...word.forms, ...word.parts] : runsOf(word.forms[0] ?? '', word.run),
  );
  return joined === null ? each : [joined, ...each];
}

/** What begins at each letter of a run, so many letters long; at its end shorter. */
export function runsOf(folded: string, length: number): string[] {
  const letters = [...folded];
  return letters.map((_letter, at) => letters.slice(at, at + length).join(''));
}

function groupsIn(chunk: string, from: number): Group[] {
  if (SIMPLE.test(chunk)) {
    const written = [chunk.normalize('NFC').toLowerCase()];
    return [single({ written, forms: [cut(foldForSearch(chunk))], parts: [], run: null }, chunk, from)];
  }
  const seen = foldForSearch(chunk);
  if (NUMBER.test(seen)) return [single(numberOf(seen), chunk, from)];
  if (INITIALS.test(withoutInvisible(chunk))) return [single(plain(chunk), chunk, from)];
  return pieces(chunk, from, /[.,٫٬]/).map((part) => hyphened(part.text, part.from));
}

function single(
  made: Pick<IndexWord, 'written' | 'forms' | 'parts' | 'run'>,
  chunk: string,
  from: number,
): Group {
  return { joined: null, words: [{ from, to: from + chunk.length, ...made }] };
}

function hyphened(text: string, from: number): Group {
  const parts = pieces(text, from, /[‐‑-]/);
  const words = parts.flatMap((part) => unspaced(part.text, part.from));
  return { joined: parts.length > 1 ? bare(text) : null, words };
}

/** Runs of scripts without spaces apart from the letters and digits beside them. */
function unspaced(text: string, from: number): IndexWord[] {
  const words: IndexWord[] = [];
  let at = 0;
  const put = (to: number, run: number | null) => {
    const part = text.slice(at, to);
    if (bare(part) !== '')
      words.push({ from: from + at, to: from + to, ...(run ? runOf(part, run) : plain(part)) });
    at = to;
  };
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    put(index, null);
    put(index + run.length, PAIRS.test(run) ? 2 : 3);
  }
  put(text.length, null);
  return words;
}

const runOf = (text: string, run: number) => ({ written: [], forms: [bare(text)], parts: [], run });

function plain(text: string): Pick<IndexWord, 'written' | 'forms' | 'parts' | 'run'> {
  const small = withoutInvisible(text).normalize('NFC').toLowerCase();
  const between = small.split(AT_APOSTROPHES).map((part) => part.replace(/[+#.]+$/, ''));
  const parts = between.length > 1 ? between.filter((part) => part.length > 1) : [];
  const whole = bare(small);
  const signs = /[+#]+$/.exec(small)?.[0];
  const two = bare(small.replace(/[äöüøåđ]/g, (letter) => AS_TWO[letter] ?? letter));
  return {
    written: signs ? [] : [between.join('').replaceAll('.', ''), ...parts],
    forms: signs ? [cut(whole + signs)] : [...new Set([whole, two])],
    // A name is found without its sign, a letter is not: "Canal" of "Canal+", but never "C" of "C++".
    parts: [...parts.map(bare), ...(signs && whole.length > 2 ? [whole] : [])].filter((part) => part !== ''),
    run: null,
  };
}

function numberOf(digits: string): Pick<IndexWord, 'written' | 'forms' | 'parts' | 'run'> {
  const forms = [digits.replace(/[,٫٬]/g, '.')];
  if (THOUSANDS.test(digits)) forms.unshift(digits.replace(/\D/g, ''));
  const parts = digits.split(/\D/).filter((part) => part.length > 1);
  return { written: [], forms: forms.map(cut), parts, run: null };
}

/** Folded letters and digits, and nothing else. */
function bare(text: string): string {
  return cut(foldForSearch(text).replace(/[^\p{L}\p{N}\p{M}⁄]+|[ʼʻʹ]/gu, ''));
}

const cut = (word: string) => (word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join(''));

function pieces(text: string, from: number, at: RegExp): { text: string; from: number }[] {
  const found: { text: string; from: number }[] = [];
  let start = from;
  for (const part of text.split(at)) {
    if (part !== '') found.push({ text: part, from: start });
    start += part.length + 1; // each of these signs is one character
  }
  return found;
}
