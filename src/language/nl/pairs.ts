/** Dutch: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const nlPairs: PairWords = {
  common: wordLines(`
      het een van niet met voor zijn aan ook als dat deze door over naar bij uit maar nog wordt worden werd hebben
      had heeft omdat wel geen meer onder tussen zich haar hun
    `),
  negation: {
    not: wordLines(`
      niet geen nooit niemand niemands niets nergens noch zonder nee geenszins
    `),
    near: wordLines(`
      on* weiger* afgewezen afwijz* wijs* ontken* ontbre* ontbra* mis* mislu* nauwelijks amper alleen slechts pas behalve weinig zelden
      voorkom* vermijd* verhinder* verbod* verbied* verbied* waarschuw* verlor* verlies* *loos *loze *vrij *vrije in-plaats plaats ondanks
      hoewel maar moeilijk* voordat uitgeslot* stop* eind* tegen minder minst anders of gebrek* laat* liet* sluit*
    `),
  },
  clauseJoints: 'en|maar|terwijl|omdat|hoewel|toch|want',
  noGoesOn: /^(?:geen|noch|niet|zonder|nooit)$/iu,
  idleAfterNo: /^(?: alleen| slechts| minder| meer dan| zozeer| eerder| ver| te vergeten|, maar)/,
  idleBeforeNo: /(?:of|waarom) $/,
  relativeLength: 1.1,
  saidAside:
    'zei zegt zeiden zeggen vertelt vertelde schrijft schreef meldt meldde aldus laat liet benadrukt benadrukte reageert reageerde antwoordt antwoordde',
};
