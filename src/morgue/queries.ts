/** What the morgue asks of published stories. */
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';

export function listBodies(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<{ id: string; language: string; body_html: BodyHtml }[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('editions.id', 'in', editionIds)
    .select(['editions.id', 'editions.language', 'takes.body_html'])
    .execute();
}

export async function listTexts(inner: Newsroom, storyId: string) {
  return inner.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .where('stories.id', '=', storyId)
    .where('stories.status', '=', 'published')
    .select([
      'editions.id',
      'editions.language',
      'headline',
      'dek',
      'body_html',
      'stories.first_published_at',
    ])
    .execute();
}

/** Entries of live stories that readers have, with the edition in which each stands. */
export function listEntryBodies(newsroom: Newsroom, entryIds: string[]) {
  return newsroom.store
    .selectFrom('entries')
    .innerJoin('entry_takes', 'entry_takes.id', 'entries.take_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where('entries.id', 'in', entryIds)
    .where('entries.state', '=', 'out')
    .select([
      'entries.id',
      'entries.edition_id',
      'entries.number',
      'editions.language',
      'entry_takes.body_html',
    ])
    .execute();
}
