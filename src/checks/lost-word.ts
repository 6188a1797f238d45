/**
 * A word that copying lost, where a rule can see it: two small words stand side by side that English never puts so, or an
 * article stands before a stop. The pairs were chosen by grammar, and none of them occurs in a third of a million words
 * of clean news.
 */

import { remember } from '../kit/remember.ts';
import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { spanAt, type Word } from './words.ts';

/**
 * Left out is whatever a writer may mean: a turn of phrase (`por al menos`, `au di là`), a pronoun that is written like an
 * article, and what German and Russian put before a participle (`in von Wasser umgebenen`).
 */
const lostPairs = byLanguage('lostPairs');

export const lostWord: Check = {
  name: 'lost-word',
  says: 'A verb, a noun or an article seems to be missing.',
  languages: ['en', ...Object.keys(lostPairs)],
  isOn: true,
  find: ({ headline, dek, body, language }) =>
    language === 'en'
      ? [
          ...(headline.text.split(' ').length > 20 ? pairsIn(headline) : []),
          ...[dek, body].flatMap((part) => [...pairsIn(part), ...phrasesIn(part), ...swappedIn(part)]),
        ]
      : [dek, body].flatMap((part) => pairsElsewhere(part, language)),
};

const words = (text: string) => text.split(' ');

/** First words, and what never follows them. */
const never: [string[], string[]][] = [
  [
    words('the a an'),
    words(
      'of from by with into to at and or but if that which who whom because although than is are was were be been has had does did would could must should his their its our my your he she they them we him',
    ),
  ],
  [
    words('their our my your every'),
    words(
      'of from by with into to at and or but if that which who than is are was were been has had does did would could the a an his their its our my your he she they',
    ),
  ],
  [words('its'), words('the a an their our my your of from into')],
  [words('of with from into by at'), words('he she they we')],
  [words('at by into with'), words('of')],
  [words('to'), words('does than been she they he')],
  [words('is are was were'), words('has have will would can could')],
  [words('be'), words('is are was were has have can will would')],
  [words('has have had'), words('is are was were has have will would can')],
  [words('will would can could must might'), words('is are was were has had will would can could of')],
];

const following = new Map<string, Set<string>>();
for (const [firsts, seconds] of never)
  for (const first of firsts) following.set(first, new Set([...(following.get(first) ?? []), ...seconds]));

/** Fine in some turn of phrase, seen or thought of. */
const turns = new Set(
  words(
    'a_must a_to the_if the_that had_had would_of_course will_of can_of might_of must_of would_of could_of the_who have_will has_will have_would have_is has_is have_was had_was had_is have_are have_can to_he',
  ),
);

const subjects = new Set(words('he she they'));
const articles = new Set(words('the a an'));
const modals = new Set(words('will would can could must'));
const auxiliary = new Set(
  words(
    'is are was were be been am do does did has have had will would can could may might must should shall nor neither so as than not only never how what why when where who which ever even rarely and but or if then hardly seldom',
  ),
);

function pairsIn(part: TextReading): Finding[] {
  const findings: Finding[] = [];
  const list = part.words;
  for (let at = 0; at < list.length; at += 1) {
    const [word, next] = [list[at] as Word, list[at + 1]];
    if (!mayLead(word.text)) continue;
    const first =
      at === 0 || !isInSentence(part, word, list[at - 1] as Word) ? word.text.toLowerCase() : word.text;
    const end = endAfterArticle(part, word, first);
    if (end !== null) findings.push(tell(part, word.start, end));
    if (!next || part.text.slice(word.end, next.start) !== ' ') continue;
    if (isImpossible(part, { first, next, before: list[at - 1], at: word.start }))
      findings.push(tell(part, word.start, next.end));
  }
  return findings;
}

const LEADS = 20_000; // words that are remembered

