/** Swedish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const svCopy: CopyWords = {
  // ‘Det det gäller’, ‘som man litar på på jobbet’: a clause without its joint, a verb's particle before a preposition.
  meantTwice: wordLines(`
    det den de att som var är i på av om för till så ja nej mycket länge han hon hade man in ut upp ner med vid efter från över under
    mot åt hos här där
  `),
  bylines: '[Aa]v|Text|Foto och text',
  months: [
    'januari jan',
    'februari feb',
    'mars',
    'april apr',
    'maj',
    'juni',
    'juli',
    'augusti aug',
    'september sept',
    'oktober okt',
    'november nov',
    'december dec',
  ],
  weekdays: [
    'måndag måndagen',
    'tisdag tisdagen',
    'onsdag onsdagen',
    'torsdag torsdagen',
    'fredag fredagen',
    'lördag lördagen',
    'söndag söndagen',
  ],
  otherYear: /(?:i fjol|förra året|nästa år|år sedan|årsdag)/iu,
};
