/** German: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, WORD, wordLines } from '../lists.ts';

export const deChecks: CheckWords = {
  lostPairs: {
    never: [
      ['im', 'dem einem in im'],
      ['zum', 'dem einem zu zum'],
      ['vom', 'dem einem von vom'],
      ['beim', 'dem einem bei beim'],
      ['zur', 'der einer zu zur'],
      ['ins', 'das ein in ins'],
      ['zu', 'zum zur'],
      ['von', 'vom'],
      ['in', 'im ins'],
      ['bei', 'beim'],
    ],
    beforeComma: 'im vom zum beim zur ins',
    beforeStop: '',
  },
  pluralSources: {
    many: {
      Quellen: 'Quelle',
      Personen: 'Person',
      Beamte: 'Beamte',
      Diplomaten: 'Diplomat',
      Zeugen: 'Zeuge',
      Experten: 'Experte',
      Insider: 'Insider',
    },
    said: 'sagt|erklär|füg|bestätig|bericht|hieß|laut|erzähl|betont|zufolge|teil',
    same: '(?:[Dd]ie|[Dd]er|[Dd]iese|[Dd]ieser|[Dd]ieselbe|[Dd]erselbe) ONE',
    another: '(?:[Ee]ine?r?|[Ww]eitere|[Aa]ndere|[Zz]weite) (?:\\p{L}+ ){0,2}ONE|eine[rs]? von|einer der',
    counted: 'zwei|drei|vier|fünf|mehrere|mehreren|weitere|andere|viele|einige|beide|verschiedene|zahlreiche',
  },
  smallWords: {
    after:
      'und oder aber er es wir ein eine einen ist war hat hatte wurde sagte mit auf für von nicht wenn weil dass als wo wie nach vor bei so auch noch jedoch laut viele alle dann schon einige niemand keiner keine nichts',
    said: 'sagte sagt erklärte betonte ergänzte berichtete meinte fügte hieß so laut wie er es und',
  },
  bodyGender: {
    patterns: [
      `das (?:\\p{L}*ministerium|\\p{L}*gericht|\\p{L}*unternehmen|\\p{L}*amt|parlament|\\p{L}*institut|bündnis|präsidium|kabinett)(?: ${WORD})? (?:teilte(?: am ${WORD})? mit|erklärte|sagte|betonte|kündigte an|bestätigte),?(?: dass)? (er|sie (?=(?:werde|habe|sei|wolle|könne|müsse|wird|hat|ist|will) |(?:${WORD} ){1,8}(?:werde|habe|sei|wolle|könne|wird|hat)[.,]))`,
      `der (?:\\p{L}*verband|\\p{L}*verein|\\p{L}*konzern|\\p{L}*rat|senat|\\p{L}*bund|ausschuss|betrieb|hersteller)(?: ${WORD})? (?:teilte(?: am ${WORD})? mit|erklärte|sagte|betonte|kündigte an|bestätigte), (sie) (?:werde|habe|sei|wolle|könne|müsse|wird|hat|will) `,
      `die (?:partei|\\p{L}*regierung|kommission|\\p{L}*behörde|gewerkschaft|stadt|firma|bank|staatsanwaltschaft|fraktion)(?: ${WORD})? (?:teilte(?: am ${WORD})? mit|erklärte|sagte|betonte|kündigte an|bestätigte),?(?: dass)? (er) `,
    ],
    person:
      'er|ihn|ihm|mann|frau|junge|mädchen|\\p{L}*minister\\p{L}*|\\p{L}*präsident\\p{L}*|\\p{L}*meister\\p{L}*|chef\\p{L}*|\\p{L}*sprecher\\p{L}*|direktor\\p{L}*|richter\\p{L}*|anwalt|anwältin|kandidat\\p{L}*|fahrer\\p{L}*|spieler\\p{L}*|täter\\p{L}*|verdächtig\\p{L}*|\\p{L}*jährig\\p{L}*|angeklagt\\p{L}*|herr|mitarbeiter\\p{L}*|schüler\\p{L}*|politiker\\p{L}*|trainer\\p{L}*|vorsitzend\\p{L}*',
  },
  hearsay: [
    `(?:sagte|erzählte|laut|berichtete)${WITHIN}(?:gesagt|erzählt|gehört|erfahren|berichtet)(?: habe| hätte)?,?${WITHIN}(?:gesagt|erzählt|gehört|erfahren|berichtet|gesehen)`,
    `(?:unter Berufung auf|laut|beruft sich auf)${WITHIN}(?:unter Berufung auf|beruft sich|der sich|die sich)${WITHIN}(?:unter Berufung auf|beruft|berufe)`,
  ],
  speechFirst:
    /^(?:Und|Aber) (?:forderte|sagte|erklärte|betonte|warnte|verlangte|kündigte|nannte|fügte|ergänzte|meinte|versprach|kritisierte|bezeichnete|verwies|bat|appellierte)(?:[,:]| (?:mehr|den|einen|eine|ein|das|auf|an|um|vor|hinzu|zugleich|zudem|außerdem|auch|dass) )/u,
  andThat: { opens: /^Und dass /u, before: /\bdass\b/iu },
  speakerPosts:
    '(?:\\p{Lu}\\p{Ll}+(?:s|n)?)?(?:[Ss]precher(?:in)?|[Aa]nwalt|[Aa]nwältin|[Kk]ommissar(?:in)?|[Ll]eiter(?:in)?|[Dd]irektor(?:in)?|[Rr]ichter(?:in)?|[Bb]ürgermeister(?:in)?|[Ll]andrat|[Ll]andrätin|[Pp]farrer(?:in)?|[Ll]ehrer(?:in)?|[Tt]rainer(?:in)?|[Ww]irt(?:in)?|[Ll]andwirt(?:in)?|[Bb]auer|[Ii]ngenieur(?:in)?)|Professor(?:in)?|Hauptmann|Herr|Frau',
  furtherSaid: 'sprach erzählte nannte kündigte forderte teilte',
  bodies: wordLines(`
    un:UNO who:WHO nato:NATO eu:EU imf:IWF ecb:EZB osce:OSZE iaea:IAEO oecd:OECD opec:OPEC wto:WTO unhcr:UNHCR echr:EGMR icrc:IKRK icj:IGH ilo:IAO ema:EMA
  `),
};
