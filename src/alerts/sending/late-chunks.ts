/** What was told late, written down as chunks that are done: corrections, the desk and the reader's page find them there. */
import type { Newsroom } from '../../newsroom.ts';
import { encodeOutcomes } from '../chunk.ts';
import type { Chunk } from '../queries.ts';

/** One chunk for each push service, its devices in key order. */
export function toldChunks(
  inner: Newsroom,
  alertId: string,
  devices: readonly { id: string; origin: string }[],
): Chunk[] {
  const byOrigin = new Map<string, string[]>();
  for (const { id, origin } of devices) {
    const mine = byOrigin.get(origin);
    if (mine) mine.push(id);
    else byOrigin.set(origin, [id]);
  }
  const now = inner.clock.now();
  return [...byOrigin].map(([origin, unsorted]) => {
    const ids = unsorted.sort();
    return {
      id: inner.ids.next(),
      alert_id: alertId,
      origin,
      first_device_id: ids[0] ?? '',
      last_device_id: ids.at(-1) ?? '',
      device_ids_json: JSON.stringify(ids),
      outcomes: encodeOutcomes(ids.map(() => 'accepted')),
      figures_json: '{}',
      rank: 3,
      lease_until: 0,
      held_by: null,
      attempts: 1,
      run_at: now,
      done_at: now,
    };
  });
}
