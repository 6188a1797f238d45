/** One request under way on a connection of HTTP/2, how it may end, and what the connection asks of whoever holds its socket. */
import type { CommonFields } from './hpack-encoder.ts';
import { CODE, ConnectionError, FIRST_WINDOW, LARGEST_WINDOW } from './http2-frames.ts';

/** What the session asks of whoever holds the socket. */
export interface SessionPlace {
  /** Bytes for the other side; `done` may be called when they are needed no more, and then they are written over. */
  write(bytes: Buffer, done: () => void): void;
  /** There is room again, or no more of it. Called after each batch of frames that came. */
  changed(): void;
  /** It is over: why, and whether the other side did not keep to the protocol, or said that we did not. */
  over(why: string, misunderstood: boolean): void;
  /** Milliseconds. */
  now(): number;
}

/** A request's body, worked out where it leaves from. */
export interface RequestBody {
  readonly length: number;
  /** Writes it; called once. */
  put(into: Buffer, at: number): void;
}

export interface SessionRequest {
  common: CommonFields;
  /** Of single-byte signs. */
  path: string;
  body: RequestBody;
}

/** An answer, or why there was none, and whether it may be tried again at once on another connection. */
export type StreamAnswer =
  | { status: number; retryAfter: string | undefined; body: string }
  | { failed: string; again: boolean };

/** Bytes that may be sent, of a request or of the connection (RFC 9113 section 5.2); less than nothing after a setting shrank it. */
export interface SendingWindow {
  window: number;
}

export const firstWindow = (): SendingWindow => ({ window: FIRST_WINDOW });

/** By less than nothing too (section 6.9.2). Breaks the connection where it grows beyond what can be written down. */
export function widen(holder: SendingWindow, grown: number): void {
  holder.window += grown;
  if (holder.window > LARGEST_WINDOW) throw new ConnectionError(CODE.flowControl, 'a window grew too large');
}

export interface OpenStream extends SendingWindow {
  readonly id: number;
  /** When it began, in milliseconds. */
  readonly since: number;
  readonly answer: (answer: StreamAnswer) => void;
  /** 0 until there is one. */
  status: number;
  retryAfter: string | undefined;
  /** The beginning of what a refusal says. */
  body: string;
  /** Bytes that came. */
  length: number;
  /** What is still to be sent of the request's body; null when all of it was. */
  rest: Buffer | null;
}

export function openStream(
  id: number,
  begun: Pick<OpenStream, 'since' | 'window' | 'rest' | 'answer'>,
): OpenStream {
  return { id, status: 0, retryAfter: undefined, body: '', length: 0, ...begun };
}
