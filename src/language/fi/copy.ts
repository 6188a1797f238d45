/** Finnish: what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';

export const fiCopy: CopyWords = {
  bylines: 'Teksti|Kirjoittanut|Toimittaja|Teksti ja kuvat',
  months: [
    'tammikuuta tammikuun',
    'helmikuuta helmikuun',
    'maaliskuuta maaliskuun',
    'huhtikuuta huhtikuun',
    'toukokuuta toukokuun',
    'kesäkuuta kesäkuun',
    'heinäkuuta heinäkuun',
    'elokuuta elokuun',
    'syyskuuta syyskuun',
    'lokakuuta lokakuun',
    'marraskuuta marraskuun',
    'joulukuuta joulukuun',
  ],
  weekdays: [
    'maanantai maanantaina',
    'tiistai tiistaina',
    'keskiviikko keskiviikkona',
    'torstai torstaina',
    'perjantai perjantaina',
    'lauantai lauantaina',
    'sunnuntai sunnuntaina',
  ],
  otherYear: /(?:viime vuon|vii[m]?e vuoden|ensi vuon|vuotta sitten|vuosi sitten|vuosipäiv)/iu,
  neverTwice: 'ja että oli mutta sekä tai',
};
