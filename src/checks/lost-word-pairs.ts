/**
 * Two small words that grammar never puts side by side, and small words that never stand before a stop, in the languages
 * besides English. Left out is whatever a writer may mean: a turn of phrase (`por al menos`, `au di là`), a pronoun that is
 * written like an article, and what German and Russian put before a participle (`in von Wasser umgebenen`).
 */

interface Pairs {
  /** First words, and what never follows them. */
  never: readonly [string, string][];
  /** Never before a full stop, a semicolon or a comma. */
  beforeComma: string;
  /** Never before a full stop or a semicolon. */
  beforeStop: string;
}

export const lostPairs: Record<string, Pairs> = {
  es: {
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
  fr: {
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
  it: {
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
  de: {
    never: [
      ['im', 'dem einem in im'],
      ['zum', 'dem einem zu zum'],
      ['vom', 'dem einem von vom'],
      ['beim', 'dem einem bei beim'],
      ['zur', 'der einer zu zur'],
      ['ins', 'das ein in ins'],
      ['zu', 'zum zur'],
      ['von', 'vom'],
      ['in', 'im ins'],
      ['bei', 'beim'],
    ],
    beforeComma: 'im vom zum beim zur ins',
    beforeStop: '',
  },
  el: {
    never: [
      ['ο', 'η οι τα τον την'],
      ['η', 'ο οι τα τον την'],
      ['οι', 'ο η τα τον την'],
      ['στο στη στην στον στα στις στους', 'ο η το οι τα τον την τους τις στο στη στην στον σε με'],
      ['από για με', 'στο στη στην στον στα στις στους'],
      ['σε', 'το τον την τη στο στη στην στον τους τις'],
    ],
    beforeComma: 'στο στη στην στον στα στις στους',
    beforeStop: 'από για με σε',
  },
  ru: {
    never: [['в во на к ко из от для без с со под над при', 'из от к ко']],
    beforeComma: '',
    beforeStop: 'из от для при над под',
  },
  uk: {
    never: [['в у на до для без з із від під над при', 'від із з']],
    beforeComma: '',
    beforeStop: 'із від для при над під',
  },
  ar: {
    never: [
      ['في', 'إلى على عن من'],
      ['إلى', 'في على عن'],
      ['على', 'في إلى عن'],
      ['عن', 'في إلى على'],
      ['من', 'إلى'],
    ],
    beforeComma: 'في إلى على عن',
    beforeStop: 'من',
  },
};
