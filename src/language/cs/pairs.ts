/** Czech: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const csPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:dva dvě dvou dvěma
      3:tři tří třem třemi třet*
      4:čtyři čtyř čtyřem čtyřmi čtvrt*
      5:pět pěti pát*
      6:šest šesti šest*
      7:sedm sedmi sedm*
      8:osm osmi osm*
      9:devět devíti devát*
      10:deset deseti desát*
      11:jedenáct*
      12:dvanáct*
      13:třináct*
      14:čtrnáct*
      15:patnáct*
      16:šestnáct*
      17:sedmnáct*
      18:osmnáct*
      19:devatenáct*
      20:dvacet* dvacát*
      30:třicet* třicát*
      40:čtyřicet* čtyřicát*
      50:padesát*
      60:šedesát*
      70:sedmdesát*
      80:osmdesát*
      90:devadesát*
      100:sto sta stý stech
      200:dvěstě dvoust*
      300:třista
      400:čtyřista
      500:pětset
      1000:tisíc tisíce tisíci tisících tis
      1000000:milion* milión* mil
      1000000000:miliard* mld
      1000000000000:bilion*
    `),
    perhaps: wordLines(`
      0:nula nul*
      1:jeden jedna jedno jednoho jedné jednom jednou jednu první* prvn* jedin*
      2:druh* oba obě obou dvakrát dvojnásob* dvojit* dvoj* pár polovin* půl* dvou* dvoje
      3:troje třikrát trojnásob* troj* tří*
      4:čtvero čtvrt* čtyř*
      5:pěti*
      10:desetiletí desítk* desíti* dekád* desetilet*
      12:tucet tuctu poledne půlnoc*
      0.5:půl* polovin*
      0.25:čtvrt*
      1.5:půldruh*
      50:polovin*
      100:stolet* století stovk* stovek sto* stol
      200:dvě
      1000:tisícilet* tisíce tisíc*
    `),
  },
  negation: {
    not: wordLines(`
      ne nikdo nikoho nikomu nic ničeho nikdy nikde nikam žádný žádná žádné žádného žádnou žádných bez beze ani není
      nejsou nebyl nebyla nebylo nebyli nemá nemají nelze nebude nebudou nemůže nemohou nechce nechtěl nechtějí
      neměl neměla neví nevíme nejde nejsem nejsme nejste
    `),
    near: wordLines(`
      ne* bez* odmí* popř* popí* chyb* pouze jen sotva málo kromě mimo vyhnou* zákaz* zakáz* ztrat* ztrác* proti
      ačkoli místo zabrán* těžk* vylou* přest* dosud aniž -nej* -něk* -neděl* -nebo -nebezpe* -nemocn* -nemoc* -nechal*
      -než -neustál* -nedávn* -nesmírn* -nepřátel* -nevěst* -nese* -nehod* -nebes* -nebe -nervo* -nervov* -nový* nadále
    `),
  },
  opposites: {
    before: ['před než dříve dřív předtím', 'po'],
    rises: ['vzrost* zvýš* rost* stoup* nárůst*', 'kles* sníž* pokles* zmenš*'],
    north: ['sever*', 'jih jihu jižn*'],
    east: ['východ*', 'západ*'],
    first: ['první* prvn*', 'posledn*'],
    more: ['více přes nejvíce nad', 'méně pod nejméně'],
    wins: ['vyhrá* vítěz* zvítěz*', 'prohrá* poráž* prohr*'],
    lives: ['živ* přeži*', 'zemřel* zahynul* zabit* mrtv*'],
    opens: ['otevř* otevír*', 'zavř* zavír* uzavř*'],
    buys: ['koup* kupo* nákup*', 'prod*'],
    young: ['mlad* mlád*', 'star*'],
    accepts: ['přijal* schvál* souhlas* povol* podpo*', 'odmít* zamít* zakáz* zakaz*'],
  },
  aboveAndBelow: 'nad pod přes',
  voices: {
    denied: 'popřel* popírá popírají vyvrátil* dementoval*',
    alleged: 'údajně údajn* tvrdí tvrdil* obviněn* podezřel* prý',
    admitted: 'přiznal* připustil* přiznává',
    confirmed: 'potvrdil* potvrzuj* prokáza*',
  },
  sexes: {
    he: 'on jeho jemu mu něho němu ním pan muž chlapec otec manžel syn bratr král princ herec',
    she: 'ona její jí ji ní paní žena ženy dívka matka manželka dcera sestra královna princezna herečka',
  },
  common: wordLines(`
      pokud takové proto že se je jsou byl byla bylo byli bude nebo ale jako jak pro při před podle mezi pod nad bez
      velmi také jen již ještě když kde který která které kteří kterých jeho její jejich může mohou tento tato toto
      tím toho této však roku let aby má mají jsem
    `),
  relativeLength: 0.95,
  clauseJoints: 'a|ale|však|i když|protože',
  noGoesOn: /^(?:ani|bez|ne)$/i,
  idleAfterNo: /^(?: jen| pouze| méně| více)/,
  dayForms: /^(?:úter|čtvrt(?:ek|k[ueyů]|eční)|pát(?:ek|k[ueyů]|eční)|osman)/u,
  saidAside:
    'řekl* říká uvedl* uvádí dodal* dodává napsal* píše vysvětlil* vysvětluje popsal* popisuje prohlásil* tvrdí tvrdil* sdělil* poznamenal*',
};
