/**
 * One name spelt two ways in a story: by a slip, or because two translations came together. Two full names with one given
 * name are compared, and the surname of every full name with each capitalised word that stands alone: by sound, and by
 * one letter or two once endings of grammar are off.
 */

import { givenNames } from '../language/given-names.ts';
import { arabicSpellings } from './arabic-names.ts';
import { notEnglish } from './bilingual/english-words.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import { isGermanNoun, nameWithin } from './lone-names.ts';
import { isDerived, type Stem, scriptOfWord, stemsOf } from './name-endings.ts';
import type { TextReading } from './reading.ts';
import { distance, latinOf, soundKey } from './transliterate.ts';
import type { Word } from './words.ts';

const SHORTEST = 5; // letters of a surname: below, two names are two names
const LONG = 8; // letters from which two may differ
const MOST_NAMES = 3_000; // of a copy; beyond it is a list, not a story
const MOST_KINDS = 250; // different surnames, and words beside them under one letter; more is a list

export const twoSpellings: Check = {
  name: 'two-spellings',
  says: 'One name is spelt in two ways.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it', 'ar'],
  isOn: true,
  find: ({ body, language }) => (language === 'ar' ? arabicSpellings(body) : spellingsIn(body)),
};

/** A person or place as named at length. */
interface Named {
  first: string;
  last: Word;
  /** From the given name to the surname. */
  start: number;
  count: number;
}

interface NamesRead {
  full: Map<string, Named>;
  /** Words that stand alone, by how they are written. */
  lone: Map<string, Word>;
  /** Those that may only seem to have a word before them: believed where they are very near. */
  loose: Map<string, Word>;
  /** Every word of a longer name: whatever it resembles, it is somebody's or something's. */
  within: Set<string>;
}

function spellingsIn(body: TextReading): Finding[] {
  const names = readNames(body);
  const told = new Set<string>();
  return [...underOneGivenName(body, names, told), ...alone(body, names, told)];
}

function readNames(body: TextReading): NamesRead {
  const read: NamesRead = { full: new Map(), lone: new Map(), loose: new Map(), within: new Set() };
  for (const name of body.names.slice(0, MOST_NAMES)) {
    const { words, isLoose } = nameWithin(name, body);
    const [last, before] = [words.at(-1), words.at(-2)?.text.length === 2 ? words.at(-3) : words.at(-2)];
    if (!last || !isPlain(last.text)) continue;
    if (!before) {
      const only = bare(last);
      if (!read.lone.has(only.text)) read.lone.set(only.text, only);
      continue;
    }
    for (const { text } of isLoose ? words.slice(0, -1) : words) read.within.add(bareText(text));
    if (isLoose) read.loose.set(bareText(last.text), bare(last));
    if (words.length > 4 || before.text.length < 3 || !isPlain(before.text)) continue;
    const surname = bare(last);
    const key = `${soundKey(before.text)} ${surname.text}`;
    const known = read.full.get(key);
    if (known) known.count += 1;
    else
      read.full.set(key, {
        first: soundKey(before.text),
        last: surname,
        start: words[0]?.start ?? 0,
        count: 1,
      });
  }
  return read;
}

