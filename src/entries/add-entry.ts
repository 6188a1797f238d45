/** Add: an entry is written, and goes out at once where its writer may show readers something; else it waits for an editor. */

import { mediaIdsOf } from '../kit/body-media.ts';
import { refuse } from '../kit/refusal.ts';
import { listMediaOf } from '../media/media.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce, type EntryFacts } from '../runner/work.ts';
import { addEntryStatement, type EntrySaying } from '../sourcing/entry-statements.ts';
import type { Hop } from '../sourcing/hops.ts';
import { type HeldStory, holdForEntries, showEntryChange } from '../stories/live-story.ts';
import { type EntryCopy, type EntryState, isClientId, tidyEntry } from './entry.ts';
import { entryObstacles } from './entry-gate.ts';
import type { EntryRow } from './entry-queries.ts';
import {
  findEntryOfItem,
  findLiveStory,
  findSentEntry,
  lastEntryNumber,
  putEntryMedia,
  putEntryRow,
  putEntryTake,
  putLiveStory,
} from './entry-queries.ts';

export interface NewEntry {
  storyId: string;
  /** In which edition it stands; the story's first where none is named. */
  editionId?: string;
  /** Made where it is written: sent again, nothing is added. */
  clientId: string;
  copy: EntryCopy;
  saying?: EntrySaying | null;
  isKey?: boolean;
  /** The item of the wire that it is made of, with its source and the way it came. */
  origin?: EntryOrigin | null;
  /** The entry that it is a translation of: it waits until a person has read it. */
  originalId?: string | null;
  /** The reason for sending it although a check stops it. */
  override?: string;
  /** It waits whoever sends it. */
  waits?: boolean;
  by: Actor;
}

export interface EntryOrigin {
  itemId: string;
  sourceId: string;
  credit: string;
  hops: Hop[];
}

export interface SentEntry {
  entryId: string;
  state: EntryState;
  number: number | null;
  /** It was here already. */
  isKnown: boolean;
}

/**
 * Refuses with `entry-not-ready` (what stops it, in words) unless `override` gives a reason and all of that may be overridden;
 * with `form-incomplete` what is empty or too long; with `story-state-wrong` a story of another kind than *live*; with `item-taken` an item that has an entry in this edition already.
 */
export async function addEntry(newsroom: Newsroom, given: NewEntry): Promise<SentEntry> {
  if (!isClientId(given.clientId)) refuse('form-incomplete', { because: 'entryWithoutId' });
  const copy = tidyEntry(given.copy);
  return newsroom.transact(async (inner) => {
    const story = await holdForEntries(inner, given);
    const known = await findSentEntry(inner, given);
    if (known) return { entryId: known.id, state: known.state, number: known.number, isKnown: true };
    if (story.kind !== 'live') refuse('story-state-wrong', { because: 'entryNeedsLive' });
    const edition = given.editionId
      ? story.editions.find(({ id }) => id === given.editionId)
      : story.editions[0];
    if (!edition) return refuse('not-found', { because: 'noSuchEdition' });
    const { origin = null } = given;
    if (origin && (await findEntryOfItem(inner, { editionId: edition.id, itemId: origin.itemId })))
      refuse('item-taken', { because: 'itemHasEntry' });
    await refuseLostMedia(inner, copy, edition.language);
    const isEnded = (await findLiveStory(inner, story.id))?.ended_at != null;
    const waits = given.waits === true || isEnded || !story.mayShow;
    if (!waits)
      await passEntryGate(inner, {
        storyId: story.id,
        going: {
          copy,
          language: edition.language,
          itemId: origin?.itemId ?? null,
          hops: origin?.hops ?? [],
          credit: origin?.credit ?? '',
          saying: given.saying ?? null,
          original: null,
        },
        override: given.override ?? '',
        by: given.by,
      });
    return keepEntry(inner, { given: { ...given, copy }, story, editionId: edition.id, waits });
  });
}

