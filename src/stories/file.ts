/** File: under which section and topics a story is read, at which level readers hear of it, and how it came to us. */

import { webHref } from '../kit/plain-link.ts';
import { slugOf } from '../kit/slug.ts';
import type { StoryKind } from '../kit/story-kind.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { listHopRows, updateStory } from '../stories/queries.ts';
import { filedAnew, filedAtDesk, keepFiled, putTopicIds } from './filing.ts';
import { deleteHops, putHopRows } from './filing-queries.ts';
import { refuseIfLocked } from './lock.ts';
import { decides, refuseUnlessMayChange } from './may-change.ts';
import { holdStory, touchedBy } from './queries.ts';
import { ensureTopics } from './sections.ts';
import { type AlertLevel, type HopDraft, oneLine } from './story.ts';

export interface Filing {
  storyId: string;
  slug: string;
  sectionId: string | null;
  topicNames: string[];
  alertLevel: AlertLevel | null;
  repliesOpen: boolean;
  /** As it was where it is not said. */
  kind?: StoryKind;
  by: Actor;
}

/**
 * Files the story: working name, section, topics, alert level, whether readers may reply, its kind. Of a story that is out all but the
 * working name waits for a publication. The level is an editor's: anyone else's leaves it as it was. Refuses with
 * `story-locked`, and with `role-needed` a scheduled story to whoever is no editor.
 */
export async function fileStory(newsroom: Newsroom, filing: Filing): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { by } = filing;
    const story = await holdStory(inner, filing.storyId);
    await refuseIfLocked(inner, story.id, by);
    const slug = slugOf(filing.slug) || story.slug;
    await updateStory(inner, story.id, { slug });
    const had = await filedAtDesk(inner, story);
    const filed = {
      sectionId: filing.sectionId,
      topicIds: (await ensureTopics(inner, filing.topicNames)).map(({ id }) => id),
      alertLevel: (await decides(inner, by)) ? filing.alertLevel : had.alertLevel,
      repliesOpen: filing.repliesOpen,
      kind: filing.kind ?? had.kind,
    };
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    if (Object.keys(filedAnew(had, filed)).length === 0) return;
    await refuseUnlessMayChange(inner, { story, change: 'waits', by });
    await keepFiled(inner, story, filed);
  });
}

/** Replaces the steps of the story's way to us, which readers see at once; the audit keeps what stood there. */
export async function setHops(
  newsroom: Newsroom,
  given: { storyId: string; hops: HopDraft[]; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, given.storyId);
    await refuseIfLocked(inner, story.id, given.by);
    await refuseUnlessMayChange(inner, { story, change: 'shows', by: given.by });
    const touched = await touchedBy(inner, story); // of the sources that it came through until now
    const before = await listHopRows(inner, [story.id]);
    await deleteHops(inner, story.id);
    await putHops(inner, story.id, given.hops);
    const facts = { before: before.map((hop) => ({ party: hop.party, act: hop.act, link: hop.link })) };
    await recordAct(inner, {
      by: given.by,
      act: 'change hops',
      subjectKind: 'story',
      subjectId: story.id,
      facts,
    });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    if (story.status === 'published')
      inner.bell.ring('pages', { touched: [...new Set([...touched, ...(await touchedBy(inner, story))])] });
  });
}

export async function putHops(inner: Newsroom, storyId: string, hops: HopDraft[]): Promise<void> {
  const rows = hops.map((hop, position) => ({
    id: inner.ids.next(),
    story_id: storyId,
    position,
    party: oneLine(hop.party),
    source_id: hop.sourceId,
    act: hop.act,
    language: hop.language,
    link: webHref(hop.link),
    at: hop.at,
  }));
  if (rows.length > 0) await putHopRows(inner, rows);
}

export async function putTopics(inner: Newsroom, storyId: string, names: string[]): Promise<void> {
  const topics = await ensureTopics(inner, names);
  await putTopicIds(
    inner,
    storyId,
    topics.map(({ id }) => id),
  );
}
