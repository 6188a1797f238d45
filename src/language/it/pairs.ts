/** Italian: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const itPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:due
      3:tre terzo terza terzi
      4:quattro quarto quarta
      5:cinque quinto quinta
      6:sei sesto sesta
      7:sette settimo
      8:otto ottavo ottava
      9:nove nono nona
      10:dieci decimo decima
      11:undici undicesim*
      12:dodici dodicesim*
      13:tredici tredicesim*
      14:quattordici quattordicesim*
      15:quindici quindicesim*
      16:sedici sedicesim*
      17:diciassette diciassettesim*
      18:diciotto diciottesim*
      19:diciannove diciannovesim*
      20:venti ventesim*
      21:ventuno
      22:ventidue
      23:ventitré ventitre
      24:ventiquattro
      25:venticinque
      26:ventisei
      27:ventisette
      28:ventotto
      29:ventinove
      30:trenta
      40:quaranta
      50:cinquanta
      60:sessanta
      70:settanta
      80:ottanta
      90:novanta
      100:cento centesim*
      200:duecento
      300:trecento
      400:quattrocento
      500:cinquecento
      600:seicento
      700:settecento
      800:ottocento
      900:novecento
      1000:mille mila duemila tremila
      1000000:milione milioni mln
      1000000000:miliardo miliardi mld
    `),
    perhaps: wordLines(`
      0:zero
      1:un uno una primo prima primi prime unico unica solo sola
      2:secondo seconda secondi entrambi entrambe ambedue doppio doppia coppia paio metà mezzo mezza bi* duplic* duo
      raddoppi*
      3:triplo trio trimestre tri* triplic*
      4:quarto quadr*
      5:cinqu* quint*
      6:sei semestre
      7:settim*
      10:decennio decenni decina decine deca*
      12:dozzina dozzine mezzogiorno mezzanotte
      15:quindicina
      20:ventina vent*
      30:trentina trent*
      40:quarantina
      50:cinquantina metà mezzo cinquant*
      60:sessantina
      100:secolo secoli centinaia centinaio
      1000:migliaia migliaio millenni* mille*
      0.5:mezzo mezza metà
      0.25:quarto
      1.5:mezzo
      300:trecent*
      400:quattrocent*
      500:cinquecent*
      600:seicent*
      700:settecent*
      800:ottocent*
      900:novecent*
    `),
    joins: 'e',
  },
  negation: {
    not: "non né nessun nessuno nessuna nulla niente mai senza senz' senz’ neanche nemmeno neppure no",
    near: wordLines(`
      incapa* impossib* insuff* inesist* incon* illeg* inade* invalid* innega* invis* inutil* disacc* disocc*
      rifiut* neg* respin* evit* imped* manc* appena solo soltanto tranne salvo poc* fall* vieta* proib* priv*
      assen* anziché però invece difficil* perso perd* esclu* finché smett* cess*
    `),
  },
  opposites: {
    before: ['prima', 'dopo seguito'],
    rises: ['aument* cresc* cresciu* sal* rialz* increment*', 'cal* dimin* ridu* scend* sces* ribass*'],
    north: ['nord settentrion*', 'sud meridion*'],
    east: ['est orient*', 'ovest occident*'],
    first: ['primo prima primi prime', 'ultimo ultima ultimi ultime scorso scorsa'],
    more: ['più oltre sopra', 'meno sotto'],
    wins: ['vinc* vint* vittor*', 'perd* perso persa persi perse sconfit*'],
    lives: ['viv* sopravviv*', 'mort* ucci* decedu*'],
    opens: ['aper* aprì apr* riapr*', 'chius* chiud*'],
    buys: ['compr* acquist*', 'vend* vendit*'],
    young: ['giovan*', 'vecchi* antic* anzian*'],
    accepts: ['accett* approv* permess* permett* sosten*', 'rifiut* respin* vieta* oppon* nega*'],
  },
  aboveAndBelow: 'oltre sotto sopra',
  voices: {
    denied: 'negato nega negano negò smentito smentisce smentì',
    alleged: 'presunto presunta presunti presumibilmente sostiene sostengono accusato accusata sospettato',
    admitted: 'ammesso ammette ammise confessato confessa riconosciuto riconosce',
    confirmed: 'confermato conferma confermano confermò dimostrato provato verificato accertato',
  },
  sexes: {
    he: wordLines(`
      lui egli signor signore uomo uomini ragazzo padre marito figlio fratello re principe zio attore direttore
      autore ministro
    `),
    she: wordLines(`
      lei ella signora donna donne ragazza madre moglie figlia sorella regina principessa zia attrice presidentessa
      direttrice autrice
    `),
  },
  bothSexes: {
    nouns: 'portavoce|presidente|giudice|giornalista|testimone|agente|artista|insegnante|preside',
    he: 'il|un|lo|del|al|dal|questo',
    she: 'la|una|della|alla|dalla|questa',
    between: 'nuov[oa]|attuale|ex|prim[oa]|vice',
  },
  common: wordLines(`
      un che piccolo bambini donna del della delle degli dei gli una uno con per non sono è era erano come anche più
      nel nella nelle negli dal dalla dai alla alle agli sul sulla ma ed questo questa questi queste quello quella
      loro suo sua suoi tra fra dopo prima durante contro senza essere stato stata stati hanno aveva avevano può
      possono ha dove quando mentre già ancora tutti tutto molto ogni altri altro altra anni due secondo perché
      quindi entrambi
    `),
  relativeLength: 1.1,
  clauseJoints: 'e|ed|ma|mentre|perché|anche se|però',
  noGoesOn: /^(?:né|senza|nessun\p{L}*|non)$/iu,
  idleAfterNo: /^(?: solo| soltanto| appena| più| meno| dubbio| per niente| ancora| altro)/,
  idleBeforeNo: /di quanto $/,
};
