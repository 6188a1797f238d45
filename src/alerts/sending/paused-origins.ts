/**
 * Push services that do not believe our signature: 400, 401 or 403 in number. Nothing is wrong with the devices, so all is
 * kept and the service is paused, in the store and for every process, until one device that is tried now and then is
 * taken again, or a person resumes it.
 */
import { HOUR, MINUTE } from '../../kit/clock.ts';
import { refuse } from '../../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../../newsroom.ts';
import type { PushOriginsTable } from '../../store/alert-tables.ts';
import {
  claimFeeler,
  deletePaused,
  findPaused,
  hastenChunks,
  listPausedRows,
  putPaused,
} from './paused-origin-queries.ts';

const FIRST_FEELER = 5 * MINUTE; // after the pause began; then twice as long each time
const LONGEST_FEELER = HOUR;

export interface PausedOrigin {
  origin: string;
  since: number;
  /** What it answered last. */
  status: number;
  /** In its own words. */
  why: string;
  /** When one device is tried next. */
  triedAt: number;
}

/** For the desk, the longest paused first. */
export async function listPausedOrigins(newsroom: Newsroom): Promise<PausedOrigin[]> {
  const rows = await listPausedRows(newsroom);
  return rows.map((row) => ({
    origin: row.origin,
    since: row.paused_at,
    status: row.status,
    why: row.why,
    triedAt: row.feel_at,
  }));
}

/** Sends to a paused push service again, at once. Refuses with `not-found` what is not paused. */
export async function resumeOrigin(newsroom: Newsroom, asked: { origin: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (!(await unpauseOrigin(inner, asked.origin))) refuse('not-found');
    await recordAct(inner, {
      by: asked.by,
      act: 'resume',
      subjectKind: 'alert',
      subjectId: 'push service',
      facts: { origin: asked.origin },
    });
  });
}

/** Pauses it; where it is paused already, only what it answered is brought up to date. */
export async function pauseOrigin(
  inner: Newsroom,
  asked: { origin: string; status: number; why: string },
): Promise<void> {
  const now = inner.clock.now();
  const { origin, ...answered } = asked;
  await putPaused(
    inner,
    { origin, ...answered, paused_at: now, feel_at: now + FIRST_FEELER, feelers: 0 },
    answered,
  );
  inner.bell.ring('desk', { what: 'alerts' });
}

/** True if it was paused. Its chunks are due at once. */
export async function unpauseOrigin(inner: Newsroom, origin: string): Promise<boolean> {
  const [gone] = await deletePaused(inner, origin);
  if (!gone) return false;
  await hastenChunks(inner, origin);
  inner.bell.ring('desk', { what: 'alerts' });
  return true;
}

/**
 * Whether this push service may be sent to: 'yes', 'one' device to see whether it believes us again (whoever is told so
 * is the only one), or 'no'.
 */
export async function mayReach(newsroom: Newsroom, origin: string): Promise<'yes' | 'one' | 'no'> {
  const paused = await findPaused(newsroom, origin);
  if (!paused) return 'yes';
  const now = newsroom.clock.now();
  if (paused.feel_at > now) return 'no';
  const mine = await claimFeeler(newsroom, paused, {
    feel_at: now + feelerWait(paused),
    feelers: paused.feelers + 1,
  });
  return mine ? 'one' : 'no';
}

function feelerWait({ feelers }: Pick<PushOriginsTable, 'feelers'>): number {
  return Math.min(FIRST_FEELER * 2 ** (feelers + 1), LONGEST_FEELER);
}
