/** What is done with an entry once it is written: let out, corrected, withdrawn, marked a key moment, pinned, dropped. */
import { because, refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import type { Hop } from '../sourcing/hops.ts';
import { readRecords } from '../store/json-column.ts';
import type { HeldStory } from '../stories/live-story.ts';
import { oneLine } from '../stories/story.ts';
import { keepEntryTake, passEntryGate, refuseLostMedia, tellEntryChange } from './add-entry.ts';
import { type EntryCopy, sameEntry, tidyEntry } from './entry.ts';
import { readOriginal } from './entry-original.ts';
import {
  countPinned,
  type EntryRow,
  type EntryTakeRow,
  findLiveStory,
  getEntryRow,
  getEntryTake,
  lastEntryNumber,
  lastEntryTake,
  setEntry,
} from './entry-queries.ts';
import { creditOfEntry } from './entry-read-queries.ts';
import { type EntryActor, inHeldStory, recordEntryAct, refuseIfGone } from './held-entry.ts';

export const MOST_PINNED = 3; // more on top than that, and the newest is out of sight on a phone
const LONGEST_NOTICE = 500; // characters

/**
 * Writes a new state of an entry. With a notice, readers are told what was wrong; without one it is put right in silence, as a
 * letter is. Refuses with `role-needed` who may not show readers something, with `entry-not-ready` as `addEntry` does, and with
 * `form-incomplete` a notice to a copy that reads as before.
 */
export async function correctEntry(
  newsroom: Newsroom,
  asked: EntryActor & { copy: EntryCopy; notice: string; override?: string },
): Promise<void> {
  const copy = tidyEntry(asked.copy);
  const notice = noticeOf(asked.notice);
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    refuseIfGone(row);
    const before = await getEntryTake(inner, row.take_id);
    if (sameEntry(copyOfTake(before), copy)) {
      if (notice !== '') refuse('form-incomplete', { fields: { notice: because('entryAsBefore') } });
      return;
    }
    const edition = editionOf(story, row);
    await refuseLostMedia(inner, copy, edition.language);
    if (row.state === 'out')
      await passGateAgain(inner, { story, row, copy, override: asked.override ?? '', by: asked.by });
    const takeId = inner.ids.next();
    const number = (await lastEntryTake(inner, row.id)) + 1;
    const said = row.state === 'out' ? notice : '';
    await keepEntryTake(inner, {
      entryId: row.id,
      takeId,
      number,
      copy,
      notice: said,
      override: asked.override ?? '',
      by: asked.by,
    });
    const changed_at = inner.clock.now();
    await setEntry(inner, row.id, { take_id: takeId, changed_at, ...readNow(inner, row, asked.by) });
    const act = said === '' ? 'change entry' : 'correct entry';
    await recordEntryAct(inner, { story, row, act, by: asked.by, facts: { notice: said, take: number } });
    await tellEntryChange(inner, { story, row, what: row.state === 'out' ? 'corrected' : 'written' });
  });
}

/** Takes it away from readers; the notice stays in its place. It cannot be undone. */
export async function withdrawEntry(
  newsroom: Newsroom,
  asked: EntryActor & { notice: string },
): Promise<void> {
  const notice = noticeOf(asked.notice);
  if (notice === '') refuse('form-incomplete', { fields: { notice: because('killNoticeMissing') } });
  await takeAway(newsroom, { ...asked, notice });
}

/** Takes a translation away after its original; where it stood readers see that it was withdrawn, and when. */
export async function followWithdrawal(newsroom: Newsroom, asked: EntryActor): Promise<void> {
  await takeAway(newsroom, { ...asked, notice: '' });
}

async function takeAway(newsroom: Newsroom, asked: EntryActor & { notice: string }): Promise<void> {
  const { notice } = asked;
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    if (row.state !== 'out') refuse('entry-changed', { because: 'entryNotOut' });
    const now = inner.clock.now();
    await setEntry(inner, row.id, {
      state: 'withdrawn',
      is_pinned: 0,
      withdrawn_notice: notice,
      withdrawn_at: now,
      changed_at: now,
    });
    await recordEntryAct(inner, { story, row, act: 'withdraw entry', by: asked.by, facts: { notice } });
    await tellEntryChange(inner, { story, row, what: 'withdrawn' });
  });
}

/** Gathers it on top, and tells those who follow; or no longer. What was told stays told. */
export async function markKeyMoment(
  newsroom: Newsroom,
  asked: EntryActor & { isKey: boolean },
): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    refuseIfGone(row);
    if ((row.is_key === 1) === asked.isKey) return;
    await setEntry(inner, row.id, { is_key: asked.isKey ? 1 : 0 });
    const act = asked.isKey ? 'mark key moment' : 'unmark key moment';
    await recordEntryAct(inner, { story, row, act, by: asked.by });
    await tellEntryChange(inner, {
      story,
      row,
      what: row.state === 'out' ? 'marked' : 'written',
      mark: 'key',
    });
  });
}

