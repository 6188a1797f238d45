/** Of the alerts whose time to be told has come: what is no news any more, what has to wait longer, and who is told the same. */
import type { Newsroom } from '../../newsroom.ts';
import { STRIKES } from '../chunk.ts';
import {
  type Became,
  devicesThatWaited,
  type HeldChange,
  type HeldFor,
  setHeld,
  stoppedPairs,
  waitedAlerts,
} from '../readers/held-queries.ts';
import { openWallClocks } from '../readers/quiet-hours.ts';
import { timeZoneOfPaper } from '../readers/reader-queries.ts';
import { asReader } from '../readers/reader-settings.ts';
import { heldUntil } from '../readers/who-hears.ts';
import { HELD_LIFETIME } from './gathered.ts';
import { type LateTelling, openLateTellings, type WaitedAlert } from './late-telling.ts';

const TRIES = 8; // with growing waits, half an hour together

export type LateDevice = Awaited<ReturnType<typeof devicesThatWaited>>[number];

/** Devices that are told the same. */
export interface HeldGroup {
  telling: LateTelling;
  devices: LateDevice[];
  attempts: number;
  /** Whether it counts towards the caps: what a cap itself held does not, else it would hold for ever. */
  counts: boolean;
}

/** Of rows taken under a lease, whose devices are all within: writes off, puts off, and groups what is left. */
export async function sortHeld(inner: Newsroom, rows: readonly HeldFor[]): Promise<HeldGroup[]> {
  const ids = [...new Set(rows.map((row) => row.alertId))];
  const alerts = new Map((await waitedAlerts(inner, ids)).map((alert) => [alert.id, alert]));
  const changes = openChanges();
  const left = await withoutStale(inner, { rows, alerts, changes });
  const sorting = await openSorting(inner);
  const tellings = await openLateTellings(inner, alerts);
  const groups = new Map<string, HeldGroup>();
  for (const device of await devicesThatWaited(inner, [...left.keys()])) {
    const held = left.get(device.id) ?? [];
    if (device.gone_at !== null || device.strikes >= STRIKES) {
      changes.add(held, sorting.over('failed'));
      continue;
    }
    const byCap = held.some((row) => row.why === 'cap');
    const wait = sorting.waitOf(device, byCap);
    if (wait) {
      changes.add(held, wait);
      continue;
    }
    const telling = tellings.of(held, sorting.languageOf(device));
    const group = groups.get(telling.key) ?? { telling, devices: [], attempts: 0, counts: !byCap };
    groups.set(telling.key, group);
    group.devices.push(device);
    group.attempts = Math.max(group.attempts, ...held.map((row) => row.attempts));
  }
  await changes.write(inner);
  return [...groups.values()];
}

/** Rows by device, but for those that are no news any more: withdrawn, stopped by the reader, too old, tried too often. */
async function withoutStale(
  inner: Newsroom,
  { rows, alerts, changes }: { rows: readonly HeldFor[]; alerts: Map<string, WaitedAlert>; changes: Changes },
): Promise<Map<string, HeldFor[]>> {
  const now = inner.clock.now();
  const stopped = await stoppedPairs(inner, {
    deviceIds: [...new Set(rows.map((row) => row.deviceId))],
    storyIds: [...new Set([...alerts.values()].map((alert) => alert.storyId))],
  });
  const whyNot = (row: HeldFor): Became | null => {
    const alert = alerts.get(row.alertId);
    if (!alert || alert.state === 'stopped' || alert.status !== 'published') return 'withdrawn';
    if (stopped.has(`${row.deviceId} ${alert.storyId}`)) return 'withdrawn';
    return alert.at <= now - HELD_LIFETIME || row.attempts > TRIES ? 'expired' : null;
  };
  const left = new Map<string, HeldFor[]>();
  for (const row of rows) {
    const became = whyNot(row);
    if (became) changes.add([row], { done_at: now, became, lease_until: 0 });
    else left.set(row.deviceId, [...(left.get(row.deviceId) ?? []), row]);
  }
  return left;
}

async function openSorting(inner: Newsroom) {
  const now = inner.clock.now();
  const timeZone = await timeZoneOfPaper(inner);
  const clocks = openWallClocks();
  const readerOf = (device: LateDevice) => asReader(device, { stopped: false, followsStory: false });
  return {
    over: (became: Became): HeldChange => ({ done_at: now, became, lease_until: 0 }),
    /** What the cap held until now goes out whatever the cap says: it has been gathered for that. */
    waitOf(device: LateDevice, byCap: boolean): HeldChange | null {
      const reader = readerOf(device);
      const wait = heldUntil(byCap ? { ...reader, cap: null } : reader, { now, timeZone }, clocks);
      return wait && { until: wait.until, why: byCap ? 'cap' : wait.why, lease_until: 0 };
    },
    languageOf(device: LateDevice): string {
      const { languages, language } = readerOf(device);
      return languages.find((one) => one !== '*') ?? language;
    },
  };
}

type Changes = ReturnType<typeof openChanges>;

/** Changes to rows, gathered so that the same one is written once for all devices of an alert. */
function openChanges() {
  const found = new Map<string, { alertId: string; deviceIds: string[]; change: HeldChange }>();
  return {
    add(rows: readonly HeldFor[], change: HeldChange): void {
      for (const { alertId, deviceId } of rows) {
        const name = `${alertId} ${JSON.stringify(change)}`;
        const one = found.get(name) ?? { alertId, deviceIds: [], change };
        one.deviceIds.push(deviceId);
        found.set(name, one);
      }
    },
    async write(inner: Newsroom): Promise<void> {
      for (const { change, ...of } of found.values()) await setHeld(inner, of, change);
    },
  };
}
