/** Turkish: what is compared between an original and its translation. */
import type { PairWords } from '../pair-words.ts';

export const trPairs: PairWords = {
  relativeLength: 1.02,
};
