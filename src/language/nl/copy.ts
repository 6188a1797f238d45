/** Dutch: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const nlCopy: CopyWords = {
  // ‘Dat dat’ and ‘die die’ join two clauses; ‘stemt in in’: a verb's particle stands before a preposition.
  meantTwice: wordLines(`
    dat die zij ze je er heel zo nee ja was is zijn had het hij wat wie we u wel daar hier toen in op aan om uit af over voor door mee bij
    langs na toe onder tegen
  `),
  bylines: '[Dd]oor|Tekst|[Vv]an onze (?:verslaggever|verslaggeefster|redacteur|redactrice|correspondent)e?',
  abbreviations: {
    before: 'dhr mevr mw drs dr prof ir ing mr st gen kol bijv bv ca d.w.z m.n o.a z.o.z vgl t.a.v',
    beforeNumber: 'nr nrs art blz p pp hfdst fig jan feb mrt apr jun jul aug sep sept okt nov dec tel',
    either: 'enz etc e.d n.v b.v jr sr km',
    starters: wordLines(`
      de het een hij zij ze wij we jij ik dit dat deze die in op aan bij met na van voor door maar en of als toen
      daar hier ook niet volgens gisteren vandaag
    `),
  },
  months: [
    'januari jan',
    'februari feb',
    'maart',
    'april apr',
    'mei',
    'juni',
    'juli',
    'augustus aug',
    'september sept',
    'oktober okt',
    'november nov',
    'december dec',
  ],
  weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  otherYear: /\b(?:vorig jaar|volgend jaar|komend jaar|jaar geleden|jaar later|verjaardag|herdenking)/iu,
};
