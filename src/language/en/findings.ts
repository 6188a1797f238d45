/**
 * English: what checks say of what they found, as it is said to whoever writes. Facts come from the check; what is in them is quoted
 * from the copy, or is a language's tag, a number, a name.
 */

type Fact = string | number;

let languages: Intl.DisplayNames | undefined; // made when it is first asked: that takes ten milliseconds

/** 'Greek' for 'el'. */
function nameOf(language: string): string {
  languages ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return languages.of(language) ?? language;
}

/** Two figures, and by how much the second is more or less. */
interface SumOfChange {
  from: Fact;
  to: Fact;
  percent: Fact;
  isMore: boolean;
}

/** How strongly something was said, of the original. */
const voices = {
  denied: 'is a denial',
  alleged: 'is only alleged or claimed',
  admitted: 'is an admission',
  confirmed: 'is confirmed',
};

export const enFindings = {
  deathBeforeBirth: 'By these days the death came before the birth.',
  lifeOfYears: ({ years }: { years: Fact }) => `By these days it was a life of ${years} years.`,
  ageMisfit: ({ years, given }: { years: number[]; given: Fact }) =>
    `By the days of birth and death it was ${years.join(' or ')} years, not ${given}.`,
  changeMisfit: ({ from, to, percent, isMore, given }: SumOfChange & { given: Fact }) =>
    `${from} to ${to} is ${percent} per cent ${isMore ? 'more' : 'less'}, not ${given}.`,
  changeMisnamed: ({ from, to, percent, isMore, words }: SumOfChange & { words: Fact }) =>
    `${from} to ${to} is ${percent} per cent ${isMore ? 'more' : 'less'}: “${words}”?`,
  pointsMeant: ({ from, to, points, percent }: { from: Fact; to: Fact; points: Fact; percent: Fact }) =>
    `From ${from} to ${to} per cent are ${points} points, which are ${percent} per cent.`,
  rangeBackwards: ({ words }: { words: Fact }) =>
    `“${words}” runs backwards: the second comes before the first.`,
  partsMisfit: ({ parts, sum, whole }: { parts: string[]; sum: Fact; whole: Fact }) =>
    `${parts.join(' and ')} make ${sum}, not ${whole}.`,
  totalMisfit: ({ sum, given }: { sum: Fact; given: Fact }) => `The rows above make ${sum}, not ${given}.`,
  yearsAgo: ({ year, years, given }: { year: Fact; years: Fact; given: Fact }) =>
    `${year} was ${years} years ago, not ${given}.`,
  priorityWord: ({ words }: { words: Fact }) =>
    `“${words}” was said to newsrooms: how urgent a story is, its alert says.`,
  agencyDateline: ({ words }: { words: Fact }) =>
    `“${words}” is the agency’s dateline: the place has a field of its own.`,
  agencyLastLine: ({ words }: { words: Fact }) => `“${words}” is the agency’s own last line.`,
  oneNameTwoWays: ({ one, other }: { one: Fact; other: Fact }) =>
    `“${one}” and “${other}”: one name, spelt two ways?`,
  articleReads: ({ article, word, wanted }: { article: Fact; word: Fact; wanted: Fact }) =>
    `“${article} ${word}” reads “${wanted} ${word}”.`,
  hereAndElsewhere: ({ here, elsewhere }: { here: Fact; elsewhere: Fact }) =>
    `“${here}” here, “${elsewhere}” elsewhere in the story.`,
  genderOfBody: ({ word }: { word: Fact }) =>
    `“${word}” can only mean a body here, and nobody is named before: is the gender right?`,
  oneBodyManyNames: ({ names }: { names: string[] }) =>
    `${names.map((name) => `“${name}”`).join(', ')}: one body, ${names.length} names?`,
  wrongEncoding: ({ words }: { words: Fact }) => `“${words}” was read in the wrong encoding.`,
  letterLost: 'A letter was lost here when the text was copied.',
  lettersAsked: 'Letters within this word have become question marks.',
  wordsAsked: 'Words have become question marks here.',
  capitalWithin: ({ word }: { word: Fact }) => `“${word}” has a capital in the middle of its sentence.`,
  hearsayOfHearsay: 'Who says this had it from somebody who had it from another: hearsay of hearsay.',
  noSuchDay: ({ date }: { date: Fact }) => `There is no such day as “${date}”.`,
  otherWeekday: ({ date, year, weekday }: { date: Fact; year: Fact; weekday: Fact }) =>
    `“${date}”: in ${year} that day is a ${weekday}.`,
  yearToCome: ({ date, year }: { date: Fact; year: Fact }) =>
    `“${date}” of ${year} is still to come: which year is meant?`,
  whichYear: ({ date }: { date: Fact }) => `The story speaks of other years too: which ${date} is meant?`,
  dateTwoWays: ({
    date,
    day,
    month,
    otherDay,
    otherMonth,
  }: {
    date: Fact;
    day: Fact;
    month: Fact;
    otherDay: Fact;
    otherMonth: Fact;
  }) => `“${date}” is ${day} ${month} to some and ${otherDay} ${otherMonth} to others: write the month.`,
  noAddress: ({ words }: { words: Fact }) => `“${words}” is no address.`,
  sourceNotNamed: 'A source was to be named or linked here, and none is.',
  linkWithoutAddress: 'This link has no address.',
  linkToNoPage: 'This link leads to no page.',
  linkWithoutScheme: 'This link lacks https:// and leads nowhere.',
  linkIsNoAddress: 'This link is no address.',
  notReached: ({ site }: { site: Fact }) => `Readers cannot reach ${site}.`,
  noSite: ({ site }: { site: Fact }) => `${site} is no site.`,
  oneArticleTooMany: ({ one, other }: { one: Fact; other: Fact }) =>
    `“${one} ${other}”: one article too many.`,
  standsTwice: ({ word }: { word: Fact }) => `“${word}” stands twice.`,
  ofWebsite: ({ words }: { words: Fact }) => `“${words}” belongs to a website, not to the story.`,
  nowhereInStory: ({ words }: { words: Fact }) => `“${words}” stands nowhere in the story.`,
  nobodySaysThese: 'Nobody says these words in the story.',
  otherWayRound: 'In the story it is the other way round: who does this to whom?',
  houseStyleNot: ({ words }: { words: Fact }) => `House style: not “${words}”.`,
  houseStyle: ({ words }: { words: Fact }) => `House style: “${words}”.`,
  otherPostAbove: ({ name, above, here }: { name: Fact; above: Fact; here: Fact }) =>
    `${name} is ${above} above and ${here} here.`,
  introducedAbove: ({ name }: { name: Fact }) => `${name} has been introduced above already.`,
  otherNameAbove: ({ post, above, here }: { post: Fact; above: Fact; here: Fact }) =>
    `The ${post} is ${above} above and ${here} here: one person, or two?`,
  namedInFullLater: ({ name, whole }: { name: Fact; whole: Fact }) =>
    `${name} speaks here before being named in full (${whole}).`,
  unseen: ({ sign }: { sign: Fact }) => `Nobody sees what stands here: ${sign}.`,
  unseenWithin: ({ word, sign }: { word: Fact; sign: Fact }) =>
    `“${word}” holds what nobody sees (${sign}): search does not find it.`,
  directionTurned: 'A sign turns the direction of all letters here: what is read is not what is written.',
  directionNeverEnded: 'A turn of direction begins here and is never ended.',
  directionNeverBegun: 'A turn of direction ends here that was never begun.',
  opinionOfNobody: 'An opinion is somebody’s: the byline names no person.',
  correctsNothing:
    'A correction says which story it corrects: name it under “Ties”, or link to it in the text.',
  letterUnsigned:
    'The last letter ends without a line of its own for its writer’s name and place: “Ada Lind, Skala”.',
  leftMarkup: ({ words }: { words: Fact }) => `“${words}” is markup that stayed in the text.`,
  leftEntity: ({ words }: { words: Fact }) => `“${words}” should be the sign that it stands for.`,
  leftBlank: ({ words }: { words: Fact }) => `“${words}” was to be filled in.`,
  leftEngineMark:
    'A translation engine marks words that it does not know so: look at the word, and take the sign away.',
  leftCode: ({ words }: { words: Fact }) => `“${words}” is another program’s code.`,
  leftLink: ({ words }: { words: Fact }) =>
    `“${words}” was to be a link: its address cannot be used as it stands.`,
  leftStars: ({ words }: { words: Fact }) => `The stars of “${words}” were to make it bold.`,
  leftHeading: 'These signs were to make a heading of the line.',
  goesRoundTimes: ({ words, times }: { words: Fact; times: Fact }) => `“${words}” goes round ${times} times.`,
  goesRound: ({ words }: { words: Fact }) => `“${words}” goes round.`,
  sentenceTwice: 'This sentence stands in the story already.',
  wordMissing: ({ words }: { words: Fact }) => `“${words}”: is a word missing here?`,
  smallWordWrong: ({ words }: { words: Fact }) => `“${words}”: is the small word the right one?`,
  noHeadline: 'The story has no headline.',
  noText: 'The story has no text.',
  noWriter: 'Nobody is named as the writer.',
  noDay: 'The copy does not say when it was published.',
  creditMissing:
    'The credit that the source is owed is missing: its step has been taken out of the story’s hops.',
  linkMissing: 'There is no link to the source’s own report, so nobody can read the original.',
  noSubject: 'This sentence has no subject: whose words does it go on with?',
  noteToOurselves: ({ words }: { words: Fact }) => `“${words}” is a note to ourselves, and not for readers.`,
  thenOnlyOne: ({ words }: { words: Fact }) => `“${words}” here, and then only one: is there more than one?`,
  spaceBeforeSign: 'There is a space before this sign.',
  spaceInBracket: 'There is a space inside the bracket.',
  spaceAfterApostrophe: 'There is a space after the apostrophe that joins two words.',
  noSpaceAfterStop: 'There is no space after the stop.',
  twoSigns: 'Two signs stand where one belongs.',
  quotationNeverClosed: 'This quotation is opened and never closed: where do the speaker’s words end?',
  quotationNeverOpened: 'This mark closes a quotation that was never opened.',
  markTwice: 'The quotation mark stands twice.',
  closingMarkOpens: 'A closing mark opens this quotation.',
  openingMarkCloses: 'An opening mark closes this quotation.',
  commaInside: 'The comma stands inside the quotation and belongs before it.',
  noSpaceOutside: 'There is no space outside the quotation mark.',
  spaceInside: 'There is a space inside the quotation mark.',
  closedTooEarly:
    'These words are in the first person and stand outside the marks: does the quotation close too early?',
  oursInside: ({ words }: { words: Fact }) => `“${words}” is ours and stands inside the speaker’s words.`,
  cameBack: ({ language, by }: { language: string; by: string }) =>
    `These words were said in ${nameOf(language)} and came back by way of ${nameOf(by)}: they are not those that were said. Say it in our words, without the marks, or find the original.`,
  lowerCaseStart: 'The sentence begins in lower case.',
  cutInTwo: 'A sentence is cut in two here.',
  stopWithin: 'A stop stands here, and the sentence goes on behind it.',
  isThereOnlyOne: ({ words, one }: { words: Fact; one: Fact }) =>
    `“${words}” here, and then “the ${one}”: is there only one?`,
  contested: 'This is contested in the same story: whose claim is it? The sentence does not say.',
  secondHand: ({ party }: { party: Fact }) =>
    `We have this at second hand, from ${party}, and the copy does not name them.`,
  attributionLost: ({ speaker }: { speaker: Fact }) =>
    `${speaker} said this, and the copy no longer says so.`,
  strayLetter: ({
    word,
    alphabet,
    letters,
    looksRight,
  }: {
    word: string;
    alphabet: string;
    letters: string[];
    looksRight: boolean;
  }) => {
    const many = letters.length === 1 ? 'a letter' : `${letters.length} letters`;
    const looks = looksRight ? ` that only ${letters.length === 1 ? 'looks' : 'look'} right` : '';
    return `“${word}” holds ${many} of the ${alphabet} alphabet (${[...new Set(letters)].join(', ')})${looks}.`;
  },
  neverNamedInFull: ({ name }: { name: Fact }) => `${name} speaks, and the story never gives the full name.`,
  caseOfPost: ({ name }: { name: Fact }) => `“${name}” does not stand in the case of the post before it.`,
  twoAbbreviations: ({ here, elsewhere }: { here: Fact; elsewhere: Fact }) =>
    `“${here}” here and “${elsewhere}” elsewhere: one body, two abbreviations?`,
  originalMissing: ({ words }: { words: string }) => `A sentence of the original is missing: “${words}”.`,
  notInOriginal: 'This sentence is not in the original.',
  originalSays: ({ before, now }: { before: Fact; now: Fact }) =>
    `The original says ${before}, the translation ${now}.`,
  askedHere: 'The original states this, the translation asks it.',
  statedHere: 'The original asks this, the translation states it.',
  noStopAtEnd: 'The sentence has no stop at its end, unlike the original: it may be cut off.',
  spaceBeforeStop: 'A space stands before a comma, a stop or an ending.',
  signCannotStand: ({ sign }: { sign: Fact }) => `“${sign}” stands where no such sign can.`,
  womanHere: 'The original speaks of a man, the translation of a woman.',
  manHere: 'The original speaks of a woman, the translation of a man.',
  notTranslated: 'The sentence is not translated at all.',
  muchShorter: 'The translation is much shorter than the original: something may be missing.',
  muchLonger: 'The translation is much longer than the original: something may have been added.',
  wordsNotInOriginal: ({ words }: { words: Fact }) => `“${words}” is not in the original.`,
  nameLost: ({ name }: { name: Fact }) => `The original names ${name}, and the translation does not.`,
  otherNameInOriginal: ({ now, before }: { now: Fact; before: Fact }) =>
    `“${now}” is not in the original, which names ${before}.`,
  noAdded: 'The translation says no where the original does not.',
  wordsLost: ({ words }: { words: Fact }) => `“${words}” of the original is not in the translation.`,
  commaOfOriginal: ({ number }: { number: Fact }) => `“${number}” has the comma of the original.`,
  numberMissing: ({ number }: { number: Fact }) => `The number ${number} of the original is missing.`,
  originalSaysWords: ({ before, now }: { before: Fact; now: Fact }) =>
    `The original says “${before}”, the translation “${now}”.`,
  marksLost: 'The original quotes these words; the translation has no quotation marks.',
  marksAdded: 'The translation puts words in quotation marks that the original does not quote.',
  quotationLonger: 'The quotation is longer than in the original: it may take in words that were not said.',
  quotationShorter: 'The quotation is shorter than in the original: some of what was said may stand as ours.',
  unknownWord: ({ word }: { word: Fact }) => `“${word}” is no word we know.`,
  unitChanged: ({ before, now }: { before: Fact; now: Fact }) =>
    `The unit changed: “${before}” became “${now}”.`,
  inOriginalLanguage: 'The sentence stands in the original’s language.',
  muchUntranslated: 'Much of the sentence was not translated.',
  untranslated: ({ words }: { words: Fact }) => `“${words}” was not translated.`,
  saidOtherwise: ({ kind }: { kind: keyof typeof voices }) =>
    `In the original this ${voices[kind]}; the translation says it otherwise.`,
  engineKnewNot: ({ word }: { word: Fact }) => `The engine did not know the word “${word}”.`,
  engineBentNot: ({ word }: { word: Fact }) =>
    `The engine knew “${word}”, but not in the form that is wanted here.`,
  eyeSays: ({ words }: { words: string }) => `The reader’s eye: ${words}`,
  wordsLostByWayBack: ({ words, back }: { words: Fact; back: string }) =>
    `“${words}” of the original is not in the translation. Translated back it reads: “${back}”`,
  noAddedByWayBack: ({ back }: { back: string }) =>
    `The translation says no where the original does not. Translated back it reads: “${back}”`,
};
