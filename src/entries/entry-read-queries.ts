/** The questions that pages ask of entries. Private to this room. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { EntryPairsTable } from '../store/translation-tables.ts';
import type { EntryRow } from './entry-queries.ts';

/** Entries with their newest state and the source of their words; the caller says which, and in what order. */
function shownRows({ store }: Newsroom) {
  return store
    .selectFrom('entries')
    .innerJoin('entry_takes', 'entry_takes.id', 'entries.take_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .leftJoin('sources', 'sources.id', 'entries.source_id')
    .leftJoin('entries as originals', 'originals.id', 'entries.original_id')
    .leftJoin('entry_takes as original_takes', 'original_takes.id', 'originals.take_id')
    .leftJoin('editions as original_editions', 'original_editions.id', 'originals.edition_id')
    .leftJoin('staff as readers', 'readers.id', 'entries.read_by_id')
    .selectAll('entries')
    .select(['entry_takes.headline', 'entry_takes.byline', 'entry_takes.body_html', 'entry_takes.picture_id'])
    .select(['entry_takes.number as take_number', 'editions.language'])
    .select(['entry_takes.at as take_at', 'entry_takes.by_id as take_by_id'])
    .select(['originals.edition_id as original_edition_id', 'originals.number as original_number'])
    .select(['originals.state as original_state', 'original_takes.at as original_at'])
    .select(['originals.at as original_entry_at', 'original_editions.language as original_language'])
    .select('readers.name as read_by_name')
    .select(['sources.name as source_name', 'sources.credit as source_credit']);
}

export type ShownRow = Awaited<ReturnType<ReturnType<typeof shownRows>['execute']>>[number];

/** Both numbers within, the newest first: a walk along an index, however many there are. */
export function listNumbered(
  newsroom: Newsroom,
  { editionId, first, last }: { editionId: string; first: number; last: number },
): Promise<ShownRow[]> {
  return shownRows(newsroom)
    .where('entries.edition_id', '=', editionId)
    .where('entries.number', '>=', first)
    .where('entries.number', '<=', last)
    .orderBy('entries.number', 'desc')
    .execute();
}

/** Those that are out and marked so, the newest first. */
export function listMarked(
  newsroom: Newsroom,
  asked: { editionId: string; mark: 'is_key' | 'is_pinned'; limit: number; before?: number },
): Promise<ShownRow[]> {
  let query = shownRows(newsroom)
    .where('entries.edition_id', '=', asked.editionId)
    .where(`entries.${asked.mark}`, '=', 1)
    .where('entries.state', '=', 'out');
  if (asked.before !== undefined) query = query.where('entries.number', '<', asked.before);
  return query.orderBy('entries.number', 'desc').limit(asked.limit).execute();
}

/** What of a story waits for an editor, the oldest first: a translation stands where its original was told. */
export function listWaitingRows(newsroom: Newsroom, storyId: string, limit: number): Promise<ShownRow[]> {
  return shownRows(newsroom)
    .where('entries.story_id', '=', storyId)
    .where('entries.state', '=', 'waits')
    .orderBy(({ fn }) => fn.coalesce('originals.at', 'entries.created_at'))
    .orderBy('entries.id')
    .limit(limit)
    .execute();
}

/** By their ids, in no order. */
export async function listShownByIds(newsroom: Newsroom, ids: readonly string[]): Promise<ShownRow[]> {
  if (ids.length === 0) return [];
  return shownRows(newsroom).where('entries.id', 'in', ids).execute();
}

/** What was translated from an entry, in whatever edition and state. */
export function listTranslationRows(newsroom: Newsroom, originalId: string): Promise<ShownRow[]> {
  return shownRows(newsroom).where('entries.original_id', '=', originalId).execute();
}

/** What readers have in one edition and another has no translation of, in whatever state. */
function untranslated({ store }: Newsroom, { originalIn, editionId }: UntranslatedIn) {
  return store
    .selectFrom('entries')
    .where('entries.edition_id', '=', originalIn)
    .where('entries.number', 'is not', null)
    .where('entries.state', '=', 'out')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('entries as made')
            .select('made.id')
            .whereRef('made.original_id', '=', 'entries.id')
            .where('made.edition_id', '=', editionId),
        ),
      ),
    );
}

export interface UntranslatedIn {
  originalIn: string;
  editionId: string;
}

