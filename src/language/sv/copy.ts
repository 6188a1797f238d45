/** Swedish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const svCopy: CopyWords = {
  // ‘Det det gäller’, ‘som man litar på på jobbet’: a clause without its joint, a verb's particle before a preposition.
  meantTwice: wordLines(`
    det den de att som var är i på av om för till så ja nej mycket länge han hon hade man in ut upp ner med vid efter från över under
    mot åt hos här där
  `),
};
