/** Hebrew: what is compared between an original and its translation. */
import type { PairWords } from '../pair-words.ts';

export const hePairs: PairWords = {
  relativeLength: 0.78,
};
