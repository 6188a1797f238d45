/** What is known of the words and sentences of a language: for the reader of sentences, and for the checks. */

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

export interface FirstPerson {
  /** Words that may come before: and, but, so. */
  lead: string;
  /** One of these among the first words of a sentence says it. */
  opens: string;
  /** Of these a piece that its writer tells is full. */
  own: string;
  /** How a paper recalls in the plural what it has told before; alternatives of a regular expression. */
  recalls?: string;
}

export interface SpeechWords {
  /** Forms that follow or precede a speaker. */
  said: string;
  /** Pronouns that may speak. */
  who: string;
  /** Words or beginnings of words that show that a sentence has a source. */
  source: RegExp;
  /** Words of the first person, which a reporter does not use. */
  mine: string;
}

export interface CopyWords {
  /** Words that a full stop does not end a sentence after; what is absent is empty. */
  abbreviations?: Partial<Abbreviations>;
  /** Forms in which dates are written; the first is January. */
  months?: string[];
  /** The first is Monday. */
  weekdays?: string[];
  /** What shows that something has happened. */
  past?: RegExp;
  /** What shows that something is to come. */
  future?: RegExp;
  /** Words that are written twice on purpose. */
  meantTwice?: string;
  /** The only words that are never written twice on purpose, where a language doubles most of the others. */
  neverTwice?: string;
  /** What begins a line that names who wrote it; alternatives of a regular expression. */
  bylines?: string;
  /** Names of letters, where abbreviations are written as they are spoken. */
  letterNames?: string;
  /** What stands before an apostrophe that joins it with the word behind. */
  elided?: string;
  /** Words that say that a date is of another year. */
  otherYear?: RegExp;
  /** How whoever speaks says that they speak of themselves. */
  firstPerson?: FirstPerson;
  /** Words in lower case with which a sentence is gone on with. */
  sentenceGoesOn?: RegExp;
  /** Verbs with which speech is given to a speaker, and what marks a source. */
  speech?: SpeechWords;
}
