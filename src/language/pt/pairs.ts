/** Portuguese: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const ptPairs: PairWords = {
  common: wordLines(`
      que não uma dos das com para por mais como mas foi são está também pelo pela seu sua seus suas quando muito
      nos já eu ele ela até isso entre depois sem mesmo aos ter
    `),
  relativeLength: 1.05,
};
