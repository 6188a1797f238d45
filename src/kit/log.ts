/** The log: past-tense facts with fields, as JSON lines on standard output. No secret, endpoint or address ever. */
import { pino } from 'pino';

export type Facts = Record<string, unknown>;

export interface Log {
  info(happened: string, facts?: Facts): void;
  warn(happened: string, facts?: Facts): void;
  error(happened: string, facts?: Facts): void;
}

export function openLog(level: string): Log {
  const out = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (happened, facts = {}) => out.info(facts, happened),
    warn: (happened, facts = {}) => out.warn(facts, happened),
    error: (happened, facts = {}) => out.error(facts, happened),
  };
}

export const silentLog: Log = { info() {}, warn() {}, error() {} };
