/**
 * How a language says that one figure became another, by how much, from when to when and who is counted: what a check needs to do
 * a story's sums. All are alternatives of regular expressions, in lower case. What is missing leaves its sums undone.
 */

export interface FigureWords {
  /** Verbs and nouns of what grows, and of what shrinks. */
  up: string;
  down: string;
  /** Before the figure that was, and before the one that it became. */
  from: string;
  to: string;
  /** Before the figure that was, where the new one stands first: to 540 million, up from 500 million. Compared with is no such word: it may be another month. */
  against?: string;
  /** Where no word but an ending says so: what stands between the two figures, and what behind the second. */
  endings?: readonly [between: string, behind: string];
  /** Right before a share by which something changed, as a word of the lists above may; MOVES stands for one of those. */
  by: string;
  /** Small words that may stand between a change and its two figures. */
  joins: string;
  /** Changes in one word, by what they multiply with: 2 doubled, 0.5 halved. */
  times: Readonly<Record<string, string>>;
  /** Changes by a part of the whole, in per cent: by a third. */
  parts?: Readonly<Record<string, string>>;
  /** Words before a figure or a change that take its edge off, or its truth: nearly, more than, not. */
  nearly: string;
  /** Words by which a share is of something else than the figures beside it: at constant prices, a year. */
  otherwise?: string;
  /** Between, and. */
  between?: readonly [between: string, and: string];
  /** Words beside two figures that are two things and no span: the gap between them. */
  twoThings?: string;
  /** What somebody did for a span of years, and before the last of them. */
  stayed?: string;
  until?: string;
  /** Beside a span of years that is counted backwards on purpose. */
  backwards?: string;
  /** A number of years and the year that they reach back to; N and Y stand for them. */
  ago?: string;
  /** The row of a table that holds the sum of those above it, and one for whatever is not listed. */
  totals?: readonly [total: string, others: string];
  people?: PeopleWords;
  votes?: VoteWords;
}

/** People as news counts them. */
export interface PeopleWords {
  /** All of them. */
  all: string;
  /** The kinds that leave nobody out and nobody twice. */
  kinds: readonly string[];
  and: string;
  /** Before a number of which only some are told: of 12 people. */
  outOf: string;
}

/** A vote, and that everybody voted; A, B and N stand for numbers. */
export interface VoteWords {
  result: string;
  all: string;
  /** Votes that were neither, and words before them by which there were none. */
  apart: string;
  none: string;
}
