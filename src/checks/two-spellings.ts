/** One name spelt two ways in a story: by a slip, or because two translations came together. */
import type { Check, Finding } from './check.ts';
import type { Name } from './names.ts';
import type { TextReading } from './reading.ts';
import { distance, latinOf, soundKey } from './transliterate.ts';
import type { Word } from './words.ts';

const SHORTEST = 4; // letters: below, two names are two names
const LONG = 8; // letters from which two may differ
const MOST_NAMES = 3_000; // of a copy; beyond it is a list, not a story

export const twoSpellings: Check = {
  name: 'two-spellings',
  says: 'One name is spelt in two ways.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'it'],
  isOn: true,
  find: ({ body }) => spellingsIn(body),
};

/** A person or place as named at length: the words before the last tell that two spellings are one name. */
interface Named {
  first: string;
  last: Word;
  whole: Name;
}

function spellingsIn(body: TextReading): Finding[] {
  const full = fullNames(body);
  const groups = new Map<string, Named[]>();
  for (const named of full) {
    const key = named.first;
    const group = groups.get(key) ?? [];
    group.push(named);
    groups.set(key, group);
  }
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const group of groups.values()) {
    const kinds = distinct(group);
    for (const [index, one] of kinds.entries())
      for (const other of kinds.slice(index + 1)) {
        if (told.has(other.last.text) || !isOneName(one.last.text, other.last.text)) continue;
        told.add(other.last.text);
        findings.push(tell(body, other, one, group));
      }
  }
  return [...findings, ...loneSpellings(body, full, told)];
}

const MOST_KINDS = 12; // different surnames after one given name; more is a list

function distinct(group: Named[]): Named[] {
  const seen = new Map<string, Named>();
  for (const named of group) if (!seen.has(named.last.text)) seen.set(named.last.text, named);
  return [...seen.values()].slice(0, MOST_KINDS);
}

function fullNames(body: TextReading): Named[] {
  const found: Named[] = [];
  for (const name of body.names.slice(0, MOST_NAMES)) {
    const [last, before] = [name.words.at(-1), name.words.at(-2)];
    if (
      !last ||
      !before ||
      name.words.length > 4 ||
      last.text.length < SHORTEST ||
      !isPlain(last.text) ||
      !isPlain(before.text)
    )
      continue;
    if (before.text.length < 3) continue;
    found.push({ first: soundKey(before.text), last, whole: name });
  }
  return found;
}

/** Letters only, not all capitals: an acronym is no name of a person. */
function isPlain(word: string): boolean {
  return /^\p{Lu}(?:[’'](?=\p{Lu}))?[\p{L}-]*\p{Ll}[\p{L}-]*$/u.test(word);
}

/** After the same given name: the same sound, or one letter apart (two in a long name), and no ending of grammar. */
function isOneName(one: string, other: string): boolean {
  if (one === other || stem(one) === stem(other)) return false;
  const [a, b] = [latinOf(one), latinOf(other)];
  if (plainOf(one) === plainOf(other)) return false; // case and hyphens are another check's
  if (a.length < SHORTEST || b.length < SHORTEST || isInflected(one, other)) return false;
  if (soundKey(one) === soundKey(other)) return true;
  if (a[0] !== b[0]) return false;
  const far = Math.min(a.length, b.length) >= LONG ? 2 : 1;
  return Math.min(a.length, b.length) >= 5 && distance(a, b, far) <= far;
}

function plainOf(word: string): string {
  return word.toLowerCase().replace(/[-’']/gu, '');
}

function stem(word: string): string {
  return word
    .replace(/[’']s?$/u, '')
    .replace(/-.*$/u, '')
    .normalize('NFC');
}

const endings =
  /(?:s|es|a|u|e|i|y|ov|ova|om|em|oi|ai|os|ou|o|on|is|i|as|an|us|in|ina|oy|ei|am|ami|ah|im|ih|ogo|omu|oho|omy|ym|yi|ii|aya|uyu|oyu|ski\p{L}*|tsk\p{L}*)$/u;

/** The same stem with another ending: a case, a plural, a woman's form of the name. */
function isInflected(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a.startsWith(b) || b.startsWith(a))
    return !(/^\p{Script=Latin}+$/u.test(a + b) && soundKey(one) === soundKey(other));
  if (/^\p{Script=Latin}+$/u.test(a + b)) return false;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same += 1;
  const [restA, restB] = [latinOf(a.slice(same)), latinOf(b.slice(same))];
  return (
    same >= 3 &&
    restA.length <= 4 &&
    restB.length <= 4 &&
    (restA === '' || endings.test(restA)) &&
    (restB === '' || endings.test(restB)) &&
    same >= Math.min(a.length, b.length) - 3
  );
}

function tell(body: TextReading, other: Named, one: Named, group: Named[]): Finding {
  const count = (word: string) => group.filter(({ last }) => last.text === word).length;
  const [right, wrong] = count(other.last.text) > count(one.last.text) ? [other, one] : [one, other];
  const message = `“${body.slice(wrong.whole)}” and “${body.slice(right.whole)}”: one name, spelt two ways?`;
  return body.finding(wrong.last, {
    check: 'two-spellings',
    severity: 'major',
    message,
    suggestion: right.last.text,
  });
}

/** A surname that stands alone once, a letter away from one that is named in full and stands here more often. */
function loneSpellings(body: TextReading, full: Named[], told: Set<string>): Finding[] {
  const counts = new Map<string, Word[]>();
  for (const { words } of body.names.slice(0, MOST_NAMES))
    for (const word of words)
      if (isPlain(word.text))
        counts.set(stem(word.text), [...(counts.get(stem(word.text)) ?? []).slice(-9), word]);
  const known = new Map<string, Named>();
  for (const named of full) if (!known.has(named.last.text)) known.set(stem(named.last.text), named);
  const bySound = new Map<string, Named>();
  for (const [text, named] of known)
    if ((counts.get(text)?.length ?? 0) > 1 && text.length >= 5) bySound.set(soundKey(text), named);
  const findings: Finding[] = [];
  for (const name of body.names.slice(0, MOST_NAMES)) {
    const only = surnameAlone(name);
    if (!only) continue;
    const named = bySound.get(soundKey(stem(only.text)));
    if (
      !named ||
      told.has(only.text) ||
      stem(named.last.text) === stem(only.text) ||
      known.has(stem(only.text))
    )
      continue;
    if (
      (counts.get(stem(only.text))?.length ?? 0) > 1 ||
      isInflected(stem(only.text), stem(named.last.text)) ||
      !isPlain(only.text)
    )
      continue;
    told.add(only.text);
    const message = `“${only.text}” and “${body.slice(named.whole)}”: one name, spelt two ways?`;
    findings.push(
      body.finding(only, { check: 'two-spellings', severity: 'major', message, suggestion: named.last.text }),
    );
  }
  return findings;
}

/** A name of one word, or one behind a title. */
function surnameAlone({ words }: Name): Word | undefined {
  const isTitled = /^(?:Mr|Mrs|Ms|Dr|Sir|Mme|Herr|Frau|Sr|Sra)$/u.test(words.at(-2)?.text ?? '');
  return words.length === 1 || isTitled ? words.at(-1) : undefined;
}
