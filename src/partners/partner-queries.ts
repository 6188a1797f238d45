/** The questions that the verbs of partners ask the store. */
import type { Insertable, Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { AdvisoriesTable, PartnersTable } from '../store/story-tables.ts';

export type PartnerRow = Selectable<PartnersTable>;
export type AdvisoryRow = Selectable<AdvisoriesTable>;

export async function putPartner(inner: Newsroom, row: Insertable<PartnersTable>): Promise<void> {
  await inner.store.insertInto('partners').values(row).execute();
}

/** Those that have a key first, then those that had one; by name. */
export function listPartnerRows(newsroom: Newsroom): Promise<PartnerRow[]> {
  return newsroom.store
    .selectFrom('partners')
    .selectAll()
    .orderBy((row) => row.case().when('ended_at', 'is', null).then(0).else(1).end())
    .orderBy('name')
    .execute();
}

/** By the hash of its key; one that ended is not found. */
export function findPartnerRow(newsroom: Newsroom, keyHash: string): Promise<PartnerRow | undefined> {
  return newsroom.store
    .selectFrom('partners')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function seePartner(newsroom: Newsroom, id: string, at: number): Promise<void> {
  await newsroom.store.updateTable('partners').set({ seen_at: at }).where('id', '=', id).execute();
}

/** Of two who end it, one did. */
export function endPartnerRow(
  inner: Newsroom,
  id: string,
  at: number,
): Promise<{ name: string } | undefined> {
  return inner.store
    .updateTable('partners')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('name')
    .executeTakeFirst();
}

export async function putAdvisory(inner: Newsroom, row: Insertable<AdvisoriesTable>): Promise<void> {
  await inner.store.insertInto('advisories').values(row).execute();
}

export function listAdvisoryRows(
  newsroom: Newsroom,
  { since, limit }: { since: number; limit: number },
): Promise<AdvisoryRow[]> {
  return newsroom.store
    .selectFrom('advisories')
    .selectAll()
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

export function withdrawAdvisoryRow(
  inner: Newsroom,
  id: string,
  at: number,
): Promise<{ id: string } | undefined> {
  return inner.store
    .updateTable('advisories')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
}
