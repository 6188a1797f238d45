/** The questions behind the count of who would hear an alert. Private to this room. */

import { sql } from 'kysely';
import type { AlertLevel } from '../../kit/alert-level.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { FollowTarget } from '../alert-rules.ts';
import { STRIKES } from '../chunk.ts';
import type { SettingsRow } from './reader-settings.ts';

const LAST = 'zzzz'; // behind every id, which are hexadecimal, whatever the database's order of letters

/** Devices that asked for the same, counted. */
export interface AudienceRow extends SettingsRow {
  language: string;
  told_minutes: string;
  stopped: number;
  follows_story: number;
  devices: number;
}

/** The last device of the page after `after`; null when the page is the last. */
export async function pageEnd(newsroom: Newsroom, after: string, size: number): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('devices')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .offset(size)
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface AudienceQuestion {
  targets: FollowTarget[];
  levels: AlertLevel[];
  storyId: string;
  /** Whether any device follows the story itself, or stopped it. */
  isKnown: boolean;
}

/** Whether any device has to do with this very story: with a draft none has, and then none is asked about it. */
export async function isStoryKnown(newsroom: Newsroom, storyId: string): Promise<boolean> {
  const follow = await newsroom.store
    .selectFrom('follows')
    .select('id')
    .where('kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .limit(1)
    .executeTakeFirst();
  if (follow) return true;
  const stop = await newsroom.store
    .selectFrom('stopped_stories')
    .select('device_id')
    .where('story_id', '=', storyId)
    .limit(1)
    .executeTakeFirst();
  return stop !== undefined;
}

const stopped = (storyId: string) =>
  sql<number>`case when exists (select 1 from stopped_stories where stopped_stories.device_id = devices.id
    and stopped_stories.story_id = ${storyId}) then 1 else 0 end`.as('stopped');

const followsStory = (storyId: string) =>
  sql<number>`case when exists (select 1 from follows as own where own.device_id = devices.id
    and own.kind = 'story' and own.subject_id = ${storyId}) then 1 else 0 end`.as('follows_story');

/**
 * Devices of one page that can be reached and follow one of the targets at one of the levels, by what they asked for. Only
 * where a cap counts do devices differ by what they were told.
 */
export async function audiencePage(
  newsroom: Newsroom,
  asked: AudienceQuestion & { after: string; to: string | null },
): Promise<AudienceRow[]> {
  const wishes = [
    'language',
    'languages_json',
    'time_zone',
    'quiet_from',
    'quiet_to',
    'breaks',
    'daily_cap',
  ] as const;
  let devices = newsroom.store
    .selectFrom('devices')
    .where('devices.id', '>', asked.after)
    .where('gone_at', 'is', null)
    .where('welcomed_at', 'is not', null)
    .where('strikes', '<', STRIKES);
  if (asked.to !== null) devices = devices.where('devices.id', '<=', asked.to);
  return devices
    .where((device) =>
      // One question a target, each answered by the same index; most devices follow everything, and are found by the first.
      device.or(
        asked.targets.map(({ kind, subjectId }) =>
          device.exists(
            device
              .selectFrom('follows')
              .select('follows.id')
              .where('follows.kind', '=', kind)
              .where('follows.subject_id', '=', subjectId)
              .whereRef('follows.device_id', '=', 'devices.id')
              // Said again, because PostgreSQL may read the follows of all devices into memory first.
              .where('follows.device_id', '>', asked.after)
              .where('follows.device_id', '<=', asked.to ?? LAST)
              .where('follows.level', 'in', asked.levels),
          ),
        ),
      ),
    )
    .select([
      ...wishes,
      sql<string>`case when daily_cap is null then '' else told_minutes end`.as('told'),
      asked.isKnown ? stopped(asked.storyId) : sql<number>`0`.as('stopped'),
      asked.isKnown ? followsStory(asked.storyId) : sql<number>`0`.as('follows_story'),
      (device) => device.fn.countAll<number>().as('devices'),
    ])
    .groupBy([...wishes, sql`told`, sql`stopped`, sql`follows_story`])
    .execute()
    .then((rows) => rows.map(({ told, ...row }) => ({ ...row, told_minutes: told })));
}
