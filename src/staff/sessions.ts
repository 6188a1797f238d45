/** One's own sessions: where one is signed in, and ending one of them from afar. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { deleteSessionOf, sessionsOf } from './queries.ts';

export interface OwnSession {
  id: string;
  /** 'Firefox on Windows': what the browser says of itself; empty where it says nothing that is known. */
  device: string;
  /** The beginning of the network address, '203.0.113.…'. */
  place: string;
  since: number;
  /** To the hour. */
  usedAt: number;
  /** The one that asks. */
  isThis: boolean;
}

/** Those that have not ended, the last used first. */
export async function listSessions(
  newsroom: Newsroom,
  of: { staffId: string; sessionId: string },
): Promise<OwnSession[]> {
  const rows = await sessionsOf(newsroom, of.staffId, new Date(newsroom.clock.now()).toISOString());
  return rows.map((row) => ({
    id: row.id,
    device: deviceInWords(row.user_agent ?? ''),
    place: row.ip_address ?? '',
    since: Date.parse(row.created_at),
    usedAt: Date.parse(row.updated_at),
    isThis: row.id === of.sessionId,
  }));
}

/** Ends one of one's own; `not-found` for any other. */
export async function endSession(newsroom: Newsroom, given: { sessionId: string; by: Actor }): Promise<void> {
  const staffId = given.by.id ?? '';
  await newsroom.transact(async (inner) => {
    if (!(await deleteSessionOf(inner, staffId, given.sessionId))) refuse('not-found');
    await recordAct(inner, { by: given.by, act: 'end session', subjectKind: 'staff', subjectId: staffId });
  });
}

// The first that fits: the others call themselves Chrome or Safari too.
const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+ .*Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** 'Firefox on Windows', by the few names that tell one's own devices apart. */
export function deviceInWords(userAgent: string): string {
  const named = (of: [RegExp, string][]) => of.find(([sign]) => sign.test(userAgent))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' on ');
}
