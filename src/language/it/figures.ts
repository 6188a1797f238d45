/** Italian: figures that became others, and who is counted. */
import type { FigureWords } from '../figure-words.ts';

export const itFigures: FigureWords = {
  up: 'aument\\p{L}*|crescit\\p{L}*|cresc\\p{L}*|cresciut\\p{L}*|sal(?:e|gono|ito|ita|iti|ite|ire)|rincar\\p{L}*|in più|increment\\p{L}*|rialz\\p{L}*',
  down: 'cal(?:a|ano|ato|ati|ata|ate|o|are)|diminu\\p{L}*|scend\\p{L}*|sces\\p{L}*|ridott\\p{L}*|riduc\\p{L}*|riduzion\\p{L}*|cad\\p{L}*|flession\\p{L}*|in meno|ribass\\p{L}*|croll\\p{L}*',
  from: "da|dai|dalle|dagli|dal|dall[’']",
  to: "a|ai|alle|agli|al|all[’']",
  against: 'da|dai|dalle',
  by: "del|dell[’']|MOVES di",
  joins:
    "con|passando|passati|passate|passato|passata|e|ossia|cioè|pari a|un|una|in un anno|quest[’']anno|nell[’']ultimo anno",
  times: { 2: 'raddoppi\\p{L}*', 3: 'triplic\\p{L}*', 4: 'quadruplic\\p{L}*', 0.5: 'dimezz\\p{L}*' },
  parts: {
    33.3: 'di un terzo',
    66.7: 'di due terzi',
    25: 'di un quarto',
    20: 'di un quinto',
    50: 'della metà',
  },
  nearly:
    'quasi|circa|più|meno|oltre|praticamente|pressoché|intorno|non|mai|senza|che|appena|solo|almeno|poco',
  otherwise:
    "organic\\p{L}*|comparabil\\p{L}*|costant\\p{L}*|valut\\p{L}*|cambio|cambi|all[’']anno(?! (?:precedente|scorso|prima))|annu\\p{L}*|inflazione|destagionalizzat\\p{L}*|esclus\\p{L}*|punt[oi]|per azione",
  between: ['(?:tra|fra)(?: il| lo| la| i| le)?', 'e(?: il| lo| la| i| le)?'],
  twoThings: 'differenz\\p{L}*|divario|scart\\p{L}*|sceg\\p{L}*|scelt\\p{L}*|confront\\p{L}*|margine|forbice',
  stayed: 'lavorò|visse|studiò|insegnò|giocò|regnò|governò|diresse|guidò|presiedette|durò',
  until: 'al|fino al',
  backwards: 'ritroso|indietro|inverso|decrescente|anticip\\p{L}*',
  ago: 'N anni fa,? nel Y',
  totals: ['totale|somma|complessivo', 'altri|altre|resto'],
  people: {
    all: 'persone|membri|alunni|studenti|lavoratori|passeggeri|vittime|morti|feriti|candidati|indagati|detenuti|ostaggi|componenti',
    kinds: ['donne', 'uomini', 'bambini', 'bambine', 'ragazzi', 'ragazze', 'neonati'],
    and: 'e',
    outOf: 'di|delle|dei|degli|tra le|tra i|su',
  },
  votes: {
    result: 'con A voti (?:contro|a favore e) B',
    all: 'tutti i N (?:consiglieri|deputati|membri|delegati|senatori) hanno votato',
    apart: 'asten\\p{L}*|null[aei]|bianc\\p{L}+|assent\\p{L}*',
    none: 'nessun\\p{L}*|senza',
  },
};
