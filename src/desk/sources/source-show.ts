/** A source's page, put together. */
import { join } from 'node:path';
import { DAY, HOUR } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { listFailedDeliveries } from '../../wire/arriving/deliveries.ts';
import { hasHookSecret } from '../../wire/arriving/hook.ts';
import { findHubState } from '../../wire/arriving/websub.ts';
import { listItems } from '../../wire/items/items.ts';
import { type Arrivals, busyness, meanGap } from '../../wire/sources/arrivals.ts';
import { listLines } from '../../wire/sources/poll-lines.ts';
import type { Source } from '../../wire/sources/source.ts';
import { clockTime, type PageTime } from '../views/words.ts';
import type { Running } from './source-running.tsx';

const LINES = 30;
const ITEMS = 10;

export async function runningOf(newsroom: Newsroom, source: Source, when: PageTime): Promise<Running> {
  const { arrivals } = source;
  const gap = arrivals && meanGap(arrivals);
  const { wireFolder, address } = newsroom.settings;
  return {
    lines: await listLines(newsroom, source.id, LINES),
    items: await listItems(newsroom, { sourceId: source.id, limit: ITEMS }),
    aDay: gap ? DAY / gap : null,
    busiest: arrivals && gap ? busiestOf(arrivals, when) : null,
    subscription: await findHubState(newsroom, source.id),
    failedDeliveries: await listFailedDeliveries(newsroom, source.id),
    hasHookSecret: await hasHookSecret(newsroom, source.id),
    hookPath: `${address}/api/wire/sources/${source.slug}`,
    folder: wireFolder ? join(wireFolder, source.slug) : null,
  };
}

const STANDS_OUT = 1.5; // times the mean hour

function busiestOf(arrivals: Arrivals, when: PageTime): string | null {
  const midnight = Math.floor(when.now / DAY) * DAY;
  const hours = arrivals.hours.map((_, hour) => ({ hour, busy: busyness(arrivals, midnight + hour * HOUR) }));
  const most = hours.reduce((one, other) => (other.busy > one.busy ? other : one));
  return most.busy < STANDS_OUT ? null : clockTime(midnight + most.hour * HOUR, when);
}
