/** Swedish: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const svFigures: FigureWords = {
  up: 'ökad\\p{L}*|ökat|ökar|öka|ökning\\p{L}*|steg|stiger|stigit|växte|vuxit|växer|höjd\\p{L}*|höjs|höjts|höjning\\p{L}*|dyrare|upp|mer|fler',
  down: 'minska\\p{L}*|minskning\\p{L}*|sjönk|sjunk\\p{L}*|föll|fallit|faller|sänk\\p{L}*|ned|ner|mindre|färre|rasa\\p{L}*|krymp\\p{L}*|billigare',
  from: 'från',
  to: 'till',
  against: 'från',
  by: 'med|MOVES på',
  joins: 'alltså|eller|en|ett|i år|på ett år|förra året|har|hade',
  times: { 2: 'fördubbl\\p{L}*', 3: 'tredubbl\\p{L}*', 4: 'fyrdubbl\\p{L}*', 0.5: 'halvera\\p{L}*' },
  parts: { 33.3: 'med en tredjedel', 25: 'med en fjärdedel', 50: 'med hälften' },
  nearly:
    'nästan|drygt|mer|mindre|närmare|ungefär|omkring|runt|knappt|nära|inte|cirka|princip|stort sett|än|bara|minst|över|under',
  otherwise:
    'organisk\\p{L}*|jämförbar\\p{L}*|valuta\\p{L}*|per år|om året|årlig\\p{L}*|årstakt|genomsnitt\\p{L}*|inflation\\p{L}*|justera\\p{L}*|exklusive|enheter|per aktie',
  between: ['mellan', 'och'],
  twoThings: 'skillnad\\p{L}*|gapet|gap|välj\\p{L}*|valet|jämför\\p{L}*|marginal\\p{L}*',
  stayed: 'arbetade|bodde|levde|tjänstgjorde|studerade|undervisade|spelade|regerade|ledde|varade',
  until: 'till',
  backwards: 'bakåt|tillbaka|omvänd\\p{L}*|fallande|tidigarelag\\p{L}*|tidigarelägg\\p{L}*',
  ago: 'för N år sedan,? (?:år )?Y',
  totals: ['totalt|summa|samtliga', 'övriga|övrigt|andra'],
  people: {
    all: 'personer|människor|medlemmar|elever|studenter|anställda|passagerare|offer|döda|skadade|kandidater|misstänkta|ledamöter',
    kinds: ['kvinnor', 'män', 'barn', 'pojkar', 'flickor'],
    and: 'och',
    outOf: 'av|av de|bland',
  },
};
