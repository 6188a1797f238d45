/** Poll: asks the sources that are due, politely, and keeps what they say or what is wrong with them. */

import {
  claimDue,
  claimSource,
  freeSources,
  getSourceRow,
  updateSource,
} from '../../intake/source-queries.ts';
import { HOUR, SECOND } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { fetchFeed } from '../sources/fetch-feed.ts';
import type { SourceRow } from '../sources/source.ts';
import type { PollOutcome } from './keep-answers.ts';
import { type Keeper, openKeeper } from './keeper.ts';
import { judge } from './poll-answer.ts';
import { readDelivery } from './read-delivery.ts';

const AT_ONCE = 48; // sources under way in one process; they wait for the network, and a slow one for half a minute
const CLAIMED = 24; // claimed in one statement where there is room: each claim is waited for by the disk
const LOOK_AGAIN = SECOND / 2; // while some are under way, others may have become due

/** Polls every source that is due, until none is; several processes may do so at once. */
export async function pollDue(newsroom: Newsroom): Promise<void> {
  const under = new Set<Promise<unknown>>();
  const keeper = openKeeper(newsroom);
  let isTime = true;
  for (;;) {
    const free = AT_ONCE - under.size;
    const rows: SourceRow[] = free >= CLAIMED || (isTime && free > 0) ? await claimDue(newsroom, free) : [];
    for (const row of rows) {
      // A bug met with one source must not keep the others waiting.
      const run = pollClaimed(newsroom, row, keeper)
        .catch((error: unknown) => newsroom.log.error('poll failed', { source: row.slug, error }))
        .finally(() => under.delete(run));
      under.add(run);
    }
    if (under.size === 0) return;
    const passed = wait(LOOK_AGAIN).then(() => true);
    isTime =
      rows.length === 0 && (await Promise.race([...[...under].map((run) => run.then(() => false)), passed]));
  }
}

/** Gives back the sources of a process that is gone; of any where none is named: on SQLite, at start. */
export async function freeSourceLeases(newsroom: Newsroom, processId: string | null = null): Promise<void> {
  await freeSources(newsroom, processId);
}

/** Polls one source now, due or not; null while another poll of it is under way. Refuses with `not-found`. */
export async function pollNow(
  newsroom: Newsroom,
  { sourceId }: { sourceId: string },
): Promise<PollOutcome | null> {
  await getSourceRow(newsroom, sourceId);
  const source = await claimSource(newsroom, sourceId);
  return source && pollClaimed(newsroom, source);
}

/** Follow-up of a source that was added: the desk sees its items at once. Run again, it asks again. */
export async function pollSource(newsroom: Newsroom, { sourceId }: { sourceId: string }): Promise<void> {
  const source = await claimSource(newsroom, sourceId);
  if (source) await pollClaimed(newsroom, source);
}

/** Polls a source that this process holds. Whatever happens, the lease ends with it. */
async function pollClaimed(
  newsroom: Newsroom,
  source: SourceRow,
  keeper: Keeper = openKeeper(newsroom, 0),
): Promise<PollOutcome> {
  const began = newsroom.clock.now();
  try {
    if (source.feed_url !== null) return await poll(newsroom, source, source.feed_url, keeper);
    await letGo(newsroom, source, began);
    return { ok: true, received: 0, changed: 0, words: null };
  } catch (bug) {
    await letGo(newsroom, source, began);
    throw bug;
  }
}

/** Until its usual time: a bug is not met at once again. */
async function letGo(newsroom: Newsroom, source: SourceRow, began: number): Promise<void> {
  await updateSource(newsroom, source.id, {
    lease_until: 0,
    last_polled_at: newsroom.clock.now(),
    next_poll_at: began + source.interval_ms,
  });
}

async function poll(
  newsroom: Newsroom,
  source: SourceRow,
  address: string,
  keeper: Keeper,
): Promise<PollOutcome> {
  const { etag, last_modified: lastModified } = source;
  const began = newsroom.clock.now();
  const got = await fetchFeed(newsroom, address, { etag, lastModified });
  const answer = await judge(got, source, newsroom.clock.now(), (bytes, hints) =>
    readDelivery(newsroom, { bytes, ...hints, language: source.language, newsFrom: newsFrom(source) }),
  );
  const line = { via: 'poll', bytes: got.ok ? got.bytes.length : 0, began } as const;
  return keeper.keep({ source, answer, got, line });
}

/** Of a source that we know, what is dated since its last answer; a clock of its own may be behind ours. */
function newsFrom({ last_ok_at: last }: SourceRow): number {
  return last === null ? 0 : last - HOUR;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
