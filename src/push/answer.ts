/** What an answer of a push service means for the device: the table of docs/decisions/0003-alerts.md as code. */
import { DAY, SECOND } from '../kit/clock.ts';
import type { Outcome } from './outcome.ts';

/** An answer, or why there was none. */
export type PushAnswer =
  | { status: number; retryAfter: string | undefined; body: string }
  | { failed: string; again: boolean };

const FALLBACK_WAIT = 5 * SECOND; // told to wait, not how long
const WINDOWS_WAIT = 60 * SECOND; // Windows says 406 for 'too many', without a time, and means it for long

export function outcomeOf(answer: PushAnswer, now: number): Outcome {
  if ('failed' in answer) return { kind: 'retry', why: answer.failed };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  const wait = waitTold(answer.retryAfter, now);
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status === 429) return { kind: 'throttled', status, wait: wait ?? FALLBACK_WAIT };
  if (status === 406) return { kind: 'throttled', status, wait: wait ?? WINDOWS_WAIT };
  if (status === 503 && wait !== null) return { kind: 'throttled', status, wait };
  if (status === 408 || status >= 500) return { kind: 'retry', why: `answered ${status}` };
  if (status >= 300 && status < 400)
    return { kind: 'quarantined', status, why: 'redirects are not followed' };
  const why = reasonIn(answer.body);
  // Apple's word for a key that is not the one of the subscription (tiann/hapi#1316); others do not tell it apart.
  if (why === 'VapidPkHashMismatch') return { kind: 'stale', status, why };
  return { kind: 'quarantined', status, why };
}

/** `Retry-After` in milliseconds from now: seconds or a date (RFC 9110 section 10.2.3); null when there is none. */
export function waitTold(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  const seconds = /^\s*\d+\s*$/.test(header) ? Number(header) * SECOND : Date.parse(header) - now;
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, SECOND), DAY) : null;
}

const REASON = 120; // characters kept of what a service says: shown at the desk

/** The service's own word for it, such as Apple's `{"reason":"BadJwtToken"}`, without anything that looks like an address. */
function reasonIn(body: string): string {
  const word = /"(?:reason|error|message)"\s*:\s*"([^"]+)"/.exec(body)?.[1] ?? body;
  const plain = word.replace(/https?:\S+|[\w-]{40,}/g, '…').replace(/[^\x20-\x7e…]+/g, ' ');
  return plain.trim().slice(0, REASON) || 'no reason given';
}
