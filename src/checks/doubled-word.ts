/** A word written twice: where hand or machine went on after a line end. */
import { byLanguage } from '../language/languages.ts';
import type { Check, Finding } from './check.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'doubled-word', severity: 'major' } as const;

/** Pairs that a language does write. */
const meant = byLanguage('meantTwice');
const languages = Object.keys(meant);
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
    if (!isClash && isMeant(one.text, two.text, language)) continue;
    if (language === 'en' && /^(?:in|on)$/u.test(next) && isTime(words[at + 1]?.text)) continue; // what they count on on Tuesday
    if (words[at + 1]?.text.toLowerCase() === next || words[at - 2]?.text.toLowerCase() === lower) continue; // a loop
    const message = isClash
      ? `“${one.text} ${two.text}”: one article too many.`
      : `“${two.text}” stands twice.`;
    findings.push(
      part.finding(
        { start: one.start, end: two.end },
        { ...tell, message, suggestion: isClash ? two.text : one.text },
      ),
    );
  }
  return findings;
}

function isTime(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d|\p{Lu})/u.test(word);
}

function isMeant(one: string, two: string, language: string): boolean {
  if (!/^\p{L}+$/u.test(one)) return true; // numbers, and what holds an apostrophe
  if (/\p{Lu}/u.test(two) || /\p{Ll}\p{Lu}/u.test(one)) return true; // Duran Duran, Baden Baden, a new sentence without its stop
  return meantSets[language]?.has(two.toLowerCase()) ?? true;
}
