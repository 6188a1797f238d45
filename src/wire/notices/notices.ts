/**
 * Notices: a story was made of an item, and its source has since changed, withdrawn, withheld or ended it. The desk is
 * told until someone settles it; where the contract says so, the story is killed at once.
 */

import { withdrawEntry } from '../../entries/change-entry.ts';
import { listMadeOfItem } from '../../entries/read-entries.ts';
import { findItemRow, getVersionRow, type ItemRow, type VersionRow } from '../../intake/item-queries.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct, theNewsroomItself } from '../../newsroom.ts';
import { killStory } from '../../stories/kill.ts';
import { clearStale, markStale } from '../../stories/stale.ts';
import { mayKill, type StoryStatus } from '../../stories/story.ts';
import type { SourceRow } from '../sources/source.ts';
import { mayEndStory, type NoticeKind, type SaidOfChange, whatChanged } from './notice.ts';
import {
  countUnsettled,
  listExpired,
  listNoticeRows,
  listStoriesOf,
  type NoticeRow,
  putNoticeRow,
  setSettledNotice,
} from './notice-queries.ts';

export interface WireNotice {
  id: string;
  kind: NoticeKind;
  words: string;
  at: number;
  /** Whether the story was killed for it, by the contract. */
  killed: boolean;
  settledAt: number | null;
  settledByName: string | null;
  itemId: string;
  version: number;
  storyId: string;
  storySlug: string;
  storyStatus: StoryStatus;
  headline: string;
  sourceName: string;
}

/** Follow-up of a changed item; run again, it says the same once. */
export async function actOnChange(
  newsroom: Newsroom,
  { itemId, version }: { itemId: string; version: number },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const item = await findItemRow(inner, itemId);
    if (!item || version < 2) return;
    const source = await getSourceRow(inner, item.source_id);
    const said = await changeOf(inner, { item, version, name: source.name });
    if (said) await tellDesk(inner, { item, source, version, said });
  });
}

/** Status and embargo are the item's, kept as they are now; words are of each version. */
async function changeOf(
  inner: Newsroom,
  { item, version, name }: { item: ItemRow; version: number; name: string },
): Promise<SaidOfChange | null> {
  const after = await getVersionRow(inner, item.id, version);
  const before = await beforeIt(inner, item.id, version);
  if (!before || after.raw_type === 'page') return null;
  return whatChanged(
    { ...before, embargoUntil: before.embargo_until },
    { ...after, embargoUntil: after.embargo_until },
    { name, now: inner.clock.now() },
  );
}

/** The version before, as the source sent it: the whole text that we fetched from its page is not its change. */
async function beforeIt(inner: Newsroom, itemId: string, version: number): Promise<VersionRow | null> {
  for (let number = version - 1; number > 0; number -= 1) {
    const row = await getVersionRow(inner, itemId, number);
    if (row.raw_type !== 'page') return row;
  }
  return null;
}

/** Chime: what has come to its end by its own word or by the contract. */
export async function expireDue(newsroom: Newsroom): Promise<void> {
  for (const itemId of await listExpired(newsroom, newsroom.clock.now()))
    await newsroom.transact(async (inner) => {
      const item = await findItemRow(inner, itemId);
      if (!item) return;
      const source = await getSourceRow(inner, item.source_id);
      const words = `What we may do with this report of ${source.name} has come to its end.`;
      await tellDesk(inner, { item, source, version: item.version, said: { kind: 'expired', words } });
    });
}

interface Telling {
  item: ItemRow;
  source: SourceRow;
  version: number;
  said: SaidOfChange;
}

async function tellDesk(inner: Newsroom, { item, source, version, said }: Telling): Promise<void> {
  for (const story of await listStoriesOf(inner, item.id)) {
    const isKilled = mayEndStory(said.kind) && source.auto_kill === 1 && mayKill(story.status);
    const { insertedRow } = await putNotice(inner, { item, storyId: story.id, version, said, isKilled });
    if (!insertedRow) continue;
    await markStale(inner, { storyId: story.id, why: said.words });
    if (isKilled) await kill(inner, { storyId: story.id, source, kind: said.kind });
  }
  for (const entry of await listMadeOfItem(inner, item.id))
    await tellOfEntry(inner, { item, source, version, said }, entry);
  inner.bell.ring('desk', { what: 'items' });
}

