/** Portuguese: how its sentences are read, and what the checks know of its words. */

import type { CopyWords } from '../copy-words.ts';
import { wordLines } from '../lists.ts';

export const ptCopy: CopyWords = {
  meantTwice: 'muito não sim quase bem logo já pouco assim nos vos se talvez devagar',
  bylines: '[Pp]or|Texto|Entrevista de|Reportagem de',
  abbreviations: {
    before: 'sr sra srta dr dra prof eng gen cel cap d dom av r p.ex ex cf vs',
    beforeNumber:
      'n nº art arts pág págs p pp cap vol t fig jan fev mar abr mai jun jul ago set out nov dez tel',
    either: 'etc s.a ltda cia jr a.c d.c km',
    starters: wordLines(`
      o a os as um uma este esta ele ela eles elas em no na de do da com por para mas e ou se não quando onde como
      que segundo após antes ontem hoje
    `),
  },
  months: [
    'janeiro jan',
    'fevereiro fev',
    'março',
    'abril',
    'maio',
    'junho',
    'julho',
    'agosto',
    'setembro',
    'outubro',
    'novembro nov',
    'dezembro dez',
  ],
  weekdays: [
    'segunda-feira segunda',
    'terça-feira terça',
    'quarta-feira quarta',
    'quinta-feira quinta',
    'sexta-feira sexta',
    'sábado sábado',
    'domingo domingo',
  ],
  otherYear:
    /\b(?:ano (?:passado|anterior|seguinte|que vem)|próximo ano|há (?:um|\p{L}+) anos?|anivers[aá]rio)/iu,
};
