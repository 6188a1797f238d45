/** Runs the checks over copy. */
import { rememberAsked } from '../kit/remember.ts';
import { allChecks } from './all-checks.ts';
import type { Check, Checkable, Finding } from './check.ts';
import { Reading } from './reading.ts';

export { attributionLost } from './sources.ts';

/** The checks that are on, in the order in which an editor reads a story. */
export const checks: readonly Check[] = allChecks.filter(({ isOn }) => isOn);

/** Longest copy that is read, in UTF-16 units: a book. What is longer is no story. */
export const LONGEST_COPY = 200_000;

const MOST_FROM_ONE = 50; // findings of one check in one copy; more say nothing new

export interface CopyQuestion {
  /** Which checks to run; those that are on when not given. */
  checks?: readonly Check[];
  /** Whether every passage is gone through, also one that was before: it answers the same. */
  isAnew?: boolean;
}

/** What the checks found, worst first, then in the order of the page. Time is linear in the copy. */
export function checkCopy(copy: Checkable, asked: CopyQuestion = {}): Finding[] {
  const reading = new Reading(copy, { isAnew: asked.isAnew === true });
  const ranks = { critical: 0, major: 1, minor: 2 };
  return (asked.checks ?? checks)
    .filter((check) => speaks(check, reading.language))
    .flatMap((check) => check.find(reading).slice(0, MOST_FROM_ONE))
    .filter((finding) => finding.part !== 'body' || finding.end === 0 || !reading.body.isCode(finding.start))
    .sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}

const COPIES = 100; // whose findings are remembered: what a dozen editors have open, with their last saves

/** The same, with the findings of late remembered. */
export const checkOfLate = () => rememberAsked((copy: Checkable) => checkCopy(copy), COPIES);

/** The name of every check, on or off. */
export const checkNames: ReadonlySet<string> = new Set(allChecks.map(({ name }) => name));

/** The checks that are on but have no rule for a language: they are silent, and this is where they say so. */
export function silentChecks(language: string): Check[] {
  const base = language.toLowerCase().split(/[-_]/)[0] ?? '';
  return checks.filter((check) => !speaks(check, base));
}

function speaks(check: Check, language: string): boolean {
  return check.languages === 'all' || check.languages.includes(language);
}
