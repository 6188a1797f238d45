/**
 * What waited for a device, told when its quiet hours end or its cap has room: one alert as itself, several gathered in
 * one. Like a chunk it goes out under a lease, at least once on the network; tag and revision make it once to the eye.
 * What was told is written down as chunks of its alerts, so that a correction finds these devices too.
 */

import { MINUTE } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Outcome } from '../../push/outcome.ts';
import { recipientOf, type Sender } from '../../push/sender.ts';
import { isOpen, judgeRefusals, waitBefore } from '../chunk.ts';
import { claimHeld, deleteDoneHeld, setHeld } from '../readers/held-queries.ts';
import { markTold } from '../readers/reader-queries.ts';
import { countTold } from '../readers/reader-settings.ts';
import { findStop } from '../stop.ts';
import { insertChunks } from './chunk-queries.ts';
import { HELD_LIFETIME } from './gathered.ts';
import { type HeldGroup, sortHeld } from './held-sort.ts';
import { toldChunks } from './late-chunks.ts';
import { learnFrom } from './learn.ts';

const ROWS = 1_000; // looked at in one go, with whatever else waits for the same devices
const LEASE = 3 * MINUTE; // longer than the sender takes for one go
const KEPT = 3 * HELD_LIFETIME; // of what is done, for the reader's page

/** For the clock: tells every device what has waited long enough for it. */
export async function tellHeld(newsroom: Newsroom, { sender }: { sender: Sender }): Promise<void> {
  while (!sender.closed) {
    if (await findStop(newsroom)) return;
    const rows = await newsroom.transact((inner) => claimHeld(inner, { rows: ROWS, lease: LEASE }));
    if (rows.length === 0) return;
    const groups = await newsroom.transact((inner) => sortHeld(inner, rows));
    await Promise.all(groups.map((group) => tell(newsroom, sender, group)));
    newsroom.bell.ring('desk', { what: 'alerts' });
  }
}

/** For the clock: forgets what was told long ago. */
export async function pruneHeld(newsroom: Newsroom): Promise<void> {
  await deleteDoneHeld(newsroom, newsroom.clock.now() - KEPT);
}

async function tell(newsroom: Newsroom, sender: Sender, group: HeldGroup): Promise<void> {
  const recipients = group.devices.map(recipientOf);
  const { key: _key, alerts: _alerts, ...telling } = group.telling;
  const outcomes = judgeRefusals(await sender.send(telling, recipients));
  if (sender.closed) return; // the lease runs out, and whoever is there then goes on
  await newsroom.transact((inner) => record(inner, group, outcomes));
}

async function record(inner: Newsroom, group: HeldGroup, outcomes: readonly Outcome[]): Promise<void> {
  const now = inner.clock.now();
  const of = (wanted: (outcome: Outcome) => boolean) =>
    group.devices.filter((_, place) => wanted(outcomes[place] ?? { kind: 'dropped' }));
  const told = of(({ kind }) => kind === 'accepted');
  const again = of(({ kind }) => isOpen(kind));
  const failed = of(({ kind }) => kind !== 'accepted' && !isOpen(kind));
  const wait = waitBefore(outcomes, group.attempts + 3) ?? 0; // from four seconds on: it has waited already
  const became = group.telling.alerts.length > 1 ? 'gathered' : 'told';
  for (const { id: alertId } of group.telling.alerts) {
    const rows = (devices: typeof told) => ({ alertId, deviceIds: devices.map(({ id }) => id) });
    await setHeld(inner, rows(told), { done_at: now, became, lease_until: 0 });
    await setHeld(inner, rows(failed), { done_at: now, became: 'failed', lease_until: 0 });
    await setHeld(inner, rows(again), { until: now + wait, lease_until: 0 });
    await insertChunks(inner, toldChunks(inner, alertId, told));
  }
  if (group.counts) {
    const capped = told.filter((device) => device.daily_cap !== null).map(({ id }) => id);
    await markTold(inner, capped, countTold(now));
  }
  await learnFrom(
    inner,
    new Map(group.devices.map(({ id }, place) => [id, outcomes[place] ?? { kind: 'dropped' }])),
  );
}