/** An entry made of it: its live story is told of; where the contract would end a story, the entry is withdrawn. */
async function tellOfEntry(
  inner: Newsroom,
  { item, source, version, said }: Telling,
  { entryId, storyId, isOut }: { entryId: string; storyId: string; isOut: boolean },
): Promise<void> {
  const told = { ...said, words: `${said.words} An entry of this live story was made of it.` };
  const { insertedRow } = await putNotice(inner, { item, storyId, version, said: told, isKilled: false });
  if (!insertedRow || !isOut || !mayEndStory(said.kind) || source.auto_kill !== 1) return;
  await withdrawEntry(inner, { entryId, notice: noticeOfEnd(source, said.kind), by: theNewsroomItself });
}

async function putNotice(
  inner: Newsroom,
  told: Omit<Telling, 'source'> & { storyId: string; isKilled: boolean },
): Promise<{ insertedRow: boolean }> {
  const { item, storyId, version, said, isKilled } = told;
  const result = await putNoticeRow(inner, {
    id: inner.ids.next(),
    item_id: item.id,
    story_id: storyId,
    kind: said.kind,
    version,
    words: said.words,
    at: inner.clock.now(),
    killed: isKilled ? 1 : 0,
  });
  return { insertedRow: (result.numInsertedOrUpdatedRows ?? 0n) > 0n };
}

async function kill(
  inner: Newsroom,
  { storyId, source, kind }: { storyId: string; source: SourceRow; kind: NoticeKind },
): Promise<void> {
  await killStory(inner, { storyId, notice: noticeOfEnd(source, kind), by: theNewsroomItself });
}

/** What readers are told in place of what was made of it. */
function noticeOfEnd({ name }: SourceRow, kind: NoticeKind): string {
  return kind === 'expired'
    ? `This story used a report of ${name} that may no longer be shown.`
    : `${name} has withdrawn the report on which this story was based.`;
}

/** Those not settled, newest first; of one story or item, all of them. */
export async function listNotices(
  newsroom: Newsroom,
  filter: { storyId?: string; itemId?: string; limit: number },
): Promise<WireNotice[]> {
  return (await listNoticeRows(newsroom, filter)).map(noticeOf);
}

/** How many wait for the desk. */
export async function countNotices(newsroom: Newsroom): Promise<number> {
  const { count } = await countUnsettled(newsroom);
  return Number(count);
}

/** The desk has dealt with it. With the last one of a story its editions are no longer stale. */
export async function settleNotice(
  newsroom: Newsroom,
  asked: { noticeId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const settled_at = inner.clock.now();
    const row = await setSettledNotice(inner, asked.noticeId, { settled_at, settled_by_id: asked.by.id });
    if (!row) return refuse('not-found', { because: 'noticeDealtWith' });
    await recordAct(inner, {
      by: asked.by,
      act: 'settle notice',
      subjectKind: 'story',
      subjectId: row.story_id,
      facts: { kind: row.kind },
    });
    const open = await listNoticeRows(inner, { storyId: row.story_id, limit: 50 });
    if (open.every((notice) => notice.settled_at !== null))
      await clearStale(inner, { storyId: row.story_id });
    inner.bell.ring('desk', { what: 'stories', storyId: row.story_id });
    inner.bell.ring('desk', { what: 'items' });
  });
}

function noticeOf(row: NoticeRow): WireNotice {
  return {
    id: row.id,
    kind: row.kind,
    words: row.words,
    at: row.at,
    killed: row.killed === 1,
    settledAt: row.settled_at,
    settledByName: row.settled_by_name,
    itemId: row.item_id,
    version: row.version,
    storyId: row.story_id,
    storySlug: row.story_slug,
    storyStatus: row.story_status,
    headline: row.headline,
    sourceName: row.source_name,
  };
}
