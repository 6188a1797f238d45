/** A word written twice: where hand or machine went on after a line end. */

import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import type { Word } from './words.ts';

const tell = { check: 'doubled-word', severity: 'major' } as const;

/** Pairs that a language does write. */
const meant = byLanguage('meantTwice');
/** The few that a language never writes twice, where it doubles most words: Turkish ağır ağır, bir bir. */
const never = byLanguage('neverTwice');
const languages = [...Object.keys(meant), ...Object.keys(never)];
const neverSets = Object.fromEntries(
  Object.entries(never).map(([language, words]) => [language, new Set(words.split(' '))]),
);
/** How letters are called where an abbreviation is written as it is spoken: بي بي سي. */
const letterNames = byLanguage('letterNames');
const letterSets = Object.fromEntries(
  Object.entries(letterNames).map(([language, names]) => [language, new Set(names.split(' '))]),
);
const meantSets = Object.fromEntries(
  Object.entries(meant).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Two articles, or an article before a preposition's twin: never written in English. */
const clashing = /^(?:the a|a the|an the|the an|a an|an a)$/u;

export const doubledWord: Check = {
  name: 'doubled-word',
  says: 'A word stands twice.',
  languages,
  isOn: true,
  find: (reading) => reading.parts.flatMap((part) => doubledIn(part, reading.language)),
};

function doubledIn(part: TextReading, language: string): Finding[] {
  const findings: Finding[] = [];
  const { words, text } = part;
  for (let at = 1; at < words.length; at += 1) {
    const [one, two] = [words[at - 1], words[at]];
    if (!one || !two || two.start - one.end > 2) continue;
    const gap = text.slice(one.end, two.start);
    if (!/^[^\S\n]?\n?$/u.test(gap) || gap === '') continue;
    const [lower, next] = [one.text.toLowerCase(), two.text.toLowerCase()];
    const isClash = language === 'en' && clashing.test(`${one.text} ${two.text}`);
    if ((lower !== next && !isClash) || /[/_(]/u.test(text[two.end] ?? '')) continue;
    if (!isClash && (isMeant(one.text, two.text, language) || isSpelt(words, at, language))) continue;
    if (isInTitle(part, one.start)) continue;
    if (lower === 'que' && isCompared(text, one.start)) continue;
    const isParticle = language === 'en' && /^(?:in|on)$/u.test(one.text) && /^(?:in|on)$/u.test(next);
    if (isParticle && isTime(words[at + 1]?.text)) continue; // what they count on on Tuesday
    if (words[at + 1]?.text.toLowerCase() === next || words[at - 2]?.text.toLowerCase() === lower) continue; // a loop
    const because = isClash
      ? reason('oneArticleTooMany', { one: one.text, other: two.text })
      : reason('standsTwice', { word: two.text });
    findings.push(
      part.finding(
        { start: one.start, end: two.end },
        { ...tell, because, suggestion: isClash ? two.text : one.text },
      ),
    );
  }
  return findings;
}

const COMPARED = 80; // units before: a clause

/** ‘Más vale que vengan que que se queden’: than that. */
function isCompared(text: string, at: number): boolean {
  return /(?:^|[^\p{L}])(?:más|menos|mejor|peor|antes|mismo|igual|mayor|menor|pref\p{L}+|plus|moins|mieux|plutôt|mais|menos|melhor|pior|mesmo)(?!\p{L})/iu.test(
    text.slice(Math.max(0, at - COMPARED), at),
  );
}

function isTime(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d|\p{Lu})/u.test(word);
}

/** Part of an abbreviation that is spelt out, three letters of it or more. */
function isSpelt(words: readonly Word[], at: number, language: string): boolean {
  const names = letterSets[language];
  const isLetter = (index: number) => names?.has(words[index]?.text ?? '') ?? false;
  return isLetter(at) && isLetter(at - 1) && (isLetter(at - 2) || isLetter(at + 1));
}

const SHORT_TITLE = 40; // units; a song or a book whose name begins with a word said twice

/** “Really really love you”: the head of a short quotation. */
function isInTitle(part: TextReading, at: number): boolean {
  return part.marks.pairs.some(({ openEnd, close }) => openEnd === at && close - openEnd < SHORT_TITLE);
}

function isMeant(one: string, two: string, language: string): boolean {
  if (!/^\p{L}{1,4}[’']\p{L}+$|^\p{L}+$/u.test(one)) return true; // numbers, and what holds a hyphen
  if (/\p{Lu}/u.test(two) || /\p{Ll}\p{Lu}/u.test(one)) return true; // Duran Duran, Baden Baden, a new sentence without its stop
  const few = neverSets[language];
  return few ? !few.has(two.toLowerCase()) : (meantSets[language]?.has(two.toLowerCase()) ?? true);
}
