/** Poll: asks the sources that are due, politely, and keeps what they say or what is wrong with them. */
import { randomInt } from 'node:crypto';
import type { Updateable } from 'kysely';
import { MINUTE, SECOND } from '../../kit/clock.ts';
import type { Fetched } from '../../kit/guarded-fetch.ts';
import { openTurns, type Turns } from '../../kit/turns.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { SourcesTable } from '../../store/tables.ts';
import { afterPoll, paceOf, readArrivals } from '../sources/arrivals.ts';
import { fetchFeed } from '../sources/fetch-feed.ts';
import { moveWhereTold } from '../sources/moved.ts';
import { type Line, putLine, sampleOf } from '../sources/poll-lines.ts';
import { backOff, type SourceRow, spread } from '../sources/source.ts';
import {
  claimDue,
  claimSource,
  getSourceRow,
  restHost,
  updatePolled,
  updateSource,
} from '../sources/source-queries.ts';
import { type Answer, judge, type Readable, type Trouble } from './poll-answer.ts';
import { readDelivery } from './read-delivery.ts';
import { takeIn } from './take-in.ts';
import { noticeHub, restWhilePushed } from './websub.ts';

const AT_ONCE = 48; // sources under way in one process; they wait for the network, and a slow one for half a minute
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
  const turns = openTurns();
  for (;;) {
    const rows = under.size < AT_ONCE ? await claimDue(newsroom, AT_ONCE - under.size) : [];
    for (const row of rows) {
      // A bug met with one source must not keep the others waiting.
      const run = pollClaimed(newsroom, row, turns)
        .catch((error: unknown) => newsroom.log.error('poll failed', { source: row.slug, error }))
        .finally(() => under.delete(run));
      under.add(run);
    }
    if (under.size === 0) return;
    if (rows.length === 0) await Promise.race([...under, wait(LOOK_AGAIN)]);
  }
}

