/** The languages that the paper is read in. */
import type { Newsroom } from '../newsroom.ts';

/** Languages of published editions, BCP 47, in the order of their tags. */
export async function listLanguages(newsroom: Newsroom): Promise<string[]> {
  const found: string[] = [];
  // From one to the next in the index, instead of reading every edition there is.
  for (let last = ''; ; last = found.at(-1) ?? '') {
    const row = await newsroom.store
      .selectFrom('editions')
      .select((each) => each.fn.min('language').as('language'))
      .where('language', '>', last)
      .where('first_published_at', 'is not', null)
      .executeTakeFirst();
    if (!row?.language) return found;
    found.push(row.language);
  }
}
