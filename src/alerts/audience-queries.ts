/** The questions behind the count of who would hear an alert. Private to this room. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { FollowTarget } from './alert-rules.ts';
import { STRIKES } from './chunk.ts';
import type { SettingsRow } from './reader-settings.ts';

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

/**
 * Devices of one page that can be reached and follow one of the targets at one of the levels, by what they asked for. Only
 * where a cap counts do devices differ by what they were told.
 */
export async function audiencePage(
  newsroom: Newsroom,
  asked: { targets: FollowTarget[]; levels: string[]; storyId: string; after: string; to: string | null },
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
      device.exists(
        device
          .selectFrom('follows')
          .select('follows.id')
          .whereRef('follows.device_id', '=', 'devices.id')
          .where('follows.level', 'in', asked.levels)
          .where((follow) =>
            follow.or(
              asked.targets.map(({ kind, subjectId }) =>
                follow.and([follow('follows.kind', '=', kind), follow('follows.subject_id', '=', subjectId)]),
              ),
            ),
          ),
      ),
    )
    .select([
      ...wishes,
      sql<string>`case when daily_cap is null then '' else told_minutes end`.as('told'),
      sql<number>`case when exists (select 1 from stopped_stories where stopped_stories.device_id = devices.id
        and stopped_stories.story_id = ${asked.storyId}) then 1 else 0 end`.as('stopped'),
      sql<number>`case when exists (select 1 from follows as own where own.device_id = devices.id
        and own.kind = 'story' and own.subject_id = ${asked.storyId}) then 1 else 0 end`.as('follows_story'),
      (device) => device.fn.countAll<number>().as('devices'),
    ])
    .groupBy([...wishes, sql`told`, sql`stopped`, sql`follows_story`])
    .execute()
    .then((rows) => rows.map(({ told, ...row }) => ({ ...row, told_minutes: told })));
}
