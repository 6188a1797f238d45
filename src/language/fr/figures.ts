/** French: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const frFigures: FigureWords = {
  up: 'augment\\p{L}*|hauss\\p{L}*|progress\\p{L}*|grimp\\p{L}*|bondi\\p{L}*|croît|croiss\\p{L}*|crû|relev\\p{L}*|accru\\p{L}*|renchéri\\p{L}*|en plus|de plus',
  down: 'baiss\\p{L}*|diminu\\p{L}*|recul\\p{L}*|chut\\p{L}*|rédui\\p{L}*|réduction|repli\\p{L}*|tomb\\p{L}*|perte|en moins|de moins|abaiss\\p{L}*',
  from: "de|d[’']",
  to: 'à',
  against: 'contre|de',
  by: 'MOVES(?: \\p{L}+){0,2} de',
  joins:
    "passant|pour passer|en passant|passe|soit|une?|à|en un an|sur un an|cette année|l[’']an dernier|l[’']année dernière",
  times: {
    2: 'doubl(?:é\\p{L}*|er|ait|ent|ant)|multipli\\p{L}+ par (?:deux|2)',
    3: 'tripl(?:é\\p{L}*|er|ait|ent|ant)|multipli\\p{L}+ par (?:trois|3)',
    4: 'quadrupl(?:é\\p{L}*|er|ait|ent|ant)|multipli\\p{L}+ par (?:quatre|4)',
    0.5: 'divis\\p{L}+ par (?:deux|2)|(?:réduit|baissé|diminué|chuté)\\p{L}* de moitié',
  },
  parts: { 33.3: "d[’']un tiers", 66.7: 'de deux tiers', 25: "d[’']un quart", 50: 'de moitié' },
  nearly:
    'presque|quasi\\p{L}*|près|plus|moins|environ|pratiquement|pas|bien|autour|quelque|peu|jamais|sans|seulement|que',
  otherwise:
    'organique\\p{L}*|comparable\\p{L}*|constant\\p{L}*|devises|change|par an|annuel\\p{L}*|inflation|corrigé\\p{L}*|hors|points?|par action',
  between: ['entre', 'et'],
  twoThings: 'différence\\p{L}*|écart\\p{L}*|choi\\p{L}*|compar\\p{L}*|marge|fossé',
  stayed:
    'travaill\\p{L}+|vécut|vécu|servi|servit|étudi\\p{L}+|enseign\\p{L}+|jou[ée]\\p{L}*|régn\\p{L}+|gouvern\\p{L}+|présid\\p{L}+|dirig\\p{L}+|dura',
  until: "à|jusqu[’']en",
  backwards: 'rebours|arrière|inverse|décroissant|avanc\\p{L}*|ramen\\p{L}*|recul\\p{L}*|remont\\p{L}*',
  ago: 'il y a N ans,? en Y',
  totals: ['total|totaux|ensemble', 'autres?|reste'],
  people: {
    all: 'personnes|gens|membres|élèves|étudiants|salariés|passagers|victimes|morts|blessés|candidats|suspects|otages|détenus|jurés',
    kinds: ['femmes', 'hommes', 'enfants', 'garçons', 'filles', 'bébés'],
    and: 'et',
    outOf: 'des|sur|parmi|de|sur les',
  },
  votes: {
    result: 'par A voix contre B',
    all: '(?:tous )?les N (?:élus|conseillers|députés|membres|délégués|sénateurs) ont (?:tous )?voté',
    apart: 'absten\\p{L}*|nuls?|blancs?|absents?',
    none: 'aucune?|sans|personne',
  },
};
