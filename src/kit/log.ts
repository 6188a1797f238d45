/** The log: past-tense facts with fields, as JSON lines on standard output. No secret, endpoint or address ever. */
import { type DestinationStream, pino } from 'pino';
import { inSources } from './source-places.ts';
import type { Trace } from './trace.ts';

export type Facts = Record<string, unknown>;

export interface Log {
  debug(happened: string, facts?: Facts): void;
  info(happened: string, facts?: Facts): void;
  warn(happened: string, facts?: Facts): void;
  error(happened: string, facts?: Facts): void;
}

/**
 * `to`: where the lines go; standard output. `trace` says which request they are of. What was thrown may stand under any name
 * among the facts.
 */
export function openLog(level: string, to?: DestinationStream, trace?: Trace): Log {
  const mixin = () => {
    const request = trace?.id() ?? null;
    return request === null ? {} : { request };
  };
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    ...(trace ? { mixin } : {}),
  };
  const out = to ? pino(options, to) : pino(options);
  return {
    debug: (happened, facts = {}) => out.debug(plain(facts), happened),
    info: (happened, facts = {}) => out.info(plain(facts), happened),
    warn: (happened, facts = {}) => out.warn(plain(facts), happened),
    error: (happened, facts = {}) => out.error(plain(facts), happened),
  };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

function plain(facts: Facts): Facts {
  const entries = Object.entries(facts);
  if (!entries.some(([, value]) => value instanceof Error)) return facts;
  return Object.fromEntries(
    entries.map(([name, value]) => [name, value instanceof Error ? errorFacts(value) : value]),
  );
}

const CAUSES = 4; // of causes of causes; more are a circle
const DATA_EXCEPTION = /^22/; // SQLSTATE class 22: the message quotes the value that did not fit

/**
 * What of an error helps to find it: what it is, what it says, where. Nothing else of it: a database's errors carry the
 * row (`detail`), the values (`parameters`) and the statement, and those are readers' addresses and endpoints.
 */
export function errorFacts(error: Error, causes = CAUSES): Facts {
  const { code, cause } = error as Error & { code?: unknown };
  const quotesValue = typeof code === 'string' && DATA_EXCEPTION.test(code);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: quotesValue ? error.message.replace(/"[^"]*"/g, '"…"') : error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: frames.map((line) => inSources(line.trim())).join('\n'),
    ...(cause instanceof Error && causes > 0 ? { cause: errorFacts(cause, causes - 1) } : {}),
  };
}
