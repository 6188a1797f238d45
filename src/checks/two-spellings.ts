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
import { isDerived, type Stem } from './name-endings.ts';
import type { TextReading } from './reading.ts';
import { type SpeltName, type SpeltStem, speltName } from './spelt-name.ts';
import { distance, isTurnedRound, latinOf } from './transliterate.ts';
import { spanAt, type Word } from './words.ts';

const SHORTEST = 5; // letters of a surname: below, two names are two names
const TURNED = 6; // letters from which two turned round are a slip: Brian and Brain are two words
const LONG = 8; // letters from which two may differ
const MOST_NAMES = 3_000; // of a copy; beyond it is a list, not a story
const MOST_KINDS = 250; // different surnames, and words beside them under one letter; more is a list

export const twoSpellings: Check = {
  name: 'two-spellings',
  says: 'One name is spelt in two ways.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it', 'ar', 'pt', 'pl', 'cs', 'nl', 'sv'],
  isOn: true,
  find: ({ body, language }) =>
    (language === 'ar' ? arabicSpellings(body) : spellingsIn(body)).filter(
      ({ start }) => !isOfSpelling(body, start),
    ),
};

/** ‘We misspelled the surname of Agnieszka Wojciechowska as Wojchiechowska’: a sentence about how a name is written gives both. */
const ofSpelling =
  /\b(?:mis-?spel(?:l|t)\p{L}*|spel(?:t|led|ling)|spells?)\b|falsch geschrieben|Schreibweise|mal orthographi|orthographe|mal escrito|grafía|scritto male|grafia|написан[оа]? (?:неверно|неправильно|с ошибкой)|помилк\p{L}+ (?:в|у) прізвищі|γράφτηκε (?:λάθος|λανθασμένα)|verkeerd gespeld|felstavat|fejlstavet/iu;

function isOfSpelling(body: TextReading, at: number): boolean {
  const sentence = spanAt(body.sentences, at);
  return sentence !== undefined && ofSpelling.test(body.slice(sentence));
}

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
  if (names.full.size === 0) return [];
  const told = new Set<string>();
  return [...underOneGivenName(body, names, told), ...alone(body, names, told)];
}

function readNames(body: TextReading): NamesRead {
  const { language } = body;
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
    for (const word of isLoose ? words.slice(0, -1) : words) {
      if (isLoose && isOwner(word.text, body.language)) read.loose.set(word.text, word);
      else read.within.add(bareText(word.text));
    }
    if (isLoose) read.loose.set(bareText(last.text), bare(last));
    if (words.length > 4 || before.text.length < 3 || !isPlain(before.text) || !mayBePerson(words, language))
      continue;
    const surname = bare(last);
    const first = speltName(before.text, language).sound;
    const key = `${first} ${surname.text}`;
    const known = read.full.get(key) ?? { first, last: surname, start: words[0]?.start ?? 0, count: 0 };
    read.full.set(key, { ...known, count: known.count + 1 });
  }
  return read;
}

/** Languages of whose words no list says what is no name: there only who has a given name of the list is held against others. */
const onlyPeople = new Set(['pt', 'pl', 'cs', 'nl', 'sv']);

function mayBePerson(words: readonly Word[], language: string): boolean {
  return !onlyPeople.has(language) || words.some(({ text }) => givenNames.has(text.toLowerCase()));
}

