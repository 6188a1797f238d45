/** Polish: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const plFigures: FigureWords = {
  up: 'wzr[oó]s\\p{L}*|rośn\\p{L}*|wzrost\\p{L}*|zwiększ\\p{L}*|podroż\\p{L}*|podni\\p{L}*|podwyż\\p{L}*|skoczy\\p{L}*|więcej|urosł\\p{L}*|urós\\p{L}*',
  down: 'spad\\p{L}*|zmniejsz\\p{L}*|zmala\\p{L}*|obniż\\p{L}*|mniej|skurczy\\p{L}*|stania\\p{L}*',
  from: 'z|ze|od',
  to: 'do|na',
  against: 'z|ze',
  by: 'o',
  joins: 'czyli|to jest|w ciągu roku|w rok|rok do roku|w tym roku|w zeszłym roku',
  times: {
    2: 'dwukrotnie|podwoi\\p{L}*|dwa razy',
    3: 'trzykrotnie|potroi\\p{L}*|trzy razy',
    4: 'czterokrotnie|cztery razy',
    0.5: 'o połowę',
  },
  nearly: 'niemal|prawie|blisko|ponad|około|bez mała|nie|nigdy|co najmniej|tylko|niż|jakieś|przeszło',
  otherwise:
    'rocznie|roczn\\p{L}*|średni\\p{L}*|inflacj\\p{L}*|porównywaln\\p{L}*|walut\\p{L}*|realn\\p{L}*|punkt\\p{L}*|pkt|na akcję',
  between: ['między|pomiędzy', 'a|i'],
  twoThings: 'różnic\\p{L}*|wyb[oió]r\\p{L}*|wybier\\p{L}*|porówn\\p{L}*|przepaść',
  stayed:
    'pracował\\p{L}*|mieszkał\\p{L}*|służył\\p{L}*|studiował\\p{L}*|uczył\\p{L}*|grał\\p{L}*|rządził\\p{L}*|kierował\\p{L}*|panował\\p{L}*',
  until: 'do',
  backwards: 'wstecz|odwrotn\\p{L}*|malejąc\\p{L}*|przyspiesz\\p{L}*|cofa\\p{L}*',
  ago: 'N lat temu,? w Y',
  totals: ['razem|suma|ogółem|łącznie', 'inne|inni|pozostałe|pozostali'],
  people: {
    all: 'osób|ludzi|członków|uczniów|studentów|pracowników|pasażerów|ofiar|rannych|kandydatów|podejrzanych|zakładników',
    kinds: ['kobiety', 'kobiet', 'mężczyźni', 'mężczyzn', 'dzieci', 'chłopców', 'dziewcząt'],
    and: 'i|oraz',
    outOf: 'z|ze|spośród|wśród',
  },
};
