/** Portuguese: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const ptPairs: PairWords = {
  negation: {
    not: 'não nem nunca jamais ninguém nada nenhum nenhuma nenhuns nenhumas sem tampouco',
    near: wordLines(`
      incapa* impos* insuf* inexist* incon* ileg* inade* invál* invis* inút* desac* desemp* desap* descon* falt* neg* recus* rejeit* evit*
      imped* apenas só somente exceto salvo menos fracass* falh* proib* ausen* pouco pouca poucos poucas embora senão excl* até difícil* alhei*
      perd* suspend* cancel* carec* vez contra deix* sequer mal
    `),
  },
  clauseJoints: 'e|mas|enquanto|embora|porque|porém|senão|pois',
  noGoesOn: /^(?:nem|sem|nenhuma?)$/iu,
  idleAfterNo: /^(?: só| apenas| somente| obstante| menos| mais do que| há dúvida)/,
  common: wordLines(`
      que não uma dos das com para por mais como mas foi são está também pelo pela seu sua seus suas quando muito
      nos já eu ele ela até isso entre depois sem mesmo aos ter
    `),
  relativeLength: 1.05,
  saidAside:
    'disse diz disseram dizem afirmou afirma contou conta explicou explica acrescentou acrescenta escreveu escreve declarou brincou ironizou relatou reportou garantiu garante informou lê-se lamentou avisou respondeu',
};
