/**
 * Names over scripts and spellings: a person, place or body that is in the translation and not in the original, where the
 * original has one that is not in the translation. Countries and languages are matched by the runtime's own tables.
 */

import anyAscii from 'any-ascii';
import { reason } from '../finding-reason.ts';
import { calendarNames } from './calendar-names.ts';
import { isExonym, lostCountries, sharedStart, swappedCountry } from './countries.ts';
import { notEnglish } from './english-words.ts';
import { findOtherSurname } from './other-surname.ts';
import { personRows } from './person-rows.ts';
import type { Pair, PairCheck, PairDraft, Span } from './translation.ts';

export const nameCheck: PairCheck = {
  name: 'translation-name',
  says: 'A name of the translation is another than in the original.',
  knows: (from, to) => from !== to,
  find: (pair) => {
    const country = swappedCountry(pair);
    if (country) return [another(country.target, country.source, pair)];
    const surname = findOtherSurname(pair, heardIn);
    if (surname) return [another(surname.target, surname.source, pair)];
    const named = findNames(pair);
    if (named.length > 0) return named;
    const strangers = findStrangers(pair);
    if (strangers.length > 0) return strangers;
    const lost = findLost(pair);
    return lost.length > 0 ? lost : findCountryLost(pair);
  },
};

/** Greek αυ, ευ and ηυ, whose second letter is heard as a consonant: Λευτέρης is Lefteris. */
const GLIDE = /([αεηΑΕΗ])[υύ]/gu;