/** Tiedemanns Vertrag: at the head of a German sentence a name in the genitive stands before a noun. */
function isOwner(word: string, language: string): boolean {
  return language === 'de' && word.length > LONG && /[^sßxz]s$/u.test(word);
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
  const { language } = body;
  const groups = new Map<string, Named[]>();
  for (const named of full.values()) groups.set(named.first, [...(groups.get(named.first) ?? []), named]);
  return [...groups.values()].flatMap((group) => {
    const findings: Finding[] = [];
    for (const [index, one] of group.slice(0, 12).entries())
      for (const other of group.slice(index + 1, 12)) {
        const likeness = likenessOf(
          speltName(one.last.text, language),
          speltName(other.last.text, language),
          language,
        );
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

/** A word that stands alone beside the surname of a full name: only those that begin with one sound are compared. */
function alone(body: TextReading, names: NamesRead, told: Set<string>): Finding[] {
  const { full, lone, loose, within } = names;
  const { language } = body;
  const byLetter = new Map<string, Named[]>();
  for (const named of [...full.values()].slice(0, MOST_KINDS)) {
    const letter = speltName(named.last.text, language).sound[0] ?? '';
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), named]);
  }
  const findings: Finding[] = [];
  for (const word of [...new Map([...loose, ...lone]).values()].slice(0, MOST_KINDS * 4)) {
    if (within.has(word.text) || told.has(word.text) || word.text.length < SHORTEST) continue;
    const other = speltName(word.text, language);
    for (const named of byLetter.get(other.sound[0] ?? '') ?? []) {
      const one = speltName(named.last.text, language);
      const likeness = likenessOf(one, other, body.language);
      if (!likeness || !mayBeName(body, word, named) || isOfOther(body, word, named)) continue;
      if (!lone.has(word.text) && !isVeryNear(one, other)) continue;
      told.add(word.text);
      const suggestion = named.last.text.slice(0, likeness.stem.length) + likeness.ending;
      findings.push(tell(body, word, { right: named, wrong: word.text, suggestion }));
      break;
    }
  }
  return findings;
}

/** One sound, or one letter that differs well within. */
function isVeryNear(one: SpeltName, other: SpeltName): boolean {
  return (
    one.sound === other.sound ||
    (one.latin.slice(0, 2) === other.latin.slice(0, 2) && distance(one.latin, other.latin, 4) <= 4)
  );
}

/** Less what is known to be a word, and a name in other letters that only stands beside its own. */
function mayBeName(body: TextReading, word: Word, named: Named): boolean {
  const lower = word.text.toLowerCase();
  if (body.words.some(({ text }) => text === lower)) return false;
  if (speltName(word.text, body.language).script !== speltName(named.last.text, body.language).script)
    return !isBeside(body.text, word) && !body.isQuoted(word.start);
  if (body.language === 'de' && isGermanNoun(body.text, word)) return false;
  return body.language !== 'en' || notEnglish([lower]).has(lower);
}

/** L. Simon beside Richard Semon: an initial of somebody else. */
function isOfOther({ text, language }: TextReading, { start }: Word, named: Named): boolean {
  const initial = /(?<![\p{L}\p{M}])(\p{Lu})\. ?$/u.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  if (initial === 'M' && language === 'fr') return false; // monsieur
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
function likenessOf(one: SpeltName, other: SpeltName, language: string): Stem | null {
  if (Math.abs(one.text.length - other.text.length) > LONGEST_ENDING) return null;
  if (one.fold === other.fold) return null; // case and hyphens are another check's
  const isOneScript = one.script === other.script;
  const near = nearStems(one, other, isOneScript);
  if (!near) return null;
  if (givenNames.has(one.text.toLowerCase()) && givenNames.has(other.text.toLowerCase())) return null;
  if (one.stems.some(({ stem }) => other.stems.some((each) => each.stem === stem))) return null;
  if (isOneScript && one.sound !== other.sound && isDerived(one.text, other.text, language)) return null;
  return near;
}

const LONGEST_ENDING = 8; // letters by which two cases of one name, or one name in two scripts, may differ in length

function nearStems(one: SpeltName, other: SpeltName, isOneScript: boolean): Stem | null {
  for (const a of one.stems)
    for (const b of other.stems)
      if (isOneScript ? isNear(a, b) : a.sound === b.sound)
        return { stem: a.stem, ending: isOneScript ? b.ending : a.ending };
  return null;
}

function isNear(one: SpeltStem, other: SpeltStem): boolean {
  const least = Math.min(one.latin.length, other.latin.length);
  if (least < SHORTEST) return false;
  if (one.sound === other.sound) return true;
  if (least >= TURNED && one.latin[0] === other.latin[0] && isTurnedRound(one.latin, other.latin))
    return true;
  const far = least >= LONG ? 2 : 1;
  return (
    Math.abs(one.latin.length - other.latin.length) <= far &&
    one.sound[0] === other.sound[0] &&
    distance(one.latin, other.latin, far) <= far
  );
}

function tell(
  body: TextReading,
  at: Word,
  { right, wrong, suggestion }: { right: Named; wrong: string; suggestion: string },
): Finding {
  const because = reason('oneNameTwoWays', { one: wrong, other: nameOf(body, right) });
  return body.finding(at, { check: 'two-spellings', severity: 'major', because, suggestion });
}
