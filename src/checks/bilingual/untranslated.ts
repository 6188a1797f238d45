/** Words that were left in the language of the original: in its script, among its small words, or as they stand there. */
import { type FindingReason, reason } from '../finding-reason.ts';
import { commonWords } from './common-words.ts';
import { notEnglish } from './english-words.ts';
import { germanNouns } from './german-nouns.ts';
import { type Pair, type PairCheck, type PairDraft, perLanguage, type Span } from './translation.ts';

export const untranslatedCheck: PairCheck = {
  name: 'translation-untranslated',
  says: 'Words of the original’s language stand in the translation.',
  knows: () => true,
  find: findUntranslated,
};

const MOST = 5; // findings in one sentence; more is one: the sentence was not translated

function findUntranslated(pair: Pair): PairDraft[] {
  if (pair.from === pair.to) return [];
  const marked = unknownMarks(pair);
  const spans = mergeNeighbours(pair.target, [...marked, ...leftInScript(pair), ...leftInLanguage(pair)]);
  if (isEcho(pair)) return [finding(reason('inOriginalLanguage'), undefined)];
  if (spans.length > MOST) return [finding(reason('muchUntranslated'), undefined)];
  return spans.map((span) =>
    finding(reason('untranslated', { words: pair.target.slice(span.start, span.end) }), span),
  );
}

