/** What feeds of another house called stories that came from there: reader programs know them by it. */
import type { Newsroom } from '../newsroom.ts';
import { guidRows } from './moved-queries.ts';

/** By edition; those that were always ours are not among them. */
export async function guidsElsewhere(newsroom: Newsroom, editionIds: string[]): Promise<Map<string, string>> {
  const rows = await guidRows(newsroom, editionIds);
  return new Map(rows.flatMap(({ our_id, guid }) => (guid === null || guid === '' ? [] : [[our_id, guid]])));
}
