/** The questions that live events are asked. Private to this room. */

import type { Newsroom } from '../newsroom.ts';
import type { LiveKind } from '../store/closed-sets.ts';

export interface LiveEvent {
  id: number;
  /** 'all', or 'story:' and its id. */
  channel: string;
  kind: string;
  payload_json: string;
}

const columns = ['id', 'channel', 'kind', 'payload_json'] as const;

export async function insertLiveEvent(
  newsroom: Newsroom,
  event: { channel: string; kind: LiveKind; payload: unknown },
): Promise<void> {
  await newsroom.store
    .insertInto('live_events')
    .values({
      channel: event.channel,
      kind: event.kind,
      payload_json: JSON.stringify(event.payload),
      at: newsroom.clock.now(),
    })
    .execute();
}

export async function liveEventsAfter(
  newsroom: Newsroom,
  after: number,
  limit: number,
): Promise<LiveEvent[]> {
  return newsroom.store
    .selectFrom('live_events')
    .select(columns)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** The newest, oldest first. */
export async function newestLiveEvents(newsroom: Newsroom, limit: number): Promise<LiveEvent[]> {
  const rows = await newsroom.store
    .selectFrom('live_events')
    .select(columns)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.reverse();
}

/** Takes out what is older, but never the last: from it a sleeper sees that it missed something. */
export async function deleteLiveEvents(newsroom: Newsroom, before: number): Promise<void> {
  const last = await newsroom.store
    .selectFrom('live_events')
    .select((most) => most.fn.max('id').as('id'))
    .executeTakeFirst();
  if (!last?.id) return;
  await newsroom.store.deleteFrom('live_events').where('at', '<', before).where('id', '<', last.id).execute();
}

/** Where an edition is read, and its published words, also when its story was killed since. */
export async function whereRead(newsroom: Newsroom, editionId: string) {
  const row = await newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .leftJoin('sections', 'sections.id', 'stories.section_id')
    .leftJoin('takes', 'takes.id', 'editions.published_take_id')
    .select([
      'stories.id as storyId',
      'sections.slug as section',
      'editions.slug',
      'editions.language',
      'takes.headline',
      'stories.kill_notice as killNotice',
    ])
    .where('editions.id', '=', editionId)
    .executeTakeFirst();
  return row ?? null;
}
