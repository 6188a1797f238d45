/** What the store is asked and told when stories of another house come in, many at once. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type {
  CorrectionsTable,
  EditionsTable,
  StoriesTable,
  StoryTopicsTable,
  TakesTable,
} from '../store/copy-tables.ts';

const AT_ONCE = 500; // of a list in one query: engines bound how many values one may have

export interface ForeignRows {
  stories: Insertable<StoriesTable>[];
  editions: Insertable<EditionsTable>[];
  takes: Insertable<TakesTable>[];
  topics: StoryTopicsTable[];
  corrections: Insertable<CorrectionsTable>[];
}

/** Writes them; inside a transaction, and no more of them than a batch. */
export async function insertForeign(inner: Newsroom, rows: ForeignRows): Promise<void> {
  const { store } = inner;
  if (rows.stories.length > 0) await store.insertInto('stories').values(rows.stories).execute();
  if (rows.editions.length > 0) await store.insertInto('editions').values(rows.editions).execute();
  if (rows.takes.length > 0) await store.insertInto('takes').values(rows.takes).execute();
  if (rows.topics.length > 0)
    await store
      .insertInto('story_topics')
      .values(rows.topics)
      .onConflict((row) => row.doNothing())
      .execute();
  if (rows.corrections.length > 0) await store.insertInto('corrections').values(rows.corrections).execute();
}

/** Where editions stand, and what they say. */
export async function placesOf(newsroom: Newsroom, editionIds: string[]) {
  const found = [];
  for (let at = 0; at < editionIds.length; at += AT_ONCE)
    found.push(
      ...(await newsroom.store
        .selectFrom('editions')
        .innerJoin('stories', 'stories.id', 'editions.story_id')
        .innerJoin('takes', 'takes.id', 'editions.working_take_id')
        .leftJoin('sections', 'sections.id', 'stories.section_id')
        .select(['editions.id as edition_id', 'editions.story_id', 'editions.slug', 'editions.language'])
        .select(['editions.working_take_id', 'editions.published_take_id', 'editions.first_published_at'])
        .select(['stories.status', 'stories.section_id', 'sections.slug as section_slug'])
        .select(['takes.headline', 'takes.dek', 'takes.byline', 'takes.dateline', 'takes.body_html'])
        .select('takes.picture_id')
        .where('editions.id', 'in', editionIds.slice(at, at + AT_ONCE))
        .execute()),
    );
  return found;
}

/** Where editions stand, without their words. */
export async function slugsOfEditions(
  newsroom: Newsroom,
  editionIds: string[],
): Promise<{ id: string; slug: string; isOut: boolean }[]> {
  const found: { id: string; slug: string; isOut: boolean }[] = [];
  for (let at = 0; at < editionIds.length; at += AT_ONCE) {
    const rows = await newsroom.store
      .selectFrom('editions')
      .select(['id', 'slug', 'published_take_id'])
      .where('id', 'in', editionIds.slice(at, at + AT_ONCE))
      .execute();
    found.push(
      ...rows.map(({ id, slug, published_take_id }) => ({ id, slug, isOut: published_take_id !== null })),
    );
  }
  return found;
}

export type EditionPlace = Awaited<ReturnType<typeof placesOf>>[number];

/** Which of these last parts of addresses an edition has. */
export async function slugsInUse(newsroom: Newsroom, slugs: string[]): Promise<Set<string>> {
  const used = new Set<string>();
  for (let at = 0; at < slugs.length; at += AT_ONCE) {
    const rows = await newsroom.store
      .selectFrom('editions')
      .select('slug')
      .where('slug', 'in', slugs.slice(at, at + AT_ONCE))
      .execute();
    for (const { slug } of rows) used.add(slug);
  }
  return used;
}

export async function languagesOfStory(inner: Newsroom, storyId: string): Promise<string[]> {
  const rows = await inner.store
    .selectFrom('editions')
    .select('language')
    .where('story_id', '=', storyId)
    .execute();
  return rows.map(({ language }) => language);
}

export async function insertSection(
  inner: Newsroom,
  section: { id: string; slug: string; name: string },
): Promise<void> {
  const { last } = await inner.store
    .selectFrom('sections')
    .select((row) => row.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  const position = Number(last ?? 0) + 1;
  await inner.store
    .insertInto('sections')
    .values({ ...section, position })
    .execute();
}

/** What readers have of an edition becomes what is worked on, at an instant of the past. */
export async function showTake(
  inner: Newsroom,
  given: {
    editionId: string;
    storyId: string;
    takeId: string;
    first: number;
    at: number;
    slug: string | null;
  },
): Promise<void> {
  const slug = given.slug === null ? {} : { slug: given.slug };
  await inner.store
    .updateTable('editions')
    .set({ working_take_id: given.takeId, published_take_id: given.takeId })
    .set({ first_published_at: given.first, published_at: given.at, ...slug })
    .where('id', '=', given.editionId)
    .execute();
  await inner.store
    .updateTable('stories')
    .set({ status: 'published', first_published_at: given.first, published_at: given.at, publish_at: null })
    .set({ schedule_json: null, updated_at: inner.clock.now() })
    .where('id', '=', given.storyId)
    .execute();
}

/** What was withdrawn here stays so. */
export async function storyIsOut(
  inner: Newsroom,
  {
    storyId,
    sectionId,
    first,
    last,
  }: { storyId: string; sectionId: string | null; first: number; last: number },
): Promise<void> {
  await inner.store
    .updateTable('stories')
    .set({ status: 'published', section_id: sectionId, first_published_at: first, published_at: last })
    .set({ publish_at: null, schedule_json: null, updated_at: inner.clock.now() })
    .where('id', '=', storyId)
    .where('status', 'in', ['draft', 'scheduled', 'published'])
    .execute();
}

export async function workOn(inner: Newsroom, editionId: string, takeId: string): Promise<void> {
  await inner.store
    .updateTable('editions')
    .set({ working_take_id: takeId })
    .where('id', '=', editionId)
    .execute();
}
