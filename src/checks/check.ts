/** The noun: a check is a rule over copy; a finding is one thing that it found. Both are pure: copy in, findings out. */
import type { Finding } from './copy.ts';
import type { Reading } from './reading.ts';

export type { Attribution, Checkable, CopyLink, Finding, HouseRule, Part, Severity } from './copy.ts';

export interface Check {
  /** Kebab words, never reused: findings, docs and the gate's overrides name it. */
  name: string;
  /** What it catches, in a sentence. */
  says: string;
  /** Base languages that it has rules for; 'all' when it holds in every one. */
  languages: readonly string[] | 'all';
  /** Whether it speaks unasked; measured false alarms decide (docs/checks). */
  isOn: boolean;
  find(reading: Reading): Finding[];
}
