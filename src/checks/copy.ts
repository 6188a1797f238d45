/** What is checked, and what a check hands back. */

import type { StoryKind } from '../kit/story-kind.ts';
import type { FindingReason } from './finding-reason.ts';

/** Copy as it is checked. */
export interface Checkable {
  /** What it is for its readers; plain news where it is not said. */
  kind?: StoryKind | undefined;
  /** Of a correction: whether it names the story that it corrects; not asked where nobody knows. */
  correctsStory?: boolean | undefined;
  headline: string;
  dek: string;
  byline: string;
  /** The body's text, paragraphs parted by an empty line. */
  bodyText: string;
  /** Whether the story came from a source. */
  pickedUp: boolean;
  /** The credit line that stands on the page for that source; empty when none does. */
  credit: string;
  /** Address of the source's own report; null when the story does not have it. */
  originalLink: string | null;
  hops: { party: string; act: string; link: string | null }[];
  /** BCP 47 tag; without one only what holds in every language is checked. */
  language?: string | undefined;
  /** When it is, or will be, published; without it dates are not resolved. */
  publishedAt?: number | null | undefined;
  /** Links in the body, at their words. */
  links?: readonly CopyLink[] | undefined;
  /** Tables of the body, their cells at their words in its text. */
  tables?: readonly CopyTable[] | undefined;
  /** How the paper writes things. */
  houseStyle?: readonly HouseRule[] | undefined;
  /** Who said what in the take before: an attribution may have been lost since. */
  attributed?: readonly Attribution[] | undefined;
  /** Languages in which it was told on its way to us, the first first. */
  way?: readonly string[] | undefined;
  /** Statements of the copy and the ways of their own; null where their words are known to be those that were said. */
  quoted?: readonly { words: string; way: readonly string[] | null }[] | undefined;
  /** A bare text has no byline, date or link that could be missing. A story is what is not one. */
  isBare?: boolean | undefined;
}

export interface CopyLink {
  /** UTF-16 offsets in the body's text. */
  start: number;
  end: number;
  /** As it stands in the copy, not resolved. */
  href: string;
}

/** Without its head; each row has as many cells. */
export interface CopyTable {
  rows: readonly (readonly CopyCell[])[];
}

export interface CopyCell {
  text: string;
  /** UTF-16 offset in the body's text. */
  start: number;
}

/** One line of the paper's house style. */
export interface HouseRule {
  /** What is not written so: a word or words; case counts only where `exact` says so. */
  avoid: string;
  /** What is written instead; empty when it is only avoided. */
  write: string;
  /** Base language it holds in; empty for all. */
  language: string;
  exact: boolean;
}

export interface Attribution {
  /** The words of the statement. */
  words: string;
  /** Who said them, in every spelling we have. */
  speaker: readonly string[];
  cue: string;
}

export type Part = 'headline' | 'dek' | 'byline' | 'body' | 'hops';

/** Critical stops the gate, major asks the editor, minor is only noted. */
export type Severity = 'critical' | 'major' | 'minor';

export interface Finding {
  /** The check's name. */
  check: string;
  severity: Severity;
  part: Part;
  /** The span in that part, in UTF-16 units, the end not included; both 0 where something is missing. */
  start: number;
  end: number;
  text: string;
  /** What is said of it, for catalogs; and the same in one plain line of English. */
  because: FindingReason;
  message: string;
  /** What may stand instead of the span; absent where only the editor can know. */
  suggestion?: string;
}
