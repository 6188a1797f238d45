/** The questions that the desk asks of alerts and their progress. Private to this room. */
import type { Newsroom } from '../../newsroom.ts';

export async function alertLineRows(newsroom: Newsroom, asked: { storyId?: string; limit: number }) {
  let rows = newsroom.store
    .selectFrom('alerts')
    .leftJoin('staff as asker', 'asker.id', 'alerts.by_id')
    .leftJoin('staff as agreed', 'agreed.id', 'alerts.confirmed_by_id')
    .select(['alerts.id', 'alerts.story_id as storyId', 'alerts.kind', 'alerts.level', 'alerts.headline'])
    .select(['alerts.body', 'alerts.path', 'alerts.language', 'alerts.state', 'alerts.created_at as at'])
    .select(['alerts.leaves_at as leavesAt', 'alerts.left_at as leftAt', 'alerts.sent_at as sentAt'])
    .select(['alerts.check_needed as check', 'alerts.by_id as byId', 'asker.name as byName'])
    .select(['alerts.confirmed_by_id as agreedId', 'agreed.name as agreedName'])
    .select(['alerts.stopped_why as stoppedWhy', 'alerts.figures_json']);
  if (asked.storyId !== undefined) rows = rows.where('alerts.story_id', '=', asked.storyId);
  return rows.orderBy('alerts.created_at', 'desc').orderBy('alerts.id', 'desc').limit(asked.limit).execute();
}

export async function keepFigures(newsroom: Newsroom, alertId: string, figures_json: string): Promise<void> {
  await newsroom.store.updateTable('alerts').set({ figures_json }).where('id', '=', alertId).execute();
}

/** Devices that wait for an alert, by why. */
export async function heldCounts(
  newsroom: Newsroom,
  ids: string[],
): Promise<Map<string, { quiet: number; capped: number }>> {
  const found = new Map<string, { quiet: number; capped: number }>();
  if (ids.length === 0) return found;
  const rows = await newsroom.store
    .selectFrom('held_alerts')
    .select(['alert_id', 'why', (of) => of.fn.countAll<number>().as('devices')])
    .where('alert_id', 'in', ids)
    .where('done_at', 'is', null)
    .groupBy(['alert_id', 'why'])
    .execute();
  for (const { alert_id, why, devices } of rows) {
    const held = found.get(alert_id) ?? { quiet: 0, capped: 0 };
    held[why === 'quiet' ? 'quiet' : 'capped'] += Number(devices);
    found.set(alert_id, held);
  }
  return found;
}
