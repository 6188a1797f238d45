/** One request to an engine over HTTP: through the guarded fetch, its errors as the few kinds that the desk can act on. */
import { SECOND } from '../kit/clock.ts';
import { guardedFetch } from '../kit/guarded-fetch.ts';
import type { Threads } from '../kit/threads.ts';
import { type EngineRefusal, refused } from './engine.ts';

export interface EngineDoor {
  /** The newsroom's own address, for the user agent. */
  newsroomAddress: string;
  /** `host:port` inside the own network: an administrator who sets an engine up there has said so. */
  trustedHosts: readonly string[];
  /** Where an engine works that is no server but runs here. */
  modelThread?: Threads;
  /** Milliseconds that an answer is waited for. */
  patience: number;
}

export interface Question {
  url: string;
  headers: Record<string, string>;
  /** Posted; without one the address is only read. */
  body?: string;
}

export type EngineReply = { ok: true; json: unknown; headers: Record<string, string> } | EngineRefusal;

const MOST_BYTES = 4_000_000; // an answer is about as long as the question; this is a book

/** Asks, and reads JSON. A page of HTML, an error or silence is a refusal with words. */
export async function askEngine(door: EngineDoor, question: Question): Promise<EngineReply> {
  const answer = await guardedFetch({
    address: question.url,
    headers: { accept: 'application/json', ...question.headers },
    ...(question.body === undefined ? {} : { body: question.body }),
    trustedHosts: door.trustedHosts,
    newsroomAddress: door.newsroomAddress,
    limits: { totalMs: door.patience, firstByteMs: door.patience, bytes: MOST_BYTES, redirects: 0 },
  });
  if (!answer.ok) {
    return refused(
      answer.why === 'timed-out' ? 'too-slow' : answer.why === 'too-large' ? 'answer-wrong' : 'unreachable',
      {
        words: answer.words,
      },
    );
  }
  const text = new TextDecoder().decode(answer.bytes);
  if (answer.status !== 200) return refusedBy(answer.status, text, answer.headers);
  try {
    return { ok: true, json: JSON.parse(text) as unknown, headers: answer.headers };
  } catch {
    return refused('answer-broken'); // no JSON: a proxy's page, or an answer cut off; said at the desk
  }
}

function refusedBy(status: number, text: string, headers: Record<string, string>): EngineRefusal {
  const said = saidIn(text);
  const words = said ? { words: `The engine says: ${said}` } : {};
  if (status === 401 || status === 403) return refused('key-refused', words);
  if (status === 402 || status === 456) return refused('quota-spent', words);
  if (status === 429) {
    const isQuota = /quota|credit|billing/i.test(said);
    return refused(isQuota ? 'quota-spent' : 'asked-too-often', { ...words, retryAfterMs: waitIn(headers) });
  }
  if (status === 400 && /language|pair|support/i.test(said)) return refused('pair-unknown', words);
  if (status === 408 || status === 504) return refused('too-slow', words);
  if (status >= 500) return refused('unreachable', { ...words, retryAfterMs: waitIn(headers) });
  return refused('answer-broken', words);
}

const LONGEST_SAID = 200; // characters of an engine's own words shown at the desk

/** What an engine says of its error, in any of the usual shapes; nothing when it is a page. */
function saidIn(text: string): string {
  try {
    const json = JSON.parse(text) as Record<string, unknown>;
    const error = json.error as { message?: unknown } | string | undefined;
    const said =
      typeof error === 'string' ? error : (error?.message ?? json.explanation ?? json.message ?? json.detail);
    return typeof said === 'string' ? said.replace(/\s+/g, ' ').slice(0, LONGEST_SAID) : '';
  } catch {
    return ''; // not JSON: nothing to quote
  }
}

function waitIn(headers: Record<string, string>): number | null {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * SECOND : null;
}
