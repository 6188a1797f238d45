/** Checks that a story which came from a source still says so, and where the original is. */
import { isBlank, missing } from './missing-parts.ts';

export const noCredit = missing(
  'no-credit',
  'critical',
  'hops',
  'The credit that the source is owed is missing: its step has been taken out of the story’s hops.',
  (copy) => copy.pickedUp && isBlank(copy.credit),
);

export const noLink = missing(
  'no-link',
  'critical',
  'hops',
  'There is no link to the source’s own report, so nobody can read the original.',
  (copy) => copy.pickedUp && !isWebAddress(copy.originalLink),
);

function isWebAddress(link: string | null): boolean {
  return link !== null && URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
}
