/** English: what is compared between an original and its translation. */
import { wordLines } from '../lists.ts';
import type { PairWords } from '../pair-words.ts';

export const enPairs: PairWords = {
  numbers: {
    sure: wordLines(`
      2:two
      3:three third thirds
      4:four fourth
      5:five fifth fifths
      6:six sixth
      7:seven seventh
      8:eight eighth
      9:nine ninth
      10:ten tenth
      11:eleven eleventh
      12:twelve twelfth
      13:thirteen thirteenth
      14:fourteen fourteenth
      15:fifteen fifteenth
      16:sixteen sixteenth
      17:seventeen seventeenth
      18:eighteen eighteenth
      19:nineteen nineteenth
      20:twenty twentieth
      30:thirty thirtieth
      40:forty fortieth
      50:fifty fiftieth
      60:sixty sixtieth
      70:seventy seventieth
      80:eighty eightieth
      90:ninety ninetieth
      100:hundred hundredth
      1000:thousand thousandth
      1000000:million millionth
      1000000000:billion
      1000000000000:trillion
    `),
    perhaps: wordLines(`
      0:zero nil no none
      1:one first once single a an another each ones sole solo only
      2:second seconds twice both double doubled pair pairs couple half halves doubling twin twins either two-thirds
      duo dual again secondly bi*
      3:triple tripled thrice treble trio threefold triplet tri*
      4:quarter quarters quadruple quartet fourfold quarterly
      5:quintuple quintet
      6:half-dozen
      10:decade decades tens decimal teens
      12:dozen dozens noon midnight
      20:twenties score scores
      30:thirties
      40:forties
      50:fifties half
      60:sixties
      70:seventies
      80:eighties
      90:nineties
      100:century centuries hundreds full whole
      1000:thousands millennium grand k
      1000000:millions millionaire
      1000000000:billions billionaire bn
      0.5:half
      0.25:quarter
      24:day
      365:year
      14:fortnight
      15:quarter
      13:teenager teen
      1000000000000:trillions
    `),
    joins: 'and',
  },
  negation: {
    not: "not n't n’t cannot never no nobody nothing none nor neither nowhere without nary",
    near: wordLines(`
      impregnab* nary *lessly non* un* dis* fail* refus* reject* den* lack* avoid* prevent* stop* hardly barely scarcely rarely seldom
      little few fewer less least only until unless except exception* impossib* inab* incap* insuffic* illegal*
      invalid* irrelevan* inadequa* incorrect* inaccur* incomplet* inconsist* indepen* indefinit* inevitab*
      infrequen* innocent* invisib* immun* irre* miss* absen* free far instead rather beyond without withdraw* ceas*
      cease* end* ban* forbid* forbad* prohibit* prohib* exclud* ignor* neglect* declin* oppos* object* resist*
      differ* wrong* false* fals* empty zero hard difficult* too abstain* cancel* block* halt* abolish* remov* los*
      void overlook* regardless reluct* indisting* disrupt* yet still long despite although though but however other contrary against doubt*
      -district* -discuss* -distribut* -display* -dish -dishes -distan* -union* -unit -units -united -universi* -uncle -uncles -denmark -dens* -los -missile* -mission*
      deprive* *free broke seldom escap* keep kept quit loss anti* out off over untouch* short vain nary otherwise *less *proof unlike
    `),
  },
  opposites: {
    before: ['before', 'after afterwards following'],
    rises: [
      'rise* rose risen increas* grew grow* climb* gain* jump* soar* surg*',
      'fell fall* decreas* declin* drop* shrink* shrank plung* slump* reduc* lower* cut cuts cutting',
    ],
    north: ['north* ', 'south*'],
    east: ['east eastern eastward', 'west western westward'],
    first: ['first', 'last'],
    more: ['more most over above exceed* least', 'less fewer under below least'],
    wins: ['win* won victor*', 'lose* lost losing defeat*'],
    lives: ['alive living surviv*', 'dead died killed death* dies kill*'],
    opens: ['open* opened reopened', 'clos* shut closed'],
    buys: ['buy* bought purchas*', 'sell* sold sale sales'],
    young: ['young* newest', 'old* elder* oldest'],
    accepts: [
      'accept* agree* approv* allow* grant* support*',
      'reject* refus* den* forbid* ban* banned oppos*',
    ],
  },
  aboveAndBelow: 'over above under below',
  voices: {
    denied: 'denied denies deny denying denial refuted refutes',
    alleged: wordLines(`
      alleged allegedly alleges allege reportedly claimed claims claim supposedly purported purportedly accused
      suspected
    `),
    admitted: 'admitted admits admit confessed confesses acknowledged concede conceded',
    confirmed: 'confirmed confirms confirm proved proven proves verified established',
  },
  sexes: {
    he: wordLines(`
      he him his himself mr man men boy boys father husband son brother sons spokesman businessman chairman actor
      king prince uncle grandfather guy gentleman nephew policeman sir lord
    `),
    she: wordLines(`
      she her hers herself mrs ms miss woman women girl girls mother wife daughter sister spokeswoman businesswoman
      chairwoman actress queen princess aunt grandmother lady niece policewoman madam pregnant
    `),
  },
  common: wordLines(`
      the and of that which with from was were has have been this these those they their there would could should
      what when where who because about after before between through during
    `),
  relativeLength: 1,
  clauseJoints: 'and|but|while|whereas|because|although|though|so|yet(?! to\\b)|then',
  noGoesOn: /^(?:no|nor|neither|without|not)$/i,
  idleAfterNo:
    /^(?: only| just| merely| least| until| to mention| fewer| less| more| longer| later| sooner| matter| doubt| alone| far| unlike| least|\. ?\d| other| return| near)/,
  idleBeforeNo: /(?:why|whether or|if|or) $/,
};
