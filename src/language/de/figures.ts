/** German: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const deFigures: FigureWords = {
  up: 'stieg\\p{L}*|steig\\p{L}*|gestiegen\\p{L}*|anstieg|wuchs|wuchsen|wachs\\p{L}*|gewachsen|erhöh\\p{L}*|zunahme|zugenommen|zugelegt|zuwachs|verteuer\\p{L}*|kletter\\p{L}*|geklettert|teurer|plus|angehoben|mehr',
  down: 'sank|sanken|sink\\p{L}*|gesunken|fiel|fielen|gefallen|zurück\\p{L}*|schrumpf\\p{L}*|geschrumpft|verringer\\p{L}*|reduzier\\p{L}*|gesenkt|senk\\p{L}*|minus|rückgang|abgenommen|weniger|eingebrochen|billiger',
  from: 'von(?: zuvor| bisher| vorher)?',
  to: 'auf',
  against: 'von|von zuvor|nach zuvor',
  by: 'um|MOVES von',
  joins:
    'also|oder|und zwar|ein|eine|einem|im (?:jahr|vorjahr|monat)|binnen eines jahres|innerhalb eines jahres|hat|haben|ist|sind|habe|sei|seien',
  times: {
    2: 'verdoppel\\p{L}*',
    3: 'verdreifach\\p{L}*',
    4: 'vervierfach\\p{L}*',
    5: 'verfünffach\\p{L}*',
    0.5: 'halbier\\p{L}*',
  },
  parts: {
    50: 'um die hälfte',
    33.3: 'um ein drittel',
    66.7: 'um zwei drittel',
    25: 'um ein viertel',
    20: 'um ein fünftel',
  },
  nearly:
    'fast|nahezu|beinahe|knapp|rund|etwa|annähernd|mehr|weniger|über|unter|weit|gut|ungefähr|praktisch|quasi|circa|ca|nicht|nie|kaum|ohne|als|nur|mindestens|höchstens',
  otherwise:
    'bereinigt\\p{L}*|organisch\\p{L}*|währung\\p{L}*|wechselkurs\\p{L}*|jährlich\\p{L}*|pro jahr|inflation\\p{L}*|real|preisbereinigt\\p{L}*|vergleichbar\\p{L}*|ohne|punkte?n?|je aktie',
  between: ['zwischen', 'und'],
  twoThings:
    'unterschie\\p{L}*|unterscheid\\p{L}*|differenz\\p{L}*|abstand|wahl|wählen|vergleich\\p{L}*|spanne|schere',
  stayed:
    'arbeitete|lebte|diente|studierte|lehrte|spielte|regierte|leitete|führte|herrschte|unterrichtete|dauerte|amtierte',
  until: 'bis|bis zum jahr',
  backwards: 'rückwärts|zurück\\p{L}*|umgekehrt\\p{L}*|absteigend\\p{L}*|vorgezogen|vorverlegt|vorziehen',
  ago: 'vor N jahren,? (?:im jahr[e]? )?Y',
  totals: ['gesamt|summe|insgesamt|total|zusammen', 'andere|sonstige|übrige|rest'],
  people: {
    all: 'menschen|personen|leute|mitglieder\\p{L}*|schüler\\p{L}*|studierende\\p{L}*|beschäftigte\\p{L}*|passagiere\\p{L}*|reisende\\p{L}*|opfer|tote|verletzte|kandidat\\p{L}*|verdächtige\\p{L}*|insassen',
    kinds: ['frauen', 'männer', 'kinder', 'jungen', 'mädchen'],
    and: 'und',
    outOf: 'von|der|unter|aus',
  },
  votes: {
    result: 'mit A (?:zu|gegen) B',
    all: 'alle N (?:\\p{L}+ )?(?:mitglieder|abgeordneten|räte|stadträte|gemeinderäte|delegierten) (?:stimmten|nahmen|gaben)',
    apart: 'enthalt\\p{L}*|enthielt\\p{L}*|enthaltung\\p{L}*|ungültig\\p{L}*|abwesend',
    none: 'niemand|keine?r?|ohne',
  },
};
