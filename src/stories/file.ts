/** File: under which section and topics a story is read, at which level readers hear of it, and how it came to us. */
import { webHref } from '../kit/plain-link.ts';
import { slugOf } from '../kit/slug.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { refuseIfLocked } from './lock.ts';
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
  by: Actor;
}

/** Files the story: working name, section, topics, alert level, whether readers may reply. */
export async function fileStory(newsroom: Newsroom, filing: Filing): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, filing.storyId);
    await refuseIfLocked(inner, story.id, filing.by);
    const before = await touchedBy(inner, story);
    await inner.store
      .updateTable('stories')
      .set({
        slug: slugOf(filing.slug) || story.slug,
        section_id: filing.sectionId,
        alert_level: filing.alertLevel,
        replies_open: filing.repliesOpen ? 1 : 0,
      })
      .where('id', '=', story.id)
      .execute();
    await putTopics(inner, story.id, filing.topicNames);
    inner.bell.ring('desk', { what: 'stories' });
    if (story.status !== 'published') return;
    const after = await touchedBy(inner, { ...story, section_id: filing.sectionId });
    inner.bell.ring('pages', { touched: [...new Set([...before, ...after])] });
  });
}

/** Replaces the steps of the story's way to us; the audit keeps what stood there. */
export async function setHops(
  newsroom: Newsroom,
  given: { storyId: string; hops: HopDraft[]; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const story = await holdStory(inner, given.storyId);
    await refuseIfLocked(inner, story.id, given.by);
    const before = await inner.store
      .selectFrom('hops')
      .selectAll()
      .where('story_id', '=', story.id)
      .execute();
    await inner.store.deleteFrom('hops').where('story_id', '=', story.id).execute();
    await putHops(inner, story.id, given.hops);
    const facts = { before: before.map((hop) => ({ party: hop.party, act: hop.act, link: hop.link })) };
    await recordAct(inner, {
      by: given.by,
      act: 'change hops',
      subjectKind: 'story',
      subjectId: story.id,
      facts,
    });
    inner.bell.ring('desk', { what: 'stories' });
    if (story.status === 'published') inner.bell.ring('pages', { touched: await touchedBy(inner, story) });
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
  if (rows.length > 0) await inner.store.insertInto('hops').values(rows).execute();
}

export async function putTopics(inner: Newsroom, storyId: string, names: string[]): Promise<void> {
  await inner.store.deleteFrom('story_topics').where('story_id', '=', storyId).execute();
  const rows = (await ensureTopics(inner, names)).map((topic) => ({ story_id: storyId, topic_id: topic.id }));
  if (rows.length > 0) await inner.store.insertInto('story_topics').values(rows).execute();
}
