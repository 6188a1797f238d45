/** Spanish: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, WORD, wordLines } from '../lists.ts';

export const esChecks: CheckWords = {
  lostPairs: {
    never: [
      ['de', 'del'],
      ['a', 'al del en con'],
      ['en', 'de del al con'],
      ['con', 'de del en al'],
      ['por', 'de del en'],
      ['para', 'de del'],
      ['el', 'la los las un una su sus este esta'],
      ['la', 'el los las un su sus este esta'],
      ['los', 'el la las un una su sus'],
      ['las', 'el la los un su sus'],
      ['un una', 'el la los las del su sus'],
      ['del', 'el la los las del al su sus'],
      ['al', 'el la los las un una su sus al'],
      ['su sus', 'el la los las un una de del que'],
    ],
    beforeComma: 'el los las del al su sus',
    beforeStop: 'de en con por para',
  },
  pluralSources: {
    many: {
      fuentes: 'fuente',
      funcionarios: 'funcionario',
      diplomáticos: 'diplomático',
      testigos: 'testigo',
      expertos: 'experto',
      analistas: 'analista',
    },
    said: 'dij|afirm|señal|añad|agreg|explic|declar|asegur|indic|confirm|inform|advirti|según|revel',
    same: '(?:la|el|esta|este|dicha|dicho|(?:la|el) mism[ao]) ONE',
    another: '(?:una?|otr[ao]|(?:segund|tercer)[ao]) (?:\\p{L}+ ){0,2}ONE|una? de (?:las|los|ellos|ellas)',
    counted:
      'dos|tres|cuatro|cinco|varias|varios|otras|otros|muchos|muchas|algunos|algunas|ambas|ambos|distintas|diversas',
  },
  bodyWords: {
    heads:
      'ministerio|consejería|comisión|agencia|tribunal|consejo|comité|parlamento|congreso|senado|junta|fiscalía|secretaría|defensor|banco|instituto|dirección',
    links: 'de la|de los|de las|del|de',
    isAfter: false,
    names: 'kind',
    common: /^(?:comisión|consejo|comité|junta|agencia|instituto|dirección)/iu,
  },
  smallWords: {
    after:
      'el los las un una unos unas y pero sino que quien se en con por para cuando donde porque aunque mientras su sus es fue era está ha había no como este esta esto lo también ya según hoy ayer muchos todos después antes nadie nada ninguno ninguna',
    said: 'dijo dice afirmó señaló añadió explicó declaró aseguró indicó subrayó agregó sostuvo comentó según ha y el los las',
  },
  bodyGender: {
    patterns: [
      `el (?:ministerio|partido|gobierno|sindicato|tribunal|ayuntamiento|banco|consejo|comité|club|organismo|grupo)(?: ${WORD}| de ${WORD})? (?:dijo|afirmó|aseguró|anunció|añadió|declaró|señaló|indicó|confirmó|advirtió|ha (?:dicho|anunciado|asegurado|afirmado)) que (ella) `,
      `la (?:comisión|empresa|compañía|policía|fiscalía|federación|asociación|agencia|consejería|alcaldía|junta|universidad)(?: ${WORD}| de ${WORD})? (?:dijo|afirmó|aseguró|anunció|añadió|declaró|señaló|indicó|confirmó|advirtió|ha (?:dicho|anunciado|asegurado|afirmado)) que (él) `,
    ],
    across: [
      `el (?:ministerio|partido|gobierno|sindicato|tribunal|ayuntamiento|banco|consejo|comité|club)(?: ${WORD}| de ${WORD})?(?<between> [^.!?\\n«»“”"]{1,160})[.!?] (?<pronoun>ella) \\p{Ll}+ `,
      `la (?:comisión|empresa|compañía|fiscalía|federación|asociación|agencia|junta|universidad)(?: ${WORD}| de ${WORD})?(?<between> [^.!?\\n«»“”"]{1,160})[.!?] (?<pronoun>él) \\p{Ll}+ `,
    ],
    person:
      'él|ella|hombre|mujer|joven|niñ[oa]|ministr[oa]|president[ea]|alcalde\\p{L}*|líder|portavoz|director\\p{L}*|juez\\p{L}*|fiscal|abogad[oa]|candidat[oa]|señora?|conductor\\p{L}*|jugador\\p{L}*|vecin[oa]',
  },
  hearsay: [
    `(?:dijo|contó|aseguró|afirmó|según|cuenta|dice)${WITHIN}(?:había (?:dicho|contado|oído|sabido)|le (?:dijo|contó)|oyó)${WITHIN}(?:había (?:oído|dicho|contado|sabido|visto)|oyó)`,
    `(?:según|citando a|que cit(?:a|ó) a)${WITHIN}(?:citando a|que cit(?:a|ó|aba) a)${WITHIN}(?:citando a|que cit(?:a|ó|aba) a)`,
  ],
  andThat: {
    opens: /^Y que (?:el|la|los|las|no|nadie|se|su|sus|todo|todos|habrá|hay|un|una) /u,
    before: /\bque\b/iu,
  },
  speakerPosts:
    'concejala?|alcalde(?:sa)?|abogad[oa]|portavoz|comisari[oa]|capitán|inspectora?|doctora?|profesora?|jueza?|fiscal|directora?|sargento|teniente|edil|diputad[oa]|ingenier[oa]|agricultora?|vecin[oa]|médic[oa]|entrenadora?|señora?',
  furtherSaid: 'contó explicaba confirmó',
  titles:
    'presidente|presidenta|ministro|ministra|alcalde|alcaldesa|gobernador|gobernadora|senador|senadora|juez|jueza|obispo|rey|reina|consejero|consejera|concejal|diputado|diputada|fiscal|general|papa',
  moreThanEver: /\bmás\sque\snunca$/iu,
  bodies: wordLines(`
    un:ONU who:OMS nato:OTAN eu:UE imf:FMI ecb:BCE osce:OSCE iaea:OIEA oecd:OCDE opec:OPEP wto:OMC unhcr:ACNUR echr:TEDH icrc:CICR icj:CIJ ilo:OIT ema:AEM fatf:GAFI wfp:PMA
  `),
};
