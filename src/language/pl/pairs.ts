/** Polish: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const plPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:dwa dwie dwóch dwu dwoma dwom dwaj
      3:trzy trzech trzem trzema trzej trzeci*
      4:cztery czterech czterem czterema czwart*
      5:pięć pięciu piąt*
      6:sześć sześciu szóst*
      7:siedem siedmiu siódm*
      8:osiem ośmiu ósm*
      9:dziewięć dziewięciu dziewiąt*
      10:dziesięć dziesięciu dziesiąt*
      11:jedenaście jedenastu jedenast*
      12:dwanaście dwunast*
      13:trzynaście trzynast*
      14:czternaście czternast*
      15:piętnaście piętnast*
      16:szesnaście szesnast*
      17:siedemnaście siedemnast*
      18:osiemnaście osiemnast*
      19:dziewiętnaście dziewiętnast*
      20:dwadzieścia dwudziest*
      30:trzydzieści trzydziest*
      40:czterdzieści czterdziest*
      50:pięćdziesiąt pięćdziesięci*
      60:sześćdziesiąt*
      70:siedemdziesiąt*
      80:osiemdziesiąt*
      90:dziewięćdziesiąt*
      100:sto stu setn*
      200:dwieście dwustu
      300:trzysta trzystu
      400:czterysta czterystu
      500:pięćset pięciuset
      600:sześćset
      700:siedemset
      800:osiemset
      900:dziewięćset
      1000:tysiąc tysiące tysięcy tysiącami tys
      1000000:milion miliona miliony milionów milionami mln
      1000000000:miliard miliardy miliardów miliarda mld
      1000000000000:bilion*
    `),
    perhaps: wordLines(`
      0:zero zerow*
      1:jeden jedna jedno jednego jednej jednym jedną pierwsz* jedyn* raz
      2:drug* wtór* oba obie obu obydw* dwukrotn* podwój* dwoje para pary parę połow* pół* dwu* dwójk* podwoi* dwoj*
      3:trojga troje trzykrotn* potrój* trój* trzy*
      4:czworo ćwierć czter* czwór*
      5:pięcio* pięcior*
      6:sześcio*
      10:dekad* dziesięciolec* dziesiątk* dziesięcio*
      12:tuzin* południe północ południ*
      0.5:pół* połow*
      0.25:ćwierć kwart*
      1.5:półtor*
      50:połow* pięćdziesię* pięćdziesiąt*
      60:sześćdziesięci*
      100:wiek wieku wieki stuleci* setk* setek
      1000:tysiąclec* tysięczn*
    `),
  },
  negation: {
    not: wordLines(`
      nie nikt nikogo nikomu nic niczego nigdy nigdzie żaden żadna żadne żadnego żadnej żadnych bez ani ni brak
    `),
    near: wordLines(`
      bez* brak* odm* odrzu* zaprzecz* tylko jedynie ledwo prawie mało oprócz unik* zakaz* straci* przeciw* zamiast
      zapobie* trudn* wyklucz* przest* dopiero zanim niż nie*
    `),
  },
  opposites: {
    before: ['przed zanim wcześniej przedtem uprzednio', 'po'],
    rises: ['wzrost* wzros* zwięks* rośnie urosł*', 'spad* zmniejs* obniż* malej* zmala*'],
    north: ['północ*', 'południ*'],
    east: ['wschód wschod*', 'zachód zachod*'],
    first: ['pierwsz*', 'ostatni* zeszł*'],
    more: ['więcej ponad bardziej najbardziej powyżej', 'mniej poniżej najmniej'],
    wins: ['wygra* zwycię* pokonał* pokonuj*', 'przegra* poraż*'],
    lives: ['żyw* przeży*', 'zmar* zgin* zabi* śmier*'],
    opens: ['otwar* otwor*', 'zamkn* zamyk*'],
    buys: ['kupi* kupn* zakup*', 'sprzeda*'],
    young: ['młod*', 'star*'],
    accepts: ['przyję* zatwierdz* zgod* pozwol* popar* zezwol*', 'odrzuc* odmów* odmaw* zakaz* sprzeciw*'],
  },
  aboveAndBelow: 'nad pod ponad',
  voices: {
    denied: 'zaprzeczył* zaprzecza* zdementował* dementuje',
    alleged: 'rzekom* domniema* twierdzi twierdził* oskarżon* podejrzan* podobno',
    admitted: 'przyznał* przyznaje',
    confirmed: 'potwierdził* potwierdza* udowodni*',
  },
  sexes: {
    he: 'on jego jemu go mu nim pan mężczyzna chłopiec ojciec mąż syn brat król książę aktor',
    she: 'ona jej ją nią pani kobieta kobiety dziewczyna dziewczynka matka żona córka siostra królowa aktorka',
  },
  common: wordLines(`
      jeśli że się nie jest są był była było były będzie oraz przez dla jako jak ale czy tym tego tej tych który
      która które których którym jego jej ich może mogą przed przy podczas między pod nad bez bardzo także tylko już
      jeszcze kiedy gdy gdzie więc lub roku lat został została zostały ma mają
    `),
  relativeLength: 1.02,
  clauseJoints: 'i|a|ale|lecz|choć|bo',
  noGoesOn: /^(?:ani|bez|nie)$/i,
  idleAfterNo: /^(?: tylko| mniej| więcej| później| raz| jedynie| licząc| lada)/,
  idleBeforeNo: /(?:(?<![\p{L}])(?:na|za|przez|przed|pod|nad|o|w|po) |póki |dopóki |o mało |czyż )$/iu,
  dayForms: /^(?:wtor(?:ek|k)|czwart(?:ek|k(?:u|i|ow|iem))|piąt(?:ek|k(?:u|i|ow|iem)))/u,
  saidAside:
    'mówi powiedział* mówił* dodał* dodaje twierdzi twierdził* napisał* pisze opowiada wyjaśnił* wyjaśnia stwierdził* zapewnia zapewnił* podkreśla podkreślił* przyznał* przyznaje żartował*',
};
