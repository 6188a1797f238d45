/** English: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const enFigures: FigureWords = {
  up: 'rose|risen|rises?|rising|grew|grown|grows?|growing|growth|increas\\p{L}*|climb\\p{L}*|jump\\p{L}*|gained|soar\\p{L}*|surg\\p{L}*|up|advanc\\p{L}*|swelled|swollen|raised|expanded|leapt|leaped|hiked?',
  down: 'fell|falls?|fallen|falling|drop\\p{L}*|declin\\p{L}*|decreas\\p{L}*|shr[aiu]nk\\p{L}*|down|slip\\p{L}*|slump\\p{L}*|plung\\p{L}*|plummet\\p{L}*|sank|sunk|tumbl\\p{L}*|slid|slash\\p{L}*|reduc\\p{L}*|lower\\p{L}*|cut',
  from: 'from',
  to: 'to',
  against: 'from|up from|down from',
  by: 'by|MOVES of',
  joins:
    'a|an|or|going|to go|last (?:year|month|week|season|quarter)|this (?:year|month|week|season)|year on year|year-on-year|in a year|overnight|that is|they',
  times: {
    2: 'doubled|doubling|(?:to|will|would|could|may|might) double|twofold', // doubles are rooms as well
    3: 'tripled|tripling|trebled|trebling|(?:to|will|would|could|may|might) (?:triple|treble)|threefold',
    4: 'quadrupled|quadrupling|fourfold',
    0.5: 'halv(?:e|es|ed|ing)|(?:cut|reduced|fell|fallen) (?:in|by) half',
  },
  parts: {
    50: 'by (?:a )?half',
    33.3: 'by (?:a|one) third',
    66.7: 'by two[ -]thirds',
    25: 'by (?:a|one) quarter',
    20: 'by (?:a|one) fifth',
  },
  nearly:
    "about|around|nearly|almost|roughly|some|over|under|above|below|more|less|fewer|close|virtually|practically|approximately|well|least|not|n[’']t|never|nor|without|than|only|just",
  otherwise:
    'adjusted|organic\\p{L}*|like-for-like|comparable|constant|currenc\\p{L}*|annuali[sz]ed|annual (?:rate|average)|annually|(?<!in )a year(?! (?:earlier|ago|before))|per year|each year|a month(?! (?:earlier|ago|before))|per month|inflation|real terms|seasonal\\p{L}*|excluding|points?|per share',
  between: ['between', 'and'],
  twoThings:
    'differ\\p{L}*|gaps?|choos\\p{L}*|chose|choice|spreads?|compar\\p{L}*|halfway|toss-up|swing|swung|contrast|margin',
  stayed:
    'worked|served|lived|studied|taught|played|reigned|ruled|governed|presided|led|lasted|ran|married|employed|jailed|imprisoned|exiled|stationed|was (?:mayor|president|chairman|minister|director|editor|captain|coach|head|chief)',
  until: 'to|until|till|through',
  backwards:
    'back|backwards?|reverse|descending|down|earlier|forward|moved|brought|cut|advanced|accelerat\\p{L}*',
  ago: 'N years ago,? in Y',
  totals: ['totals?|sum|overall|all', 'others?|rest|remaining|other .*'],
  people: {
    all: 'people|persons|passengers|members|pupils|students|workers|victims|candidates|employees|councillors|jurors|judges|players|residents|migrants|patients|dead|injured|suspects|prisoners|hostages|crew|swimmers|guests',
    kinds: ['women', 'men', 'boys', 'girls', 'children', 'babies'],
    and: 'and',
    outOf: 'of|out of|among|from',
  },
  votes: {
    result:
      '(?:vot\\p{L}+|passed|approved|rejected|carried|lost|adopted|defeated|backed)(?:\\s[\\p{L}’]+){0,5}?\\s(?:by\\s)?A(?: votes)? to B',
    all: 'all N (?:\\p{L}+ )?(?:members|councillors|delegates|senators|deputies|lawmakers|legislators|mps) (?:voted|took part|cast)',
    apart: 'abst\\p{L}+|spoil\\p{L}*|invalid|blank|absent|void',
    none: 'nobody|no|none|without|nor|no one',
  },
};
