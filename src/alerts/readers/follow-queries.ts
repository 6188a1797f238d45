/** What may be followed, as the store is asked for it. */
import type { Newsroom } from '../../newsroom.ts';

/** Sources with a published story of ours, by name. */
export async function listSourcesRead(newsroom: Newsroom): Promise<{ id: string; name: string }[]> {
  return newsroom.store
    .selectFrom('sources')
    .select(['id', 'name'])
    .where((where) =>
      where.exists(
        where
          .selectFrom('stories')
          .select('stories.id')
          .whereRef('stories.source_id', '=', 'sources.id')
          .where('stories.status', '=', 'published'),
      ),
    )
    .orderBy('name')
    .execute();
}
