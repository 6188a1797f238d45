/** Hungarian: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const huCopy: CopyWords = {
  bylines: 'Szerző|Írta|Szöveg|Készítette|Riporter',
  months: [
    'január jan',
    'február febr',
    'március márc',
    'április ápr',
    'május',
    'június',
    'július',
    'augusztus aug',
    'szeptember szept',
    'október okt',
    'november nov',
    'december dec',
  ],
  weekdays: [
    'hétfő hétfőn',
    'kedd kedden',
    'szerda szerdán',
    'csütörtök csütörtökön',
    'péntek pénteken',
    'szombat szombaton',
    'vasárnap vasárnap',
  ],
  otherYear: /(?:tavaly|jövőre|jövő év|múlt év|éve|évforduló)/iu,
  neverTwice: 'és hogy vagy de mert',
};
