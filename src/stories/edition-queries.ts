/** What is asked about editions of several stories, and of one as it is worked on. */
import type { Newsroom } from '../newsroom.ts';

export interface PublishedEditionRow {
  slug: string;
  story_id: string;
  language: string;
  section_slug: string | null;
}

export function listPublishedEditions(
  newsroom: Newsroom,
  storyIds: string[],
): Promise<PublishedEditionRow[]> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .select(['editions.story_id', 'editions.language', 'editions.slug', 'sections.slug as section_slug'])
    .where('editions.story_id', 'in', storyIds)
    .where('editions.published_take_id', 'is not', null)
    .where('stories.status', '=', 'published')
    .orderBy('editions.language')
    .execute();
}

export function findHeadlineOf(
  newsroom: Newsroom,
  of: { storyId: string | null; editionId: string | null },
): Promise<{ story_id: string; language: string; headline: string } | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.story_id', 'takes.headline', 'editions.language'])
    .where((edition) =>
      of.editionId === null
        ? edition('editions.story_id', '=', of.storyId)
        : edition('editions.id', '=', of.editionId),
    )
    .orderBy('editions.created_at')
    .limit(1)
    .executeTakeFirst();
}

/** The first language after this one, in the order of the alphabet, that an edition was published in. */
export function findNextLanguage(
  newsroom: Newsroom,
  after: string,
): Promise<{ language: string } | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .select((each) => each.fn.min('language').as('language'))
    .where('language', '>', after)
    .where('first_published_at', 'is not', null)
    .executeTakeFirst();
}

export function findStoryOfEdition(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ story_id: string } | undefined> {
  return newsroom.store
    .selectFrom('editions')
    .select('story_id')
    .where('id', '=', editionId)
    .executeTakeFirst();
}
