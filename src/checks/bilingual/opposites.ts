/** Opposites: before for after, rose for fell, north for south. Only where one side has one of a pair and the other only its opposite. */

import { byLanguage } from '../../language/languages.ts';
import { reason } from '../finding-reason.ts';
import { opposites } from './opposite-words.ts';
import { type Pair, type PairCheck, type PairDraft, type Span, unspaced } from './translation.ts';
import { type FoundWord, lowerWords, wordList } from './word-list.ts';

export const oppositeCheck: PairCheck = {
  name: 'translation-opposite',
  says: 'The translation says the opposite: after for before, fell for rose.',
  knows: (from, to) => from !== to && opposites.some((pair) => from in pair && to in pair),
  find: findOpposites,
};

function findOpposites({ source, target, from, to }: Pair): PairDraft[] {
  const findings: PairDraft[] = [];
  const [original, translated] = [readText(source, from), readText(target, to)];
  for (const pair of opposites) {
    const [there, here] = [pair[from], pair[to]];
    if (!there || !here) continue;
    const was = sidesIn(original, there);
    const is = sidesIn(translated, here);
    const turned =
      (was.one && !was.other && is.other && !is.one) || (was.other && !was.one && is.one && !is.other);
    const now = is.one ?? is.other;
    const before = was.one ?? was.other;
    if (!turned || !now || !before || turnsClauses(source, before, target, now)) continue;
    findings.push({
      check: oppositeCheck.name,
      severity: 'major',
      because: reason('originalSaysWords', {
        before: source.slice(before.start, before.end),
        now: target.slice(now.start, now.end),
      }),
      target: now,
      source: before,
    });
  }
  return findings;
}

/** Words that open a clause of time. */
const OPENS_CLAUSE =
  /^(?:before|after|прежде|после|перед|bevor|nachdem|avant|après|antes|después|prima|dopo|πριν|αφού|قبل|بعد)/iu;
const AT_START = 3; // units before a word that opens its sentence: a mark, a space

/** Before he came back he lived abroad: he came back after living abroad. Where only one of the two opens its sentence, the clauses changed places. */
function turnsClauses(source: string, before: Span, target: string, now: Span): boolean {
  return (
    OPENS_CLAUSE.test(source.slice(before.start, before.end)) &&
    OPENS_CLAUSE.test(target.slice(now.start, now.end)) &&
    before.start < AT_START !== now.start < AT_START
  );
}

/** A text that is looked through for many words. */
interface Read {
  text: string;
  words: FoundWord[];
  language: string;
}

function readText(text: string, language: string): Read {
  return { text, words: unspaced.has(language) ? [] : lowerWords(text), language };
}

function sidesIn(
  read: Read,
  [one, other]: readonly [string, string],
): { one: Span | null; other: Span | null } {
  return { one: find(read, one), other: find(read, other) };
}

function find({ text, words, language }: Read, line: string): Span | null {
  if (unspaced.has(language)) return findSigns(text, line);
  const list = wordList(line);
  const bare = (word: string) => word.replace(/^[وفبلك]?(?:ال)?/, '');
  const found = words.find(
    (word) =>
      (list.has(word.text) || (language === 'ar' && list.has(bare(word.text)))) &&
      !isName(text, word, language) &&
      !isPlace(text, word, language),
  );
  return found ? { start: found.start, end: found.end } : null;
}

/** Fallon is no fall: a capital in mid-sentence, where nouns have none. */
function isName(text: string, { start }: Span, language: string): boolean {
  return (
    language !== 'de' &&
    /^\p{Lu}/u.test(text[start] ?? '') &&
    /[\p{L},]\s$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

/** Over the past years, unter den besten: more or less than something only before a number. */
function isPlace(text: string, { start, end }: Span, language: string): boolean {
  const word = text.slice(start, end).toLowerCase();
  return (
    (placeWords[language]?.split(' ').includes(word) ?? false) &&
    !/^\s+(?:\p{L}{2,4}\s+)?[£$€]?\d/u.test(text.slice(end, end + 14))
  );
}

/** Small words that say where as well as how many. */
const placeWords = byLanguage('aboveAndBelow');

function findSigns(text: string, line: string): Span | null {
  for (const word of line.split(' ')) {
    const at = text.indexOf(word);
    if (at >= 0) return { start: at, end: at + word.length };
  }
  return null;
}
