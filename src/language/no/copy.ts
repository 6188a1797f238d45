/** Norwegian: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const noCopy: CopyWords = {
  bylines: '[Aa]v|Tekst|Skrevet av',
  months: [
    'januar jan',
    'februar feb',
    'mars',
    'april apr',
    'mai',
    'juni',
    'juli',
    'august aug',
    'september sept',
    'oktober okt',
    'november nov',
    'desember des',
  ],
  weekdays: [
    'mandag mandagen måndag',
    'tirsdag tirsdagen tysdag',
    'onsdag onsdagen onsdag',
    'torsdag torsdagen torsdag',
    'fredag fredagen fredag',
    'lørdag lørdagen laurdag',
    'søndag søndagen sundag',
  ],
  otherYear: /(?:i fjor|neste år|til neste år|år siden|årsdag)/iu,
  neverTwice: 'og eller men fordi',
};
