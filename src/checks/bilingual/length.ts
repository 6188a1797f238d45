/** Length and loops: a translation much shorter or longer than its original, empty, or going round in circles. */

import { byLanguage } from '../../language/languages.ts';
import { type FindingReason, reason } from '../finding-reason.ts';
import { type Pair, type PairCheck, type PairDraft, unspaced } from './translation.ts';

export const lengthCheck: PairCheck = {
  name: 'translation-length',
  says: 'The translation is much shorter or longer than its original, or repeats itself.',
  knows: () => true,
  find: (pair) => [...lengths(pair), ...loops(pair)],
};

/** Letters that the same sentence takes, against English, as measured over news in many languages. */
export const RELATIVE = byLanguage('relativeLength');

const SHORTEST = 20; // letters as if in English: shorter sentences vary too much to say anything
const TOO_SHORT = 0.45;
const TOO_LONG = 2.2;

function lengths({ source, target, from, to }: Pair): PairDraft[] {
  const original = lettersIn(source) / (RELATIVE[from] ?? 1);
  const translated = lettersIn(target) / (RELATIVE[to] ?? 1);
  if (lettersIn(source) > 0 && lettersIn(target) === 0 && !/\p{N}/u.test(target))
    return [told('critical', reason('notTranslated'))];
  if (original < SHORTEST && translated < SHORTEST * 2) return [];
  const room = original < 60 ? 1.35 : 1; // short sentences vary more
  if (translated < (original * TOO_SHORT) / room) return [told('major', reason('muchShorter'))];
  if (translated > original * TOO_LONG * room && translated > SHORTEST * 2)
    return [told('major', reason('muchLonger'))];
  return [];
}

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

function told(
  severity: PairDraft['severity'],
  because: FindingReason,
  target?: { start: number; end: number },
): PairDraft {
  return { check: lengthCheck.name, severity, because, ...(target ? { target } : {}) };
}

const LONGEST = 8; // words of what may go round

/** The same words again at once, where the original does not repeat itself. */
function loops({ source, target, from, to }: Pair): PairDraft[] {
  if (unspaced.has(to)) return [];
  const words = [...target.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gu)];
  const keys = words.map((word) => word[0].toLowerCase());
  if (
    !unspaced.has(from) &&
    repeats((source.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase())) !== null
  )
    return [];
  const twice = numberTwice(source, target);
  if (twice) return [twice];
  const found = repeats(keys);
  if (!found || DOUBLED.has(keys[found.at] ?? '')) return [];
  const again = keys[found.at + 2] === keys[found.at];
  if (found.length === 1 && !again && REDOUBLING.has(to)) return [];
  const [first, last] = [words[found.at], words[found.at + 2 * found.length - 1]];
  if (!first || !last) return [];
  const span = { start: first.index, end: last.index + last[0].length };
  const between = target.slice(span.start, span.end);
  if (/[.!?]/.test(between) && found.length === 1) return [];
  const isParted = between.includes(',');
  if (found.length === 1 && (isParted || to !== 'en') && meansBoth(to, keys[found.at])) return [];
  if (found.length === 1 && isParted && to === 'de') return []; // ‘Wer das kann, kann alles’: a clause ends in its verb
  return [told('major', reason('goesRound', { words: between }), span)];
}

/** Languages that say a word twice for one by one, slowly or very: σιγά σιγά, piano piano. */
const REDOUBLING = new Set(['ar', 'el', 'hi', 'id', 'it', 'ms', 'ru', 'tr', 'uk']);

/** Words that people say twice and mean it: many, many; muy, muy. */
function meansBoth(language: string, word: string | undefined): boolean {
  return word !== undefined && (meantTwice[language]?.split(' ').includes(word) ?? false);
}

const meantTwice = byLanguage('meantTwice');

/** Words that do stand twice in English. */
const DOUBLED = new Set(['had', 'that', 'very', 'bye', 'no', 'ha', 'so', 'cha', 'blah', 'knock', 'tut']);

/** '2016 2016', and no telephone number: one group beside its like, and no third. */
function numberTwice(source: string, target: string): PairDraft | null {
  const [found] = target.matchAll(
    /(?<![\p{L}\d.,:–-]|\d\s)(\d(?:[\d.,:–-]*\d)?)\s\1(?![\p{L}\d]|[.,:]\d|\s\d)/gu,
  );
  if (!found || source.includes(found[0])) return null;
  const span = { start: found.index, end: found.index + found[0].length };
  return told('major', reason('goesRound', { words: found[0] }), span);
}

function repeats(keys: string[]): { at: number; length: number } | null {
  for (let at = 0; at < keys.length; at += 1) {
    for (let length = 1; length <= LONGEST && at + 2 * length <= keys.length; length += 1) {
      let same = true;
      for (let each = 0; each < length && same; each += 1)
        same = keys[at + each] === keys[at + length + each];
      if (same && !/^\d+$/.test(keys[at] ?? '')) return { at, length };
    }
  }
  return null;
}