/** Lower case Latin letters and digits, words parted by one space. */
export function foldLatin(text: string): string {
  return anyAscii(text.normalize('NFC').replace(GLIDE, '$1β'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

interface Name extends Span {
  text: string;
}

const CAPITALS = new Set('en es fr it pt ru uk el pl cs nl sv nb ro bg sr'.split(' '));

function findNames({ source, target, from, to }: Pair): PairDraft[] {
  if (!(from === 'de' || CAPITALS.has(from)) || !CAPITALS.has(to)) return [];
  const sameScript = isLatin(from) && isLatin(to);
  const heard = skeletons(source, sameScript);
  const foreign = namesIn(target, to).filter((name) => !matches(name.text, heard));
  if (foreign.length === 0) return [];
  const words = wordsMeaning(foreign, to);
  const strange = foreign.filter(
    ({ text }) => words.has(text.toLowerCase()) && !isExonym(text, source, from, to),
  );
  const heardThere = sameScript ? skeletons(capitalsOf(target), true) : skeletons(target, false);
  const named = from === 'de' ? germanPersons(source, heardThere) : namesIn(source, from);
  const english = from === 'en' ? notEnglish(named.map(({ text }) => text.toLowerCase())) : null;
  const gone = named.filter(
    (name) =>
      !matches(name.text, heardThere) &&
      !isExonym(name.text, target, to, from) &&
      english?.has(name.text.toLowerCase()) !== false, // the Navy, on Earth: words, which are translated
  );
  const [name, was] = [strange[0], gone[0]];
  return name && was ? [another(name, was, { source, target })] : [];
}

/** Languages whose names are written by their sound, in letters without capitals. */
const BY_SOUND = new Set(['hi', 'ar']);
const ROW = /(?<![\p{L}.’'-])\p{Lu}[\p{Ll}\p{M}]{2,}(?: \p{Lu}[\p{Ll}\p{M}]{2,})+(?![\p{L}’-])/gu;
const HEARD = 2; // sounds from which two names are told apart

/**
 * Somebody by two names, neither of them a word of English nor heard anywhere in the original: no other name of it has to be
 * missing for that. Only where what is written shows how a name sounds.
 */
function findStrangers({ source, target, from, to }: Pair): PairDraft[] {
  const isKnown = from === 'de' || BY_SOUND.has(from) || CAPITALS.has(from);
  const rows = to === 'en' && isKnown ? [...target.matchAll(ROW)] : [];
  if (rows.length === 0) return [];
  const heard = skeletons(source, isLatin(from) && !BY_SOUND.has(from));
  for (const row of rows) {
    const words = row[0].split(' ');
    const lower = words.map((word) => word.toLowerCase());
    const { months, weekdays } = calendarNames(to);
    if (lower.some((word) => months.has(word) || weekdays.has(word))) continue;
    if (notEnglish(lower).size < words.length || words.some((word) => isExonym(word, source, from, to)))
      continue;
    const sounding = words.filter((word) => soundOf(foldLatin(word).replaceAll(' ', '')).length >= HEARD);
    if (sounding.length === 0 || words.some((word) => sounding.includes(word) && matches(word, heard)))
      continue;
    const span = { start: row.index, end: row.index + row[0].length };
    const because = reason('wordsNotInOriginal', { words: row[0] });
    return [{ check: nameCheck.name, severity: 'major', because, target: span }];
  }
  return [];
}

/** A country that is gone without a trace where a name stands that the original has not. */
function findCountryLost(pair: Pair): PairDraft[] {
  const { source, target, from, to } = pair;
  if (!CAPITALS.has(to)) return [];
  const [was] = from === 'ja' ? [] : lostCountries(pair); // 中国 is a part of Japan too
  if (!was) return [];
  const heard = skeletons(source, isLatin(from) && isLatin(to));
  const name = namesIn(target, to).find(
    ({ text }) => !matches(text, heard) && !isExonym(text, source, from, to),
  );
  return name ? [another(name, was, pair)] : [];
}

/** Somebody by two names of whom the translation has neither: in languages that give no body's name two capitals. */
function findLost({ source, target, from, to }: Pair): PairDraft[] {
  const rows = from !== to && CAPITALS.has(to) ? personRows(source, from) : [];
  if (rows.length === 0) return [];
  const heard = { ...skeletons(capitalsOf(target), isLatin(from) && isLatin(to)), all: null };
  return rows
    .filter(({ words }) => words.every((word) => !matches(word, heard) && !isExonym(word, target, to, from)))
    .filter(({ words }) => !isAbbreviated(words, target))
    .slice(0, 1)
    .map(({ start, end }) => {
      const because = reason('nameLost', { name: source.slice(start, end) });
      return { check: nameCheck.name, severity: 'major' as const, because, source: { start, end } };
    });
}

/** Columbia Britannica is B.C. */
function isAbbreviated(words: string[], target: string): boolean {
  const initials = words.map((word) => foldLatin(word)[0] ?? '').sort();
  const short = target.match(/(?<!\p{L})(?:\p{Lu}\.? ?){2,4}(?!\p{Ll})/gu) ?? [];
  return short.some((each) => [...foldLatin(each).replaceAll(' ', '')].sort().join('') === initials.join(''));
}

function another(name: Span, was: Span, { source, target }: { source: string; target: string }): PairDraft {
  const [now, before] = [target.slice(name.start, name.end), source.slice(was.start, was.end)];
  return {
    check: nameCheck.name,
    severity: 'major',
    because: reason('otherNameInOriginal', { now, before }),
    target: { start: name.start, end: name.end },
    source: { start: was.start, end: was.end },
  };
}

/** Those that are names and no words of the language; for languages other than English, all of them. */
function wordsMeaning(names: Name[], to: string): Set<string> {
  const lower = names.map(({ text }) => text.toLowerCase());
  return to === 'en' ? notEnglish(lower) : new Set(lower);
}

/** Capitalised words inside a sentence; the first word and words after a colon or quotation mark may be anything. */
function namesIn(text: string, language: string): Name[] {
  if (!CAPITALS.has(language)) return [];
  const names: Name[] = [];
  const { months, weekdays } = calendarNames(language);
  for (const word of text.matchAll(
    /(?<=[\p{Ll}\p{N},;)]\s)\p{Lu}[\p{Ll}\p{M}]{2,}(?:[’'-]\p{Lu}?\p{Ll}+)*(?![\p{L}])/gu,
  )) {
    const bare = word[0].replace(/['’]s?$/, '');
    if (months.has(bare.toLowerCase()) || weekdays.has(bare.toLowerCase())) continue;
    if (bare.includes('-')) continue;
    names.push({ start: word.index, end: word.index + bare.length, text: bare });
  }
  return names;
}

/** Nouns have capitals in German too: a name is two of them in a row at least, and the last two of a row are both gone or none. */
function germanPersons(text: string, heard: ReturnType<typeof skeletons>): Name[] {
  const rows = text.matchAll(
    /(?<![\p{L}.])\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}\p{Ll}+)*(?: \p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}\p{Ll}+)*)+(?![\p{L}])/gu,
  );
  return [...rows].flatMap((row) => {
    const words = row[0].split(' ').slice(-2);
    if (words.some((word) => matches(word, heard))) return [];
    const start = row.index + row[0].length - words.join(' ').length;
    return [{ start, end: row.index + row[0].length, text: words.join(' ') }];
  });
}

const isLatin = (language: string): boolean => !['ru', 'uk', 'el', 'bg', 'sr'].includes(language);

interface Heard {
  words: string[];
  /** The sounds of the whole text; null where both sides are written in one script. */
  all: string | null;
  /** Whether the two scripts differ, so that a name is written by its sound. */
  isFar: boolean;
}

/** Every word of a text as its bare sound, so that spellings and scripts fall together. */
function skeletons(text: string, sameScript: boolean): Heard {
  const words = foldLatin(text)
    .split(' ')
    .flatMap((word) => spellings(word, !sameScript).flatMap((each) => [each, soundOf(each)]));
  return {
    words: [...new Set(words)],
    all: sameScript ? null : soundOf(foldLatin(text).replaceAll(' ', '')),
    isFar: !sameScript,
  };
}

/** A name has its capital in the translation: other words are only like it by chance. */
function capitalsOf(text: string): string {
  return (text.match(/\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? []).join(' ');
}

/** Letters that sound otherwise in another tongue: Jelena is Yelena, Danewerk Danevirke, Cristóbal Christopher, Роджерс Rogers, Вэнс Vance, Цукерберг Zuckerberg. */
function spellings(word: string, isFar: boolean): string[] {
  const near = [
    word,
    word.replaceAll('j', 'y'),
    word.replaceAll('w', 'v'),
    word.replace(/ch(?=[rlo])/g, 'k'),
  ];
  if (!isFar) return [...new Set(near)];
  const others = [
    word.replaceAll('j', 'y'),
    word.replace(/dzh|g(?=[eiy])/g, 'j').replace(/c(?=[eiy])/g, 's'),
    word
      .replaceAll('w', 'v')
      .replaceAll('th', 't')
      .replace(/ch(?=[rlo])/g, 'k'),
    word.replace(/^z/, 'ts'),
    word.replace(/^q/, 'ts').replace(/^x/, 's').replace(/^zh/, 'chzh'), // Qing is Цин, Zhou Чжоу
  ];
  return [...new Set([...near, ...others])];
}

/** Consonants by the sounds that transliteration mixes up; vowels and doubling fall away. */
function soundOf(word: string): string {
  return word
    .replace(/sch|sh|ch|cz|sz|tch|zh|j(?=[aeiou])/g, 's')
    .replace(/[jy]/g, '')
    .replace(/w/g, '')
    .replace(/ph|v|b|p/g, 'f')
    .replace(/[kqgxh]|ck|c/g, 'k')
    .replace(/th|d|ts/g, 't')
    .replace(/z/g, 's')
    .replace(/r/g, 'l')
    .replace(/m/g, 'n')
    .replace(/[aeiou]/g, '')
    .replace(/(.)\1+/g, '$1');
}

function matches(name: string, heard: Heard): boolean {
  const folded = foldLatin(name).replaceAll(' ', '');
  return spellings(folded, heard.isFar).some((each) => isHeard(each, heard));
}

/** Whether a name is heard among these words, written in the other language. */
function heardIn(name: string, words: string, sameScript: boolean): boolean {
  return matches(name, { ...skeletons(words, sameScript), all: null });
}

function isHeard(folded: string, heard: Heard): boolean {
  if (heard.words.some((word) => alike(folded, word))) return true;
  const sound = soundOf(folded);
  return (
    sound.length < 2 ||
    heard.words.includes(sound) ||
    heard.all?.includes(sound) ||
    heard.words.some((word) => word.length > 2 && soundsAlike(sound, soundOf(word)))
  );
}

/** The same beginning, or all but a letter or two of it. */
function alike(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < 3) return one === other;
  const same = sharedStart(one, other);
  return same >= Math.max(3, Math.ceil(least * 0.6));
}

function soundsAlike(one: string, other: string): boolean {
  const least = Math.min(one.length, other.length);
  if (least < 2) return false;
  return (
    sharedStart(one, other) >= Math.max(2, Math.ceil(least * 0.7)) ||
    (least >= 3 && (one.includes(other) || other.includes(one)))
  );
}
