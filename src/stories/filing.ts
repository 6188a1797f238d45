/**
 * Where a story is read and how readers hear of it: section, topics, level, replies, kind. Readers get the columns of the story
 * itself; what is filed differently once it is out waits apart, and goes out with a publication, which copies it over in
 * its transaction. So everything that readers get reads one place and cannot read the other.
 */

import { z } from 'zod';
import { type StoryKind, storyKinds } from '../kit/story-kind.ts';
import type { Newsroom, PageName } from '../newsroom.ts';
import { readShape } from '../store/json-column.ts';
import { updateStory } from '../stories/queries.ts';
import { deleteTopics, putTopicRows, seeFlash } from './filing-queries.ts';
import { getStoryRow, listStoryTopics, type StoryRow, touchedBy } from './queries.ts';
import { type AlertLevel, isAlertLevel, type StoryStatus } from './story.ts';

export interface FilingParts {
  sectionId: string | null;
  /** In no order. */
  topicIds: string[];
  alertLevel: AlertLevel | null;
  repliesOpen: boolean;
  /** What it is for its readers: news, opinion … */
  kind: StoryKind;
}

const level = z.string().refine(isAlertLevel).nullable();
export const filingParts: z.ZodType<FilingParts> = z.object({
  sectionId: z.string().nullable(),
  topicIds: z.array(z.string()),
  alertLevel: level,
  repliesOpen: z.boolean(),
  kind: z.enum(storyKinds).default('news'), // of what was kept before stories had kinds
});
const waitingParts: z.ZodType<Partial<FilingParts>> = z.object({
  sectionId: z.string().nullable().exactOptional(),
  topicIds: z.array(z.string()).exactOptional(),
  alertLevel: level.exactOptional(),
  repliesOpen: z.boolean().exactOptional(),
  kind: z.enum(storyKinds).exactOptional(),
});

/** What of it is in question, in the desk's words. */
export type FiledPart = 'section' | 'topics' | 'level' | 'replies' | 'kind';

const partOf: Record<keyof FilingParts, FiledPart> = {
  sectionId: 'section',
  topicIds: 'topics',
  alertLevel: 'level',
  repliesOpen: 'replies',
  kind: 'kind',
};

/** Whether readers have the story, or had it: what is filed then waits for a publication. */
export const isOut = (status: StoryStatus): boolean =>
  status === 'published' || status === 'killed' || status === 'merged';

/** What of `to` is other than in `from`. */
export function filedAnew(from: FilingParts, to: FilingParts): Partial<FilingParts> {
  const value = (filed: FilingParts, key: keyof FilingParts) =>
    key === 'topicIds' ? [...filed.topicIds].sort().join() : filed[key];
  const keys = Object.keys(partOf) as (keyof FilingParts)[];
  return Object.fromEntries(
    keys.filter((key) => value(from, key) !== value(to, key)).map((key) => [key, to[key]]),
  );
}

/** A part of a story that waits for a publication. */
export type UnpublishedPart = FiledPart | 'copy';

/** What of a published story is not before readers yet; `hasChanges` says whether its copy is other. */
export function notPublishedOf(
  story: Pick<StoryRow, 'id' | 'status' | 'waiting_filing_json'>,
  hasChanges: boolean,
): UnpublishedPart[] {
  if (story.status !== 'published') return [];
  return [...(hasChanges ? (['copy'] as const) : []), ...partsOf(waitingOf(story))];
}

export function partsOf(filed: Partial<FilingParts>): FiledPart[] {
  return (Object.keys(partOf) as (keyof FilingParts)[])
    .filter((key) => key in filed)
    .map((key) => partOf[key]);
}

/** What was filed since the story went out, and waits. */
export function waitingOf(story: Pick<StoryRow, 'id' | 'waiting_filing_json'>): Partial<FilingParts> {
  const { id, waiting_filing_json } = story;
  if (!waiting_filing_json) return {};
  return readShape('stories.waiting_filing_json', id, waiting_filing_json, waitingParts);
}

/** The level at which the desk means to tell readers; theirs once it is published or told. */
export function meantLevel(
  story: Pick<StoryRow, 'id' | 'waiting_filing_json' | 'alert_level'>,
): AlertLevel | null {
  const { alertLevel = story.alert_level } = waitingOf(story);
  return isAlertLevel(alertLevel) ? alertLevel : null;
}

