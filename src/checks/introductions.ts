/** How people are introduced: twice as two people, in two posts that exclude each other, or without a full name. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { Name } from './names.ts';
import { postGroup, postPattern } from './posts.ts';
import type { Reading, TextReading } from './reading.ts';
import { speechWords } from './speech-words.ts';
import { surnameOnly } from './surname-only.ts';

export const introducedTwice: Check = {
  name: 'introduced-twice',
  says: 'One person is introduced twice as if they were two, or two hold one post.',
  languages: ['en'],
  isOn: true,
  find: ({ body }) => (body.isRollingLog ? [] : introductionsIn(body)),
};

export const noFullName: Check = {
  name: 'no-full-name',
  says: 'Someone speaks by surname alone before the full name is given, or without one.',
  languages: ['en', 'el', 'ru', 'uk', 'es', 'fr', 'de', 'it'],
  isOn: true,
  find: (reading) => [...(reading.language === 'en' ? unnamedIn(reading) : []), ...surnameOnly(reading)],
};

interface Introduced {
  name: string;
  surname: string;
  start: number;
  end: number;
  /** Words of the post, and its group where we know it. */
  post: string;
  group: string | null;
  /** What the post is of: "of Pyli"; empty when not said. */
  of: string;
  /** Whether "a" or "an" stood before the post, as for someone new. */
  isNew: boolean;
}

const namePart = "\\p{Lu}[\\p{L}’'-]{1,30}";
const personName = `(?<![\\p{L}’'-])${namePart}(?:\\s\\p{Lu}\\.)?(?:\\s${namePart}){1,2}(?![\\p{L}’'-])`;
const lead = '((?:[\\p{L}-]{1,30}\\s){0,2}?)';
const past =
  /\b(?:former|ex|late|then|acting|deputy|vice|assistant|elect|candidate|nominee|hopeful|interim|honorary|retired|old|future|incoming|outgoing|previous|co)[\s-]+$/iu;
const after = new RegExp(
  `(${personName}),\\s(?:who is\\s)?(?:(the|a|an)\\s)?${lead}(${postPattern})(?:\\s(of|for|at|in)\\s((?:the\\s)?[\\p{L}’'-]{1,30}(?:\\s${namePart})?))?(?=[,.;)]|\\s(?:and|who|said|told))`,
  'gu',
);
const title = new RegExp(
  `(?:^|(?<=[\\s“"(]))${lead}((?:${postPattern}|${titleCase(postPattern)}))\\s(${personName})`,
  'gu',
);

