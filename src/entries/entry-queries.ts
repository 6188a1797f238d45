/** The questions that the verbs of entries ask the store. Private to this room. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EntriesTable, EntryTakesTable, LiveStoriesTable } from '../store/entry-tables.ts';
import { keptQuery } from '../store/kept-query.ts';

export type EntryRow = Selectable<EntriesTable>;
export type EntryTakeRow = Selectable<EntryTakesTable>;
export type LiveStoryRow = Selectable<LiveStoriesTable>;

export async function findLiveStory(newsroom: Newsroom, storyId: string): Promise<LiveStoryRow | undefined> {
  return (await liveStoryRows(newsroom, [storyId]))[0];
}

const liveStoryRows = keptQuery(({ store }, [storyId = '']) =>
  store.selectFrom('live_stories').selectAll().where('story_id', '=', storyId),
);

export async function putLiveStory({ store }: Newsroom, storyId: string, startedAt: number): Promise<void> {
  await store
    .insertInto('live_stories')
    .values({ story_id: storyId, started_at: startedAt, ended_at: null, ended_by_id: null })
    .onConflict((conflict) => conflict.column('story_id').doNothing())
    .execute();
}

export async function setLiveStory(
  { store }: Newsroom,
  storyId: string,
  change: Updateable<LiveStoriesTable>,
): Promise<void> {
  await store.updateTable('live_stories').set(change).where('story_id', '=', storyId).execute();
}

export async function getEntryRow({ store }: Newsroom, entryId: string): Promise<EntryRow> {
  const row = await store.selectFrom('entries').selectAll().where('id', '=', entryId).executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchEntry' });
}

export function findSentEntry(
  { store }: Newsroom,
  { storyId, clientId }: { storyId: string; clientId: string },
): Promise<EntryRow | undefined> {
  return store
    .selectFrom('entries')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
}

export async function getEntryTake({ store }: Newsroom, takeId: string): Promise<EntryTakeRow> {
  const row = await store.selectFrom('entry_takes').selectAll().where('id', '=', takeId).executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchTake' });
}

/** Every state of an entry, oldest first. */
export function listEntryTakes({ store }: Newsroom, entryId: string) {
  return store
    .selectFrom('entry_takes')
    .leftJoin('staff', 'staff.id', 'entry_takes.by_id')
    .selectAll('entry_takes')
    .select('staff.name as by_name')
    .where('entry_id', '=', entryId)
    .orderBy('number')
    .execute();
}

export async function putEntryRow({ store }: Newsroom, row: Insertable<EntriesTable>): Promise<void> {
  await store.insertInto('entries').values(row).execute();
}

export async function setEntry(
  { store }: Newsroom,
  entryId: string,
  change: Updateable<EntriesTable>,
): Promise<void> {
  await store.updateTable('entries').set(change).where('id', '=', entryId).execute();
}

export async function putEntryTake({ store }: Newsroom, row: Insertable<EntryTakesTable>): Promise<void> {
  await store.insertInto('entry_takes').values(row).execute();
}

/** What its newest state shows, in place of what stood there. */
export async function putEntryMedia(
  { store }: Newsroom,
  entryId: string,
  mediaIds: readonly string[],
): Promise<void> {
  await store.deleteFrom('entry_media').where('entry_id', '=', entryId).execute();
  if (mediaIds.length === 0) return;
  const rows = mediaIds.map((media_id) => ({ entry_id: entryId, media_id }));
  await store.insertInto('entry_media').values(rows).execute();
}

/** The highest number that is given; 0 for none. Ask it while the story is held. */
export async function lastEntryNumber({ store }: Newsroom, editionId: string): Promise<number> {
  const row = await store
    .selectFrom('entries')
    .select('number')
    .where('edition_id', '=', editionId)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

export async function lastEntryTake({ store }: Newsroom, entryId: string): Promise<number> {
  const row = await store
    .selectFrom('entry_takes')
    .select('number')
    .where('entry_id', '=', entryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
}

export async function countPinned({ store }: Newsroom, editionId: string): Promise<number> {
  const { many } = await store
    .selectFrom('entries')
    .select((entry) => entry.fn.countAll<number>().as('many'))
    .where('edition_id', '=', editionId)
    .where('is_pinned', '=', 1)
    .executeTakeFirstOrThrow();
  return Number(many);
}

/** The item's entry in an edition of a live story, whoever made it; null for none. */
export async function findEntryOfItem(
  { store }: Newsroom,
  { editionId, itemId }: { editionId: string; itemId: string },
): Promise<EntryRow | null> {
  const row = await store
    .selectFrom('entries')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('edition_id', '=', editionId)
    .where('state', 'in', ['waits', 'out'])
    .executeTakeFirst();
  return row ?? null;
}

/** What of a live story was made of an item and has not been taken back. */
export function listEntriesOfItem({ store }: Newsroom, itemId: string): Promise<EntryRow[]> {
  return store
    .selectFrom('entries')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('state', 'in', ['waits', 'out'])
    .execute();
}