/** Letters only, not all capitals: an acronym is no name of a person. */
function isPlain(word: string): boolean {
  return /^\p{Lu}(?:[’'](?=\p{Lu}))?[\p{L}\p{M}’'-]*\p{Ll}[\p{L}\p{M}’'-]*$/u.test(word);
}

/** Without the ’s of a genitive. */
function bareText(text: string): string {
  return text.replace(/[’']s?$/u, '').normalize('NFC');
}

function bare(word: Word): Word {
  const text = bareText(word.text);
  return { start: word.start, end: word.start + text.length, text };
}

/** Two surnames after one given name: each is a full name, so they need only be near. */
function underOneGivenName(body: TextReading, { full }: NamesRead, told: Set<string>): Finding[] {
  const groups = new Map<string, Named[]>();
  for (const named of full.values()) groups.set(named.first, [...(groups.get(named.first) ?? []), named]);
  return [...groups.values()].flatMap((group) => {
    const findings: Finding[] = [];
    for (const [index, one] of group.slice(0, 12).entries())
      for (const other of group.slice(index + 1, 12)) {
        const likeness = likenessOf(one.last.text, other.last.text, body.language);
        if (told.has(other.last.text) || !likeness) continue;
        told.add(other.last.text);
        const [right, wrong] = other.count > one.count ? [other, one] : [one, other];
        findings.push(
          tell(body, wrong.last, { right, wrong: nameOf(body, wrong), suggestion: right.last.text }),
        );
      }
    return findings;
  });
}

function nameOf(body: TextReading, { start, last }: Named): string {
  return body.text.slice(start, last.end);
}

/** A word that stands alone beside the surname of a full name. */
function alone(body: TextReading, { full, lone, loose, within }: NamesRead, told: Set<string>): Finding[] {
  const byLetter = new Map<string, Named[]>();
  for (const named of [...full.values()].slice(0, MOST_KINDS)) {
    const letter = soundKey(named.last.text)[0] ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), named]);
  }
  const findings: Finding[] = [];
  for (const word of [...new Map([...loose, ...lone]).values()].slice(0, MOST_KINDS * 4)) {
    if (within.has(word.text) || told.has(word.text) || word.text.length < SHORTEST) continue;
    for (const named of byLetter.get(soundKey(word.text)[0] ?? '') ?? []) {
      const likeness = likenessOf(named.last.text, word.text, body.language);
      if (!likeness || !mayBeName(body, word, named) || isOfOther(body.text, word, named)) continue;
      if (!lone.has(word.text) && !isVeryNear(named.last.text, word.text)) continue;
      told.add(word.text);
      const suggestion = named.last.text.slice(0, likeness.stem.length) + likeness.ending;
      findings.push(tell(body, word, { right: named, wrong: word.text, suggestion }));
      break;
    }
  }
  return findings;
}

/** One sound, or one letter that differs well within. */
function isVeryNear(one: string, other: string): boolean {
  const [a, b] = [latinOf(one), latinOf(other)];
  return soundsSame(one, other) || (a.slice(0, 2) === b.slice(0, 2) && distance(a, b, 4) <= 4);
}

/** Less what is known to be a word, and a name in other letters that only stands beside its own. */
function mayBeName(body: TextReading, word: Word, named: Named): boolean {
  const lower = word.text.toLowerCase();
  if (body.words.some(({ text }) => text === lower)) return false;
  if (scriptOfWord(word.text) !== scriptOfWord(named.last.text))
    return !isBeside(body.text, word) && !body.isQuoted(word.start);
  if (body.language === 'de' && isGermanNoun(body.text, word)) return false;
  return body.language !== 'en' || notEnglish([lower]).has(lower);
}

/** L. Simon beside Richard Semon: an initial of somebody else. */
function isOfOther(text: string, { start }: Word, named: Named): boolean {
  const initial = /(?<![\p{L}\p{M}])(\p{Lu})\. ?$/u.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  return initial !== undefined && latinOf(initial)[0] !== latinOf(text[named.start] ?? '')[0];
}

function isBeside(text: string, { start, end }: Word): boolean {
  return (
    /[([]\s*(?:\p{L}+\s){0,3}$/u.test(text.slice(Math.max(0, start - 40), start)) ||
    /^\s?[)\]/]/u.test(text.slice(end, end + 2))
  );
}

/**
 * The stem and ending by which the second is the first's name in another spelling; null where they are one spelling in two
 * cases, two words of one root, or two names.
 */
function likenessOf(one: string, other: string, language: string): Stem | null {
  if (foldOf(one) === foldOf(other)) return null; // case and hyphens are another check's
  if (givenNames.has(one.toLowerCase()) && givenNames.has(other.toLowerCase())) return null;
  const [mine, theirs] = [stemsOf(one, language), stemsOf(other, language)];
  if (mine.some(({ stem }) => theirs.some((each) => each.stem === stem))) return null;
  const isOneScript = scriptOfWord(one) === scriptOfWord(other);
  if (isOneScript && !soundsSame(one, other) && isDerived(one, other, language)) return null;
  for (const a of mine)
    for (const b of theirs)
      if (isOneScript ? isNear(a.stem, b.stem) : soundsSame(a.stem, b.stem))
        return { stem: a.stem, ending: isOneScript ? b.ending : a.ending };
  return null;
}

function foldOf(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[-’']|\u0300|\u0301/gu, '');
}

function soundsSame(one: string, other: string): boolean {
  return soundKey(one) === soundKey(other);
}

function isNear(one: string, other: string): boolean {
  const [a, b] = [latinOf(one), latinOf(other)];
  const least = Math.min(a.length, b.length);
  if (least < SHORTEST) return false;
  if (soundsSame(one, other)) return true;
  const far = least >= LONG ? 2 : 1;
  return soundKey(one)[0] === soundKey(other)[0] && distance(a, b, far) <= far;
}

function tell(
  body: TextReading,
  at: Word,
  { right, wrong, suggestion }: { right: Named; wrong: string; suggestion: string },
): Finding {
  const because = reason('oneNameTwoWays', { one: wrong, other: nameOf(body, right) });
  return body.finding(at, { check: 'two-spellings', severity: 'major', because, suggestion });
}
