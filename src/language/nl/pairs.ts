/** Dutch: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const nlPairs: PairWords = {
  common: wordLines(`
      het een van niet met voor zijn aan ook als dat deze door over naar bij uit maar nog wordt worden werd hebben
      had heeft omdat wel geen meer onder tussen zich haar hun
    `),
  relativeLength: 1.1,
};
