/** Entries as readers and the desk get them. What a page asks is the same few questions, whether a story has ten entries or ten thousand. */
import { bodyForReaders, mediaIdsOf } from '../kit/body-media.ts';
import { listMediaOf } from '../media/media.ts';
import type { Newsroom } from '../newsroom.ts';
import { listEntryStatements } from '../sourcing/entry-statements.ts';
import type { Hop } from '../sourcing/hops.ts';
import { readRecords } from '../store/json-column.ts';
import { ENTRY_PAGE, firstInSight, type LiveEntry, numbersOn } from './entry.ts';
import { findLiveStory, lastEntryNumber, listEntriesOfItem, listEntryTakes } from './entry-queries.ts';
import {
  countUntranslatedRows,
  type EntryPairRow,
  findShown,
  listEntryNotices,
  listEntryPairs,
  listMarked,
  listNumbered,
  listShownByIds,
  listStaleRows,
  listTranslationRows,
  listUnderWay,
  listUntranslatedIds,
  listWaitingRows,
  type ShownRow,
  type UntranslatedIn,
} from './entry-read-queries.ts';
import { translationOf } from './entry-translation.ts';

const MOST_KEY = 30; // key moments gathered on top; the others are on a page of their own
const MOST_WAITING = 100; // at the desk at once

/** A live story in one edition. */
export interface LiveCoverage {
  startedAt: number;
  /** Null while it is under way. */
  endedAt: number | null;
  /** The number of the newest entry; 0 for none. */
  last: number;
}

/** Null for a story that has no entries. */
export async function findCoverage(
  newsroom: Newsroom,
  of: { storyId: string; editionId: string },
): Promise<LiveCoverage | null> {
  const live = await findLiveStory(newsroom, of.storyId);
  if (!live) return null;
  const last = await lastEntryNumber(newsroom, of.editionId);
  return { startedAt: live.started_at, endedAt: live.ended_at, last };
}

/** What the story's own page shows of its newest, newest first. */
export function listNewestEntries(newsroom: Newsroom, editionId: string, last: number): Promise<LiveEntry[]> {
  return listBetween(newsroom, { editionId, first: firstInSight(last), last });
}

/** What stands on a page of entries, newest first. */
export function listEntriesOn(newsroom: Newsroom, editionId: string, page: number): Promise<LiveEntry[]> {
  return listBetween(newsroom, { editionId, ...numbersOn(page) });
}

async function listBetween(
  newsroom: Newsroom,
  between: { editionId: string; first: number; last: number },
): Promise<LiveEntry[]> {
  return entriesOf(newsroom, await listNumbered(newsroom, between));
}

/** Key moments, newest first; `before` a number, for those further back. */
export async function listKeyMoments(
  newsroom: Newsroom,
  editionId: string,
  before?: number,
  limit = MOST_KEY,
): Promise<LiveEntry[]> {
  const more = before === undefined ? {} : { before };
  const rows = await listMarked(newsroom, { editionId, mark: 'is_key', limit, ...more });
  return entriesOf(newsroom, rows);
}

export async function listPinned(newsroom: Newsroom, editionId: string): Promise<LiveEntry[]> {
  return entriesOf(newsroom, await listMarked(newsroom, { editionId, mark: 'is_pinned', limit: ENTRY_PAGE }));
}

/** What waits for an editor, in all editions, the oldest first. */
export async function listWaitingEntries(newsroom: Newsroom, storyId: string): Promise<LiveEntry[]> {
  return ofLanguages(newsroom, await listWaitingRows(newsroom, storyId, MOST_WAITING));
}

/** In whatever state it is; null where there never was one. */
export async function findEntry(newsroom: Newsroom, entryId: string): Promise<LiveEntry | null> {
  const row = await findShown(newsroom, entryId);
  const [entry = null] = row ? await entriesOf(newsroom, [row]) : [];
  return entry;
}

/** Every state that an entry had, oldest first. */
export async function listEntryStates(newsroom: Newsroom, entryId: string) {
  const rows = await listEntryTakes(newsroom, entryId);
  return rows.map(({ number, headline, byline, body_html, notice, override, by_name, at }) => {
    return { number, headline, byline, bodyHtml: body_html, notice, override, byName: by_name, at };
  });
}

async function entriesOf(newsroom: Newsroom, rows: readonly ShownRow[]): Promise<LiveEntry[]> {
  const [first] = rows;
  if (!first) return [];
  const { language } = first;
  const ids = rows.map(({ id }) => id);
  const shown = rows.filter(({ state }) => state !== 'withdrawn');
  const mediaIds = shown.flatMap((row) => [
    ...(row.picture_id ? [row.picture_id] : []),
    ...mediaIdsOf(row.body_html),
  ]);
  const media = mediaIds.length === 0 ? new Map() : await listMediaOf(newsroom, mediaIds, language);
  const notices = await listEntryNotices(newsroom, ids);
  const statements = await listEntryStatements(newsroom, ids, language);
  const pairs = await pairsOf(newsroom, shown);
  return rows.map((row) =>
    asEntry(row, {
      media,
      notices: notices.get(row.id) ?? [],
      statements: statements.get(row.id) ?? [],
      pairs: pairs.get(row.id) ?? [],
    }),
  );
}