async function keepEntry(
  inner: Newsroom,
  {
    given,
    story,
    editionId,
    waits,
  }: { given: NewEntry; story: HeldStory; editionId: string; waits: boolean },
): Promise<SentEntry> {
  const { copy, by, origin = null, saying } = given;
  const now = inner.clock.now();
  const entryId = inner.ids.next();
  const number = waits ? null : (await lastEntryNumber(inner, editionId)) + 1;
  const state = waits ? 'waits' : 'out';
  await putLiveStory(inner, story.id, now);
  const row: EntryRow = {
    id: entryId,
    story_id: story.id,
    edition_id: editionId,
    client_id: given.clientId,
    number,
    state,
    is_key: given.isKey ? 1 : 0,
    is_pinned: 0,
    take_id: inner.ids.next(),
    original_id: given.originalId ?? null,
    item_id: origin?.itemId ?? null,
    source_id: origin?.sourceId ?? null,
    hops_json: JSON.stringify(origin?.hops ?? []),
    withdrawn_notice: null,
    withdrawn_at: null,
    read_by_id: null,
    read_at: null,
    by_id: by.id,
    at: now,
    changed_at: now,
    created_at: now,
  };
  await putEntryRow(inner, row);
  await keepEntryTake(inner, {
    entryId,
    takeId: row.take_id,
    number: 1,
    copy,
    notice: '',
    override: waits ? '' : (given.override ?? ''),
    by,
  });
  if (saying) await addEntryStatement(inner, { entryId, bodyHtml: copy.bodyHtml, saying, by });
  await recordAct(inner, {
    by,
    act: waits ? 'write entry' : 'add entry',
    subjectKind: 'story',
    subjectId: story.id,
    facts: { entry: entryId, number, key: given.isKey === true, item: origin?.itemId },
  });
  await tellEntryChange(inner, { story, row, what: waits ? 'written' : 'added' });
  return { entryId, state, number, isKnown: false };
}

/** Writes a state of an entry; the caller makes it the newest. */
export async function keepEntryTake(
  inner: Newsroom,
  take: {
    entryId: string;
    takeId: string;
    number: number;
    copy: EntryCopy;
    notice: string;
    override: string;
    by: Actor;
  },
): Promise<void> {
  const { copy } = take;
  await putEntryTake(inner, {
    id: take.takeId,
    entry_id: take.entryId,
    number: take.number,
    headline: copy.headline,
    byline: copy.byline,
    body_html: copy.bodyHtml,
    picture_id: copy.pictureId,
    notice: take.notice,
    override: take.override.trim(),
    by_id: take.by.id,
    at: inner.clock.now(),
  });
  const media = new Set([...(copy.pictureId ? [copy.pictureId] : []), ...mediaIdsOf(copy.bodyHtml)]);
  await putEntryMedia(inner, take.entryId, [...media]);
}

/** Refuses with `entry-not-ready` what stands in the way and is not overridden with a reason, which is kept. */
export async function passEntryGate(
  inner: Newsroom,
  asked: { storyId: string; going: Parameters<typeof entryObstacles>[1]; override: string; by: Actor },
): Promise<void> {
  const obstacles = await entryObstacles(inner, asked.going);
  if (obstacles.length === 0) return;
  const reason = asked.override.trim();
  const isFixed = obstacles.some(({ overridable }) => !overridable);
  if (reason === '' || isFixed) {
    const words = obstacles.map((each) => each.words).join(' ');
    refuse('entry-not-ready', { words, fields: isFixed ? {} : { override: words } });
  }
  await recordAct(inner, {
    by: asked.by,
    act: 'override',
    subjectKind: 'story',
    subjectId: asked.storyId,
    facts: { reason, obstacles: obstacles.map(({ code }) => code) },
  });
}

/** What happened to an entry, for the desk, for readers' pages and for those who follow; in the transaction of the act. */
export async function tellEntryChange(
  inner: Newsroom,
  { story, row, what, mark }: { story: HeldStory; row: EntryRow; what: EntryChange; mark?: 'key' | 'pin' },
): Promise<void> {
  if (what === 'written') {
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    return;
  }
  await showEntryChange(inner, { story, editionId: row.edition_id });
  const facts = {
    storyId: story.id,
    editionId: row.edition_id,
    entryId: row.id,
    what,
    ...(mark && { mark }),
  };
  await announce(inner, { event: 'entry-changed', facts });
}

export type EntryChange = 'written' | EntryFacts['what'];

/** Refuses with `media-ended` a picture that may not be shown any more, or never was ours. */
export async function refuseLostMedia(inner: Newsroom, copy: EntryCopy, language: string): Promise<void> {
  const ids = [...(copy.pictureId ? [copy.pictureId] : []), ...mediaIdsOf(copy.bodyHtml)];
  if (ids.length === 0) return;
  const shown = await listMediaOf(inner, ids, language);
  if (ids.some((id) => !shown.has(id))) refuse('media-ended');
}
