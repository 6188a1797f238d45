/** One body under two abbreviations: the OMS here and the WHO there, or two that its full name was given. */

import { remember } from '../kit/remember.ts';
import { abbreviatedBodies } from './body-abbreviations.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import type { Word } from './words.ts';

export const twoAbbreviations: Check = {
  name: 'two-abbreviations',
  says: 'One body is named by two abbreviations.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it', 'ar'],
  isOn: true,
  find: ({ body }) => {
    const known = knownIn(body);
    return [...known, ...introducedIn(body).filter((one) => known.every(({ start }) => start !== one.start))];
  },
};

interface Seen {
  text: string;
  at: Word;
}

/** Of the bodies that everybody knows; one in brackets behind the other says both on purpose. */
function knownIn(body: TextReading): Finding[] {
  const seen = new Map<string, Seen[]>();
  for (const word of body.words) {
    const name = bodyNamedBy(word.text);
    if (name === undefined) continue;
    const at = bare(word);
    if (isForeignNamed(body, at) || isEra(at.text, body.language)) continue;
    const list = seen.get(name) ?? [];
    if (list.every(({ text }) => text !== at.text)) list.push({ text: at.text, at });
    seen.set(name, list);
  }
  return [...seen.values()].flatMap((list) => {
    const [first, second] = list;
    if (!first || !second || isBeside(body.text, first.at, second.at)) return [];
    return [tell(body, second.at, first.text)];
  });
}

const KNOWN_WORDS = 20_000; // of a few dozen stories

const bodyNamedBy = remember(
  (text: string): string | undefined =>
    abbreviatedBodies.get(bare({ text, start: 0, end: text.length }).text.replaceAll('.', '')),
  KNOWN_WORDS,
);

/** Before the common era, in English. */
function isEra(text: string, language: string): boolean {
  return language === 'en' && /^B\.?C\.?E$/u.test(text);
}

/** Without the article that an apostrophe joins to it, and without an English genitive. */
function bare({ text, start }: Word): Word {
  const [, joined = '', own = text] = /^(\p{L}{1,5}[’'])?(.*?)(?:[’']s)?$/u.exec(text) ?? [];
  return { text: own, start: start + joined.length, end: start + joined.length + own.length };
}

/** Within a foreign title, an address or a quotation of a name: the other language's own. */
function isForeignNamed(body: TextReading, { start, end }: Word): boolean {
  return (
    /[@#./-]$/u.test(body.text.slice(Math.max(0, start - 1), start)) ||
    /^[-/@]\p{L}/u.test(body.text.slice(end, end + 2))
  );
}

const NEAR = 40; // units between two abbreviations that are said together: (OMS, WHO in English)

function isBeside(text: string, one: Word, other: Word): boolean {
  const between = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  return between.length < NEAR && !/[.!?\n]/u.test(between);
}

const introduction =
  /(?<![\p{L}\p{M}])((?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Ll}{1,3})(?:[ \u00a0](?:\p{L}[\p{L}\p{M}’'-]*)){1,8})[ \u00a0]\((\p{Lu}[\p{L}]{0,6}\p{Lu})\)/gu;

/** What every introduction ends in: where there is none, the costly look for names is spared. */
const inBrackets = /[ \u00a0]\(\p{Lu}\p{L}{0,6}\p{Lu}\)/gu;
const LONGEST_NAME = 300; // units of nine words before a bracket

/** Every introduction, looked for only before brackets. */
function introductionsIn({ text }: TextReading): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const bracket of text.matchAll(inBrackets)) {
    const end = bracket.index + bracket[0].length;
    const start = Math.max(0, bracket.index - LONGEST_NAME, text.lastIndexOf('\n', bracket.index) + 1);
    const match = [...text.slice(start, end).matchAll(introduction)].at(-1);
    if (match) found.push(Object.assign(match, { index: match.index + start }));
  }
  return found;
}

/** A full name that is given two abbreviations in brackets. */
function introducedIn(body: TextReading): Finding[] {
  const given = new Map<string, string>();
  const findings: Finding[] = [];
  for (const match of introductionsIn(body)) {
    const [whole, name = '', abbreviation = ''] = match;
    const key = keyOf(name);
    const known = given.get(key);
    const start = match.index + whole.length - abbreviation.length - 1;
    if (key === '') continue;
    if (known === undefined) given.set(key, abbreviation);
    else if (known !== abbreviation)
      findings.push(tell(body, { start, end: start + abbreviation.length, text: abbreviation }, known));
  }
  return findings;
}

const LEAST_WORDS = 2; // of a body's name; one word before a bracket may be anything

/** The last capitalised words before the bracket, without articles: enough to know the body again. */
function keyOf(name: string): string {
  const words = name.split(/[ \u00a0]/u);
  const first = words.findIndex(
    (word, at) => at > 0 && /^\p{Lu}/u.test(word) && /^\p{Ll}/u.test(words[at - 1] ?? ''),
  );
  const own = (first > 0 && words.length - first >= LEAST_WORDS ? words.slice(first) : words).map((word) =>
    word.toLowerCase().replace(/^[ld][’']/u, ''),
  );
  const long = own.filter((word) => word.length > 3);
  return long.length < LEAST_WORDS ? '' : long.slice(-4).join(' ');
}

function tell(body: TextReading, at: Word, other: string): Finding {
  const because = reason('twoAbbreviations', { here: at.text, elsewhere: other });
  return body.finding(at, { check: 'two-abbreviations', severity: 'minor', because, suggestion: other });
}