function finding(because: FindingReason, target: Span | undefined): PairDraft {
  const severity = target ? 'major' : 'critical';
  return { check: untranslatedCheck.name, severity, because, ...(target ? { target } : {}) };
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

interface Word extends Span {
  text: string;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((word) => ({
    start: word.index,
    end: word.index + word[0].length,
    text: word[0],
  }));
}

/** The whole sentence as it was, in words enough that it is no name. */
function isEcho({ source, target }: Pair): boolean {
  const words = wordsOf(source).filter(({ text }) => /^\p{Ll}/u.test(text) || /^\p{Lo}/u.test(text));
  return words.length >= 4 && bare(source) === bare(target);
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** '*Walmart' and '#turn': how Apertium marks what it does not know; '<unk>' and '⁇' are other engines' ways. */
function unknownMarks({ source, target }: Pair): Span[] {
  const spans: Span[] = [];
  for (const mark of target.matchAll(/(?<![\p{L}\p{N}*])[*#@](?=\p{L})[\p{L}\p{M}’'-]+|<unk>|⁇/gu)) {
    if (mark[0].length > 1 && source.includes(mark[0])) continue;
    const name = mark[0].slice(1);
    if (/^\*\p{Lu}/u.test(mark[0]) && source.includes(name)) continue; // an unknown name is still the name
    spans.push({ start: mark.index, end: mark.index + mark[0].length });
  }
  return spans;
}

const SCRIPTS = [
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Thai',
];
const scriptTests = new Map(SCRIPTS.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')]));

const SCRIPT_OF: Readonly<Record<string, string[]>> = {
  ru: ['Cyrillic'],
  uk: ['Cyrillic'],
  bg: ['Cyrillic'],
  sr: ['Cyrillic'],
  mk: ['Cyrillic'],
  be: ['Cyrillic'],
  el: ['Greek'],
  ar: ['Arabic'],
  fa: ['Arabic'],
  ur: ['Arabic'],
  he: ['Hebrew'],
  hi: ['Devanagari'],
  th: ['Thai'],
  zh: ['Han'],
  ja: ['Han', 'Hiragana', 'Katakana'],
  ko: ['Hangul', 'Han'],
  mr: ['Devanagari'],
  ne: ['Devanagari'],
};

/** Words in a script that the translation's language does not use. */
function leftInScript({ target, to }: Pair): Span[] {
  const own = SCRIPT_OF[to] ?? [];
  const foreign = SCRIPTS.filter((script) => !own.includes(script)).map((script) => scriptTests.get(script));
  const words = wordsOf(target).filter(({ text }) => foreign.some((test) => test?.test(text)));
  return words
    .filter(({ start, end }) => !inBrackets(target, start, end))
    .map(({ start, end }) => ({ start, end }));
}

/** The original's name for something, given beside the translation. */
function inBrackets(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('(', start);
  return open >= 0 && text.indexOf(')', open) >= end;
}

const commonOf = perLanguage(
  (language) => new Set((commonWords[language] ?? '').split(' ').filter((word) => word !== '')),
);

/** Small words of the other language, and words that stand as in the original, where both share a script. */
function leftInLanguage({ from, to, source, target }: Pair): Span[] {
  const common = commonOf(from);
  if (common.size === 0) return [];
  const own = commonOf(to);
  const original = new Set(wordsOf(source).flatMap(({ text }) => [text, text.toLowerCase()]));
  const words = wordsOf(target).map(withoutPossessive);
  const candidates = [...words.map(({ text }) => text.toLowerCase()), ...original].filter(
    (text) => text.length >= 3,
  );
  const unknown = to === 'en' ? notEnglish(candidates) : new Set<string>();
  const known: Known = {
    common,
    own,
    unknown,
    original,
    nouns: from === 'de' ? germanNouns(source, target) : new Set(),
    from,
    to,
  };
  return words
    .filter((word) => !isPrefix(target, word))
    .filter(
      (word) =>
        isLeft(word, known) && !inForeignName({ words, index: words.indexOf(word), target, source, common }),
    )
    .map(({ start, end }) => ({ start, end }));
}

/** The non of non-fiction is English. */
function isPrefix(text: string, { end }: Word): boolean {
  return /^-\p{Ll}/u.test(text.slice(end, end + 2));
}

interface Known {
  common: ReadonlySet<string>;
  own: ReadonlySet<string>;
  unknown: ReadonlySet<string>;
  original: ReadonlySet<string>;
  /** Capitalised words of a German original that an article shows to be nouns. */
  nouns: ReadonlySet<string>;
  from: string;
  to: string;
}

function isLeft({ text }: Word, known: Known): boolean {
  const { common, own, unknown, original, nouns, from, to } = known;
  const lower = text.toLowerCase();
  if (own.has(lower)) return false;
  if (isElided(text, original)) return true;
  const small = /^\p{Ll}+$/u.test(text) || common.has(text);
  if (common.has(lower) && (small || sentenceWord(text, common)))
    return to === 'en' ? unknown.has(lower) || !DOUBLE.has(lower) : !DOUBLE.has(lower);
  if (to !== 'en' || !unknown.has(lower)) return false;
  if (!small) return from === 'de' && nouns.has(text);
  return original.has(text) || isInflected(text, known) || (/[^a-z]/.test(text) && !LOANS.has(text));
}

/** s'imposant, d'admirer, nell'agosto: a small word grown together with the next, as it stands in the original. */
function isElided(text: string, original: ReadonlySet<string>): boolean {
  const [small = '', word = ''] = text.split(/['’]/);
  return word.length > 3 && /^\p{Ll}{1,5}$/u.test(small) && /^\p{Ll}+$/u.test(word) && original.has(text);
}

/** A term that took an English ending is rightly there. */
const ENGLISH_END = /(?:s|ic|al|y|ed|ing|ous|an|ent|ant|er|or)$/;

/** A form of a word of the original: 'historique' for 'historiques'. */
function isInflected(text: string, { original, unknown }: Known): boolean {
  if (text.length < 6 || ENGLISH_END.test(text)) return false;
  const stem = text.slice(0, -2);
  return [...original].some(
    (word) => word.startsWith(stem) && Math.abs(word.length - text.length) <= 2 && unknown.has(word),
  );
}

function withoutPossessive(word: Word): Word {
  const text = word.text.replace(/['’]s$/, '');
  return { start: word.start, end: word.start + text.length, text };
}

const sentenceWord = (text: string, common: ReadonlySet<string>): boolean =>
  text.length > 2 &&
  /^\p{Lu}\p{Ll}+$/u.test(text) &&
  common.has(text.toLowerCase()) &&
  !DOUBLE.has(text.toLowerCase());

/** Small words elsewhere that are words or parts of names in English too. */
const DOUBLE = new Set(
  'let per due die man was war are plus sale an in on no a i al la le las los el de des du von van der den ten mit son comme come more male note sole fare'.split(
    ' ',
  ),
);

/** Words with accents that English keeps. */
const LOANS = new Set(
  'café cafés cliché clichés résumé fiancé fiancée façade naïve début décor protégé attaché communiqué à touché coup née crème déjà exposé élite régime rôle séance émigré jalapeño señor señora piñata über doppelgänger smörgåsbord'.split(
    ' ',
  ),
);

/**
 * Part of a name that stands in the original letter for letter: 'Rio de la Plata', 'Frente para la Victoria'. A longer word
 * between two names is a verb more often than it is a name's.
 */
function inForeignName({ words, index, target, source, common }: InName): boolean {
  const here = words[index] as Word;
  const next = words[index + 1];
  if (
    /^the$/iu.test(here.text) &&
    next &&
    /^\p{Lu}/u.test(next.text) &&
    source.toLowerCase().includes(`the ${next.text.toLowerCase()}`)
  )
    return true; // The Scotsman keeps its article
  if (isShortQuotation(here, target, source)) return true;
  if (here.text.length > 4 && !common.has(here.text.toLowerCase())) return false;
  const before = nearestCapital(words, index, -1, ({ text }) => /^\p{Ll}{1,4}$/u.test(text));
  const after = nearestCapital(words, index, 1, ({ text }) => /^\p{Ll}/u.test(text));
  if (!before) return false;
  const stands = (end: number) => source.includes(target.slice(before.start, end));
  return after !== undefined && stands(after.end) ? true : here.text.length <= 4 && stands(here.end);
}

interface InName {
  words: Word[];
  index: number;
  target: string;
  source: string;
  /** Small words of the original's language. */
  common: ReadonlySet<string>;
}

const REACH = 4; // words to either side in which a name's capitals stand

function nearestCapital(
  words: Word[],
  index: number,
  step: 1 | -1,
  passes: (word: Word) => boolean,
): Word | undefined {
  for (let at = index + step; Math.abs(at - index) < REACH; at += step) {
    const word = words[at];
    if (!word || /^\p{Lu}/u.test(word.text)) return word;
    if (!passes(word)) return undefined;
  }
  return undefined;
}

/** Between marks or in brackets, as it stands in the original: a title, a name, a word that is spoken of. */
function isShortQuotation({ start, end }: Word, target: string, source: string): boolean {
  const before = /["“„«‘'(]([^"“”„«»‘’()]{0,60})$/u.exec(target.slice(Math.max(0, start - 61), start));
  const after = /^([^"“”„«»‘()]{0,60}?)["”“»’')]/u.exec(target.slice(end, end + 61));
  return (
    before !== null && after !== null && source.includes(`${before[1]}${target.slice(start, end)}${after[1]}`)
  );
}

/** Words left side by side are one finding. */
function mergeNeighbours(text: string, spans: Span[]): Span[] {
  const sorted = spans.toSorted((one, other) => one.start - other.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && /^[\s,'’-]*$/.test(text.slice(last.end, span.start))) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