async function pairsOf(newsroom: Newsroom, rows: readonly ShownRow[]): Promise<Map<string, EntryPairRow[]>> {
  const translated = rows.filter(({ original_id }) => original_id !== null).map(({ id }) => id);
  const found = new Map<string, EntryPairRow[]>();
  for (const pair of await listEntryPairs(newsroom, translated))
    found.set(pair.entry_id, [...(found.get(pair.entry_id) ?? []), pair]);
  return found;
}

interface Around {
  media: LiveEntry['media'];
  notices: LiveEntry['corrections'];
  statements: LiveEntry['statements'];
  pairs: EntryPairRow[];
}

function asEntry(row: ShownRow, { media, notices, statements, pairs }: Around): LiveEntry {
  const { source_id, source_name, source_credit } = row;
  return {
    id: row.id,
    storyId: row.story_id,
    editionId: row.edition_id,
    number: row.number === null ? null : Number(row.number),
    state: row.state,
    isKey: row.is_key === 1,
    isPinned: row.is_pinned === 1,
    takeId: row.take_id,
    headline: row.headline,
    byline: row.byline,
    bodyHtml: bodyForReaders(row.body_html, (id) => media.has(id)),
    media,
    picture: row.picture_id === null ? null : (media.get(row.picture_id) ?? null),
    statements,
    source:
      source_id === null ? null : { id: source_id, name: source_name ?? '', credit: source_credit ?? '' },
    itemId: row.item_id,
    hops: readRecords<Hop>('entries.hops_json', row.id, row.hops_json),
    corrections: notices,
    withdrawn:
      row.state === 'withdrawn' ? { notice: row.withdrawn_notice ?? '', at: row.withdrawn_at ?? 0 } : null,
    originalId: row.original_id,
    original: originalOf(row),
    translation: translationOf(row, pairs),
    isStale: row.original_at !== null && row.original_at > row.take_at,
    isEdited: row.take_by_id !== null,
    byId: row.by_id,
    at: row.at,
    changedAt: row.changed_at,
  };
}

function originalOf(row: ShownRow): LiveEntry['original'] {
  const { original_edition_id: editionId, original_number: number, original_state: state } = row;
  return editionId !== null && number !== null && state === 'out'
    ? { editionId, number: Number(number) }
    : null;
}

/** What was translated from an entry, in whatever edition. */
export async function listTranslatedFrom(newsroom: Newsroom, originalId: string): Promise<LiveEntry[]> {
  return ofLanguages(newsroom, await listTranslationRows(newsroom, originalId));
}

/** For whoever reads translations: what these are translations of, by id. */
export async function listOriginals(
  newsroom: Newsroom,
  entries: readonly LiveEntry[],
): Promise<Map<string, LiveEntry>> {
  const ids = entries.flatMap(({ originalId }) => originalId ?? []);
  const found = await ofLanguages(newsroom, await listShownByIds(newsroom, ids));
  return new Map(found.map((entry) => [entry.id, entry]));
}

/** How many that readers have in one edition have no translation in another. */
export const countUntranslated = countUntranslatedRows;

/** Some of those, in their order, from after a number on. */
export async function listUntranslated(
  newsroom: Newsroom,
  asked: UntranslatedIn & { after: number; limit: number },
): Promise<LiveEntry[]> {
  const ids = await listUntranslatedIds(newsroom, asked);
  const entries = await entriesOf(newsroom, await listShownByIds(newsroom, ids));
  return entries.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
}

/** Translations that readers have and whose original was corrected since, the newest first. */
export async function listStaleEntries(newsroom: Newsroom, storyId: string): Promise<LiveEntry[]> {
  return ofLanguages(newsroom, await listStaleRows(newsroom, storyId, MOST_WAITING));
}

async function ofLanguages(newsroom: Newsroom, rows: readonly ShownRow[]): Promise<LiveEntry[]> {
  const found: LiveEntry[] = [];
  for (const language of new Set(rows.map((row) => row.language)))
    found.push(
      ...(await entriesOf(
        newsroom,
        rows.filter((row) => row.language === language),
      )),
    );
  return found;
}

/** The newest, or those below a number; one more than a page of the desk where it is not said how many. */
export async function listEntriesBefore(
  newsroom: Newsroom,
  editionId: string,
  before: number | null,
  limit = ENTRY_PAGE + 1,
): Promise<LiveEntry[]> {
  const last = before === null ? await lastEntryNumber(newsroom, editionId) : before - 1;
  return listBetween(newsroom, { editionId, first: Math.max(1, last - limit + 1), last });
}

const MOST_LIVE = 6; // editions of live stories under way, on one page

/** Live stories that something can be added to now, the newest first, in each of their languages. */
export function listLiveUnderWay(newsroom: Newsroom) {
  return listUnderWay(newsroom, MOST_LIVE);
}

/** Entries made of an item of the wire that readers have, or that wait for an editor. */
export async function listMadeOfItem(
  newsroom: Newsroom,
  itemId: string,
): Promise<{ entryId: string; storyId: string; isOut: boolean }[]> {
  const rows = await listEntriesOfItem(newsroom, itemId);
  return rows.map(({ id, story_id, state }) => ({ entryId: id, storyId: story_id, isOut: state === 'out' }));
}