/** Holds it on top of the newest; or no longer. Refuses with `form-incomplete` a fourth. */
export async function pinEntry(newsroom: Newsroom, asked: EntryActor & { isPinned: boolean }): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    if (row.state !== 'out') refuse('entry-changed', { because: 'entryNotOut' });
    if ((row.is_pinned === 1) === asked.isPinned) return;
    if (asked.isPinned && (await countPinned(inner, row.edition_id)) >= MOST_PINNED)
      refuse('form-incomplete', { because: because('tooManyPinned', { most: MOST_PINNED }) });
    await setEntry(inner, row.id, { is_pinned: asked.isPinned ? 1 : 0 });
    await recordEntryAct(inner, {
      story,
      row,
      act: asked.isPinned ? 'pin entry' : 'unpin entry',
      by: asked.by,
    });
    await tellEntryChange(inner, { story, row, what: 'marked', mark: 'pin' });
  });
}

/**
 * Lets out what waited: a reporter's entry, or a translation, which whoever does this has read: of the state that is named, where
 * one is. It takes the next place. Refuses as `addEntry` does, and with `entry-changed` what somebody else let out or dropped meanwhile.
 */
export async function letEntryOut(
  newsroom: Newsroom,
  asked: EntryActor & { override?: string; takeId?: string },
): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    if (row.state !== 'waits') refuse('entry-changed', { because: 'entryDealtWith' });
    if (!story.mayShow) refuse('role-needed', { because: 'publishedIsForEditors' });
    if (asked.takeId && asked.takeId !== row.take_id)
      refuse('entry-changed', { because: 'entryWrittenAnew' });
    const take = await getEntryTake(inner, row.take_id);
    await passGateAgain(inner, {
      story,
      row,
      copy: copyOfTake(take),
      override: asked.override ?? '',
      by: asked.by,
    });
    const now = inner.clock.now();
    const number = (await lastEntryNumber(inner, row.edition_id)) + 1;
    await setEntry(inner, row.id, {
      state: 'out',
      number,
      at: now,
      changed_at: now,
      is_pinned: (await mayStandOnTop(inner, row)) ? 1 : 0,
      ...readNow(inner, row, asked.by),
    });
    await recordEntryAct(inner, { story, row, act: 'let entry out', by: asked.by, facts: { number } });
    await tellEntryChange(inner, { story, row, what: 'added' });
  });
}

/** A translation was read by whoever of the desk lets it out or writes it anew. */
function readNow(inner: Newsroom, { original_id }: EntryRow, by: Actor): Partial<EntryRow> {
  return original_id === null || by.id === null ? {} : { read_by_id: by.id, read_at: inner.clock.now() };
}

/** A translation is held on top where its original is, as long as there is room. */
async function mayStandOnTop(inner: Newsroom, { original_id, edition_id }: EntryRow): Promise<boolean> {
  if (original_id === null) return false;
  const original = await getEntryRow(inner, original_id);
  const isPinned = original.state === 'out' && original.is_pinned === 1;
  return isPinned && (await countPinned(inner, edition_id)) < MOST_PINNED;
}

/** Puts away what waits, before anyone read it. Its writer may, and an editor. */
export async function dropEntry(newsroom: Newsroom, asked: EntryActor): Promise<void> {
  await inHeldStory(newsroom, asked, async (inner, { story, row }) => {
    if (row.state !== 'waits') refuse('entry-changed', { because: 'entryDealtWith' });
    if (!story.mayShow && row.by_id !== asked.by.id) refuse('role-needed');
    await setEntry(inner, row.id, { state: 'dropped', changed_at: inner.clock.now() });
    await recordEntryAct(inner, { story, row, act: 'drop entry', by: asked.by });
    await tellEntryChange(inner, { story, row, what: 'written' });
  });
}

async function passGateAgain(
  inner: Newsroom,
  asked: { story: HeldStory; row: EntryRow; copy: EntryCopy; override: string; by: Actor },
): Promise<void> {
  const { story, row, copy, override, by } = asked;
  await passEntryGate(inner, {
    storyId: story.id,
    going: {
      copy,
      language: editionOf(story, row).language,
      itemId: row.item_id,
      hops: readRecords<Hop>('entries.hops_json', row.id, row.hops_json),
      credit: await creditOfEntry(inner, row),
      saying: null, // what it says is kept already, and judged beside it
      original: row.original_id === null ? null : await readOriginal(inner, row.original_id),
    },
    override,
    by,
  });
}

function editionOf(story: HeldStory, row: EntryRow): HeldStory['editions'][number] {
  return (
    story.editions.find(({ id }) => id === row.edition_id) ??
    refuse('not-found', { because: 'noSuchEdition' })
  );
}

export function copyOfTake(take: EntryTakeRow): EntryCopy {
  const { headline, byline } = take;
  return { headline, byline, bodyHtml: take.body_html, pictureId: take.picture_id };
}

function noticeOf(text: string): string {
  const notice = oneLine(text);
  if (notice.length > LONGEST_NOTICE)
    refuse('form-incomplete', { fields: { notice: because('noLongerThan', { most: LONGEST_NOTICE }) } });
  return notice;
}

/** Whether new entries wait: the live story was ended. */
export async function isEnded(newsroom: Newsroom, storyId: string): Promise<boolean> {
  return (await findLiveStory(newsroom, storyId))?.ended_at != null;
}
