/**
 * An alert between being written and leaving: it stands by until its ten seconds are over, whoever must agree has agreed
 * and nothing is stopped. Leaving and undoing are one update each of the same row: whichever comes first is what happened.
 */
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import type { Role } from '../staff/roles.ts';
import { showFlash } from '../stories/filing.ts';
import { isFlashWord, mayAgree } from './alert-check.ts';
import { deliveryOf } from './alert-rules.ts';
import { type Alert, alertById } from './queries.ts';
import { endStandby, setAgreed, setStopped } from './standby-queries.ts';
import { holdGate } from './stop.ts';

export { listToAgree } from './standby-queries.ts';

/** Lets the alert leave if nothing holds it; true when it is on its way, be it by this call or an earlier one. */
export async function letLeave(newsroom: Newsroom, alertId: string): Promise<boolean> {
  return newsroom.transact(async (inner) => {
    const isOpen = await holdGate(inner);
    const alert = await alertById(inner, alertId);
    if (!alert) return false;
    if (alert.state !== 'standby') return alert.state === 'waiting' || alert.state === 'sending';
    if (!isOpen || isUnchecked(alert)) return false; // lifting the stop, or who agrees, announces it again
    const now = inner.clock.now();
    if (alert.leaves_at !== null && alert.leaves_at > now) {
      await announceLeaving(inner, alert.id, alert.leaves_at);
      return false;
    }
    if (alert.expires_at <= now) {
      await stopStandby(inner, alert.id, 'nobody let it go in time');
      return false;
    }
    // Its time begins when it leaves, however long it was looked at.
    const expires_at = now + deliveryOf(alert.level).lifetime;
    const left = await endStandby(inner, alert.id, { state: 'waiting', left_at: now, expires_at });
    inner.bell.ring('desk', { what: 'alerts' });
    return left !== undefined;
  });
}

/** Takes an alert back before it has left; its story stays published. Refuses with `alert-left`. */
export async function undoAlert(newsroom: Newsroom, asked: { alertId: string; by: Actor }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const alert = (await alertById(inner, asked.alertId)) ?? refuse('not-found');
    if (alert.stopped_why === UNDONE) return; // a second click
    if (!(await stopStandby(inner, alert.id, UNDONE))) refuse('alert-left');
    await recordAct(inner, { by: asked.by, act: 'undo', subjectKind: 'alert', subjectId: alert.id });
  });
}

export const UNDONE = 'undone before it left';

/** Agrees to a flash that waits for it. `word` is what the person typed. Refuses with `alert-left`, `role-needed`. */
export async function agreeToAlert(
  newsroom: Newsroom,
  asked: { alertId: string; word: string; by: Actor & { id: string; role: Role } },
): Promise<void> {
  if (!isFlashWord(asked.word))
    refuse('form-incomplete', { fields: { flashWord: because('flashWordMissing') } });
  await newsroom.transact(async (inner) => {
    const alert = (await alertById(inner, asked.alertId)) ?? refuse('not-found');
    if (alert.confirmed_by_id !== null && alert.state !== 'stopped') return;
    if (!alert.check_needed || alert.state !== 'standby') return refuse('alert-left');
    if (!mayAgree(alert.check_needed, alert.by_id, asked.by))
      refuse('role-needed', { because: whoAgrees[alert.check_needed] });
    const agreed = await setAgreed(inner, alert.id, asked.by.id);
    if (!agreed) refuse('alert-left');
    await recordAct(inner, { by: asked.by, act: 'agree', subjectKind: 'alert', subjectId: alert.id });
    await showFlash(inner, alert.story_id);
    await announceLeaving(inner, alert.id, alert.leaves_at ?? 0);
    inner.bell.ring('desk', { what: 'alerts' });
    inner.bell.ring('desk', { what: 'bar' });
  });
}

/** Who it is that an alert waits for, in words. */
/** Why somebody may not agree to a flash. */
export const whoAgrees = { word: 'flashByWord', editor: 'flashByEditor', chief: 'flashByChief' } as const;

export function isUnchecked(alert: Pick<Alert, 'check_needed' | 'confirmed_by_id'>): boolean {
  return alert.check_needed !== null && alert.confirmed_by_id === null;
}

/** Wakes whoever sends it, at the earliest when it may leave. */
export async function announceLeaving(inner: Newsroom, alertId: string, leavesAt: number): Promise<void> {
  const runAt = Math.max(leavesAt, inner.clock.now());
  await announce(inner, { event: 'alert-written', facts: { alertId }, key: `alert:${alertId}`, runAt });
}

/** Stops what has not left; false when it has. */
export async function stopStandby(inner: Newsroom, alertId: string, why: string): Promise<boolean> {
  const stopped = await setStopped(inner, alertId, why);
  if (!stopped) return false;
  inner.bell.ring('desk', { what: 'alerts' });
  inner.bell.ring('desk', { what: 'bar' });
  return true;
}
