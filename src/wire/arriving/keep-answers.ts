/** Keeps what sources answered, or what is wrong with them, and when to ask each again. */
import { randomInt } from 'node:crypto';
import type { Updateable } from 'kysely';
import { restHost, updatePolled } from '../../intake/source-queries.ts';
import { MINUTE, SECOND } from '../../kit/clock.ts';
import type { FetchOutcome } from '../../kit/guarded-fetch.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { SourcesTable } from '../../store/source-tables.ts';
import { afterPoll, knownArrivals, paceOf } from '../sources/arrivals.ts';
import { moveWhereTold } from '../sources/moved.ts';
import { type Line, putLine, sampleOf } from '../sources/poll-lines.ts';
import { backOff, type SourceRow, spread } from '../sources/source.ts';
import {
  findSubscription,
  listSubscriptions,
  type SubscriptionRow,
} from '../sources/subscription-queries.ts';
import type { PollAnswer, Readable, Trouble } from './poll-answer.ts';
import type { ReceivedCounts } from './receive.ts';
import { takeInTogether } from './take-in.ts';
import { noticeHub, restWhilePushed } from './websub.ts';

export interface PollOutcome {
  ok: boolean;
  received: number;
  changed: number;
  /** What is wrong, for the desk. */
  words: string | null;
}

export interface AnsweredPoll {
  source: SourceRow;
  answer: PollAnswer;
  got: FetchOutcome;
  line: Line;
}

/** Keeps them together, the last of it in one transaction, which frees the sources too; all of that, or none. */
export async function keepAnswers(newsroom: Newsroom, all: AnsweredPoll[]): Promise<PollOutcome[]> {
  const read = all.flatMap((one) =>
    one.answer.verdict === 'ok' && one.answer.prepared ? [{ one, prepared: one.answer.prepared }] : [],
  );
  const takings = read.map(({ one: { source, line }, prepared }) => ({
    source,
    prepared,
    isFirst: source.last_ok_at === null,
    line,
  }));
  const polled: PollOutcome[] = [];
  await takeInTogether(newsroom, takings, async (inner, kept) => {
    const keptOf = new Map(read.map(({ one }, at) => [one, kept[at] ?? NOTHING]));
    const ids = all.map(({ source }) => source.id);
    const hubs = new Map((await listSubscriptions(inner, ids)).map((hub) => [hub.source_id, hub]));
    polled.splice(0);
    for (const one of all) {
      const hub = hubs.get(one.source.id) ?? null;
      polled.push(await keepAnswer(inner, one, { kept: keptOf.get(one) ?? NOTHING, hub }));
    }
  });
  return polled;
}

const NOTHING: ReceivedCounts = { received: 0, changed: 0, itemIds: [] };

interface Known {
  kept: ReceivedCounts;
  hub: SubscriptionRow | null;
}

async function keepAnswer(
  inner: Newsroom,
  answered: AnsweredPoll,
  { kept, hub }: Known,
): Promise<PollOutcome> {
  const { source, answer, got } = answered;
  if (answer.verdict === 'trouble') {
    await freed(inner, source, await keepTrouble(inner, answered, answer));
    return { ok: false, received: 0, changed: 0, words: answer.words };
  }
  const { received, changed } = kept;
  if (got.ok) {
    await moveWhereTold(inner, source, got.permanentlyMovedTo ?? null);
    await noticeHub(inner, source, {
      got,
      feed: answer.prepared?.feed ?? null,
      found: received + changed,
      known: hub,
    });
  }
  // What its hub had not told counts against it from now on.
  const judged = hub && received + changed > 0 ? await findSubscription(inner, source.id) : hub;
  await freed(inner, source, keepOk(inner, source, { answer, kept, hub: judged }));
  return { ok: true, received, changed, words: answer.words };
}

/** Whatever was found out, the lease ends with it. */
async function freed(inner: Newsroom, source: SourceRow, change: Updateable<SourcesTable>): Promise<void> {
  const now = inner.clock.now();
  await updatePolled(inner, source, { found: change, always: { lease_until: 0, last_polled_at: now } });
}

/** What is kept of an answer that was in order, and when to ask again. */
function keepOk(
  newsroom: Newsroom,
  source: SourceRow,
  { answer, kept, hub }: Known & { answer: Readable },
): Updateable<SourcesTable> {
  const now = newsroom.clock.now();
  const isNew = kept.received + kept.changed > 0;
  const isFirst = source.last_ok_at === null;
  // What was there before we came says when we came, not when it comes.
  const arrivals = afterPoll(knownArrivals(source, now), isFirst ? 0 : kept.received, now);
  const interval = paceOf({
    arrivals,
    usualMs: newsroom.settings.feedSeconds * SECOND,
    askedMs: answer.restMs ?? 0,
    isWire: source.is_wire === 1,
    lastItemAt: isNew ? now : source.last_item_at,
    now,
  });
  const watched = restWhilePushed(hub, { interval, now });
  const feed = answer.prepared?.feed;
  if (source.failure_words !== answer.words || isFirst) newsroom.bell.ring('desk', { what: 'sources' });
  return {
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
    next_poll_at: now + spread(watched, chance()),
  };
}

const nothingWrong = { failure: null, failure_words: null, failure_sample: null };

async function keepTrouble(
  newsroom: Newsroom,
  { source, line }: AnsweredPoll,
  trouble: Trouble,
): Promise<Updateable<SourcesTable>> {
  const now = newsroom.clock.now();
  const failures = source.failures_in_row + 1;
  const pause = Math.max(backOff(source.interval_ms, failures, chance()), trouble.waitMs ?? 0);
  await putLine(newsroom, source.id, { ...line, verdict: trouble.why, words: trouble.words });
  // What a host asks for holds for all that is on it, each a little apart.
  if (trouble.waitMs !== null && source.feed_host)
    await restHost(newsroom, source.feed_host, now + trouble.waitMs + Math.round(chance() * MINUTE));
  newsroom.log.warn('source in trouble', { source: source.slug, why: trouble.why, failures });
  newsroom.bell.ring('desk', { what: 'sources' });
  return {
    failure: trouble.why,
    failure_words: trouble.words,
    failed_at: source.failure === trouble.why ? source.failed_at : now,
    failure_sample: trouble.sample && sampleOf(trouble.sample),
    failures_in_row: failures,
    ...(trouble.isGone && { paused_at: now }),
    next_poll_at: now + pause,
  };
}

const chance = (): number => randomInt(1_000) / 1_000;
