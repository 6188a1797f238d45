/** Czech: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const csCopy: CopyWords = {
  bylines: 'Autor(?:ka|ři)?|Text|Napsal(?:a)?|Připravil(?:a)?',
  meantTwice: 'moc ne tak už dlouho dávno se si to co i a ano tam velmi',
  abbreviations: {
    before: wordLines(`
      p pí sl st dr prof doc ing mgr mudr judr phdr gen plk kpt por sv ul nám tř tzv tj např mj popř resp vč zvl
      srov viz
    `),
    beforeNumber: 'č čís str s odst čl obr tab kap sv tel hod',
    either: 'atd apod aj r tis mil mld kč hod km m kg n.l př.n.l a.s s.r.o',
    starters: wordLines(`
      to ten ta ti on ona oni v ve na z ze do po od za o i a ale však když pokud že co kdo ne jak také podle kdy tam
      pak
    `),
    afterOrdinal: wordLines(`
      ledna února března dubna května června července srpna září října listopadu prosince století místo ročník
      výročí
    `),
    beforeOrdinal: 'v ve na do od po z dne roku',
  },
  months: [
    'ledna',
    'února',
    'března',
    'dubna',
    'května',
    'června',
    'července',
    'srpna',
    'září',
    'října',
    'listopadu',
    'prosince',
  ],
  weekdays: [
    'pondělí pondělí',
    'úterý úterý',
    'středa středu',
    'čtvrtek čtvrtek',
    'pátek pátek',
    'sobota sobotu',
    'neděle neděli',
  ],
  otherYear: /(?:minul\p{L}+ ro[kc]|loňsk\p{L}+|loni|příští\p{L}* ro[kc]|lety|rokem|výročí)/iu,
};
