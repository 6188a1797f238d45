/** Turkish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const trCopy: CopyWords = {
  neverTwice: wordLines(`
    ve ile tarafından olarak olan olduğu olduğunu ki ama ancak fakat nedeniyle üzerine hakkında veya çünkü
    itibaren dolayı rağmen sonrasında öncesinde
  `),
  bylines: 'Haber|Yazan|Yazı|Söyleşi|Hazırlayan|Muhabir',
  months: [
    'ocak',
    'şubat',
    'mart',
    'nisan',
    'mayıs',
    'haziran',
    'temmuz',
    'ağustos',
    'eylül',
    'ekim',
    'kasım',
    'aralık',
  ],
  weekdays: ['pazartesi', 'salı', 'çarşamba', 'perşembe', 'cuma', 'cumartesi', 'pazar'],
  otherYear:
    /(?:geçen (?:yıl|sene)|gelecek (?:yıl|sene)|önümüzdeki (?:yıl|sene)|yıl önce|yıldönüm|yıl dönüm)/iu,
};
