/** Czech: figures that became others. */
import type { FigureWords } from '../figure-words.ts';

export const csFigures: FigureWords = {
  up: 'vzrost\\p{L}*|zvýš\\p{L}*|zvyš\\p{L}*|stoup\\p{L}*|narostl\\p{L}*|nárůst\\p{L}*|zdraž\\p{L}*|více?',
  down: 'klesl\\p{L}*|klesá|pokles\\p{L}*|sníž\\p{L}*|sniž\\p{L}*|zlevn\\p{L}*|méně|ubyl\\p{L}*',
  from: 'z|ze|od',
  to: 'na|do',
  against: 'z|ze',
  by: 'o',
  joins: 'tedy|neboli|za rok|letos|loni|meziročně',
  times: { 2: 'zdvojnásob\\p{L}*', 3: 'ztrojnásob\\p{L}*', 0.5: '(?:na|o) polovinu' },
  parts: { 33.3: 'o třetinu', 25: 'o čtvrtinu' },
  nearly: 'téměř|skoro|více|víc|zhruba|přibližně|asi|bezmála|ne\\p{L}*|než|jen|nejméně|přes',
  otherwise:
    'ročně|roční\\p{L}*|průměr\\p{L}*|inflac\\p{L}*|srovnateln\\p{L}*|měn\\p{L}*|reáln\\p{L}*|bod\\p{L}*|na akcii',
  between: ['mezi', 'a'],
  twoThings: 'rozdíl\\p{L}*|výběr\\p{L}*|vybír\\p{L}*|srovn\\p{L}*|propast',
  ago: 'před N lety,? v roce Y',
  totals: ['celkem|součet', 'ostatní|jiné'],
};
