/** Polish: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const plCopy: CopyWords = {
  meantTwice: 'bardzo nie tak już długo dawno daleko ledwo coraz no to co tam tu i a ani',
  bylines: 'Autor(?:ka|zy)?|Tekst|Opracował(?:a)?|Oprac\\.',
  abbreviations: {
    before: wordLines(`
      p pp pan gen płk kpt por prof dr hab inż mgr ks bp abp św ul al pl im tzn tj np m.in tzw ok ww wg wz zob por
      red woj
    `),
    beforeNumber: 'nr str s art ust pkt poz par rys tab tel t godz',
    either: 'itd itp r w tys mln mld zł gr godz km m kg os n.e p.n.e',
    starters: wordLines(`
      to ten ta te on ona oni w na z do po od za o i a ale jednak gdy jeśli że co kto nie jak także według kiedy tam
      potem
    `),
    afterOrdinal: wordLines(`
      stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia rocznica
      miejsce armia dywizja
    `),
    beforeOrdinal: 'w na do od po z dnia roku',
  },
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  weekdays: [
    'poniedziałek poniedziałek',
    'wtorek wtorek',
    'środa środę',
    'czwartek czwartek',
    'piątek piątek',
    'sobota sobotę',
    'niedziela niedzielę',
  ],
  otherYear:
    /(?:zeszł\p{L}+ rok|ubiegł\p{L}+ rok|przyszł\p{L}+ rok|następn\p{L}+ rok|lat[a]? temu|rok temu|rocznic)/iu,
};
