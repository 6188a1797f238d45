/** Romanian: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const roCopy: CopyWords = {
  bylines: '[Dd]e|Autor(?:i|ul)?|Text|Scris de|A consemnat',
  months: [
    'ianuarie ian',
    'februarie feb',
    'martie',
    'aprilie apr',
    'mai',
    'iunie',
    'iulie',
    'august aug',
    'septembrie sept',
    'octombrie oct',
    'noiembrie nov',
    'decembrie dec',
  ],
  weekdays: ['luni', 'marți marţi', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică'],
  otherYear:
    /(?:anul trecut|anul viitor|anul următor|în urmă cu (?:un|\p{L}+) ani?|acum (?:un|\p{L}+) ani?|aniversar)/iu,
  neverTwice: 'și sau dar pentru din',
};
