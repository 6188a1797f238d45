/** Norwegian: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const noFigures: FigureWords = {
  up: 'steg|stiger|steget|økt\\p{L}*|øker|økte|økning\\p{L}*|vokst\\p{L}*|hev\\p{L}*|dyrere|opp|flere|mer',
  down: 'falt|faller|sank|sunk\\p{L}*|minsk\\p{L}*|redus\\p{L}*|nedgang|ned|færre|mindre|senk\\p{L}*|billigere',
  from: 'fra',
  to: 'til',
  against: 'fra',
  by: 'med|MOVES på',
  joins: 'altså|eller|en|et|i år|på ett år|i fjor|har|hadde|er',
  times: {
    2: 'doble\\p{L}*|fordoble\\p{L}*',
    3: 'tredoble\\p{L}*',
    4: 'firedoble\\p{L}*',
    0.5: 'halver\\p{L}*',
  },
  parts: { 33.3: 'med en tredel', 25: 'med en firedel', 50: 'med halvparten' },
  nearly:
    'nesten|godt|mer|mindre|omkring|cirka|knapt|nær|nærmere|ikke|enn|bare|minst|over|under|rundt|om lag',
  otherwise:
    'organisk\\p{L}*|sammenlignbar\\p{L}*|valuta\\p{L}*|i året|årlig\\p{L}*|gjennomsnitt\\p{L}*|inflasjon\\p{L}*|justert|eksklusive|poeng|per aksje',
  between: ['mellom', 'og'],
  twoThings: 'forskjell\\p{L}*|velge\\p{L}*|valget|sammenlign\\p{L}*|margin\\p{L}*',
  ago: 'for N år siden,? i Y',
  totals: ['totalt|i alt|sum', 'øvrige|andre'],
  people: {
    all: 'personer|mennesker|medlemmer|elever|studenter|ansatte|passasjerer|ofre|døde|skadde|kandidater|siktede',
    kinds: ['kvinner', 'menn', 'barn', 'gutter', 'jenter'],
    and: 'og',
    outOf: 'av|av de|blant',
  },
};
