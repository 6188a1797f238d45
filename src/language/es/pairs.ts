/** Spanish: what is compared between an original and its translation. */
import { oneOf, wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const esPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:dos
      3:tres tercer tercero tercera tercios
      4:cuatro cuarto cuarta
      5:cinco quinto quinta
      6:seis sexto sexta
      7:siete séptimo séptima
      8:ocho octavo octava
      9:nueve noveno novena
      10:diez décimo décima
      11:once undécimo
      12:doce duodécimo
      13:trece decimotercer*
      14:catorce decimocuart*
      15:quince decimoquint*
      16:dieciséis decimosext*
      17:diecisiete decimoséptim*
      18:dieciocho decimoctav*
      19:diecinueve decimonoven*
      20:veinte vigésim*
      21:veintiuno veintiún veintiuna
      22:veintidós
      23:veintitrés
      24:veinticuatro
      25:veinticinco
      26:veintiséis
      27:veintisiete
      28:veintiocho
      29:veintinueve
      30:treinta
      40:cuarenta
      50:cincuenta
      60:sesenta
      70:setenta
      80:ochenta
      90:noventa
      100:cien ciento centésimo
      200:doscient*
      300:trescient*
      400:cuatrocient*
      500:quinient*
      600:seiscient*
      700:setecient*
      800:ochocient*
      900:novecient*
      1000:mil
      1000000:millón millones
      1000000000000:billón billones
    `),
    perhaps: wordLines(`
      0:cero
      1:un uno una primer primero primera primeros primeras único única solo sola
      2:segundo segunda segundos ambos ambas doble dobles par pareja mitad medio media dos* bi* duplic* dúo
      3:triple trío trimestre tri* triplic* terc*
      4:cuarto cuatri* cuarteto
      5:quint*
      6:semestre medio
      10:década décadas decena decenas deca*
      12:docena docenas mediodía medianoche
      14:quincena
      15:quincena quinceañer*
      20:veintena veint*
      24:día
      30:treintena
      40:cuarent*
      50:mitad cincuent*
      100:siglo siglos centenar centenares cientos
      1000:miles millar millares
      1000000:millonari*
      0.5:medio media mitad
      0.25:cuarto
      1.5:media
    `),
    joins: 'y',
  },
  negation: {
    not: 'no ni nunca jamás nadie nada ningún ninguna ninguno ningunos ningunas sin tampoco',
    near: wordLines(`
      incapa* impos* insuf* inexist* incon* ileg* inade* inval* inneg* invis* inút* desac* desemp* desap* descono*
      falt* neg* niega* rechaz* evit* imped* apenas solo sólo excepto salvo menos fracas* prohib* ausen* poco poca
      pocos aunque sino excl* hasta difícil* ajen* perd* suspend* cancel* carec* en-vez vez
    `),
  },
  opposites: {
    before: ['antes', 'después tras luego'],
    rises: ['aument* sub* crec* increment*', 'baj* dismin* redu* cay* caíd* descend* decrec*'],
    north: ['norte norteñ* septentrional', 'sur sureñ* meridional'],
    east: ['este oriental oriente', 'oeste occidental occidente'],
    first: ['primer primera primero primeros primeras', 'último última últimos últimas'],
    more: ['más supera* sobre', 'menos debajo'],
    wins: ['gan* victoria* venc*', 'perd* perdi* pierd* derrot*'],
    lives: ['viv* sobreviv*', 'muert* muri* mató mata* fallec*'],
    opens: ['abier* abri* reabri* apert*', 'cerr* cierr* clausur*'],
    buys: ['compr*', 'vend* venta ventas'],
    young: ['joven* jóvenes', 'viej* antigu* mayor* ancian*'],
    accepts: ['acept* acord* aprob* permit* apoy*', 'rechaz* neg* niega* prohib* opon* opus*'],
  },
  aboveAndBelow: 'sobre bajo',
  voices: {
    denied: 'negó niega negaron desmintió desmiente desmintieron desmentido',
    alleged: wordLines(`
      presunto presunta presuntamente presuntos supuesto supuesta supuestamente alega alegó acusado acusada
      sospechoso
    `),
    admitted: 'admitió admite admitieron confesó confiesa reconoció reconoce reconocieron',
    confirmed: 'confirmó confirma confirmaron demostró demuestra comprobó probó verificó',
  },
  sexes: {
    he: wordLines(`
      él señor sr hombre hombres padre esposo marido hijo hermano rey príncipe chico abuelo tío director
      actor ministro autor inspector candidato profesor
    `),
    she: wordLines(`
      ella señora sra mujer mujeres embarazada niña niñas madre esposa hija hermana reina princesa chica abuela tía directora
      presidenta actriz ministra autora candidata profesora señorita
    `),
  },
  bothSexes: {
    nouns: oneOf(`
      portavoz
      fiscal
      jueza?
      presidente
      periodista
      testigo
      agente
      soldado
      médico
      jefe
      artista
      deportista
      economista
      comandante
      representante
    `),
    he: 'el|un|este|del|al|ese',
    she: '(?:de |a )?la|una|esta|esa',
    between: 'nuev[oa]|actual|antigu[oa]|ex|primer[oa]?|entonces',
  },
  common: wordLines(`
      un su y pero del que cinco seis ocho dijo quienes actualmente los las una unos unas con por para como más
      está están fue fueron también cuando donde desde hasta sobre entre muy según sin ser han había ya porque esto
      esta este estos estas ese esa eso aquel ellos ellas nos sus todo todos todas otro otra otros cada mientras
      después antes durante contra hacia aunque así cual quien años parte mismo tiene tienen puede pueden hace hay
      sido además
    `),
  relativeLength: 1.09,
  clauseJoints: 'y|e|pero|mientras|aunque|porque|sino',
  noGoesOn: /^(?:ni|sin|ning[uú]n\p{L}*|no)$/iu,
  idleAfterNo: /^(?: s[oó]lo| obstante| más| menos| hasta| embargo| bien| lugar| duda)/,
};
