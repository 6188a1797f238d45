/** What lists of work ask of many stories at once: how far each has come, and which are behind their sources. */
import type { Newsroom } from '../newsroom.ts';

/** Of each story the edition that was made first among those meant for readers, with what of it is there. */
export function standingRows(newsroom: Newsroom, storyIds: readonly string[]) {
  return newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select([
      'stories.id as storyId',
      'stories.slug',
      'stories.status',
      'stories.section_id',
      'stories.updated_at',
    ])
    .select(['stories.publish_at', 'stories.published_at', 'editions.language'])
    .select(['takes.id as takeId', 'takes.headline', 'takes.picture_id'])
    .select(({ fn }) => fn<number>('length', ['takes.body_html']).as('bodyLength'))
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('hops').select('hops.id').whereRef('hops.story_id', '=', 'stories.id')).as('hasHops'),
    )
    .where('stories.id', 'in', [...storyIds])
    .where('editions.is_desk_copy', '=', 0)
    .orderBy('editions.created_at')
    .orderBy('editions.id')
    .execute();
}

/** Editions of living stories that their source, or their original, has left behind; the longest first. */
export async function staleEditionRows(newsroom: Newsroom, limit: number) {
  const bySource = newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.id as editionId', 'stories.id as storyId', 'stories.slug', 'editions.language'])
    .select(['takes.headline', 'editions.stale_at as since', 'editions.stale_why as why'])
    .where('editions.stale_at', 'is not', null)
    .where('stories.status', 'in', ['draft', 'scheduled', 'published'])
    .orderBy('editions.stale_at')
    .limit(limit);
  const bySentence = newsroom.store
    .selectFrom('sentence_pairs')
    .innerJoin('editions', 'editions.id', 'sentence_pairs.edition_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.id as editionId', 'stories.id as storyId', 'stories.slug', 'editions.language'])
    .select(['takes.headline'])
    .select(({ fn }) => [
      fn.min('sentence_pairs.stale_at').as('since'),
      fn.countAll<number>().as('sentences'),
    ])
    .where('sentence_pairs.stale_at', 'is not', null)
    .where('stories.status', 'in', ['draft', 'scheduled', 'published'])
    .groupBy(['editions.id', 'stories.id', 'stories.slug', 'editions.language', 'takes.headline'])
    .orderBy('since')
    .limit(limit);
  const [sources, sentences] = await Promise.all([bySource.execute(), bySentence.execute()]);
  return { sources, sentences };
}
