/**
 * Words of each language that a full stop does not end a sentence after, for sentences.ts. All lower case, without their
 * last stop. Kept as plain lists so that someone who reads the language can mend them.
 */

export interface Abbreviations {
  /** Stand before what they belong to, and so never end a sentence: 'Dr. Leontis'. */
  before: string;
  /** Do not end a sentence when a number follows: 'No. 5'. */
  beforeNumber: string;
  /** May end a sentence or not; what follows decides: 'Inc.', 'etc.'. */
  either: string;
  /** Words that begin a sentence more often than they continue a name: they settle the doubtful cases. */
  starters: string;
  /** Months and other words that follow an ordinal number written with a stop; null where ordinals have none. */
  afterOrdinal: string | null;
  /** Words before such an ordinal: 'am 3. Oktober', 'der 2. Platz'. */
  beforeOrdinal: string;
}

const none: Abbreviations = {
  before: '',
  beforeNumber: '',
  either: '',
  starters: '',
  afterOrdinal: null,
  beforeOrdinal: '',
};

export const abbreviations: Readonly<Record<string, Abbreviations>> = {
  en: {
    ...none,
    before:
      'mr mrs ms mx messrs dr prof rev fr sr hon gen col lt maj capt cmdr sgt cpl pvt adm brig sen rep reps sens gov pres supt det insp msgr amb asst atty dist st ste mt ft vs v cf ca approx viz e.g i.e eg ie mlle mme',
    beforeNumber:
      'no nos p pp art arts fig figs vol vols ch chap sec sect par para pt ed rev op cl reg jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ver',
    either:
      'inc ltd co corp plc llc bros jr sr esq etc al dept est univ assn ave blvd rd hwy min max ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que ph.d m.d b.a m.a',
    starters:
      'the a an he she it they we you i this that these those his her its their our my but and so or yet in on at by for from to of with as if when while where after before since until although though because however meanwhile then there here what who why how no not all some many most more several both another other only even still also once one two three earlier later last asked speaking according officials police',
  },
  el: {
    ...none,
    before: 'κ κα κκ κος δρ καθ αγ στρ ταξ λοχ αρχ π.χ δηλ βλ πρβλ λ.χ ο.π υπ γεν προέδρ',
    beforeNumber:
      'αρ αριθ άρθ άρθρ αρθ σελ σ παρ τ τόμ κεφ εδ φ ν ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ',
    either: 'κ.ά κ.α κ.λπ κλπ κτλ κ.ο.κ κ.τ.λ μ.μ π.μ μ.χ π.χρ α.ε ε.π.ε δισ εκατ χιλ ευρ οδ λεωφ',
    starters:
      'ο η το οι τα τον την του της των ένας μια μία ένα αυτός αυτή αυτό αυτοί αυτά και αλλά όμως ωστόσο σε στο στη στην στον στις στα στους από με για κατά μετά πριν όταν όπως αν δεν θα να που πως πώς τι ποιος γιατί επίσης σύμφωνα χθες σήμερα εκεί εδώ τότε έτσι',
  },
  ru: {
    ...none,
    before:
      'г гг г-н г-жа им проф акад доц ген полк подп кап лейт св пр пл ул пер просп наб бул о п пос дер с ст т.е т.к т.н напр см ср якобы гос зам пом ред сост',
    beforeNumber:
      'стр ст рис табл гл разд п пп ч т № кв д корп оф тел янв февр фев мар апр июн июл авг сент сен окт нояб дек н.э тов',
    either:
      'др пр т.д т.п и.о руб коп тыс млн млрд трлн долл км м кг га мин сек час чел н.э до.н.э вв в л.с обл р-н',
    starters:
      'он она оно они мы вы я это эти этот эта тот те в во на но и а по при после до с со к ко от из за для как если когда пока где также однако при том там здесь тогда потом затем ранее позже кроме все всё его её их наш не ни что кто почему уже еще ещё так',
  },
  uk: {
    ...none,
    before:
      'р рр п пп пан ім проф акад доц ген полк св пл вул просп бул о м с смт т.зв тобто напр див пор зам ред',
    beforeNumber:
      'стор ст с рис табл гл розд п пп ч т № кв буд корп оф тел січ лют бер квіт трав черв лип серп вер жовт лист груд',
    either: 'ін та.ін т.д т.п грн коп тис млн млрд трлн дол км м кг га хв сек год ос н.е обл р-н',
    starters:
      'він вона воно вони ми ви я це ці цей ця той ті в у на але і й та а по при після до з із зі за для як якщо коли поки де також однак проте там тут тоді потім раніше пізніше крім усі все його її їх наш не ні що хто чому вже ще так',
  },
  es: {
    ...none,
    before:
      'sr sra srta sres d dña dn dr dra prof lic ing gral cnel tte cap sto sta mons excmo excma ilmo av avda c pza pl gob p.ej ej cf vs ee pág',
    beforeNumber:
      'n nº núm num art arts pág págs p pp cap vol t fig párr ene feb mar abr may jun jul ago sep sept oct nov dic tel aprox',
    either: 'etc uu ee.uu s.a s.l cía ltda hnos jr a.m p.m a.c d.c ud uds vd vds km',
    starters:
      'el la los las lo un una unos unas este esta estos estas ese esa eso esto aquel él ella ellos ellas en de a al del con por para según sin sobre tras desde hasta entre pero y o ni también además sin si no cuando donde como que quien por mientras después antes ayer hoy su sus se ya más otro otra todos',
  },
  fr: {
    ...none,
    before:
      'm mm mme mmes mlle mlles dr drs pr prof me mgr st ste sts gal col cdt lt cne av bd bld p.ex ex cf vs env c.-à-d',
    beforeNumber: 'n no nos art p pp chap ch vol t fig al janv févr fév avr juil sept oct nov déc tél',
    either: 'etc cie s.a s.a.r.l ltd inc jr av.j.-c apr.j.-c éd min max km',
    starters:
      'le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je en dans à au aux avec pour par sur sous sans selon après avant depuis pendant mais et ou or donc car si ne quand où comme que qui pourquoi cependant toutefois ainsi alors puis hier son sa ses leur leurs tout tous',
  },
  de: {
    ...none,
    before:
      'hr fr frl dr prof dipl ing hl st med jur phil rer nat hc h.c gen oberst lt hptm abg bspw bzgl bzw ca evtl ggf inkl exkl insb sog vgl z.b d.h u.a s.o s.u i.d.r z.t o.g v.a zzgl einschl gem lt geb gest verh',
    beforeNumber:
      'nr nrn s art abs ziff bd kap abb tab anm aufl jg hrsg jan feb mär apr jun jul aug sep sept okt nov dez tel ab',
    either: 'usw etc u.v.m u.ä o.ä co gmbh ag str pl mio mrd tsd std min sek jh jhd n.chr v.chr jr sen',
    starters:
      'der die das den dem des ein eine einen einem einer er sie es wir ihr ich man dies diese dieser dieses in im an am auf aus bei beim mit nach seit von vom zu zum zur für über unter vor während wegen gegen durch ohne um bis aber und oder doch denn wenn als da dann dort hier nun so auch nicht kein keine was wer wie wo warum zudem außerdem jedoch allerdings danach davor zuvor sein seine ihre alle viele mehr nur noch laut',
    afterOrdinal:
      'januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert jahrhunderts jahrestag geburtstag platz rang runde liga bundesliga stock stockwerk klasse mal quartal halbjahr spieltag minute weltkrieg armee division fc sv tag woche etage sitzung auflage teil kapitel armeekorps',
    beforeOrdinal:
      'am der die das den dem des im vom zum zur bis ab seit ein eine einen einem einer jeder jeden jedem vor nach und',
  },
  it: {
    ...none,
    before:
      'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch on sen mons gen col ten cap mar s ss st p.es es cfr vs c.so v.le p.zza gov',
    beforeNumber:
      'n nn art artt pag pagg p pp cap vol t fig par gen feb mar apr mag giu lug ago set sett ott nov dic tel ca circa',
    either: 'ecc etc s.p.a s.r.l spa srl f.lli jr a.c d.c km min max',
    starters:
      'il lo la i gli le l un uno una questo questa questi queste quello quella egli lui lei loro essi noi voi io in nel nella a al alla di del della da dal dalla con su sul per tra fra secondo dopo prima durante ma e o se non quando dove come che chi perché tuttavia inoltre così allora poi ieri oggi suo sua anche si ogni tutti',
  },
  pt: {
    ...none,
    before: 'sr sra srta dr dra prof eng gen cel cap d dom av r p.ex ex cf vs',
    beforeNumber:
      'n nº art arts pág págs p pp cap vol t fig jan fev mar abr mai jun jul ago set out nov dez tel',
    either: 'etc s.a ltda cia jr a.c d.c km',
    starters:
      'o a os as um uma este esta ele ela eles elas em no na de do da com por para mas e ou se não quando onde como que segundo após antes ontem hoje',
  },
  pl: {
    ...none,
    before:
      'p pp pan gen płk kpt por prof dr hab inż mgr ks bp abp św ul al pl im tzn tj np m.in tzw ok ww wg wz zob por red woj',
    beforeNumber: 'nr str s art ust pkt poz par rys tab tel t godz',
    either: 'itd itp r w tys mln mld zł gr godz km m kg os n.e p.n.e',
    starters:
      'to ten ta te on ona oni w na z do po od za o i a ale jednak gdy jeśli że co kto nie jak także według kiedy tam potem',
    afterOrdinal:
      'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia rocznica miejsce armia dywizja',
    beforeOrdinal: 'w na do od po z dnia roku',
  },
  cs: {
    ...none,
    before:
      'p pí sl st dr prof doc ing mgr mudr judr phdr gen plk kpt por sv ul nám tř tzv tj např mj popř resp vč zvl srov viz',
    beforeNumber: 'č čís str s odst čl obr tab kap sv tel hod',
    either: 'atd apod aj r tis mil mld kč hod km m kg n.l př.n.l a.s s.r.o',
    starters:
      'to ten ta ti on ona oni v ve na z ze do po od za o i a ale však když pokud že co kdo ne jak také podle kdy tam pak',
    afterOrdinal:
      'ledna února března dubna května června července srpna září října listopadu prosince století místo ročník výročí',
    beforeOrdinal: 'v ve na do od po z dne roku',
  },
  nl: {
    ...none,
    before: 'dhr mevr mw drs dr prof ir ing mr st gen kol bijv bv ca d.w.z m.n o.a z.o.z vgl t.a.v',
    beforeNumber: 'nr nrs art blz p pp hfdst fig jan feb mrt apr jun jul aug sep sept okt nov dec tel',
    either: 'enz etc e.d n.v b.v jr sr km',
    starters:
      'de het een hij zij ze wij we jij ik dit dat deze die in op aan bij met na van voor door maar en of als toen daar hier ook niet volgens gisteren vandaag',
  },
};
