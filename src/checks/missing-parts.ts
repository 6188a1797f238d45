/** Checks for what a story cannot do without: headline, body, byline, date. A bare text is no story, and is not asked. */

import type { StoryKind } from '../kit/story-kind.ts';
import type { Check, Checkable, Finding, Part, Severity } from './check.ts';
import { type FindingReason, inWords, reason } from './finding-reason.ts';

export const noHeadline = missing('no-headline', 'critical', 'headline', reason('noHeadline'), (copy) =>
  isBlank(copy.headline),
);

export const noBody = missing('no-body', 'critical', 'body', reason('noText'), (copy) =>
  isBlank(copy.bodyText),
);

/** Letters are signed one by one, a correction is the paper's, and an opinion is asked for its author, see kind-parts.ts. */
const SIGNED_OTHERWISE: ReadonlySet<StoryKind> = new Set(['letters', 'correction', 'opinion']);

export const noByline = missing(
  'no-byline',
  'major',
  'byline',
  reason('noWriter'),
  (copy) => isBlank(copy.byline) && !SIGNED_OTHERWISE.has(copy.kind ?? 'news'),
);

/** At the desk publication gives the date: only a copy that says that it has none (null) is asked. */
export const noDate = missing(
  'no-date',
  'major',
  'byline',
  reason('noDay'),
  (copy) => copy.publishedAt === null,
);

/** A check for something that is there or not: it has no span, and nothing to suggest. */
export function missing(
  name: string,
  severity: Severity,
  part: Part,
  because: FindingReason,
  isMissing: (copy: Checkable) => boolean,
): Check {
  const finding: Finding = inWords({ check: name, severity, part, start: 0, end: 0, text: '', because });
  const find: Check['find'] = ({ copy }) => (!copy.isBare && isMissing(copy) ? [finding] : []);
  return { name, says: finding.message, languages: 'all', isOn: true, find };
}

/** Spaces and marks that nobody sees are nothing. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{C}\p{M}\u115f\u1160\u3164\uffa0]/u.test(text);
}
