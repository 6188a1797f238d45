/** French: what single checks look for in its copy. */
import type { CheckWords } from '../check-words.ts';
import { WITHIN, WORD, wordLines } from '../lists.ts';

export const frChecks: CheckWords = {
  lostPairs: {
    never: [
      ['de', 'du des au aux'],
      ['à', 'au aux'],
      ['le', 'de la les un une des du sa ses ce cette au aux'],
      ['la', 'de le les un des du au aux sa ses ce'],
      ['les', 'le la un une des du au aux son sa ses'],
      ['un', 'le la les une du au aux'],
      ['une', 'le la les un du au aux'],
      ['des', 'le la les un une du au aux des'],
      ['du', 'le la les un une du des au aux'],
      ['au aux', 'le la les un une du des au aux'],
      ['son sa ses', 'le la les un une de du des au'],
      ['dans', 'à sur par avec en au aux'],
      ['avec', 'dans sur'],
      ['sous', 'dans sur à'],
    ],
    beforeComma: 'le les des du au aux ses',
    beforeStop: 'de à dans chez',
  },
  pluralSources: {
    many: {
      sources: 'source',
      responsables: 'responsable',
      diplomates: 'diplomate',
      témoins: 'témoin',
      experts: 'expert',
      analystes: 'analyste',
    },
    said: 'dit|affirm|ajout|déclar|expliqu|indiqu|confirm|précis|assur|selon|révél|raconté|parl(?:ent|aient|ait|é)|évoqu|font état|met en garde|mettent en garde',
    same: "(?:la|le|l[’']|cette|ce|(?:la|le|cette|ce) même) ?ONE",
    another: "(?:une?|(?:une? )?autre|(?:deux|trois)ième) (?:\\p{L}+ ){0,2}ONE|l[’']une? d",
    counted: 'deux|trois|quatre|cinq|plusieurs|autres|certains|certaines|nombreux|nombreuses|diverses',
  },
  bodyWords: {
    heads:
      'ministère|commission|agence|tribunal|conseil|comité|parlement|cour|assemblée|banque|office|préfecture|direction|institut',
    links: "des|du|de la|de l[’']|d[’']|de",
    isAfter: false,
    names: 'kind',
    common: /^(?:tribunal|conseil|comité|commission|direction|banque|office|assemblée|préfecture)/iu,
  },
  smallWords: {
    after:
      'le les un une des et mais ou il elle ils elles on ce cette que qui en dans avec pour par sur son sa ses est était ont avait ne se au aux du lorsque quand si puis aussi selon après avant alors plusieurs certains tous déjà personne aucun aucune rien',
    said: 'a ont dit déclare explique affirme assure précise ajoute estime selon il elle et le la les',
  },
  bodyGender: {
    patterns: [
      `le (?:ministère|gouvernement|parti|syndicat|conseil|tribunal|parquet|comité|groupe|club|constructeur)(?: ${WORD}| d(?:e la|u|es) ${WORD})? (?:a (?:annoncé|déclaré|indiqué|affirmé|précisé|assuré|dit|confirmé|ajouté)|annonce|déclare|affirme|assure|précise) qu[’'](elle) (?!ne s)`,
      `la (?:commission|mairie|police|préfecture|banque|entreprise|direction|cour|fédération|région|société|compagnie)(?: ${WORD}| d(?:e la|u|es) ${WORD})? (?:a (?:annoncé|déclaré|indiqué|affirmé|précisé|assuré|dit|confirmé|ajouté)|annonce|déclare|affirme|assure|précise) qu[’'](il) (?!y|faut|fallait|est|était|s[’']|n[’']|ne|convient|serait)`,
    ],
    person:
      'il|elle|homme|femme|garçon|fille|ministre|président\\p{L}*|maire|chef\\p{L}*|porte-parole|direct\\p{L}+|juge|avocat\\p{L}*|candidat\\p{L}*|conduct\\p{L}+|joueu\\p{L}+|préfet\\p{L}*|élève|victime|suspect\\p{L}*|salarié\\p{L}*|mme|M',
  },
  hearsay: [
    `(?:dit|raconté|affirmé|assuré|selon|confié)${WITHIN}(?:avait (?:dit|raconté|entendu|appris|confié)|lui a(?:vait)? (?:dit|raconté|confié)|tenait)${WITHIN}(?:avait (?:entendu|dit|appris|raconté|vu)|aurait (?:entendu|dit|appris))`,
    `(?:selon|citant|qui cite)${WITHIN}(?:citant|qui cit(?:e|ait)|lui-même citant)${WITHIN}(?:citant|qui cit(?:e|ait))`,
  ],
  speechFirst:
    /^(?:(?:Et|Mais|Puis|Ensuite) )?(?:a|ont|avait) (?:(?:également|aussi|encore|ensuite|même|toutefois) )?(?:ajouté|déclaré|dit|affirmé|demandé|précisé|indiqué|souligné|estimé|promis|expliqué|rappelé|assuré|réclamé|exigé|annoncé|dénoncé|répété|insisté)(?![\p{L}-])/iu,
  andThat: { opens: /^Et qu(?:e |[’'])/u, before: /\bqu(?:e|[’'])/iu },
  speakerPosts:
    'commandant|capitaine|lieutenant|colonel|commissaire|maire|avocate?|docteure?|professeure?|juge|procureure?|directeur|directrice|conseill(?:er|ère)|députée?|adjointe?|brigadier|adjudant|maître|Me|M\\.|Mme|agriculteur|agricultrice|pêcheur|ingénieure?|entraîneure?',
  furtherSaid: 'indiqué déclaré affirmé expliqué ajouté précisé raconté estimé souligné',
  titles:
    'président|présidente|ministre|maire|préfet|préfète|sénateur|sénatrice|juge|évêque|roi|reine|procureur|procureure|députée?|général|pape',
  moreThanEver: /\b(?:plus\sque|si)\sjamais$/iu,
  adjectiveEnds: /(?!)/u,
  noPersons:
    /^(?:Trente|Cent|Ans|Résidence|États?|Unis|Nations|Royaume|Uni|Pays|Bas|Saint|Sainte|Grande|Bretagne|Nouvelle|Nouveau|Moyen|Orient|Union|Europe|Mont|Mer|Terre|Père|Noël|Afrique|Corée|Nord|Sud|Est|Ouest|République|Premi|Seconde|Guerre|Monde|Conseil|Coupe|Jeux|Ligue|Bourse|Ministère|Cour|Chambre|Parlement|Parti|Banque|Université|Institut|Musée|Église|Armée|Le|La|Les|Un|Une|Des|En|À|Il|Elle|Mais|Et|Pour|Selon|Dans|Au|Aux|Ce|Cette|Sur|Si|Après|Avant|Avec|Comme|Quand)/u,
  bodies: wordLines(`
    un:ONU who:OMS nato:OTAN eu:UE imf:FMI ecb:BCE osce:OSCE iaea:AIEA oecd:OCDE opec:OPEP wto:OMC unhcr:HCR echr:CEDH icrc:CICR icj:CIJ ilo:OIT ema:AEM fatf:GAFI wfp:PMA
  `),
};
