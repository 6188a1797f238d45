/** "a" before a vowel and "an" before a consonant: what a changed or lost word leaves behind. */
import type { Check, Finding } from './check.ts';

// Written with a vowel and spoken with a consonant, and the other way round.
const spokenConsonant =
  /^(?:eu|ewe|u(?:n(?:i(?!m|nt|nf|nh|ns|nv|nd)|ique|ary)|s(?:e|u|i)|ti|ra|ga|lys|biq|ku|top|ter|fo|ro|vul|sb|tah|k(?:\b|r|e))|one(?:\b|-|s)|once|oui|ou[ij]|ouag|o['’])/iu;
const spokenVowel = /^(?:h(?:our|onou?r|onest|eir|omage|erb|[\p{Lu}])|[aefhilmnorsx](?:\b|[-’'\d.])|x-)/iu;
const letters = /^\p{Lu}[\p{Lu}\d.&-]*s?$/u;
const vowelLetters = /^[AEFHILMNORSX]/u;

export const wrongArticle: Check = {
  name: 'wrong-article',
  says: '“a” stands before a vowel, or “an” before a consonant.',
  languages: ['en'],
  isOn: true,
  find: ({ parts }) =>
    parts.flatMap((part) => {
      const findings: Finding[] = [];
      for (const match of part.text.matchAll(
        /(?<![\p{L}\p{N}.’'&-])(an?)[ ](?=(\p{L}[\p{L}\p{N}.’'&-]*))/gu,
      )) {
        const [, article = '', word = ''] = match;
        const wanted = articleFor(word);
        if (wanted === null || wanted === article) continue;
        const span = { start: match.index, end: match.index + article.length };
        findings.push(
          part.finding(span, {
            check: 'wrong-article',
            severity: 'minor',
            message: `“${article} ${word}” reads “${wanted} ${word}”.`,
            suggestion: wanted,
          }),
        );
      }
      return findings;
    }),
};

/** Null where sound cannot be told from the letters: acronyms that may be words, foreign names. */
function articleFor(word: string): 'a' | 'an' | null {
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
  if (/^(?:h|historic|habitual|hotel)/iu.test(word))
    return /^(?:hour|honou?r|honest|heir)/iu.test(word)
      ? 'an'
      : /^(?:hist|habit|hote|herb|hom|heroi|horr|hilar|hys|hallu)/iu.test(word)
        ? null
        : 'a';
  if (spokenConsonant.test(word)) return /^u/iu.test(word) ? 'a' : /^o['’]/iu.test(word) ? null : 'a';
  if (/^u/iu.test(word))
    return /^un(?!i)|^up|^ut(?:t|m)|^us(?:h|)$|^ul(?:t|c)|^um|^ur(?:g|n|b|)/iu.test(word) ? 'an' : null;
  if (/^[aeio]/iu.test(word)) return 'an';
  return /^x-|^y(?:tt|v)/iu.test(word) || spokenVowel.test(word) ? null : 'a';
}
