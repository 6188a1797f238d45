/** English: why the desk is refused something, as it is said to whoever works there. Facts come from the verb. */

type Fact = string | number;

const isoTime = (at: number): string => new Date(at).toISOString();

let languages: Intl.DisplayNames | undefined; // making it costs a hundred times its use, and a start its patience: it waits

/** 'Greek' for 'el'. */
function nameOf(language: string): string {
  languages ??= new Intl.DisplayNames(['en'], { type: 'language' });
  return languages.of(language) ?? language;
}

/** '40 seconds', '3 minutes'. */
function lasting(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

/** What was done to a front, after a name. */
const frontDone: Record<string, string> = {
  lay: 'laid a hand on a story',
  move: 'moved a story',
  'let go': 'let a story go',
  'put out': 'put this front out',
  'undo draft': 'took the last change back',
  'undo out': 'took back what was put out',
  drop: 'dropped what was worked on',
  'give up': 'gave a place up for something urgent',
};

export const enRefusals = {
  noSuchEntry: 'There is no such entry.',
  frontPictureGone:
    'This picture may not be shown: it was withdrawn, its time is over, or its terms forbid it.',
  originalWithdrawn: 'What it is a translation of was withdrawn.',
  entryNeedsLive: 'Entries belong to live stories. Choose the kind Live for this story first.',
  entryEmpty: 'Write something, or add a picture.',
  entryTooLong: 'This is too long for an entry. Make a story of it.',
  entryWithoutId:
    'The entry came without the id that it is made with. Load the page again and send it once more.',
  entryAsBefore: 'The entry reads as before. Change it first, or leave the notice empty.',
  entryNotOut: 'Readers do not have this entry.',
  entryDealtWith: 'This entry was let out or dropped already.',
  entryWrittenAnew: 'This entry was written anew since you read it.',
  entryNoTranslation: 'This entry is no translation.',
  wordsNotInEntry: 'These words are not in the entry.',
  itemHasEntry: 'This live story has an entry of that item already.',
  itemInOtherLanguage: ({ language }: { language: string }) =>
    `The live story has no edition in ${nameOf(language)}. Pick the item up as a story, or translate it first.`,
  tooManyPinned: ({ most }: { most: Fact }) => `At most ${most} entries are pinned. Take one down first.`,
  liveNotUnderWay: 'This live story is not under way.',
  liveUnderWay: 'This live story is under way.',
  searchNotToBeSaved: 'There is nothing in this search that could be looked for.',
  tooManySavedSearches: ({ most }: { most: Fact }) =>
    `You have ${most} saved searches. Drop one that you do not need any more.`,
  noSuchSavedSearch: 'There is no such saved search.',
  noSuchItem: 'There is no such item.',
  somethingMustStay: 'Something has to stay: tick fewer.',
  noSuchCluster: 'There is no such cluster.',
  noSuchPictureOfItem: 'There is no such picture with the item.',
  pictureNotForTheWeb: ({ fact }: { fact: Fact }) =>
    `Its source does not let this picture be shown on the web: “${fact}”`,
  noSuchVersion: 'There is no such version of the item.',
  noticeDealtWith: 'This notice was dealt with already.',
  noSuchSource: 'There is no such source.',
  sourceWithoutName: 'A source needs a name.',
  daysNotWhole: 'Days are a whole number, 1 or more.',
  notAFeedAddress: 'That is not the address of a feed.',
  noSentenceAfter: 'There is no sentence after it in this paragraph.',
  noSuchEngine: 'There is no such engine.',
  sentenceMissing: 'Give a sentence.',
  termMissing: 'Give the word and how it is translated.',
  noSuchEdition: 'There is no such edition.',
  notATranslation: 'This edition is no translation.',
  noSuchSentence: 'There is no such sentence.',
  whyRight: 'Say why it is right as it stands.',
  sentencesOpen: ({ open }: { open: Fact }) => `${open} sentences are not translated yet.`,
  noSuchSentenceInOriginal: 'The original has no such sentence.',
  noSecondVersion: 'There is no second version any more.',
  languageMissing: 'Choose a language.',
  editionInLanguageExists: 'The story has an edition in that language.',
  itemNotToBeTranslated: 'Its source does not let this item be translated.',
  contractForbidsTranslation: ({ source }: { source: Fact }) =>
    `The contract with ${source} does not allow translation.`,
  levelMissing: 'Choose a level first.',
  alertsNotAllowed: ({ who }: { who: Fact }) => `${who} does not allow alerts.`,
  onlyEditorsWriteAlerts: 'Only an editor writes alerts.',
  onlyEditorsAgree: 'Only an editor agrees to an alert.',
  flashWordMissing: 'Type the word flash to send it to everyone.',
  tooManyFollows: 'That is more than one device can follow.',
  tooManyDevices: 'Too many devices of this network asked for alerts today. Try tomorrow.',
  nothingToFollow: 'There is nothing here to follow by that name.',
  canaryNotWelcomed: 'This browser has not had its first alert yet.',
  onlyChiefsStop: 'Only a chief or an administrator stops everything.',
  answerLength: ({ most }: { most: Fact }) => `An answer has 1 to ${most} characters.`,
  replyNotOnPage: 'Only a reader’s reply that is on the page can be answered. Approve it first.',
  whySentenceRight: 'Say why the sentence is right.',
  correctionNoticeMissing: 'Say what was wrong and what is right.',
  storyIs: ({ status }: { status: Fact }) => `The story is ${status}.`,
  copyAsReadersHaveIt:
    'The copy reads as readers have it. Change it first, or say that the notice is to go out alone.',
  readersHaveEdition: 'Readers have this edition. It can be corrected or killed, not kept at the desk.',
  noOtherEdition: 'The story has no other edition for readers.',
  noSuchTake: 'There is no such take.',
  frontStoryIs: ({ headline, status }: { headline: Fact; status: Fact }) =>
    `“${headline}” is ${status === 'killed' ? 'withdrawn' : status === 'spiked' ? 'put away' : 'not published'}: readers do not have it, so it stands on no front.`,
  frontStoryHeld: ({ headline }: { headline: Fact }) =>
    `Readers may not have “${headline}” yet: it is held, and stands on a front once it is out.`,
  frontStoryElsewhere: ({ headline, language }: { headline: Fact; language: string }) =>
    `Readers do not have “${headline}” in ${nameOf(language)}: this front is in ${nameOf(language)} alone.`,
  frontChanged: ({
    name,
    what,
    headline,
    more,
  }: {
    name: Fact;
    what: string;
    headline: Fact;
    more: number;
  }) =>
    `${name} ${frontDone[what] ?? 'changed this front'}${headline === '' ? '' : `: “${headline}”`}${more > 0 ? `, and ${more} more happened` : ''} since you opened it. Nothing of yours was done yet.`,
  frontFull: ({ most }: { most: Fact }) => `There are ${most} hands on this front already. Let one go first.`,
  noPlaceThere: 'There is no place further on.',
  noSuchHand: 'There is no hand on this story.',
  nothingToPutOut: 'Readers see the front as it is here: there is nothing to put out.',
  nothingToUndo: 'There is nothing to undo.',
  holdTooLong: ({ days }: { days: Fact }) => `A hand ends after ${days} days at most.`,
  tooManyRelated: ({ most }: { most: Fact }) => `At most ${most} stories stand under one.`,
  packageOfOne: 'A package has two pieces at least: choose what stands under it.',
  bannerWordsMissing: 'Say what is happening.',
  bannerTooLong: ({ hours }: { hours: Fact }) => `A banner ends after ${hours} hours at most.`,
  bannerIsUp: ({ name, words }: { name: Fact; words: Fact }) =>
    `${name} has put another banner up meanwhile: “${words}”.`,
  bannerIsDown: 'The banner that you saw is down already.',
  noBanner: 'There is no banner up.',
  savedByOther: ({ name }: { name: Fact }) => `${name} saved the story since you opened it.`,
  savedInOtherWindow: 'You saved the story in another window since you opened it here.',
  pictureStandsIn: ({ names }: { names: Fact }) =>
    `It stands in ${names}. Take it out there first, or kill it.`,
  whyMissing: 'Say why, in a few words.',
  cannotBeDismissed: 'A story needs this: it cannot be dismissed.',
  avoidMissing: 'Which words?',
  tooLong: ({ most }: { most: Fact }) => `At most ${most} characters.`,
  avoidIsWrite: 'The two are the same.',
  noSuchRule: 'There is no such rule.',
  killNoticeMissing: 'Say to readers why the story is withdrawn.',
  heldBy: ({ name }: { name: Fact }) => `${name} is editing this story.`,
  notSetUp: 'This newsroom is not set up yet: start it with crier serve and open the link that it prints.',
  pictureAltMissing: 'Say what the picture shows, for those who cannot see it.',
  noPicture: 'There is no picture here.',
  noSuchStory: 'There is no such story.',
  timePassed: 'That time has passed.',
  changedSinceScheduled: ({ changed }: { changed: Fact }) => `Changed since it was scheduled: ${changed}.`,
  sectionAddressTaken: ({ name }: { name: Fact }) => `“${name}” cannot be a section: its address is taken.`,
  nameLength: ({ most }: { most: Fact }) => `A name of 1 to ${most} characters.`,
  nameOfOtherSpeaker: ({ name }: { name: Fact }) => `${name} is known by this. Merge the two instead.`,
  sameSpeaker: 'This is the same speaker.',
  speakerMissing: 'Who is it then?',
  nameOfSameSpeaker: 'This is the name of the one they are taken from.',
  whoSaidMissing: 'Who said it?',
  wordsNotInStory: 'These words are not in the story.',
  addressOfStaff: 'Someone with this address works here already, or once did.',
  presentPasswordWrong: 'This is not your present password.',
  triedAgain: 'This was tried again already.',
  workUnderWay: 'This is being tried at this moment, or was done.',
  postNotOnTheWeb: 'A post has an address that begins with https://.',
  decorativeOrDescribed: 'It says nothing that the text does not, or it is described: one of the two.',
  addressNotHttps: 'An address begins with https://.',
  cutForbidden: 'The terms of this picture forbid to cut it.',
  pictureInLibrary: 'This picture is in the library already. Place that one instead.',
  noSuchPicture: 'There is no such picture.',
  pictureKilled: 'Whoever it came from has killed this picture. It may not be used.',
  pictureTimeOver: 'The time for which this picture may be shown is over.',
  scheduledIsForEditors:
    'The story is scheduled to go out by itself: an editor changes it, or takes it off its hour first.',
  publishedIsForEditors: 'Readers see this at once: in a published story an editor changes it.',
  noLongerThan: ({ most }: { most: Fact }) => `No longer than ${most} characters.`,
  formUnknown: 'Direct, mixed or indirect.',
  standingMissing: 'Say what is known of it.',
  waitFor: ({ seconds }: { seconds: number }) => `Too many tries. Wait ${lasting(seconds)}.`,
  passwordAsBefore: 'This is the one you have.',
  flashByWord: 'A flash goes out when a chief types the word.',
  flashByEditor: 'A flash goes out when another editor agrees to it.',
  flashByChief: 'A flash goes out when a chief or an administrator agrees to it.',
  whyLeftOut: 'Say why this sentence is left out.',
  whyAdded: 'Say why this sentence is added.',
  otherEngineSilent: 'The other engine did not translate it.',
  mediaStoreAway: ({ words }: { words: Fact }) => `The store of media does not do what it is asked. ${words}`,
  settledAlready: 'This was settled already.',
  noSuchRemark: 'There is no such remark.',
  remarkWithoutWords: 'Write what you have to say.',
  tooManyCalled: 'That calls more people than work here. Write to the desk instead.',
  noSuchPlanItem: 'There is no such item on the plan.',
  noSuchCalendar: 'There is no such calendar.',
  calendarKnown: 'This calendar is read already.',
  calendarTooLarge: 'The calendar is larger than 5 MB.',
  planWithoutWords: 'Say what is planned.',
  notADay: 'That is not a day.',
  endsBeforeItBegins: 'It ends before it begins.',
  nobodyOfThatName: ({ name }: { name: Fact }) => `Nobody here is called ${name}.`,
  severalOfThatName: ({ name }: { name: Fact }) =>
    `Several people here are called ${name}. Type more of the name.`,
  hasLeft: ({ name }: { name: Fact }) => `${name} works here no more.`,
  handoverWithoutWords: 'Write what the next shift is to know.',
  handoverTakenBy: ({ name }: { name: Fact }) => `${name} has taken this over already.`,
  folderNotEmpty: ({ folder }: { folder: Fact }) => `${folder} is not empty. Name a new folder.`,

  // what stands between a story and its readers
  itemForbidsAlerts: ({ source }: { source: Fact }) =>
    `${source} does not let readers be alerted to this item.`,
  contractForbidsAlerts: ({ source }: { source: Fact }) =>
    `The contract with ${source} does not allow alerts.`,
  itemNotForTheWeb: ({ source, words }: { source: Fact; words: Fact }) =>
    `${source} does not let this item be published on the web: “${words}”`,
  translationsNotAllowed: ({ source }: { source: Fact }) =>
    `The contract with ${source} does not allow translations.`,
  contractEnded: ({ source }: { source: Fact }) => `What we may do with this report of ${source} has ended.`,
  itemWithdrawn: ({ status }: { status: Fact }) => `The source has ${status} the item.`,
  tieToItself: 'That is this story.',
  tieToGone: 'That story was withdrawn, put away or merged: no reader would find it.',
  tieBothWays: 'The other story says the same of this one: only one of them is the later.',
  tiesTooMany: 'That is more than a reader looks through. Take one away first.',
  seriesNameMissing: 'A series needs a name.',
  noStoryThere: 'There is no story of ours there. Give its address, or its working name.',
  storyNameTwice: 'More than one story has that working name. Give its address.',
  mergeItself: 'That is this story.',
  mergeIntoGone: 'Readers do not have that story: it has to be out.',
  partnerNameMissing: 'A partner needs a name.',
  advisoryMissing: 'Say in a line what is to come.',
  heldUntil: ({ until }: { until: number }) => `The story is under embargo until ${isoTime(until)}.`,
  embargoOfOut: 'Readers have this story: it can be killed, and no longer held.',
  embargoIsForEditors: 'The story is under embargo: only an editor changes or lifts it.',
  noEmbargo: 'The story is under no embargo. Say first until when.',
  underEmbargo: ({ until }: { until: number }) => `The item is under embargo until ${isoTime(until)}.`,
  itemExpired: ({ until }: { until: number }) =>
    `The source lets this item be used until ${isoTime(until)} only.`,
  editionUnderWay: ({ language }: { language: string }) =>
    `The ${nameOf(language)} edition is being translated.`,
  editionUnread: ({ language }: { language: string }) =>
    `Nobody has read the ${nameOf(language)} edition as it stands now.`,
  editionStale: ({ language, stale }: { language: string; stale: Fact }) =>
    `The original of the ${nameOf(language)} edition has changed: ${stale} sentences are stale.`,
  pictureForbiddenOnTheWeb: ({ words }: { words: Fact }) =>
    `The picture may not be shown on the web: “${words}”`,
  pictureExpiresBefore: 'The time for which the picture may be shown is over then.',
  postSaysNothing: ({ fact }: { fact: Fact }) =>
    `${fact === '' ? 'Nothing is said there of what it shows.' : fact} Its title, author and site can be typed.`,
  pictureNotDescribed: ({ language }: { language: string }) =>
    `In the ${nameOf(language)} edition, say what the picture shows, for those who cannot see it, or that it says nothing that the text does not.`,
  bodyPicturesNotDescribed: ({ language, count }: { language: string; count: number }) =>
    count === 1
      ? `A picture in the text of the ${nameOf(language)} edition is not described: say what it shows, for those who cannot see it, or in the library that it says nothing that the text does not.`
      : `${count} pictures in the text of the ${nameOf(language)} edition are not described: say what they show, for those who cannot see them, or in the library that they say nothing that the text does not.`,
  standingUnsaid: ({ language, speakers }: { language: string; speakers: string[] }) =>
    `In the ${nameOf(language)} edition, say what is known of what ${new Intl.ListFormat('en').format(speakers)} says: heard at third hand, or from a party to a conflict.`,
};
