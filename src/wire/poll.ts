/** Poll: asks the sources that are due, politely, and keeps what they say or what is wrong with them. */
import { randomInt } from 'node:crypto';
import { MINUTE, SECOND } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { fetchFeed } from './fetch-feed.ts';
import { moveWhereTold } from './moved.ts';
import { judge, type Readable, type Trouble } from './poll-answer.ts';
import { receive } from './receive.ts';
import { backOff, intervalFor, type SourceRow, spread } from './source.ts';
import {
  claimDue,
  claimSource,
  getSourceRow,
  restHost,
  updatePolled,
  updateSource,
} from './source-queries.ts';

const AT_ONCE = 16; // sources under way in one process; they wait for the network, not for us
const LOOK_AGAIN = SECOND / 2; // while some are under way, others may have become due

export interface Polled {
  ok: boolean;
  received: number;
  changed: number;
  /** What is wrong, for the desk. */
  words: string | null;
}

/** Polls every source that is due, until none is; several processes may do so at once. */
export async function pollDue(newsroom: Newsroom): Promise<void> {
  const under = new Set<Promise<unknown>>();
  for (;;) {
    const rows = under.size < AT_ONCE ? await claimDue(newsroom, AT_ONCE - under.size) : [];
    for (const row of rows) {
      // A bug met with one source must not keep the others waiting.
      const run = pollClaimed(newsroom, row)
        .catch((error: unknown) => newsroom.log.error('poll failed', { source: row.slug, error }))
        .finally(() => under.delete(run));
      under.add(run);
    }
    if (under.size === 0) return;
    if (rows.length === 0) await Promise.race([...under, wait(LOOK_AGAIN)]);
  }
}

/** Polls one source now, due or not; null while another poll of it is under way. Refuses with `not-found`. */
export async function pollNow(
  newsroom: Newsroom,
  { sourceId }: { sourceId: string },
): Promise<Polled | null> {
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
async function pollClaimed(newsroom: Newsroom, source: SourceRow): Promise<Polled> {
  let next = newsroom.clock.now() + source.interval_ms; // should what follows be a bug, it is not met at once again
  try {
    if (source.feed_url === null) return { ok: true, received: 0, changed: 0, words: null };
    const { next_poll_at, ...polled } = await poll(newsroom, source, source.feed_url);
    next = next_poll_at;
    return polled;
  } finally {
    const now = newsroom.clock.now();
    await updatePolled(newsroom, source, { next_poll_at: next });
    await updateSource(newsroom, source.id, { lease_until: 0, last_polled_at: now });
  }
}

type Outcome = Polled & { next_poll_at: number };

async function poll(newsroom: Newsroom, source: SourceRow, address: string): Promise<Outcome> {
  const { etag, last_modified: lastModified } = source;
  const got = await fetchFeed(newsroom, address, { etag, lastModified });
  const answer = judge(got, source, newsroom.clock.now());
  if (answer.verdict === 'trouble') return await keepTrouble(newsroom, source, answer);
  const kept = answer.reading
    ? await receive(newsroom, {
        sourceId: source.id,
        reading: answer.reading,
        language: source.language,
        isFirst: source.last_ok_at === null,
      })
    : { received: 0, changed: 0 };
  const next_poll_at = await keepOk(newsroom, source, { answer, isNew: kept.received + kept.changed > 0 });
  if (got.ok) await moveWhereTold(newsroom, source, got.permanentlyMovedTo ?? null);
  return { ok: true, ...kept, words: answer.words, next_poll_at };
}

async function keepOk(
  newsroom: Newsroom,
  source: SourceRow,
  { answer, isNew }: { answer: Readable; isNew: boolean },
): Promise<number> {
  const now = newsroom.clock.now();
  const interval = intervalFor(newsroom.settings.feedSeconds, [answer.restMs]);
  const feed = answer.reading?.feed;
  await updatePolled(newsroom, source, {
    ...answer.validators,
    ...(feed?.language && source.language === null && { language: feed.language }),
    ...(feed?.link && source.site_url === null && { site_url: feed.link }),
    ...(isNew && { last_item_at: now }),
    failure: answer.words === null ? null : 'salvaged',
    failure_words: answer.words,
    failures_in_row: 0,
    last_ok_at: now,
    interval_ms: interval,
  });
  if (source.failure_words !== answer.words || source.last_ok_at === null)
    newsroom.bell.ring('desk', { what: 'sources' });
  return now + spread(interval, chance());
}

async function keepTrouble(newsroom: Newsroom, source: SourceRow, trouble: Trouble): Promise<Outcome> {
  const now = newsroom.clock.now();
  const failures = source.failures_in_row + 1;
  const pause = Math.max(backOff(source.interval_ms, failures, chance()), trouble.waitMs ?? 0);
  await updatePolled(newsroom, source, {
    failure: trouble.why,
    failure_words: trouble.words,
    failures_in_row: failures,
    ...(trouble.isGone && { paused_at: now }),
  });
  // What a host asks for holds for all that is on it, each a little apart.
  if (trouble.waitMs !== null && source.feed_host)
    await restHost(newsroom, source.feed_host, now + trouble.waitMs + Math.round(chance() * MINUTE));
  newsroom.log.warn('source in trouble', { source: source.slug, why: trouble.why, failures });
  newsroom.bell.ring('desk', { what: 'sources' });
  return { ok: false, received: 0, changed: 0, words: trouble.words, next_poll_at: now + pause };
}

const chance = (): number => randomInt(1_000) / 1_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
