/** "a" before a vowel and "an" before a consonant: what a changed or lost word leaves behind. */

import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';

// Written with a vowel and spoken with a consonant: a union, a use, a eulogy, a onetime rival. Un- before a word is no uni-.
const spokenConsonant =
  /^(?:eu(?:$|[^\p{L}]|\p{L})|ewe|u(?:ni(?!n|m(?!od)|de[anr]|gn|rr|ss|den)|nanim|biq|fo(?:s|$)|ku|lul|ran|ret[eh]|r(?:ea|in|ol)|s(?:a[bg]|e|ing|u[ar])|t(?:en|er[iou]|i|op)|vul)|one(?:$|[st-])|once(?:$|-))/iu;
const spokenVowel = /^(?:h(?:our|onou?r|onest|eir)|[aefhilmnorsx](?:[-’'\d.]))/iu;
const letters = /^\p{Lu}[\p{Lu}\d.&-]*s?$/u;
const vowelLetters = /^[AEFHILMNORSX]/u;

const articled =
  /(?<![\p{L}\p{N}.’'&-])(an?|(?<=(?:^|\n|[.!?][”"’]? |[“"‘])\s?)An?)[ ](?=(\p{L}[\p{L}\p{N}.’'&-]*))/gu;

export const wrongArticle: Check = {
  name: 'wrong-article',
  says: '“a” stands before a vowel, or “an” before a consonant.',
  languages: ['en'],
  isOn: true,
  find: ({ parts }) =>
    parts.flatMap((part) => {
      const findings: Finding[] = [];
      for (const match of part.matches(articled)) {
        const [, article = '', word = ''] = match;
        const isHead = article[0] === 'A';
        const fits = articleFor(word, article.toLowerCase());
        if (fits === null || fits === article.toLowerCase() || isLabel(part.text, match.index)) continue;
        const wanted = isHead ? `A${fits.slice(1)}` : fits;
        const span = { start: match.index, end: match.index + article.length };
        findings.push(
          part.finding(span, {
            check: 'wrong-article',
            severity: 'minor',
            because: reason('articleReads', { article, word, wanted }),
            suggestion: wanted,
          }),
        );
      }
      return findings;
    }),
};

/** Section a, vitamin a, from a to z: the letter. */
function isLabel(text: string, at: number): boolean {
  return /(?:\b(?:section|option|plan|part|type|group|vitamin|hepatitis|paragraph|schedule|appendix|category|class|clause|grade|from|letter|exhibit|item)s?|\d) $/iu.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

/** Null where sound cannot be told from the letters: acronyms that may be words, foreign names. */
function articleFor(word: string, written: string): 'a' | 'an' | null {
  if (written === 'an' && /^[bcdgjkpqtvwz][aeiou]\p{Ll}$/u.test(word)) return 'a'; // short words are safe only so
  if (letters.test(word) && word.length > 1) {
    if (/^[UY]/u.test(word) || word.length > 4) return null;
    return vowelLetters.test(word) === /^[AEIO]/u.test(word) ? (vowelLetters.test(word) ? 'an' : 'a') : null;
  }
  if (
    /^\p{Lu}/u.test(word) ||
    word.length < 4 ||
    /\p{Ll}\p{Lu}|^x|^(?:our|one|once)$|^[^aeiouy]{3}/u.test(word) ||
    /[^a-z’'-]/iu.test(word)
  )
    return null;
  if (spokenConsonant.test(word)) return 'a';
  if (/^h/iu.test(word)) return spokenVowel.test(word) ? 'an' : unsureH.test(word) ? null : 'a';
  if (/^u/iu.test(word)) return /^u(?:gl|lc|lt|m|n|p|rb|rc|rg|rn|s[ht]|tm|tt|dd)/iu.test(word) ? 'an' : null;
  if (/^[aeio]/iu.test(word)) return 'an';
  return /^y(?:tt|v)/iu.test(word) || spokenVowel.test(word) ? null : 'a';
}

const unsureH = /^h(?:ist|abit|ote|erb|om|eroi|orr|ilar|ys|allu)/iu; // some say an historic hotel
