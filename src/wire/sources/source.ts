/** The noun: a source, its contract and its health, and the rules about them that need no database. */

import type { SourceRow } from '../../intake/source-queries.ts';
import type { AlertLevel } from '../../kit/alert-level.ts';
import { DAY, MINUTE } from '../../kit/clock.ts';
import { type IndexPolicy, indexPolicyOf } from '../../rights/index-policy.ts';
import type { SourceFailure } from '../../store/closed-sets.ts';
import { type Arrivals, isStrangelyQuiet, readArrivals } from './arrivals.ts';

export type { SourceRow } from '../../intake/source-queries.ts';

/** What we may do with copy of a source, and what is owed for it. */
export interface Contract {
  /** The credit line as it must stand on the page. */
  credit: string;
  mayAlert: boolean;
  mayTranslate: boolean;
  /** Whether an engine outside the house may see its copy. */
  mayUseCloud: boolean;
  /** Whether the whole text may be fetched from its page. */
  mayFullText: boolean;
  /** Whether copy that its agency marks as made by trained software may be published unread too. */
  takesGenerated: boolean;
  /** What search engines are told of the stories made of it. */
  indexPolicy: IndexPolicy;
  /** How many days what we made of it may stand; null for ever. */
  keepDays: number | null;
  /** Whether what it withdraws, or what has expired, is killed here by itself. */
  autoKill: boolean;
  /** Whether it is asked as often as it sends, whatever rest its feed asks for. */
  isWire: boolean;
  /** Whether copy in the paper's own language is published without an editor. */
  publishUnread: boolean;
  /** Where unread copy goes, and at which level readers hear of it. */
  sectionId: string | null;
  alertLevel: AlertLevel | null;
}

export interface Source extends Contract {
  id: string;
  slug: string;
  name: string;
  /** Null for one that is only quoted and never polled. */
  feedUrl: string | null;
  siteUrl: string | null;
  language: string | null;
  /** When it was last asked, when it last answered well, when it last had something new. */
  lastPolledAt: number | null;
  lastOkAt: number | null;
  lastItemAt: number | null;
  nextPollAt: number;
  intervalMs: number;
  /** What is wrong now: its word, and a sentence for the desk. */
  failure: SourceFailure | null;
  failureWords: string | null;
  failuresInRow: number;
  pausedAt: number | null;
  /** Since when it fails, and the part of its answer that shows it. */
  failedAt: number | null;
  failureSample: string | null;
  arrivals: Arrivals | null;
}

export function sourceOf(row: SourceRow): Source {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    feedUrl: row.feed_url,
    siteUrl: row.site_url,
    language: row.language,
    credit: row.credit,
    mayAlert: row.may_alert === 1,
    mayTranslate: row.may_translate === 1,
    mayUseCloud: row.may_use_cloud === 1,
    mayFullText: row.may_full_text === 1,
    takesGenerated: row.takes_generated === 1,
    indexPolicy: indexPolicyOf(row.index_policy),
    keepDays: row.keep_days,
    autoKill: row.auto_kill === 1,
    isWire: row.is_wire === 1,
    publishUnread: row.publish_unread === 1,
    sectionId: row.section_id,
    alertLevel: row.alert_level,
    lastPolledAt: row.last_polled_at,
    lastOkAt: row.last_ok_at,
    lastItemAt: row.last_item_at,
    nextPollAt: row.next_poll_at,
    intervalMs: row.interval_ms,
    failure: row.failure,
    failureWords: row.failure_words,
    failuresInRow: row.failures_in_row,
    pausedAt: row.paused_at,
    failedAt: row.failed_at,
    failureSample: row.failure_sample,
    arrivals: row.arrivals_json === null ? null : readArrivals(row.id, row.arrivals_json),
  };
}

const LONGEST_REST = DAY; // a source in trouble is asked at least as often
const LEAST_BACK_OFF = MINUTE; // but never less than the source's own interval
const DOUBLINGS = 10; // after that a source in trouble is asked once a day

/** After failures in a row, longer each time; spread, so that sources that failed together do not return together. */
export function backOff(intervalMs: number, failuresInRow: number, random: number): number {
  const least = Math.max(intervalMs, Math.min(LEAST_BACK_OFF, intervalMs * 10));
  const wait = least * 2 ** Math.min(failuresInRow - 1, DOUBLINGS);
  return Math.round(Math.min(wait, LONGEST_REST) * (0.75 + random / 2));
}

/** A tenth more or less, so that sources added together do not stay together. */
export function spread(intervalMs: number, random: number): number {
  return Math.round(intervalMs * (0.9 + random / 5));
}

/** The newsroom's own words of how a source is doing. */
export function healthOf(source: Source, now?: number): string {
  if (source.feedUrl === null) return 'Quoted, not polled.';
  if (source.pausedAt !== null) return source.failureWords ? `Paused: ${source.failureWords}` : 'Paused.';
  if (source.failureWords !== null)
    return source.failuresInRow > 1
      ? `${source.failureWords} ${source.failuresInRow} times in a row.`
      : source.failureWords;
  if (source.lastOkAt === null) return 'Not polled yet.';
  return now !== undefined && isSilent(source, now)
    ? 'Strangely quiet: by its habits it should have sent something by now.'
    : 'In order.';
}

/** Whether it answers, and yet should have sent something by now. */
export function isSilent(source: Source, now: number): boolean {
  return source.arrivals !== null && isStrangelyQuiet(source.arrivals, source.lastItemAt, now);
}
