/** German: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const dePairs: PairWords = {
  numbers: {
    sure: wordLines(`
      1.5:anderthalb* eineinhalb*
      2.5:zweieinhalb*
      3.5:dreieinhalb*
      2:zwei zweier
      3:drei dreier dritte dritten dritter drittes drittel
      4:vier vierte vierten vierter viertes
      5:fünf fünfte fünften fünfter fünftel
      6:sechs sechste sechsten sechster
      7:sieben siebte siebten siebter siebente
      8:acht achte achten achter
      9:neun neunte neunten neunter
      10:zehn zehnte zehnten zehnter
      11:elf elfte elften elfter
      12:zwölf zwölfte zwölften
      13:dreizehn*
      14:vierzehn*
      15:fünfzehn*
      16:sechzehn*
      17:siebzehn*
      18:achtzehn*
      19:neunzehn*
      20:zwanzig*
      30:dreißig*
      40:vierzig*
      50:fünfzig*
      60:sechzig*
      70:siebzig*
      80:achtzig*
      90:neunzig*
      100:hundert einhundert
      1000:tausend eintausend tsd
      1000000:million millionen mio
      1000000000:milliarde milliarden mrd
      1000000000000:billion billionen
    `),
    perhaps: wordLines(`
      0:null
      1:ein eine einen einem einer eines eins erste ersten erster erstes erst einmal einzig* einzel*
      2:zweite zweiten zweiter zweites beide beiden beider doppel* doppelt* paar hälfte halb halbe halben zweimal
      zweit* zwei* verdoppel* duo bi* zweifach*
      3:dreifach* dreimal drei* trio dritt* verdreifach*
      4:viertel vier* quartett viert*
      5:fünf*
      6:sechs*
      7:sieben*
      8:acht*
      9:neun*
      10:jahrzehnt* zehn* dekade
      12:dutzend dutzende zwölf* mittag* mitternacht*
      0.5:halb* hälfte
      0.25:viertel
      100:jahrhundert* hundert*
      50:hälfte
      1000:jahrtausend* tausend*
      1000000:millionen* millionär*
      14:vierzehn
    `),
    joins: 'und',
  },
  negation: {
    not: wordLines(`
      nicht kein keine keinen keinem keiner keines nie niemals niemand niemandem niemanden nichts nirgends nirgendwo
      weder noch ohne nein
    `),
    near: wordLines(`
      un* nicht* abgelehn* ablehn* lehn* weiger* verweiger* bestreit* bestritt* fehl* mangel* kaum nur erst außer
      wenig* selten verhinder* vermeid* scheiter* dementier* verbiet* verbot* warn* verlor* verlier* *los *lose *losen *loser *frei
      *freie *freien statt anstatt trotz obwohl sondern schwer bevor ausgeschl*
    `),
  },
  opposites: {
    before: ['vor bevor vorher', 'nach nachdem danach nachher'],
    rises: [
      'stieg* steig* gestieg* erhöh* zunahm* zugenommen wuchs* anstieg',
      'sank* sink* gesunken fiel* gefallen rückgang verring* abnahm* senk* gesenkt',
    ],
    north: ['nord* nörd*', 'süd*'],
    east: ['ost* öst*', 'west*'],
    first: ['erste ersten erster erstes', 'letzte letzten letzter letztes'],
    more: ['mehr über meisten', 'weniger unter mindestens'],
    wins: ['gewann* gewinn* gewonnen sieg* siegt*', 'verlor* verlier* niederlag* unterl*'],
    lives: ['lebend* lebt* überleb*', 'tot tote toten verstorbene* starb* gestorben getötet verstorb*'],
    opens: ['öffne* offen* geöffnet eröffn*', 'schloss* geschlossen schließ*'],
    buys: ['kauf* gekauft', 'verkauf*'],
    young: ['jung* jüng*', 'alt* ält*'],
    accepts: [
      'akzept* zustimm* stimmte* genehm* erlaub* unterstütz*',
      'ablehn* lehnt* abgelehn* verbot* verbiet* verweiger*',
    ],
  },
  aboveAndBelow: 'über unter',
  voices: {
    denied: 'bestritt bestreitet bestritten dementierte dementiert leugnet leugnete zurückgewiesen',
    alleged: wordLines(`
      angeblich angebliche angeblichen mutmaßlich mutmaßliche mutmaßlichen behauptet behauptete behaupten
      beschuldigt verdächtigt vermeintlich*
    `),
    admitted: 'gestand gesteht gestanden zugegeben räumte eingeräumt bekannte gab',
    confirmed: 'bestätigte bestätigt bestätigten bewies bewiesen belegt nachgewiesen',
  },
  sexes: {
    he: wordLines(`
      er ihm ihn sein seine seinen seinem seiner seines herr herrn mann männer junge vater ehemann sohn bruder könig
      prinz onkel sprecher präsident schauspieler
    `),
    she: wordLines(`
      frau frauen mädchen mutter ehefrau tochter schwester königin prinzessin tante sprecherin präsidentin
      schauspielerin kanzlerin ministerin *erin
    `),
  },
  common: wordLines(`
      dennoch jedoch drei fünf sagte der das den dem des ein eine einen einem einer eines und nicht mit von auf für
      ist sind auch sich aus bei nach wie wird werden wurde wurden haben hatte zu zum zur über als oder aber nur
      noch wenn durch unter vor zwischen seit gegen ohne um bis ihre ihr sein seine seinen dass weil sowie
      kann können soll müssen mehr sehr schon dieser diese dieses diesem alle andere anderen jahre jahr zwei uhr
    `),
  relativeLength: 1.12,
  clauseJoints: 'und|aber|doch|während|weil|obwohl|denn|sondern',
  noGoesOn: /^(?:noch|kein\p{L}*|ohne|nicht)$/iu,
  idleAfterNo: /^(?: nur| zuletzt| weniger| mehr als| lange| einmal| allein| dass)/,
};