/** Whether anything is asked of what stands behind this word, written so or in small letters. */
const mayLead = remember(
  (text: string): boolean =>
    [text, text.toLowerCase()].some(
      (word) => following.has(word) || beforeStop.has(word) || subjects.has(word) || modals.has(word),
    ),
  LEADS,
);

function isInSentence(part: TextReading, word: Word, before: Word): boolean {
  return spanAt(part.sentences, before.start) === spanAt(part.sentences, word.start);
}

function tell(part: TextReading, start: number, end: number): Finding {
  const because = reason('wordMissing', { words: part.text.slice(start, end) });
  return part.finding({ start, end }, { check: 'lost-word', severity: 'minor', because });
}

interface Pair {
  first: string;
  next: Word;
  before: Word | undefined;
  at: number;
}

function isImpossible(part: TextReading, { first, next, before, at }: Pair): boolean {
  const second = next.text;
  if (first === second || turns.has(`${first}_${second}`)) return false; // the same twice is another check's
  if (before === undefined && /^(?:and|or|is)$/u.test(second)) return false; // A and B
  if (following.get(first)?.has(second)) return !isSpokenOf(part, at, next.end);
  const lead = before?.text.toLowerCase() ?? '';
  if (auxiliary.has(lead) || !before) return false;
  const isJoined = part.text.slice(before.end, at) === ' ';
  if (subjects.has(first) && (articles.has(second) || second === 'of')) return isJoined && first !== 'they';
  if (!modals.has(first) || !articles.has(second) || !isJoined) return false;
  return (
    !articles.has(lead) &&
    !/^(?:free|last|living|good|ill|strong|of|his|her|their|its|a)$/u.test(lead) &&
    !isQuestion(part, at)
  );
}

