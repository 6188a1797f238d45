/** Norwegian: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const noPairs: PairWords = {
  negation: {
    not: 'ikke ei ingen intet inkje ingenting aldri uten verken hverken nei',
    near: wordLines(`
      u* -ut* -ud* -under* -uk* -ug* -ung* -ulv* -ulte -univ* -usa mis* nekt* avvis* avslå* avslo* mangl* knapt neppe bare kun først unntatt unngå* hindr* forhindr* forb* advar* tap* tross isteden
      snarere vanskelig* før slutt* feil* *løs *løst *løse *fri *fritt *frie sjelden få mindre minst mot imot ned* av* ellers eller savn*
    `),
  },
  clauseJoints: 'og|men|mens|fordi|derfor|selv om',
  noGoesOn: /^(?:ingen|intet|ikke|verken|hverken|uten)$/iu,
  idleAfterNo: /^(?: bare| kun| minst| lenger| langt| heller|,? men)/,
  idleBeforeNo: /(?:om|eller|hvorfor) $/,
  saidAside:
    'sa sier skrev skriver fortalte forteller forklarte forklarer opplyser opplyste mente mener svarte svarer',
};
