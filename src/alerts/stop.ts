/**
 * The stop for everything: one row that whoever lets an alert leave must hold, so that no alert can slip out beside it.
 * It outlives the process; what is written meanwhile stands by until it is lifted.
 */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { announce } from '../runner/work.ts';
import { covers, type Role } from '../staff/roles.ts';
import { findGate, listWaitingToLeave, lockGate, setGate, stopUnderWay } from './stop-queries.ts';

export interface Stop {
  at: number;
  byName: string;
}

/** Whether everything is stopped, since when and by whom; null when alerts leave as they should. */
export async function findStop(newsroom: Newsroom): Promise<Stop | null> {
  const gate = await findGate(newsroom);
  return gate?.closed_at ? { at: gate.closed_at, byName: gate.name ?? 'Crier' } : null;
}

/**
 * Holds the gate to the end of the transaction; true while it is open. Taken before any row of an alert, always in that
 * order, so that two who wait for each other cannot be.
 */
export async function holdGate(inner: Newsroom): Promise<boolean> {
  const gate = await lockGate(inner);
  return gate?.closed_at === null;
}

/** Stops every alert that is on its way, and holds every new one until `liftStop`. A chief's. */
export async function stopEverything(
  newsroom: Newsroom,
  asked: { by: Actor & { role: Role } },
): Promise<void> {
  mustBeChief(asked.by.role);
  await newsroom.transact(async (inner) => {
    if (!(await holdGate(inner))) return;
    const now = inner.clock.now();
    await setGate(inner, { closed_at: now, closed_by_id: asked.by.id });
    const stopped = await stopUnderWay(inner);
    const facts = { alerts: stopped.map(({ id }) => id) };
    await recordAct(inner, {
      by: asked.by,
      act: 'stop everything',
      subjectKind: 'alert',
      subjectId: 'all',
      facts,
    });
    inner.bell.ring('desk', { what: 'alerts' });
    inner.bell.ring('desk', { what: 'bar' });
  });
}

/** Alerts leave again, first of all those that stood by and need nothing else. What was stopped stays stopped. */
export async function liftStop(newsroom: Newsroom, asked: { by: Actor & { role: Role } }): Promise<void> {
  mustBeChief(asked.by.role);
  await newsroom.transact(async (inner) => {
    if (await holdGate(inner)) return;
    await setGate(inner, { closed_at: null, closed_by_id: null });
    const waiting = await listWaitingToLeave(inner);
    for (const { id } of waiting)
      await announce(inner, { event: 'alert-written', facts: { alertId: id }, key: `alert:${id}` });
    const done = { by: asked.by, act: 'lift the stop', subjectId: 'all' };
    await recordAct(inner, { ...done, subjectKind: 'alert', facts: { released: waiting.length } });
    inner.bell.ring('desk', { what: 'alerts' });
    inner.bell.ring('desk', { what: 'bar' });
  });
}

function mustBeChief(role: Role): void {
  if (!covers(role, 'chief')) refuse('role-needed', { because: 'onlyChiefsStop' });
}
