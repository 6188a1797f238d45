/** French: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const frPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:deux deuxième
      3:trois troisième
      4:quatre quatrième
      5:cinq cinquième
      6:six sixième
      7:sept septième
      8:huit huitième
      9:neuf neuvième
      10:dix dixième
      11:onze onzième
      12:douze douzième
      13:treize treizième
      14:quatorze quatorzième
      15:quinze quinzième
      16:seize seizième
      20:vingt vingts vingtième
      30:trente trentième
      40:quarante
      50:cinquante cinquantième
      60:soixante
      70:septante
      80:octante huitante quatre-vingts quatre-vingt
      90:nonante
      100:cent cents centième
      1000:mille
      1000000:million millions
      1000000000:milliard milliards
    `),
    perhaps: wordLines(`
      0:zéro
      1:un une premier première premiers premières unique seul seule
      2:second seconde double paire couple moitié demi demie bi* deux* duo doubl*
      3:triple tiers trio trimestre tri* tripl*
      4:quart quatuor
      5:quintuple cinqu*
      6:semestre
      8:huitaine
      10:décennie décennies dizaine dizaines
      12:douzaine douzaines midi minuit
      15:quinzaine
      20:vingtaine vingt*
      30:trentaine
      40:quarantaine
      50:cinquantaine moitié
      60:soixantaine
      100:siècle siècles centaine centaines
      1000:millier milliers
      1000000:millionnaire*
      0.5:demi demie moitié
      0.25:quart
      1.5:demi
      9:neuf neuve neufs
    `),
    joins: 'et',
  },
  negation: {
    not: "ne n' n’ pas non jamais rien personne aucun aucune nul nulle ni sans guère",
    near: wordLines(`
      incapa* imposs* insuff* inexis* inco* illég* inadé* inval* indéni* invis* inut* désacc* refus* rejet* nier nie
      nié nient évit* empêch* manqu* seul* sauf hors excepté moins peu faute absen* échou* interdi* cess* plus
      contre sinon difficil* perd* exclu* malgré privé* plutôt
    `),
  },
  opposites: {
    before: ['avant', 'après suite'],
    rises: ['augment* hausse* croiss* grimp*', 'baiss* diminu* chut* rédui* recul*'],
    north: ['nord septentrional*', 'sud méridional*'],
    east: ['est oriental* orient', 'ouest occident*'],
    first: ['premier première premiers premières', 'dernier dernière derniers dernières'],
    more: ['plus dessus dépass*', 'moins dessous'],
    wins: ['gagn* victoire* remport* vainqu*', 'perd* défait*'],
    lives: ['vivant* surv*', 'mort* tué* décéd*'],
    opens: ['ouver* ouvr* rouv*', 'fermé* ferm* clos*'],
    buys: ['achet* achat*', 'vend* vente*'],
    young: ['jeune*', 'vieux vieil* ancien* âgé*'],
    accepts: ['accept* approuv* permi* permet* soutien*', 'refus* rejet* interdi* oppos*'],
  },
  aboveAndBelow: 'sur sous dessus dessous',
  voices: {
    denied: 'nié nie nient dément démenti démentent réfuté réfute',
    alleged: wordLines(`
      présumé présumée présumés prétendu prétendument affirme prétend prétendent allègue accusé accusée soupçonné
    `),
    admitted: 'admis admet admettent avoué avoue reconnu reconnaît reconnaissent',
    confirmed: 'confirmé confirme confirment prouvé prouve vérifié établi démontré',
  },
  sexes: {
    he: wordLines(`
      il monsieur m homme hommes garçon père mari fils frère roi prince oncle président directeur acteur
    `),
    she: wordLines(`
      elle elles madame mme femme femmes fille filles mère épouse sœur soeur reine princesse tante présidente
      directrice actrice mademoiselle
    `),
  },
  bothSexes: {
    nouns: 'ministre|porte-parole|juge|journaliste|maire|secrétaire|pilote|artiste|élève|collègue|capitaine',
    he: 'le|un|ce|du|au|cet',
    she: '(?:de |à )?la|une|cette',
    between: 'nouveau|nouvelle|ancien|ancienne|premier|première|vice|actuelle?',
  },
  common: wordLines(`
      un et que les aujourd’hui des une dans pour par sur avec est sont était étaient pas plus mais ou où qui cette
      ces ses leur leurs aux du été être ont avait avaient nous vous ils elles elle comme aussi après avant depuis
      entre sans sous très tout tous toutes même autre autres lorsque selon ainsi donc dont encore deux fait faire
      peut peuvent ans chez contre pendant quand alors ceux cela ça
    `),
  relativeLength: 1.13,
  clauseJoints: 'et|mais|tandis|alors|car|parce|puis|bien que',
  noGoesOn: /^(?:ni|sans|aucune?|pas|non)$/i,
  idleAfterNo: /^(?: seulement| pas seulement| que| plus| moins| doute| cesse| même|[^.]{0,16} que\b)/,
  idleBeforeNo: /(?:à moins que |avant que |craindre que |que [\p{L}]+ )$/u,
};
