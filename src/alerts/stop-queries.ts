/** What is asked of the store about the gate that every alert goes through. */
import type { Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { AlertGateTable } from '../store/alert-tables.ts';

export interface GateRow {
  name: string | null;
  closed_at: number | null;
}

export function findGate(newsroom: Newsroom): Promise<GateRow | undefined> {
  return newsroom.store
    .selectFrom('alert_gate')
    .leftJoin('staff', 'staff.id', 'alert_gate.closed_by_id')
    .select(['closed_at', 'staff.name'])
    .executeTakeFirst();
}

export function lockGate(inner: Newsroom): Promise<{ closed_at: number | null } | undefined> {
  return inner.store
    .updateTable('alert_gate')
    .set((row) => ({ id: row.ref('id') })) // changes nothing, locks the row
    .returning('closed_at')
    .executeTakeFirst();
}

export async function setGate(inner: Newsroom, closed: Updateable<AlertGateTable>): Promise<void> {
  await inner.store.updateTable('alert_gate').set(closed).execute();
}

export function stopUnderWay(inner: Newsroom): Promise<{ id: string }[]> {
  return inner.store
    .updateTable('alerts')
    .set({ state: 'stopped', stopped_why: 'everything was stopped' })
    .where('state', 'in', ['waiting', 'sending'])
    .returning('id')
    .execute();
}

export function listWaitingToLeave(inner: Newsroom): Promise<{ id: string }[]> {
  return inner.store
    .selectFrom('alerts')
    .select('id')
    .where('state', '=', 'standby')
    .where((alert) => alert.or([alert('check_needed', 'is', null), alert('confirmed_by_id', 'is not', null)]))
    .execute();
}
