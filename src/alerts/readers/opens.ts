/**
 * How often alerts are opened: a number for each alert, with no device, address or cookie beside it. Anyone can say that
 * an alert was opened, so the figure is a hint; it is kept in memory for a moment, so that a flash costs few writes.
 */
import { MINUTE, SECOND } from '../../kit/clock.ts';
import { networkOf } from '../../kit/network.ts';
import type { Newsroom } from '../../newsroom.ts';
import { addOpens, listKnownAlerts, listOpens } from './open-queries.ts';

export interface Opens {
  /** `from` is the network address; it is only compared, for a minute, and never written down. False for one too many. */
  add(alertId: string, from: string): boolean;
  /** Writes down what is in memory. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const EVERY = SECOND; // what is lost, should the process die
const A_MINUTE = 300; // from one address: the gateway of a mobile network, on a flash
const ALERTS = 1_000; // counted at once; more are not alerts of ours

export function openOpens(newsroom: Newsroom): Opens {
  let counts = new Map<string, number>();
  let senders = new Map<string, number>();
  let since = 0;
  let timer: NodeJS.Timeout | null = null;

  const mayCount = (from: string): boolean => {
    const now = newsroom.clock.now();
    if (now - since > MINUTE) [senders, since] = [new Map(), now];
    const sender = networkOf(from);
    const many = (senders.get(sender) ?? 0) + 1;
    senders.set(sender, many);
    return many <= A_MINUTE;
  };

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const found = counts;
    counts = new Map();
    if (found.size > 0) await newsroom.transact((inner) => write(inner, found));
  }

  return {
    add(alertId, from) {
      if (!mayCount(from) || (counts.size >= ALERTS && !counts.has(alertId))) return false;
      counts.set(alertId, (counts.get(alertId) ?? 0) + 1);
      timer ??= setTimeout(
        () =>
          void flush().catch((error: unknown) =>
            newsroom.log.warn('opens of alerts were not counted', { error }),
          ),
        EVERY,
      ).unref();
      return true;
    },
    flush,
    close: flush,
  };
}

/** What is no alert of ours is left out. */
async function write(inner: Newsroom, counts: ReadonlyMap<string, number>): Promise<void> {
  const known = await listKnownAlerts(inner, [...counts.keys()]);
  for (const { id } of known) {
    const opened = counts.get(id) ?? 0;
    await addOpens(inner, id, opened);
  }
}

/** How often each of these alerts was opened; those that never were are left out. */
export async function countOpens(
  newsroom: Newsroom,
  alertIds: readonly string[],
): Promise<Map<string, number>> {
  if (alertIds.length === 0) return new Map();
  const rows = await listOpens(newsroom, alertIds);
  return new Map(rows.map((row) => [row.alert_id, row.opened]));
}
