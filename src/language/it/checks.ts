/** Italian: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, WORD, wordLines } from '../lists.ts';

export const itChecks: CheckWords = {
  lostPairs: {
    never: [
      ['di', 'del della dei delle dello degli al alla dal dalla nel nella sul sulla'],
      ['a', 'dal dalla nel nella sul sulla al alla'], // before del, dei and delle it may stand: some of them
      ['da', 'al alla nel nella dal dalla'],
      ['in', 'il lo gli le nel nella al alla dal dalla'],
      ['il', 'la lo gli le un una del della nel nella al alla'],
      ['la', 'il lo gli le un del della nel nella al alla'],
      ['lo gli', 'il la un una'],
      ['un una', 'il lo la gli le nel nella'],
      ['del della dei delle', 'il lo la gli le del della dei delle al alla nel nella'],
      [
        'al alla nel nella dal dalla sul sulla',
        'in da con il lo la gli le un una del della dei delle al alla nel nella',
      ],
    ],
    beforeComma: 'il gli del della dei delle al nel nella dal dalla sul sulla',
    beforeStop: 'di da con per',
  },
  pluralSources: {
    many: {
      fonti: 'fonte',
      funzionari: 'funzionario',
      diplomatici: 'diplomatico',
      testimoni: 'testimone',
      esperti: 'esperto',
      analisti: 'analista',
    },
    said: 'dett|affermat|aggiunt|dichiarat|spiegat|indicat|confermat|precisat|assicurat|secondo|rivelat|riferit|riferiscono|dicono',
    same: "(?:la|il|lo|l[’']|questa|questo|(?:la|lo) stess[ao]) ?ONE",
    another: "(?:una?|uno|un[’']|altr[ao]|second[ao]) ?(?:\\p{L}+ ){0,2}ONE|una? d(?:ei|elle|egli)",
    counted:
      'due|tre|quattro|cinque|diverse|diversi|altre|altri|molte|molti|alcune|alcuni|più|varie|numerose',
  },
  bodyWords: {
    heads:
      'ministero|commissione|agenzia|tribunale|consiglio|comitato|parlamento|corte|camera|banca|istituto|procura|autorità|direzione',
    links: "dei|degli|delle|della|dello|dell[’']|del|di|d[’']",
    isAfter: false,
    names: 'kind',
    common: /^(?:tribunale|consiglio|comitato|commissione|direzione|banca|camera|procura)/iu,
  },
  smallWords: {
    after:
      'il lo gli le un una e ed ma che chi si è ha hanno in con per non come quando perché mentre se anche del della dei al alla nel nella questo questa suo sua anche secondo dopo prima molti tutti già nessuno nessuna niente',
    said: 'ha hanno dice afferma spiega aggiunge racconta secondo il la lo gli le e',
  },
  bodyGender: {
    patterns: [
      `il (?:ministero|partito|governo|sindacato|comune|consiglio|comitato|tribunale|club|gruppo)(?: ${WORD}| d(?:i|el|ella|ei|elle) ${WORD})? (?:ha (?:detto|annunciato|dichiarato|spiegato|aggiunto|confermato|assicurato|affermato)|annuncia|afferma) che (lei|essa|ella) `,
      `la (?:commissione|polizia|procura|banca|società|azienda|regione|provincia|federazione|prefettura)(?: ${WORD}| d(?:i|el|ella|ei|elle) ${WORD})? (?:ha (?:detto|annunciato|dichiarato|spiegato|aggiunto|confermato|assicurato|affermato)|annuncia|afferma) che (lui|esso|egli) `,
    ],
    person:
      'lui|lei|uomo|donna|ragazz[oa]|ministr[oa]|president[ei]|sindac[oa]|leader|portavoce|direttor\\p{L}+|direttrice|giudice|avvocat[oa]|candidat[oa]|signora?|autista|giocator[ei]',
  },
  hearsay: [
    `(?:detto|raccontato|secondo|riferito|dice|racconta)${WITHIN}(?:aveva (?:detto|raccontato|saputo|sentito|riferito)|gli ha (?:detto|raccontato))${WITHIN}(?:aveva (?:sentito|detto|raccontato|saputo|visto|riferito))`,
    `(?:secondo|citando|che cita)${WITHIN}(?:citando|che cita(?:va)?)${WITHIN}(?:citando|che cita(?:va)?)`,
  ],
  andThat: { opens: /^E che (?!dire|cosa|fine)\p{Ll}+ /u, before: /\bche\b/iu },
  speakerPosts:
    'capitano|maresciallo|tenente|colonnello|sindac[oa]|avvocat[oa]|professor(?:e|essa)?|dottor(?:e|essa)?|giudice|procuratore|consiglier[ea]|assessor[ea]|direttore|direttrice|portavoce|comandante|ispettore|prefetto|questore|ingegnere?|allenatore|pescatore|signora?',
  furtherSaid: 'raccontato raccontò disse confermato',
  titles:
    'presidente|ministro|ministra|sindaco|sindaca|governatore|senatore|senatrice|giudice|vescovo|prefetto|assessore|assessora|procuratore|deputato|deputata|generale|papa',
  moreThanEver: /\bpiù\sche\smai$/iu,
  adjectiveEnds: /(?!)/u,
  noPersons:
    /^(?:Protez|Ambient|Difes|Agenzi|Stat|Unit|Nazioni|Regno|Paes|Bass|San|Santa|Santo|Gran|Bretagna|Nuov|Medio|Oriente|Union|Europ|Mont|Mar|Terr|Corea|Nord|Sud|Est|Ovest|Repubbl|Prim|Second|Guerr|Mond|Consigl|Copp|Gioch|Lega|Bors|Minist|Cort|Camer|Parlam|Partit|Banc|Univers|Istitut|Muse|Chies|Città|Casa|Bianc|Rinasc|Il|La|Le|Lo|Gli|Un|Una|In|Ma|E|Per|Secondo|Nel|Nella|Al|Alla|Dopo|Con|Se|Quando|Come|Anche|Questo|Questa)/u,
  bodies: wordLines(`
    un:ONU who:OMS nato:NATO eu:UE imf:FMI ecb:BCE osce:OSCE iaea:AIEA oecd:OCSE opec:OPEC wto:OMC unhcr:UNHCR icrc:CICR ema:EMA fatf:GAFI wfp:PMA
  `),
};
