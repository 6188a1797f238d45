/** What is compared between an original and its translation, by language. A star ends a stem that any ending may follow. */

export interface NumberWords {
  sure: string;
  perhaps: string;
  /** Words that may stand between the parts of one number. */
  joins?: string;
}

export interface NegationWords {
  not: string;
  near: string;
}

export interface Voice {
  denied: string;
  alleged: string;
  admitted: string;
  confirmed: string;
}

export interface SexWords {
  he: string;
  she: string;
}

export interface BothNouns {
  nouns: string;
  he: string;
  she: string;
  /** What may stand between article and noun. */
  between: string;
}

/** Pairs of opposites that news turns on: the one, then the other. */
export type OppositeName =
  | 'before'
  | 'rises'
  | 'north'
  | 'east'
  | 'first'
  | 'more'
  | 'wins'
  | 'lives'
  | 'opens'
  | 'buys'
  | 'young'
  | 'accepts';

export interface PairWords {
  /** Numbers as words, by their value. */
  numbers?: NumberWords;
  negation?: NegationWords;
  opposites?: Partial<Record<OppositeName, readonly [string, string]>>;
  /** Small words of the pair ‘more’ that say where as well: they count before a number. */
  aboveAndBelow?: string;
  voices?: Voice;
  /** Words that mark a person's sex beyond doubt. */
  sexes?: SexWords;
  bothSexes?: BothNouns;
  /** Small words that a text is full of, and that are no words of English or of a close relative. */
  common?: string;
  /** Letters that the same sentence takes, against English. */
  relativeLength?: number;
  /** Words that begin a clause of its own. */
  clauseJoints?: string;
  /** A no that goes on with the one before: ‘no boats, no nets’. */
  noGoesOn?: RegExp;
  /** What makes an idle no of the one before it: ‘not only’. */
  idleAfterNo?: RegExp;
  /** The same before it: ‘whether or not’. */
  idleBeforeNo?: RegExp;
  /** A no that can be nothing else, in a language whose list of noes holds more than that. */
  sureNo?: RegExp;
  /** Verbs that say behind a comma whose the words before it are, in a language that has no list of cues. */
  saidAside?: string;
  /** Forms of weekdays that no table of dates has. */
  dayForms?: RegExp;
}