export async function countUntranslatedRows(newsroom: Newsroom, asked: UntranslatedIn): Promise<number> {
  const { many } = await untranslated(newsroom, asked)
    .select((entry) => entry.fn.countAll<number>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

/** In their order, from after a number on. */
export async function listUntranslatedIds(
  newsroom: Newsroom,
  asked: UntranslatedIn & { after: number; limit: number },
): Promise<string[]> {
  const rows = await untranslated(newsroom, asked)
    .select('entries.id')
    .where('entries.number', '>', asked.after)
    .orderBy('entries.number')
    .limit(asked.limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Translations before readers whose original reads otherwise since, the newest first. */
export function listStaleRows(newsroom: Newsroom, storyId: string, limit: number): Promise<ShownRow[]> {
  return shownRows(newsroom)
    .where('entries.story_id', '=', storyId)
    .where('entries.state', '=', 'out')
    .where('entries.original_id', 'is not', null)
    .whereRef('original_takes.at', '>', 'entry_takes.at')
    .orderBy('entries.number', 'desc')
    .limit(limit)
    .execute();
}

export function findShown(newsroom: Newsroom, entryId: string): Promise<ShownRow | undefined> {
  return shownRows(newsroom).where('entries.id', '=', entryId).executeTakeFirst();
}

/** The states of these entries that told readers what was wrong before, the last first. */
export async function listEntryNotices(
  { store }: Newsroom,
  entryIds: readonly string[],
): Promise<Map<string, { notice: string; at: number }[]>> {
  const found = new Map<string, { notice: string; at: number }[]>();
  if (entryIds.length === 0) return found;
  const rows = await store
    .selectFrom('entry_takes')
    .select(['entry_id', 'notice', 'at'])
    .where('entry_id', 'in', [...entryIds])
    .where('notice', '<>', '')
    .orderBy('number', 'desc')
    .execute();
  for (const { entry_id, notice, at } of rows)
    found.set(entry_id, [...(found.get(entry_id) ?? []), { notice, at }]);
  return found;
}

/** The credit that the source of an entry is owed; empty for our own words. */
export async function creditOfEntry(
  { store }: Newsroom,
  { source_id }: Pick<EntryRow, 'source_id'>,
): Promise<string> {
  if (source_id === null) return '';
  const row = await store
    .selectFrom('sources')
    .select(['credit', 'name'])
    .where('id', '=', source_id)
    .executeTakeFirst();
  return row?.credit || row?.name || '';
}

export type EntryPairRow = Selectable<EntryPairsTable>;

/** The sentences of what stands in these entries, in order. */
export async function listEntryPairs(
  { store }: Newsroom,
  entryIds: readonly string[],
): Promise<EntryPairRow[]> {
  if (entryIds.length === 0) return [];
  return store
    .selectFrom('entry_pairs')
    .selectAll()
    .where('entry_id', 'in', [...entryIds])
    .where('is_offered', '=', 0)
    .orderBy('position')
    .execute();
}

/** Of these, those that readers have, with the words round what search found. */
export async function listFoundEntries({ store }: Newsroom, entryIds: readonly string[]) {
  if (entryIds.length === 0) return [];
  return store
    .selectFrom('entries')
    .innerJoin('entry_takes', 'entry_takes.id', 'entries.take_id')
    .innerJoin('editions', 'editions.id', 'entries.edition_id')
    .where('entries.id', 'in', [...entryIds])
    .where('entries.state', '=', 'out')
    .select(['entries.id', 'entries.edition_id', 'entries.number'])
    .select(['editions.language', 'entry_takes.body_html'])
    .execute();
}

/** A condition on an id: of an edition in this language, or of an entry in one. */
export const isFiledIn = (language: string, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(exists (select 1 from editions where editions.id = ${id} and editions.language = ${language}) or exists (
    select 1 from entries join editions on editions.id = entries.edition_id
    where entries.id = ${id} and editions.language = ${language}))`;

/** In their order, from after a number on: what search was told of. */
export async function listFiledEntries(
  { store }: Newsroom,
  { editionId, after, limit }: { editionId: string; after: number; limit: number },
): Promise<{ id: string; at: number; number: number }[]> {
  const rows = await store
    .selectFrom('entries')
    .select(['id', 'at', 'number'])
    .where('edition_id', '=', editionId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ id, at, number }) => ({ id, at, number: Number(number) }));
}

/** Editions of live stories that readers have and that have not ended, the newest story first. */
export function listUnderWay({ store }: Newsroom, limit: number) {
  return store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.published_take_id')
    .leftJoin('live_stories', 'live_stories.story_id', 'stories.id')
    .select(['stories.id as storyId', 'editions.id as editionId', 'editions.language', 'takes.headline'])
    .where('stories.status', '=', 'published')
    .where('stories.kind', '=', 'live')
    .where('live_stories.ended_at', 'is', null)
    .orderBy('stories.id', 'desc')
    .limit(limit)
    .execute();
}
