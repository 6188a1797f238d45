/** What single checks look for in the copy of a language; how its sentences are read at all, `copy-words.ts` says. */

/** Two small words that grammar never puts side by side, and small words that never stand before a stop. */
export interface LostPairs {
  /** First words, and what never follows them. */
  never: readonly (readonly [string, string])[];
  /** Never before a full stop, a semicolon or a comma. */
  beforeComma: string;
  /** Never before a full stop or a semicolon. */
  beforeStop: string;
}

/** How a source in the plural, one that is gone on with, and one that is brought in anew are written. */
export interface PluralSources {
  /** Sources in the plural, each with the word for one of them. */
  many: Readonly<Record<string, string>>;
  /** Beginnings of words that say that somebody said something. */
  said: string;
  /** The one that has been spoken of; `ONE` stands for its word. */
  same: string;
  /** One that has not. */
  another: string;
  /** Words before the plural that count: two, several. */
  counted: string;
}

/** How public bodies are called. */
export interface BodyWords {
  /** Beginnings of words for a kind of body. */
  heads: string;
  /** What joins the kind with what it is for; a genitive needs nothing. */
  links: string;
  /** Whether the other word may come before: Harbour Commission, Счётная палата. */
  isAfter: boolean;
  /** Which of the two words makes the name. */
  names: 'both' | 'kind' | 'first';
  /** Kinds of which a paper writes many, in small letters, beside the one with a capital. */
  common: RegExp;
}

export interface SmallWords {
  /** Words that are no name, and that a sentence goes on with behind a comma. */
  after: string;
  /** Words that a sentence goes on with behind a quotation: who says it, and that it is said. */
  said: string;
}

export interface BodyGender {
  /** A body and its verb of speech, as a sentence has them side by side, with the pronoun behind them and a space. */
  patterns: readonly string[];
  /** A body that opens its sentence, what else that says (`between`), and the next with a pronoun (`pronoun`) that only a person has. */
  across?: readonly string[];
  /** Words by which a person is spoken of: the pronoun may be theirs. */
  person: string;
}

export interface CheckWords {
  /** How public bodies are abbreviated, each behind a name of its own: `who:OMS`. No two share one: ISS and МКС are left out. */
  bodies?: string;
  lostPairs?: LostPairs;
  pluralSources?: PluralSources;
  bodyWords?: BodyWords;
  /** Not of German, whose sentences may go on with Sie, nor of what begins a title or a place. */
  smallWords?: SmallWords;
  bodyGender?: BodyGender;
  /** Three tellings, each within the one before; or one who heard it from nobody in particular. */
  hearsay?: readonly string[];
  /** Sentences whose verb of speech begins them: no subject is before it, and none may follow. */
  speechFirst?: RegExp;
  /** A clause that only its verb before could carry. */
  andThat?: { opens: RegExp; before: RegExp };
  /** Posts of people whose whole name news gives once. */
  speakerPosts?: string;
  /** What only surnames end in. */
  surnameEndings?: RegExp;
  /** Verbs of speech that only a full name stands beside. */
  furtherSaid?: string;
  /** Posts that stand before a name. */
  titles?: string;
  /** More than ever says no less than yes: más que nunca, plus que jamais, как никогда. */
  moreThanEver?: RegExp;
  /** How an adjective ends; a row of capitals that begins with one is a place or a feast: Млечный Путь, Nowy Sącz. */
  adjectiveEnds?: RegExp;
  /** Words that make a place, a body, a day or a title of two capitals. */
  noPersons?: RegExp;
}
