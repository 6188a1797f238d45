/** Danish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const daCopy: CopyWords = {
  bylines: '[Aa]f|AF|Tekst|Skrevet af',
  months: [
    'januar jan',
    'februar feb',
    'marts',
    'april apr',
    'maj',
    'juni',
    'juli',
    'august aug',
    'september sept',
    'oktober okt',
    'november nov',
    'december dec',
  ],
  weekdays: [
    'mandag mandagen',
    'tirsdag tirsdagen',
    'onsdag onsdagen',
    'torsdag torsdagen',
    'fredag fredagen',
    'lørdag lørdagen',
    'søndag søndagen',
  ],
  otherYear: /(?:i fjor|sidste år|næste år|år siden|årsdag)/iu,
  neverTwice: 'og eller men fordi',
};
