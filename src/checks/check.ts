/** The noun: a check is a rule over copy; a finding is one thing that it found. Both are pure: copy in, findings out. */

/** Copy as it is checked. */
export interface Checkable {
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
  /** One plain line for the editor. */
  message: string;
  suggestion?: string;
}

export interface Check {
  /** Kebab words, never reused: findings, docs and the gate's overrides name it. */
  name: string;
  /** What it catches, in a sentence. */
  says: string;
  find(copy: Checkable): Finding[];
}
