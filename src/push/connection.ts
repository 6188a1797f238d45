/** What a connection to a push service is to whoever sends over it, and what its kinds share. Runs in the sender's worker. */
import { MINUTE, SECOND } from '../kit/clock.ts';
import { publicLookup, REFUSED } from './address-guard.ts';
import type { PushAnswer } from './answer.ts';
import type { CommonFields } from './hpack-encoder.ts';
import type { RequestBody } from './http2-stream.ts';

/** What the requests of one telling to one service have in common: made once for all of them, and known by identity. */
export interface CommonHeaders {
  headers: Readonly<Record<string, string>>;
  /** The same as fields of HTTP/2. */
  fields: CommonFields;
}

export interface Request {
  /** The reader's secret. */
  path: string;
  common: CommonHeaders;
  body: RequestBody;
}

export interface Connection {
  /** How many more requests it takes now. */
  room(): number;
  /** False once it takes no more: the service said goodbye, or it broke. */
  usable(): boolean;
  /** It ended because one side did not understand the other. */
  readonly misunderstood: boolean;
  /** What was answered is followed by `changed`, once for all answers that came together. */
  send(request: Request, answer: (answer: PushAnswer) => void): void;
  /** Ends requests that began before this instant; called every second. */
  sweep(before: number): void;
  close(): void;
  /** Whether another one beside it makes more room. */
  readonly multiplies: boolean;
}

export interface Reach {
  origin: string;
  /** Listed by the operator: may be inside the network, and plain http. */
  trusted: boolean;
  /** A further certificate to believe, for trusted origins only; tests bring their own service. */
  extraCa: string | undefined;
  now: () => number;
  /** Called when the connection has room again, or is over. */
  changed: () => void;
}

export const IDLE = 5 * MINUTE; // without a request; then the connection is given back
export const PING_EVERY = 20 * SECOND; // a dead peer is found before the next alert needs it
export const PING_TIMEOUT = 5 * SECOND;
export const BODY_KEPT = 1_024; // bytes of an answer that we look at

/** The headers of a request to a service, for whichever protocol it turns out to speak. */
export function commonHeaders(origin: string, headers: Record<string, string>): CommonHeaders {
  const before = [
    { name: ':method', value: 'POST' },
    { name: ':scheme', value: 'https' },
    { name: ':authority', value: new URL(origin).host },
  ];
  const after = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return { headers, fields: { before, after } };
}

/** Services of the public internet are looked up through the guard; the operator's own may bring a certificate. */
export function tlsOptions(reach: Reach) {
  if (!reach.trusted) return { lookup: publicLookup };
  return reach.extraCa === undefined ? {} : { ca: reach.extraCa };
}

/** A body as bytes, for clients that want it so. */
export function bytesOf(body: RequestBody): Buffer {
  const bytes = Buffer.alloc(body.length);
  body.put(bytes, 0);
  return bytes;
}

/** A request under way, where the protocol's client keeps none of its own. */
export interface UnderWay {
  since: number;
  cancel: () => void;
}

export function sweep(underWay: Set<UnderWay>, before: number): void {
  for (const one of underWay) {
    if (one.since >= before) break; // a set keeps the order in which they began
    one.cancel();
  }
}

/** What went wrong, in words for the desk; never an address. */
export function failureText(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const known: Record<string, string> = {
    [REFUSED]: 'the address is not on the public internet',
    ECONNREFUSED: 'nobody answers there',
    ECONNRESET: 'the connection was reset',
    ENOTFOUND: 'the name is not known',
    EAI_AGAIN: 'the name could not be looked up',
    ETIMEDOUT: 'connecting took too long',
  };
  return known[code] ?? (code ? `the connection failed (${code})` : 'the connection failed');
}
