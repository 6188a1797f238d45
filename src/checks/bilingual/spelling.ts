/** Words of an English translation that are no English words and stand nowhere in the original: broken on the way. */
import { notEnglish } from './english-words.ts';
import { foldLatin } from './names.ts';
import type { Pair, PairCheck, PairFinding } from './translation.ts';

export const spellingCheck: PairCheck = {
  name: 'translation-spelling',
  says: 'A word of the translation is no word of its language.',
  knows: (_from, to) => to === 'en',
  find: findBroken,
};

const SHORTEST = 3; // letters; shorter ones are abbreviations

function findBroken({ source, target }: Pair): PairFinding[] {
  const words = [
    ...target.matchAll(/(?<![\p{L}\p{M}\p{N}'’.@/_-])[a-z]+(?![\p{L}\p{M}\p{N}'’@/_]|\.\w|-)/gu),
  ];
  const unknown = notEnglish(words.map((word) => word[0]).filter((word) => word.length >= SHORTEST));
  if (unknown.size === 0) return [];
  const original = foldLatin(source);
  const seen = new Map<string, number>();
  for (const word of words) seen.set(word[0], (seen.get(word[0]) ?? 0) + 1);
  return words
    .filter((word) => unknown.has(word[0]) && seen.get(word[0]) === 1 && !isTerm(word[0], original))
    .map((word) => ({
      check: spellingCheck.name,
      severity: 'minor' as const,
      message: `“${word[0]}” is no word we know.`,
      target: { start: word.index, end: word.index + word[0].length },
    }));
}

/** Whether the original has a word that begins alike: a term, rightly taken over. */
function isTerm(word: string, original: string): boolean {
  return original.includes(word.slice(0, Math.max(4, Math.ceil(word.length * 0.6))));
}
