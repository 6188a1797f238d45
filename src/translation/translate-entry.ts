/**
 * A live story in another language, entry by entry: what goes out in the edition that a translation was made of is translated, and
 * waits there until a person has read it. These are follow-ups: each bears being repeated, and none undoes an editor's work.
 */
import { createHash } from 'node:crypto';
import { addEntry } from '../entries/add-entry.ts';
import { correctEntry, dropEntry, followWithdrawal, markKeyMoment } from '../entries/change-entry.ts';
import type { LiveEntry } from '../entries/entry.ts';
import { nameEntrySpeaker } from '../entries/entry-sayings.ts';
import { findEntry, listEntriesBefore, listTranslatedFrom } from '../entries/read-entries.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import type { Rights } from '../rights/rights.ts';
import type { EntryFacts } from '../runner/work.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import { getLanguage, listEditionsMadeOf } from './original-queries.ts';
import { findTranslationRow } from './queries.ts';
import { type TranslatedCopy, translateCopy } from './translate-copy.ts';

const CAUGHT_UP = 30; // of the newest entries are translated when an edition is begun; what is older is read in the original

/** Follows `entry-changed`. */
export async function translateEntry(newsroom: Newsroom, { entryId, editionId }: EntryFacts): Promise<void> {
  const made = await listEditionsMadeOf(newsroom, editionId);
  if (made.length === 0) return;
  const entry = await findEntry(newsroom, entryId);
  if (!entry) return;
  for (const { edition_id } of made) await bringUpToDate(newsroom, entry, edition_id);
}

/** Follows `translation-asked`: what was told before there was this edition, the oldest first. */
export async function translateEntries(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const original = (await findTranslationRow(newsroom, editionId))?.original_edition_id;
  if (!original) return;
  const newest = await listEntriesBefore(newsroom, original, null, CAUGHT_UP);
  for (const entry of newest.toReversed()) await bringUpToDate(newsroom, entry, editionId);
}

/** What is to be done is read off both as they stand now. */
async function bringUpToDate(newsroom: Newsroom, entry: LiveEntry, editionId: string): Promise<void> {
  const made = (await listTranslatedFrom(newsroom, entry.id)).find((each) => each.editionId === editionId);
  if (entry.state === 'withdrawn') {
    if (made?.state === 'waits') await dropEntry(newsroom, { entryId: made.id, by });
    if (made?.state === 'out') await followWithdrawal(newsroom, { entryId: made.id, by });
    return;
  }
  if (entry.state !== 'out') return;
  if (!made) return begin(newsroom, entry, editionId);
  if (made.state !== 'waits') return; // before readers: it is an editor's, and shown at the desk as stale
  if (made.isKey !== entry.isKey) await markKeyMoment(newsroom, { entryId: made.id, isKey: entry.isKey, by });
  if (!made.isStale || made.isEdited) return;
  const { copy } = await copyIn(newsroom, entry, editionId);
  await correctEntry(newsroom, { entryId: made.id, copy, notice: '', by });
}

async function begin(newsroom: Newsroom, entry: LiveEntry, editionId: string): Promise<void> {
  if (!(await mayTranslate(newsroom, entry))) return;
  const { copy, sayings } = await copyIn(newsroom, entry, editionId);
  const { itemId, source, hops, storyId, isKey, id: originalId } = entry;
  const origin = itemId && source ? { itemId, sourceId: source.id, credit: source.credit, hops } : null;
  const clientId = clientIdOf(originalId, editionId);
  await newsroom.transact(async (inner) => {
    const asked = { storyId, editionId, clientId, copy, isKey, originalId, origin, waits: true, by };
    const { entryId, isKnown } = await addEntry(inner, asked);
    if (!isKnown) for (const saying of sayings) await nameEntrySpeaker(inner, { entryId, saying, by });
  });
}

/** Who the words are of decides; a contract that forbids it leaves the entry in its own language alone. */
async function mayTranslate(newsroom: Newsroom, entry: LiveEntry): Promise<boolean> {
  return (await rightsOf(newsroom, entry)).every(({ translate }) => translate.allowed);
}

/** Of the story, and of the item that the entry was made of. */
async function rightsOf(newsroom: Newsroom, { storyId, itemId }: LiveEntry): Promise<Rights[]> {
  const ofStory = await rightsOfStory(newsroom, storyId);
  return itemId === null ? [ofStory] : [ofStory, await getRights(newsroom, { itemId })];
}

async function copyIn(newsroom: Newsroom, entry: LiveEntry, editionId: string): Promise<TranslatedCopy> {
  const from = (await getLanguage(newsroom, entry.editionId)).language;
  const to = (await getLanguage(newsroom, editionId)).language;
  const mayLeave = (await rightsOf(newsroom, entry)).every(({ cloud }) => cloud.allowed);
  return translateCopy(newsroom, { entry, from, to, mayLeave });
}

/** The same whenever it is tried: an entry is translated into an edition once. */
function clientIdOf(originalId: string, editionId: string): string {
  return `translated-${createHash('sha256').update(`${originalId} ${editionId}`).digest('base64url').slice(0, 22)}`;
}
