/** Danish: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const daPairs: PairWords = {
  negation: {
    not: 'ikke ej ingen intet ingenting aldrig uden hverken nej',
    near: wordLines(`
      u* -ut* -ud* -under* -uk* -ug* -ung* -ulv* -ulte -univ* -usa mis* nægt* afvis* afslå* afslog* mangl* knap næppe kun blot bare først undtagen undgå* hindr* forhindr* forb* advar* tab* trods
      snarere svær* vanskelig* før slut* fejl* *løs *løst *løse *fri *frit *frie sjælden* få mindre mindst mod imod ned* af* ellers eller savn*
    `),
  },
  clauseJoints: 'og|men|mens|fordi|derfor|selvom',
  noGoesOn: /^(?:ingen|intet|ikke|hverken|uden)$/iu,
  idleAfterNo: /^(?: kun| bare| blot| mindst| længere| langt| heller|,? men)/,
  idleBeforeNo: /(?:om|eller|hvorfor) $/,
  saidAside:
    'sagde siger skrev skriver fortalte fortæller forklarede forklarer oplyser oplyste mente mener lyder svarede svarer',
};
