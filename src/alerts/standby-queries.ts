/** What is asked of the store about alerts that stand by until somebody has agreed or their wait is over. */

import type { Updateable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { AlertsTable } from '../store/alert-tables.ts';

export function endStandby(
  inner: Newsroom,
  alertId: string,
  leave: Updateable<AlertsTable>,
): Promise<{ id: string } | undefined> {
  return inner.store
    .updateTable('alerts')
    .set(leave)
    .where('id', '=', alertId)
    .where('state', '=', 'standby')
    .returning('id')
    .executeTakeFirst();
}

export function setAgreed(
  inner: Newsroom,
  alertId: string,
  byId: string,
): Promise<{ id: string } | undefined> {
  return inner.store
    .updateTable('alerts')
    .set({ confirmed_by_id: byId })
    .where('id', '=', alertId)
    .where('state', '=', 'standby')
    .returning('id')
    .executeTakeFirst();
}

export function setStopped(
  inner: Newsroom,
  alertId: string,
  why: string,
): Promise<{ id: string } | undefined> {
  return inner.store
    .updateTable('alerts')
    .set({ state: 'stopped', stopped_why: why })
    .where('id', '=', alertId)
    .where('state', '=', 'standby')
    .returning('id')
    .executeTakeFirst();
}

/** The alerts that wait for someone to agree, oldest first: whoever may sees them on every page of the desk. */
export async function listToAgree(
  newsroom: Newsroom,
): Promise<{ id: string; headline: string; language: string }[]> {
  return newsroom.store
    .selectFrom('alerts')
    .select(['id', 'headline', 'language'])
    .where('state', '=', 'standby')
    .where('check_needed', 'is not', null)
    .where('confirmed_by_id', 'is', null)
    .where('expires_at', '>', newsroom.clock.now())
    .orderBy('created_at')
    .execute();
}
