/** Korean: what is compared between an original and its translation. */
import type { PairWords } from '../pair-words.ts';

export const koPairs: PairWords = {
  relativeLength: 0.48,
};