/** As readers have it. */
export async function filedForReaders(newsroom: Newsroom, story: StoryRow): Promise<FilingParts> {
  const topics = await listStoryTopics(newsroom, story.id);
  return readersFiling(
    story,
    topics.map(({ id }) => id),
  );
}

/** The same of a story whose topics are at hand. */
export function readersFiling(story: StoryRow, topicIds: string[]): FilingParts {
  return {
    sectionId: story.section_id,
    topicIds,
    alertLevel: isAlertLevel(story.alert_level) ? story.alert_level : null,
    repliesOpen: story.replies_open === 1,
    kind: story.kind,
  };
}

/** As the desk has it: what waits, over what readers have. */
export async function filedAtDesk(newsroom: Newsroom, story: StoryRow): Promise<FilingParts> {
  return { ...(await filedForReaders(newsroom, story)), ...waitingOf(story) };
}

/** Keeps what is filed: beside what readers have where they have the story, else in its place. */
export async function keepFiled(inner: Newsroom, story: StoryRow, filed: FilingParts): Promise<void> {
  const waiting = filedAnew(await filedForReaders(inner, story), filed);
  if (!isOut(story.status)) return putFiled(inner, story.id, waiting);
  await setWaiting(inner, story.id, waiting);
}

/**
 * Puts what waits before readers, but for the parts in `but`: inside the transaction of a publication. Gives the story
 * as it is now, and the names of the pages that showed it before or show it now.
 */
export async function publishFiled(
  inner: Newsroom,
  story: StoryRow,
  but: (keyof FilingParts)[] = [],
): Promise<{ story: StoryRow; touched: PageName[] }> {
  const before = await touchedBy(inner, story);
  const waiting = Object.entries(waitingOf(story)) as [keyof FilingParts, unknown][];
  if (waiting.length === 0) return { story, touched: before };
  const isKept = ([key]: [keyof FilingParts, unknown]) => but.includes(key);
  await putFiled(inner, story.id, Object.fromEntries(waiting.filter((part) => !isKept(part))));
  await setWaiting(inner, story.id, Object.fromEntries(waiting.filter(isKept)));
  const now = await getStoryRow(inner, story.id);
  return { story: now, touched: [...new Set([...before, ...(await touchedBy(inner, now))])] };
}

/** Puts the level that waits before readers, and nothing else: they are told at it. */
export async function publishLevel(inner: Newsroom, storyId: string): Promise<void> {
  const story = await getStoryRow(inner, storyId);
  const { touched } = await publishFiled(inner, story, ['sectionId', 'topicIds', 'repliesOpen']);
  inner.bell.ring('pages', { touched });
}

/** Shows readers a story as the flash that it is: called when nobody needs to agree to its alert any more. */
export async function showFlash(inner: Newsroom, storyId: string): Promise<void> {
  const story = await seeFlash(inner, storyId);
  if (story) inner.bell.ring('pages', { touched: await touchedBy(inner, story) });
}

/** The level that readers see: a flash only once it may leave, whoever filed it. */
export function seenLevel(story: Pick<StoryRow, 'alert_level' | 'flash_seen'>): string | null {
  return story.alert_level === 'flash' && story.flash_seen === 0 ? null : story.alert_level;
}

async function putFiled(inner: Newsroom, storyId: string, filed: Partial<FilingParts>): Promise<void> {
  const { sectionId, topicIds, alertLevel, repliesOpen, kind } = filed;
  const columns = {
    ...(sectionId !== undefined && { section_id: sectionId }),
    ...(alertLevel !== undefined && { alert_level: alertLevel, flash_seen: 0 as const }),
    ...(repliesOpen !== undefined && { replies_open: repliesOpen ? (1 as const) : (0 as const) }),
    ...(kind !== undefined && { kind }),
  };
  if (Object.keys(columns).length > 0) await updateStory(inner, storyId, columns);
  if (topicIds) await putTopicIds(inner, storyId, topicIds);
}

/** Gives the story these topics and no others. */
export async function putTopicIds(inner: Newsroom, storyId: string, topicIds: string[]): Promise<void> {
  await deleteTopics(inner, storyId);
  const rows = topicIds.map((topic_id) => ({ story_id: storyId, topic_id }));
  if (rows.length > 0) await putTopicRows(inner, rows);
}

async function setWaiting(inner: Newsroom, storyId: string, waiting: Partial<FilingParts>): Promise<void> {
  const waiting_filing_json = Object.keys(waiting).length === 0 ? null : JSON.stringify(waiting);
  await updateStory(inner, storyId, { waiting_filing_json });
}
