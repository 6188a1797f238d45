/** Dutch: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const nlCopy: CopyWords = {
  bylines: '[Dd]oor|Tekst',
  abbreviations: {
    before: 'dhr mevr mw drs dr prof ir ing mr st gen kol bijv bv ca d.w.z m.n o.a z.o.z vgl t.a.v',
    beforeNumber: 'nr nrs art blz p pp hfdst fig jan feb mrt apr jun jul aug sep sept okt nov dec tel',
    either: 'enz etc e.d n.v b.v jr sr km',
    starters: wordLines(`
      de het een hij zij ze wij we jij ik dit dat deze die in op aan bij met na van voor door maar en of als toen
      daar hier ook niet volgens gisteren vandaag
    `),
  },
};
