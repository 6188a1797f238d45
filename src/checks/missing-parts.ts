/** Checks for what a story cannot do without: headline, body, byline. */
import type { Check, Finding, Part, Severity } from './check.ts';

export const noHeadline = missing(
  'no-headline',
  'critical',
  'headline',
  'The story has no headline.',
  (copy) => isBlank(copy.headline),
);

export const noBody = missing('no-body', 'critical', 'body', 'The story has no text.', (copy) =>
  isBlank(copy.bodyText),
);

export const noByline = missing('no-byline', 'major', 'byline', 'Nobody is named as the writer.', (copy) =>
  isBlank(copy.byline),
);

/** A check for something that is there or not: it has no span, and nothing to suggest. */
export function missing(
  name: string,
  severity: Severity,
  part: Part,
  message: string,
  isMissing: (copy: Parameters<Check['find']>[0]) => boolean,
): Check {
  const finding: Finding = { check: name, severity, part, start: 0, end: 0, text: '', message };
  return { name, says: message, find: (copy) => (isMissing(copy) ? [finding] : []) };
}

/** Spaces and marks that nobody sees are nothing. */
export function isBlank(text: string): boolean {
  return !/[^\s\p{C}\p{M}\u115f\u1160\u3164\uffa0]/u.test(text);
}
