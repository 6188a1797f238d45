/** A live story ends: it stays readable, with its summary on top, and entries that come later wait. It may go on again. */
import { refuse } from '../kit/refusal.ts';
import { type BodyHtml, htmlToText } from '../kit/safe-html.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { saveTake } from '../stories/edit.ts';
import { holdForEntries, showEntryChange } from '../stories/live-story.ts';
import { publishStory } from '../stories/publish.ts';
import { findLiveStory, setLiveStory } from './entry-queries.ts';

/** What stands on top from now on; without it, what stands there stays. */
export interface LiveSummary {
  editionId: string;
  headline: string;
  bodyHtml: BodyHtml;
}

/** Refuses with `entry-changed` what has ended or never began, and as a publication does where there is a new summary. */
export async function endLive(
  newsroom: Newsroom,
  asked: { storyId: string; summary?: LiveSummary; override?: string; by: Actor },
): Promise<void> {
  const { storyId, summary, by } = asked;
  await newsroom.transact(async (inner) => {
    const story = await holdForEntries(inner, { storyId, by });
    if (!story.mayShow) refuse('role-needed', { because: 'publishedIsForEditors' });
    const live = await findLiveStory(inner, storyId);
    if (!live || live.ended_at !== null) refuse('entry-changed', { because: 'liveNotUnderWay' });
    await setLiveStory(inner, storyId, { ended_at: inner.clock.now(), ended_by_id: by.id });
    await recordAct(inner, { by, act: 'end live', subjectKind: 'story', subjectId: storyId });
    await announce(inner, { event: 'live-turned', facts: { storyId } });
    if (summary && htmlToText(summary.bodyHtml).trim() !== '')
      await putSummary(inner, { ...asked, summary, isOut: story.status === 'published' });
    for (const { id } of story.editions) await showEntryChange(inner, { story, editionId: id });
  });
}

async function putSummary(
  inner: Newsroom,
  asked: { storyId: string; summary: LiveSummary; isOut: boolean; override?: string; by: Actor },
): Promise<void> {
  const { storyId, summary, by } = asked;
  const desk = await getForDesk(inner, storyId);
  const edition = desk.editions.find(({ id }) => id === summary.editionId) ?? refuse('not-found');
  const headline = summary.headline.trim() === '' ? edition.copy.headline : summary.headline;
  const copy = { ...edition.copy, headline, bodyHtml: summary.bodyHtml };
  await saveTake(inner, {
    editionId: edition.id,
    copy,
    basedOn: edition.takeId,
    note: 'summary at the end',
    by,
  });
  const override = asked.override?.trim() ? { override: asked.override } : {};
  if (asked.isOut) await publishStory(inner, { storyId, by, ...override });
}

/** It goes on: entries go out at once again. */
export async function resumeLive(
  newsroom: Newsroom,
  { storyId, by }: { storyId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdForEntries(inner, { storyId, by });
    if (!story.mayShow) refuse('role-needed', { because: 'publishedIsForEditors' });
    const live = await findLiveStory(inner, storyId);
    if (!live || live.ended_at === null) refuse('entry-changed', { because: 'liveUnderWay' });
    await setLiveStory(inner, storyId, { ended_at: null, ended_by_id: null });
    await recordAct(inner, { by, act: 'resume live', subjectKind: 'story', subjectId: storyId });
    await announce(inner, { event: 'live-turned', facts: { storyId } });
    for (const { id } of story.editions) await showEntryChange(inner, { story, editionId: id });
  });
}
