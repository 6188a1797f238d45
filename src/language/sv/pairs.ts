/** Swedish: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const svPairs: PairWords = {
  negation: {
    not: 'inte icke ej ingen inget inga aldrig ingenting ingenstans utan varken nej',
    near: wordLines(`
      o* -och -om* -ocks* -områd* -ord* -ort* -orsak* -oktober -offentlig* -organis* -olj* -olik* -ost* -opera* -också miss* vägr* nek* förnek* avvis* avslå* avslog* brist* sakn* knappt knappast endast bara först utom förutom undvik* hindr* förhindr*
      förbj* förbud* varn* förlor* trots istället snarare svår* innan slut* neka* åtskil* fel* *lös *löst *lösa *fri *fritt *fria
      sällan få mindre minst emot mot ned* av* ur* annars eller
    `),
  },
  clauseJoints: 'och|men|medan|eftersom|därför|fast',
  noGoesOn: /^(?:inga?|inget|inte|varken|utan)$/iu,
  idleAfterNo: /^(?: bara| endast| enbart| minst| förrän| heller| längre| långt|,? utan)/,
  idleBeforeNo: /(?:om|eller|varför|som) $/,
  saidAside:
    'sade säger skrev skriver berättade berättar förklarade förklarar menade menar uppgav uppger konstaterar svarar svarade',
};
