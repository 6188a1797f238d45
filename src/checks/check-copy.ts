/** Runs every check over copy. */
import type { Check, Checkable, Finding } from './check.ts';
import { noBody, noByline, noHeadline } from './missing-parts.ts';
import { noCredit, noLink } from './missing-source.ts';

/** The checks that are on, in the order in which an editor reads a story. */
export const checks: readonly Check[] = [noHeadline, noByline, noCredit, noLink, noBody];

/** What the checks found, worst first. */
export function checkCopy(copy: Checkable): Finding[] {
  const ranks = { critical: 0, major: 1, minor: 2 };
  return checks
    .flatMap((check) => check.find(copy))
    .sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}
