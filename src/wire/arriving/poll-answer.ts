/** Judges what a source answered: read it, nothing new, or what kind of trouble. No store, no network. */

import { createHash } from 'node:crypto';
import { DAY, HOUR, SECOND } from '../../kit/clock.ts';
import type { FetchedOk, FetchOutcome } from '../../kit/guarded-fetch.ts';
import { type OutsideReason, outside, sayOutside } from '../../kit/outside.ts';
import type { SourceFailure } from '../../store/closed-sets.ts';
import type { SourceRow } from '../sources/source.ts';
import type { ReadDelivery } from './prepare-delivery.ts';
import type { DeliveryReading } from './read-delivery.ts';

/** Trouble, as it is kept on the source. */
export interface Trouble {
  verdict: 'trouble';
  why: SourceFailure;
  words: string;
  /** How long the host asks to be left alone; null if it does not. */
  waitMs: number | null;
  /** True if it said that it will not come back. */
  isGone: boolean;
  /** The answer, where it shows what is wrong. */
  sample: Uint8Array | null;
}

/** An answer in order, or near enough to be read. */
export interface Readable {
  verdict: 'ok';
  /** Null if it says the same as before. */
  prepared: ReadDelivery | null;
  validators: { etag?: string | null; last_modified?: string | null; body_hash?: string };
  /** How long it asks to be left alone. */
  restMs: number | null;
  /** What is wrong with it although it could be read. */
  words: string | null;
}

export type PollAnswer = Readable | Trouble;

/** How an answer is read; in the newsroom by read-delivery.ts. */
export type Read = (
  bytes: Uint8Array,
  hints: { contentType: string | null; address: string },
) => Promise<DeliveryReading>;

export async function judge(
  got: FetchOutcome,
  source: SourceRow,
  now: number,
  read: Read,
): Promise<PollAnswer> {
  if (!got.ok) return troubled(got.why, got.words);
  if (got.status === 304)
    return {
      verdict: 'ok',
      prepared: null,
      validators: {},
      restMs: Math.max(maxAge(got), source.asked_rest_ms ?? 0),
      words: stillSalvaged(source),
    };
  if (got.status < 200 || got.status >= 300) return judgeRefusal(got, now);
  return await judgeBody(got, source, read);
}

async function judgeBody(got: FetchedOk, source: SourceRow, read: Read): Promise<PollAnswer> {
  const body_hash = createHash('sha256').update(got.bytes).digest('base64url');
  const validators = {
    etag: got.headers.etag ?? null,
    last_modified: got.headers['last-modified'] ?? null,
    body_hash,
  };
  if (body_hash === source.body_hash) {
    const restMs = Math.max(maxAge(got), source.asked_rest_ms ?? 0);
    return { verdict: 'ok', prepared: null, validators, restMs, words: stillSalvaged(source) };
  }
  const contentType = got.headers['content-type'] ?? null;
  const reading = await read(got.bytes, { contentType, address: got.finalUrl });
  if (!reading.ok) return { ...troubled(reading.why, reading.words), sample: got.bytes };
  const { prepared } = reading;
  const { feed } = prepared;
  if (feed.format === 'html' || feed.format === 'unknown') {
    const wall = botWall(got);
    if (wall) return wall;
    const why = feed.format === 'html' ? 'web-page' : 'not-a-feed';
    return { ...troubled(why, feed.problems.join(' ')), sample: got.bytes };
  }
  const restMs = Math.max(maxAge(got), feed.restMs ?? 0);
  if (!feed.salvaged) return { verdict: 'ok', prepared, validators, restMs, words: null };
  // What was cut off may come whole next time, so it must be asked for again without conditions.
  const forgotten = { etag: null, last_modified: null, body_hash };
  return { verdict: 'ok', prepared, validators: forgotten, restMs, words: feed.problems.join(' ') };
}

/** The same broken body again is as broken as before. */
function stillSalvaged(source: SourceRow): string | null {
  return source.failure === 'salvaged' ? source.failure_words : null;
}

function judgeRefusal(got: FetchedOk, now: number): Trouble {
  const { status } = got;
  const waitMs = retryAfter(got.headers['retry-after'], now);
  const wall = botWall(got);
  if (wall) return { ...wall, waitMs };
  if (status === 410) return { ...trouble('gone', outside('feed:gone')), isGone: true };
  if (status === 404) return trouble('not-there', outside('feed:not-there'));
  if (status === 401 || status === 403)
    return { ...trouble('refused', outside('feed:refused', { status })), waitMs };
  if (status === 429)
    return {
      ...trouble('asked-too-often', outside('feed:asked-too-often')),
      waitMs: waitMs ?? HOUR / 4,
    };
  if (status >= 500)
    return { ...trouble('server-failed', outside('feed:server-failed', { status })), waitMs };
  return trouble('odd-answer', outside('feed:odd-answer', { status }));
}

function trouble(why: SourceFailure, because: OutsideReason): Trouble {
  return troubled(why, sayOutside(because));
}

/** In words that whoever met it has made. */
function troubled(why: SourceFailure, words: string): Trouble {
  return { verdict: 'trouble', why, words, waitMs: null, isGone: false, sample: null };
}

/** Services that take a newsroom for a robot say so in their own headers. */
function botWall(got: FetchedOk): Trouble | null {
  const { headers } = got;
  const isWall =
    headers['cf-mitigated'] === 'challenge' || 'x-datadome' in headers || 'x-amzn-waf-action' in headers;
  return isWall ? trouble('bot-wall', outside('feed:bot-wall')) : null;
}

function maxAge(got: FetchedOk): number {
  const seconds = Number(/(?:^|[\s,])max-age=(\d+)/i.exec(got.headers['cache-control'] ?? '')?.[1] ?? 0);
  const age = Number(got.headers.age ?? 0) || 0;
  return Math.max(0, seconds - age) * SECOND;
}

/** Seconds or a date; no longer than a day, whatever is asked. */
function retryAfter(header: string | undefined, now: number): number | null {
  if (!header) return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), DAY);
}
