/** Danish: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const daFigures: FigureWords = {
  up: 'steg|stiger|steget|stigning\\p{L}*|øge\\p{L}*|øgning|vokse\\p{L}*|hæve\\p{L}*|dyrere|op|flere|mere',
  down: 'fald\\p{L}*|faldt|sænk\\p{L}*|reducer\\p{L}*|ned|mindre|færre|skrump\\p{L}*|billigere',
  from: 'fra',
  to: 'til',
  against: 'fra',
  by: 'med|MOVES på',
  joins: 'altså|eller|en|et|i år|på et år|sidste år|har|havde|er',
  times: { 2: 'fordobl\\p{L}*', 3: 'tredobl\\p{L}*', 4: 'firedobl\\p{L}*', 0.5: 'halver\\p{L}*' },
  parts: { 33.3: 'med en tredjedel', 25: 'med en fjerdedel', 50: 'med halvdelen' },
  nearly: 'næsten|godt|mere|mindre|omkring|cirka|knap|tæt|ikke|nærmest|end|kun|mindst|over|under|op mod',
  otherwise:
    'organisk\\p{L}*|sammenlignelig\\p{L}*|valuta\\p{L}*|om året|årlig\\p{L}*|gennemsnit\\p{L}*|inflation\\p{L}*|justeret|eksklusive|point|pr\\.? aktie',
  between: ['mellem', 'og'],
  twoThings: 'forskel\\p{L}*|vælge\\p{L}*|valget|sammenlign\\p{L}*|kløft\\p{L}*|margin\\p{L}*',
  ago: 'for N år siden,? i Y',
  totals: ['i alt|total|sum', 'øvrige|andre'],
  people: {
    all: 'personer|mennesker|medlemmer|elever|studerende|ansatte|passagerer|ofre|døde|sårede|kandidater|mistænkte',
    kinds: ['kvinder', 'mænd', 'børn', 'drenge', 'piger'],
    and: 'og',
    outOf: 'af|af de|blandt',
  },
};