/** Words spoken of as words: the verb "is", and anything beside a quotation mark. */
function isSpokenOf(part: TextReading, start: number, end: number): boolean {
  return (
    /["“”'‘’«»]/u.test(part.text.slice(Math.max(0, start - 1), start) + part.text.slice(end, end + 1)) ||
    /-/u.test(part.text[end] ?? '')
  );
}

/** Or a sentence whose verb stands before its subject. */
function isQuestion(part: TextReading, at: number): boolean {
  const sentence = spanAt(part.sentences, at);
  if (sentence === undefined || /\?["”’)]*$/u.test(part.slice(sentence))) return true;
  return /\b(?:only|not|never|nor|neither|rarely|seldom|hardly|so|such|little)\b/iu.test(
    part.text.slice(sentence.start, at),
  ); // turned round: only then will the …
}

const beforeStop = new Set(words('the an their our my your every'));

/** "the ." and "an ," : where the stop of a sentence, or a comma, follows an article at once. */
function endAfterArticle(part: TextReading, word: Word, first: string): number | null {
  if (!beforeStop.has(first)) return null;
  const match = /^ ?[.,;](?=\s|$)/u.exec(part.text.slice(word.end, word.end + 3));
  return match && !isSpokenOf(part, word.start, word.end) ? word.end + match[0].length : null;
}

const owned =
  'own|pockets?|house|home|life|lives|family|name|names|children|child|money|country|car|hands?|head|heart|eyes|mother|father|wife|husband|work|job|office|business|story|body|face|mind|phone|area|street|city|town|community|neighbou?rs?|bag|room|door|email|address|account|letter|kitchen|garden|school|doctor';
/** What is said in one way only, with its small word gone: in you pocket, according the, at same time. */
const gaps = new RegExp(
  [
    `(?:in|on|of|with|from|for|at|by|into|under|behind|near|inside) you (?:${owned})`,
    'according (?:the|an?|his|her|their|its|this|that|officials|police|him|them|sources)',
    '(?:regardless|depends|depending|consists?|behalf) (?:the|an?|his|her|their)',
    '(?:in|to|from) (?:village|neighbou?rhood|region|building|kitchen|forest)(?= (?:for|where|when|since|on|after|near|with)(?!\\p{L})|[.,;])',
    'at same time|on other hand|in same (?:way|year|day|week|month)',
    'one of (?:most|biggest|largest|best|main|oldest|greatest|worst)(?= \\p{Ll})',
    'in (?:middle|beginning) of|at (?:beginning|top|bottom) of|in (?:morning|afternoon|evening)(?=[.,;]| \\p{Ll})',
  ].join('|'),
  'u',
);
const wholeGaps = new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${gaps.source})(?![\\p{L}\\p{N}’'-])`, 'gu');

/** The one small word that a verb goes with was lost in another's: arrived to, accused for, in Monday. */
const swapped = new RegExp(
  [
    'arrived to (?=\\p{Lu}|the (?!point|conclusion))',
    'accused for (?=\\p{Ll}+ing)',
    'discuss(?:ed|es)? about the',
    'consists? (?:from|by)',
    'participated? to (?=the|a)',
    'married with (?=\\p{Lu}|an? (?!\\p{L}+ (?:child|son|daughter)))',
    '(?:in|at) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[.,;]|$)',
  ]
    .map((phrase) => `(?<![\\p{L}\\p{N}’'-])${phrase}`)
    .join('|'),
  'gu',
);

function swappedIn(part: TextReading): Finding[] {
  return part
    .matches(swapped)
    .filter(({ index, 0: text }) => !isSpokenOf(part, index, index + text.length))
    .map(({ index, 0: text }) => {
      const because = reason('smallWordWrong', { words: text.trim() });
      const span = { start: index, end: index + text.trimEnd().length };
      return part.finding(span, { check: 'lost-word', severity: 'minor', because });
    });
}

function phrasesIn(part: TextReading): Finding[] {
  return part
    .matches(wholeGaps)
    .filter(({ index, 0: text }) => !isSpokenOf(part, index, index + text.length))
    .map(({ index, 0: text }) => tell(part, index, index + text.length));
}

const elsewhere = new Map(
  Object.entries(lostPairs).map(([language, { never, beforeComma, beforeStop }]) => {
    const followed = new Map<string, Set<string>>();
    for (const [firsts, seconds] of never)
      for (const first of words(firsts))
        followed.set(first, new Set([...(followed.get(first) ?? []), ...words(seconds)]));
    return [language, { followed, comma: new Set(words(beforeComma)), stop: new Set(words(beforeStop)) }];
  }),
);

function pairsElsewhere(part: TextReading, language: string): Finding[] {
  const known = elsewhere.get(language);
  if (!known) return [];
  const list = part.words;
  return list.flatMap((word, at) => {
    const before = list[at - 1];
    const opens = before === undefined || !isInSentence(part, word, before);
    const first = opens ? word.text.toLowerCase() : word.text;
    const next = list[at + 1];
    const isPair =
      next !== undefined &&
      part.text.slice(word.end, next.start) === ' ' &&
      first !== next.text &&
      known.followed.get(first)?.has(next.text) === true;
    if (isPair && next && !isSpokenOf(part, word.start, next.end)) return [tell(part, word.start, next.end)];
    const end = stopAfter(part, word, first, known);
    return end === null || opens ? [] : [tell(part, word.start, end)];
  });
}

/** Words of a language that no sentence ends in: an article, a preposition that wants its noun. */
export function neverLast(language: string): ReadonlySet<string> {
  return language === 'en' ? beforeStop : (elsewhere.get(language)?.stop ?? new Set());
}

function stopAfter(
  part: TextReading,
  word: Word,
  first: string,
  { comma, stop }: { comma: Set<string>; stop: Set<string> },
): number | null {
  if (!comma.has(first) && !stop.has(first)) return null;
  const signs = comma.has(first) ? /^ ?[.,;،؛](?=\s|$)/u : /^ ?[.;؛](?=\s|$)/u;
  const match = signs.exec(part.text.slice(word.end, word.end + 3));
  return match && !isSpokenOf(part, word.start, word.end) ? word.end + match[0].length : null;
}
