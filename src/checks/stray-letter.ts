/** A letter of another script inside a word: it looks right, and breaks search, reading aloud and links. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import { isTwin, letterScript, lookAlike, type Script } from './look-alikes.ts';
import type { TextReading } from './reading.ts';

const latin = 'a-zA-Z\\u00c0-\\u024f\\u1e00-\\u1eff';
const greek = '\\u0370-\\u03ff\\u1f00-\\u1fff';
const cyrillic = '\\u0400-\\u052f';
const between = '[\\p{M}\\u00ad]*';
/** Where letters of two scripts touch. */
const touching = new RegExp(
  `[${latin}]${between}[${greek}${cyrillic}]|[${cyrillic}]${between}[${latin}${greek}]|[${greek}]${between}[${latin}${cyrillic}]`,
  'u',
);
const wordOf = /[\p{L}\p{M}\u00ad]+/gu;
const LONGEST_WORD = 60; // letters; what is longer is no word

export const strayLetter: Check = {
  name: 'stray-letter',
  says: 'A letter of another script stands inside a word, where it only looks right.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap(strayIn),
};

function strayIn(part: TextReading): Finding[] {
  const findings: Finding[] = [];
  for (const [start, end] of suspects(part.text)) {
    const word = part.text.slice(start, end);
    const mended = mend(word) ?? mendPair(word, part.language);
    if (!mended) continue;
    const { suggestion, letters, from } = mended;
    const because = reason('strayLetter', {
      word,
      alphabet: from,
      letters,
      looksRight: suggestion !== undefined,
    });
    findings.push(
      part.finding({ start, end }, { check: 'stray-letter', severity: 'critical', because, suggestion }),
    );
  }
  return findings;
}

/** Words in which two scripts touch. */
function suspects(text: string): [number, number][] {
  if (!/[\u0370-\u052f\u1f00-\u1fff]/u.test(text) || !/[a-zA-Z\u0370-\u03ff]/u.test(text)) return [];
  const found: [number, number][] = [];
  for (const { index, 0: word } of text.matchAll(wordOf)) {
    if (word.length <= LONGEST_WORD && touching.test(word)) found.push([index, index + word.length]);
  }
  return found;
}

interface Mended {
  /** Undefined for a letter that looks like none of the word's own. */
  suggestion: string | undefined;
  letters: string[];
  from: Script;
}

/**
 * The word in its main script, when every other letter passes for one of it. Null for a name glued to an ending
 * (SMS-ка without its hyphen), for signs of science (ΔT, μm), and where several letters do not look alike. One letter of
 * another script in a longer word is a slip whatever it looks like: a final sigma behind Maersk.
 */
function mend(word: string): Mended | null {
  const letters = [...word];
  const scripts = letters.map(letterScript);
  const counts = countScripts(scripts);
  const [main, other, third] = [...counts.keys()].sort(
    (one, two) => (counts.get(two) ?? 0) - (counts.get(one) ?? 0),
  );
  if (!main || !other || third) return null;
  const foreign = letters.filter((_letter, at) => scripts[at] === other);
  if (isScience(letters, scripts)) return null;
  if ((counts.get(main) ?? 0) < 2 && letters.length > 2) return null;
  if ((counts.get(main) ?? 0) === foreign.length) return null;
  if (isGlued(letters, scripts, foreign)) return null;
  if (!foreign.every((letter) => lookAlike(letter, other, main) !== null && isTwin(letter)))
    return isAlone(word, foreign, main) ? { suggestion: undefined, letters: foreign, from: other } : null;
  const suggestion = letters
    .map((letter, at) => (scripts[at] === other ? (lookAlike(letter, other, main) ?? letter) : letter))
    .join('');
  return { suggestion, letters: foreign, from: other };
}

const inCyrillic = new Set(['ru', 'uk', 'be', 'bg', 'mk', 'sr', 'kk']);

/** va with one of its letters from elsewhere: of two letters only the copy's language says which is its own. Not кВ, мA. */
function mendPair(word: string, language: string): Mended | null {
  if (!/^\p{Ll}{2}$/u.test(word) || language === '' || language === 'el') return null;
  const own: Script = inCyrillic.has(language) ? 'Cyrillic' : 'Latin';
  const letters = [...word];
  const foreign = letters.filter((letter) => letterScript(letter) !== own);
  const [other] = foreign.map(letterScript);
  if (foreign.length !== 1 || !other || other === 'Greek') return null;
  if (!foreign.every((letter) => lookAlike(letter, other, own) !== null && isTwin(letter))) return null;
  const suggestion = letters.map((letter) =>
    letterScript(letter) === own ? letter : (lookAlike(letter, other, own) ?? letter),
  );
  return { suggestion: suggestion.join(''), letters: foreign, from: other };
}

function countScripts(scripts: (Script | null)[]): Map<Script, number> {
  const counts = new Map<Script, number>();
  for (const script of scripts) if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  return counts;
}

/** Two runs, the first a name in capitals or of several letters: a foreign name with an ending of ours. */
function isGlued(letters: string[], scripts: (Script | null)[], foreign: string[]): boolean {
  const turns = scripts.filter((script, at) => at > 0 && script !== scripts[at - 1]).length;
  if (turns !== 1 || foreign.length < 2) return false;
  const first = letters.filter((_letter, at) => scripts[at] === scripts[0]).join('');
  return /^\p{Lu}{2,}$/u.test(first) || first.length >= 4;
}

/** ΔT, μm, kΩ, πr: one Greek letter beside one or two Latin ones. */
function isScience(letters: string[], scripts: (Script | null)[]): boolean {
  return scripts.includes('Greek') && scripts.includes('Latin') && letters.length <= 3;
}

const LEAST_OWN = 4; // letters of the word's own script, so that it is a word and no sign

/** One letter in a word of another script: neither a gene (NFκB, TNFα) nor a service's small letter before capitals (eΔΑΠΥ). */
function isAlone(word: string, foreign: string[], main: Script): boolean {
  const least = /^\p{Ll}+$/u.test(word) ? LEAST_OWN - 1 : LEAST_OWN;
  if (foreign.length !== 1 || [...word].length <= least) return false;
  if (main === 'Latin' && foreign[0] !== 'ς' && /\p{Lu}.*\p{Lu}/u.test(word)) return false;
  return !/^(?:\p{Ll}(?=\p{Lu})|\p{Lu}?\p{Ll}+\p{Lu}$)/u.test(word);
}
