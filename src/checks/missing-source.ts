/** Checks that a story which came from a source still says so, and where the original is. */
import { reason } from './finding-reason.ts';
import { isBlank, missing } from './missing-parts.ts';

export const noCredit = missing(
  'no-credit',
  'critical',
  'hops',
  reason('creditMissing'),
  (copy) => copy.pickedUp && isBlank(copy.credit),
);

export const noLink = missing(
  'no-link',
  'critical',
  'hops',
  reason('linkMissing'),
  (copy) => copy.pickedUp && !isWebAddress(copy.originalLink),
);

function isWebAddress(link: string | null): boolean {
  return link !== null && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}