/** Posts as they are written before a name: Mayor, Prime Minister. */
function titleCase(pattern: string): string {
  return pattern.replace(/(?<=^|\||\s|\(|:)\p{Ll}/gu, (letter) => letter.toUpperCase());
}

const MOST = 400; // introductions; more is a list

function introductionsIn(body: TextReading): Finding[] {
  const found = [...afterNames(body), ...beforeNames(body)]
    .sort((one, two) => one.start - two.start)
    .slice(0, MOST);
  return [...twoPosts(body, found), ...samePost(body, found)];
}

function afterNames(body: TextReading): Introduced[] {
  return body.matches(after).flatMap((match): Introduced[] => {
    const [text, name = '', article = '', lead = '', post = '', link = '', place = ''] = match;
    if (!isName(name) || past.test(lead) || /\b(?:former|ex)\b/iu.test(lead)) return [];
    const isNew = /^an?$/iu.test(article);
    return [
      {
        name,
        surname: surnameOf(name),
        start: match.index,
        end: match.index + text.length,
        post,
        group: postGroup(post),
        of: `${link} ${place}`.trim(),
        isNew,
      },
    ];
  });
}

function beforeNames(body: TextReading): Introduced[] {
  return body.matches(title).flatMap((match): Introduced[] => {
    const [text, lead = '', post = '', name = ''] = match;
    if (!isName(name) || past.test(lead) || /\b(?:former|ex)\b/iu.test(lead)) return [];
    return [
      {
        name,
        surname: surnameOf(name),
        start: match.index,
        end: match.index + text.length,
        post,
        group: postGroup(post),
        of: '',
        isNew: /\ban?\s+$/iu.test(body.text.slice(Math.max(0, match.index - 4), match.index)),
      },
    ];
  });
}

function isName(name: string): boolean {
  return (
    /^\p{Lu}/u.test(name) &&
    !/\b(?:The|And|But|City|County|State|Court|Party|House|Street|Bank|University)\b/u.test(name)
  );
}

function surnameOf(name: string): string {
  return name.split(/\s+/u).at(-1) ?? name;
}

const tellTwice = { check: 'introduced-twice', severity: 'major' } as const;

/** One name, two posts; or introduced as someone new a second time. */
function twoPosts(body: TextReading, all: Introduced[]): Finding[] {
  const firsts = new Map<string, Introduced>();
  const findings: Finding[] = [];
  for (const one of all) {
    const first = firsts.get(one.name);
    if (!first) firsts.set(one.name, one);
    else if (one.group && first.group && one.group !== first.group) {
      const because = reason('otherPostAbove', {
        name: one.name,
        above: withArticle(first.post),
        here: withArticle(one.post),
      });
      findings.push(body.finding(one, { ...tellTwice, because }));
    } else if (one.isNew && one.start > first.end)
      findings.push(
        body.finding(one, {
          ...tellTwice,
          severity: 'minor',
          because: reason('introducedAbove', { name: one.name }),
        }),
      );
  }
  return findings;
}

/** Two given names before one surname, each in the same post of the same place. */
function samePost(body: TextReading, all: Introduced[]): Finding[] {
  const holders = new Map<string, Introduced>();
  const findings: Finding[] = [];
  for (const one of all) {
    if (!one.group || /^(?:spokesperson|doctor|farmer|fisherman|judge|prosecutor)$/u.test(one.group))
      continue;
    const key = `${one.group} ${one.surname}`;
    const first = holders.get(key);
    if (!first) holders.set(key, one);
    else if (first.name !== one.name && (first.of === one.of || !first.of || !one.of)) {
      const because = reason('otherNameAbove', { post: one.post, above: first.name, here: one.name });
      findings.push(body.finding(one, { ...tellTwice, because }));
    }
  }
  return findings;
}

function withArticle(post: string): string {
  return `${/^[aeiou]/iu.test(post) ? 'an' : 'a'} ${post.toLowerCase()}`;
}

const FOLLOWS = 24; // units after a name in which its verb stands

/** "Leontis said" in a story whose first "Maria Leontis" comes later. Nobody known by one name is concerned. */
function unnamedIn({ body, headline, dek }: Reading): Finding[] {
  if (body.isRollingLog) return [];
  const firstFull = new Map<string, Name>();
  const firstAny = new Set<string>();
  const findings: Finding[] = [];
  for (const name of body.names) {
    const whole = personIn(name);
    const last = whole?.words.at(-1)?.text ?? '';
    if (whole && !firstFull.has(last)) firstFull.set(last, whole);
  }
  const above = `${headline.text} ${dek.text}`;
  for (const name of body.names) {
    const [only] = name.words;
    if (!only || name.words.length !== 1 || firstAny.has(only.text)) continue;
    firstAny.add(only.text);
    const later = firstFull.get(only.text);
    if (
      dayOrMonth.test(only.text) ||
      /(?:ans|ats|ists|ers|als)$/u.test(only.text) ||
      !later ||
      later.start <= name.start ||
      above.includes(only.text) ||
      !speaks(body, name) ||
      !isPerson(body, later)
    )
      continue;
    const whole = body.slice(later);
    const because = reason('namedInFullLater', { name: only.text, whole });
    findings.push(
      body.finding(only, { check: 'no-full-name', severity: 'minor', because, suggestion: whole }),
    );
  }
  return findings;
}

/** A name of two words or more; the first word of a sentence may be any word, and is left out where enough follow. */
function personIn(name: Name): Name | null {
  const words = name.leads ? name.words.slice(1) : name.words;
  const [first] = words;
  if (!first || words.length < 2 || words.length > 4) return null;
  return { ...name, words, start: first.start, leads: false };
}

const dayOrMonth =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)(?:[’']s)?$/u;
const saidSet = new Set((speechWords.en?.said ?? '').split(' '));

function speaks(body: TextReading, name: Name): boolean {
  const after = body.text.slice(name.end, name.end + FOLLOWS);
  const before = body.text.slice(Math.max(0, name.start - FOLLOWS), name.start);
  const next = /^\s+(\p{Ll}+)/u.exec(after)?.[1] ?? '';
  const last = /(\p{Ll}+)\s+$/u.exec(before)?.[1] ?? '';
  return saidSet.has(next) || last === 'said';
}

/** Named at length as a person is: two or three words, the first no "The" and no title of a body. */
function isPerson(body: TextReading, name: Name): boolean {
  return (
    /^\p{Lu}\p{Ll}+(?:\s\p{Lu}\.)?\s\p{Lu}[\p{L}’'-]+$/u.test(body.slice(name)) &&
    !/^(?:The|President|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Mayor|Judge|Minister|In|On|At|But|And|For|When|Committee|House|Senate|State|City|New|North|South|East|West)\b/u.test(
      body.slice(name),
    )
  );
}
