/**
 * A live story in another language, entry by entry: what goes out in the edition that a translation was made of is translated, and
 * waits there until a person has read it. These are follow-ups: each bears being repeated, and none undoes an editor's work.
 */
import { createHash } from 'node:crypto';
import { addEntry } from '../entries/add-entry.ts';
import {
  correctEntry,
  dropEntry,
  followWithdrawal,
  MOST_PINNED,
  markKeyMoment,
  pinEntry,
} from '../entries/change-entry.ts';
import type { LiveEntry } from '../entries/entry.ts';
import { nameEntrySpeaker } from '../entries/entry-sayings.ts';
import {
  countUntranslated,
  findEntry,
  listEntriesBefore,
  listKeyMoments,
  listPinned,
  listTranslatedFrom,
  listUntranslated,
} from '../entries/read-entries.ts';
import { type Actor, theNewsroomItself as by, type Newsroom, recordAct } from '../newsroom.ts';
import { putEntryPairs } from '../pairs/entry-pair-queries.ts';
import { type Announcement, announce, type EntryFacts } from '../runner/work.ts';
import { followEntryEdit } from './entry-pairs.ts';
import { copyIn, wayOfEntry } from './entry-way.ts';
import { listEditionsMadeOf } from './original-queries.ts';
import { findTranslationRow } from './queries.ts';

const CAUGHT_UP = 30; // of the newest entries are translated when an edition is begun; older ones when an editor asks
const AT_ONCE = 20; // older ones in one piece of work: what came new meanwhile is translated between two

/** Follows `entry-changed`. */
export async function translateEntry(newsroom: Newsroom, facts: EntryFacts): Promise<void> {
  const { entryId, editionId } = facts;
  const made = await listEditionsMadeOf(newsroom, editionId);
  const entry = await findEntry(newsroom, entryId);
  if (!entry) return;
  if (entry.originalId !== null && facts.what !== 'marked') await followEntryEdit(newsroom, entry);
  for (const { edition_id } of made) await bringUpToDate(newsroom, entry, edition_id, facts.mark);
}

/** Follows `translation-asked`: what was told before there was this edition, the oldest first: the newest, and what stands on top. */
export async function translateEntries(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const original = (await findTranslationRow(newsroom, editionId))?.original_edition_id;
  if (!original) return;
  const asked = [
    ...(await listEntriesBefore(newsroom, original, null, CAUGHT_UP)),
    ...(await listKeyMoments(newsroom, original)),
    ...(await listPinned(newsroom, original)),
  ];
  const byNumber = new Map(asked.map((entry) => [entry.number ?? 0, entry]));
  for (const [, entry] of [...byNumber].toSorted(([one], [other]) => one - other))
    await bringUpToDate(newsroom, entry, editionId);
}

/** What was told before there was the edition and is translated only when somebody wants it. */
export async function countOlderEntries(newsroom: Newsroom, editionId: string): Promise<number> {
  const original = (await findTranslationRow(newsroom, editionId))?.original_edition_id;
  return original ? countUntranslated(newsroom, { originalIn: original, editionId }) : 0;
}

/** An editor wants those too; they appear among what waits as they come. */
export async function askOlderEntries(
  newsroom: Newsroom,
  { storyId, editionId, by }: { storyId: string; editionId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await announce(inner, olderAsked(editionId, 0));
    const subject = { subjectKind: 'story', subjectId: storyId } as const;
    await recordAct(inner, { by, act: 'translate older entries', ...subject, facts: { edition: editionId } });
  });
}

function olderAsked(editionId: string, after: number): Announcement<'older-entries-asked'> {
  return { event: 'older-entries-asked', facts: { editionId, after }, key: `older:${editionId}:${after}` };
}

/** Follows `older-entries-asked`: some of them, the oldest first, and then the next. */
export async function translateOlderEntries(
  newsroom: Newsroom,
  { editionId, after }: { editionId: string; after: number },
): Promise<void> {
  const original = (await findTranslationRow(newsroom, editionId))?.original_edition_id;
  if (!original) return;
  const older = await listUntranslated(newsroom, { originalIn: original, editionId, after, limit: AT_ONCE });
  for (const entry of older) await bringUpToDate(newsroom, entry, editionId);
  const last = older.at(-1)?.number;
  if (last && older.length === AT_ONCE)
    await newsroom.transact((inner) => announce(inner, olderAsked(editionId, last)));
}

/** What is to be done is read off both as they stand now; a mark follows when it is set, and is the desk's own from then on. */
async function bringUpToDate(
  newsroom: Newsroom,
  entry: LiveEntry,
  editionId: string,
  mark?: EntryFacts['mark'],
): Promise<void> {
  const made = (await listTranslatedFrom(newsroom, entry.id)).find((each) => each.editionId === editionId);
  if (entry.state === 'withdrawn') {
    if (made?.state === 'waits') await dropEntry(newsroom, { entryId: made.id, by });
    if (made?.state === 'out') await followWithdrawal(newsroom, { entryId: made.id, by });
    return;
  }
  if (entry.state !== 'out') return;
  if (!made) return begin(newsroom, entry, editionId);
  if (made.state === 'out' && mark) return followMark(newsroom, { entry, made, mark });
  if (made.state !== 'waits') return; // before readers: it is an editor's, and shown at the desk as stale
  if (made.isKey !== entry.isKey) await markKeyMoment(newsroom, { entryId: made.id, isKey: entry.isKey, by });
  if (!made.isStale || made.isEdited) return;
  const { copy, pairs } = await copyIn(newsroom, entry, editionId);
  await newsroom.transact(async (inner) => {
    await correctEntry(inner, { entryId: made.id, copy, notice: '', by });
    await putEntryPairs(inner, { entryId: made.id, isOffered: false }, pairs);
  });
}

/** Where there is no room on top in the other language, it is not pinned there: its desk has chosen. */
async function followMark(
  newsroom: Newsroom,
  { entry, made, mark }: { entry: LiveEntry; made: LiveEntry; mark: 'key' | 'pin' },
): Promise<void> {
  const entryId = made.id;
  if (mark === 'key') return markKeyMoment(newsroom, { entryId, isKey: entry.isKey, by });
  const { isPinned } = entry;
  if (isPinned && (await listPinned(newsroom, made.editionId)).length >= MOST_PINNED) return;
  await pinEntry(newsroom, { entryId, isPinned, by });
}

async function begin(newsroom: Newsroom, entry: LiveEntry, editionId: string): Promise<void> {
  if (!(await wayOfEntry(newsroom, entry, editionId)).mayTranslate) return;
  const { copy, sayings, pairs } = await copyIn(newsroom, entry, editionId);
  const { itemId, source, hops, storyId, isKey, id: originalId } = entry;
  const origin = itemId && source ? { itemId, sourceId: source.id, credit: source.credit, hops } : null;
  const clientId = clientIdOf(originalId, editionId);
  await newsroom.transact(async (inner) => {
    const asked = { storyId, editionId, clientId, copy, isKey, originalId, origin, waits: true, by };
    const { entryId, isKnown } = await addEntry(inner, asked);
    if (isKnown) return;
    await putEntryPairs(inner, { entryId, isOffered: false }, pairs);
    for (const saying of sayings) await nameEntrySpeaker(inner, { entryId, saying, by });
  });
}

/** The same whenever it is tried: an entry is translated into an edition once. */
function clientIdOf(originalId: string, editionId: string): string {
  return `translated-${createHash('sha256').update(`${originalId} ${editionId}`).digest('base64url').slice(0, 22)}`;
}