/** Frees what a dead process held. Only where no other process can be at work: on SQLite, at start. */
export async function freeSourceLeases(newsroom: Newsroom): Promise<void> {
  await newsroom.store.updateTable('sources').set({ lease_until: 0 }).where('lease_until', '>', 0).execute();
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
async function pollClaimed(
  newsroom: Newsroom,
  source: SourceRow,
  turns: Turns = openTurns(),
): Promise<Polled> {
  const began = newsroom.clock.now();
  let next = began + source.interval_ms; // should what follows be a bug, it is not met at once again
  let found: Updateable<SourcesTable> = {};
  try {
    if (source.feed_url === null) return { ok: true, received: 0, changed: 0, words: null };
    const { next_poll_at, change, ...polled } = await poll(newsroom, source, source.feed_url, turns);
    next = next_poll_at;
    found = change;
    return polled;
  } finally {
    const now = newsroom.clock.now();
    await turns.take(() =>
      newsroom.transact(async (inner) => {
        await updatePolled(inner, source, { ...found, next_poll_at: next });
        await updateSource(inner, source.id, { lease_until: 0, last_polled_at: now });
      }),
    );
  }
}

type Outcome = Polled & { next_poll_at: number; change: Updateable<SourcesTable> };

async function poll(newsroom: Newsroom, source: SourceRow, address: string, turns: Turns): Promise<Outcome> {
  const { etag, last_modified: lastModified } = source;
  const began = newsroom.clock.now();
  const got = await fetchFeed(newsroom, address, { etag, lastModified });
  const answer = await judge(got, source, newsroom.clock.now(), (bytes, hints) =>
    readDelivery(newsroom, { bytes, ...hints, language: source.language }),
  );
  const line = { via: 'poll', bytes: got.ok ? got.bytes.length : 0, began } as const;
  // Sources are waited for together; what they said is kept one after the other, so that a page waits for one of them.
  return turns.take(() => keepAnswer(newsroom, source, { answer, got, line }));
}

interface Answered {
  answer: Answer;
  got: Fetched;
  line: Line;
}

async function keepAnswer(
  newsroom: Newsroom,
  source: SourceRow,
  { answer, got, line }: Answered,
): Promise<Outcome> {
  if (answer.verdict === 'trouble') return await keepTrouble(newsroom, source, { trouble: answer, line });
  const { prepared, words } = answer;
  const kept = prepared
    ? await takeIn(newsroom, { source, prepared, isFirst: source.last_ok_at === null, line })
    : { received: 0, changed: 0 };
  if (got.ok) {
    await moveWhereTold(newsroom, source, got.permanentlyMovedTo ?? null);
    const found = kept.received + kept.changed;
    await noticeHub(newsroom, source, { got, feed: prepared?.feed ?? null, found });
  }
  const { received, changed } = kept;
  return { ok: true, received, changed, words, ...(await keepOk(newsroom, source, { answer, kept })) };
}

/** What is kept of an answer that was in order, and when to ask again. */
async function keepOk(
  newsroom: Newsroom,
  source: SourceRow,
  { answer, kept }: { answer: Readable; kept: { received: number; changed: number } },
): Promise<Pick<Outcome, 'next_poll_at' | 'change'>> {
  const now = newsroom.clock.now();
  const isNew = kept.received + kept.changed > 0;
  const isFirst = source.last_ok_at === null;
  // What was there before we came says when we came, not when it comes.
  const arrivals = afterPoll(readArrivals(source.arrivals_json, now), isFirst ? 0 : kept.received, now);
  const interval = paceOf({
    arrivals,
    usualMs: newsroom.settings.feedSeconds * SECOND,
    askedMs: answer.restMs ?? 0,
    isWire: source.is_wire === 1,
    lastItemAt: isNew ? now : source.last_item_at,
    now,
  });
  const watched = await restWhilePushed(newsroom, source.id, interval);
  const feed = answer.prepared?.feed;
  const change = {
    ...answer.validators,
    ...(feed?.language && source.language === null && { language: feed.language }),
    ...(feed?.link && source.site_url === null && { site_url: feed.link }),
    ...(feed && { asked_rest_ms: feed.restMs }),
    ...(isNew && { last_item_at: now }),
    ...(answer.words === null ? nothingWrong : { failure: 'salvaged', failure_words: answer.words }),
    failures_in_row: 0,
    last_ok_at: now,
    interval_ms: interval,
    arrivals_json: JSON.stringify(arrivals),
  };
  if (source.failure_words !== answer.words || isFirst) newsroom.bell.ring('desk', { what: 'sources' });
  return { change, next_poll_at: now + spread(watched, chance()) };
}

const nothingWrong = { failure: null, failure_words: null, failure_sample: null };

async function keepTrouble(
  newsroom: Newsroom,
  source: SourceRow,
  { trouble, line }: { trouble: Trouble; line: Line },
): Promise<Outcome> {
  const now = newsroom.clock.now();
  const failures = source.failures_in_row + 1;
  const pause = Math.max(backOff(source.interval_ms, failures, chance()), trouble.waitMs ?? 0);
  const change = {
    failure: trouble.why,
    failure_words: trouble.words,
    failed_at: source.failure === trouble.why ? source.failed_at : now,
    failure_sample: trouble.sample && sampleOf(trouble.sample),
    failures_in_row: failures,
    ...(trouble.isGone && { paused_at: now }),
  };
  await putLine(newsroom, source.id, { ...line, verdict: trouble.why, words: trouble.words });
  // What a host asks for holds for all that is on it, each a little apart.
  if (trouble.waitMs !== null && source.feed_host)
    await restHost(newsroom, source.feed_host, now + trouble.waitMs + Math.round(chance() * MINUTE));
  newsroom.log.warn('source in trouble', { source: source.slug, why: trouble.why, failures });
  newsroom.bell.ring('desk', { what: 'sources' });
  return { ok: false, received: 0, changed: 0, words: trouble.words, next_poll_at: now + pause, change };
}

const chance = (): number => randomInt(1_000) / 1_000;

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
