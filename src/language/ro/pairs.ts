/** Romanian: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const roPairs: PairWords = {
  negation: {
    not: 'nu n nici niciodată nimeni nimănui nimic niciun nicio niciunul niciuna niciunde fără ba',
    near: wordLines(`
      ne* inca* imposi* insuf* inexis* ileg* inva* inuti* incorect* dez* desfiin* descalif* necunos* -nevoi* -nea* refuz* respin* evit* împiedic* lips* doar numai abia decât puțin puțin* greu dificil* pierd* pierdu* exclu*
      interzi* interzis* contra împotriv* deși totuși însă în-loc loc anul* suspend* încet* opri* înainte absen* eșu* altfel
    `),
  },
  clauseJoints: 'și|iar|dar|însă|deși|pentru că|fiindcă',
  noGoesOn: /^(?:nici|niciun|nicio|fără|nu)$/iu,
  idleAfterNo: /^(?: numai| doar| mai puțin|, ci)/,
  idleBeforeNo: /(?:sau|dacă|de ce) $/,
  saidAside:
    'spune spus spunea declarat declară afirmă afirmat scrie scris adăugat adaugă povestește explică explicat precizat susține',
};
