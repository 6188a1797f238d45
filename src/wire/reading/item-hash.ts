/** The hash of what a person reads of an item: where it differs, a version was made; a date or a counting pixel makes none. */
import { createHash } from 'node:crypto';
import { addressKey } from './address-key.ts';

export interface ReadOfItem {
  headline: string;
  summary: string;
  text: string;
  link: string | null;
  status: string;
  embargo: number | null;
  urgency: number | null;
  expires: number | null;
  /** What an agency's editors say beside the copy, in one text. */
  beside: string;
}

export function itemHash(item: ReadOfItem): string {
  const { headline, summary, text, link, status, embargo, urgency, expires, beside } = item;
  const said = [headline, summary, text, link, status, embargo, urgency];
  return createHash('sha256')
    .update(JSON.stringify(expires === null ? said : [...said, expires]))
    .update(beside)
    .digest('base64url');
}

/** Whether an item is as it was kept: a link in another guise is the same link. */
export function isAsKept(
  item: ReadOfItem & { hash: string },
  kept: { hash: string; link: string | null },
): boolean {
  if (kept.hash === item.hash) return true;
  if (kept.link === null || item.link === null || addressKey(kept.link) !== addressKey(item.link))
    return false;
  return itemHash({ ...item, link: kept.link }) === kept.hash;
}
