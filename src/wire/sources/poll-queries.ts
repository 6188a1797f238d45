/** What each request to a source brought, as the store keeps it. */

import type { Insertable } from 'kysely';
import type { Newsroom } from '../../newsroom.ts';
import type { PollsTable } from '../../store/source-tables.ts';

export async function putPolls(newsroom: Newsroom, rows: Insertable<PollsTable>[]): Promise<void> {
  await newsroom.store.insertInto('polls').values(rows).execute();
}

export interface PollRow {
  words: string | null;
  via: PollsTable['via'];
  bytes: number;
  at: number;
  changed: number;
  verdict: PollsTable['verdict'];
  received: number;
  ms: number;
}

export function listPolls(newsroom: Newsroom, sourceId: string, limit: number): Promise<PollRow[]> {
  return newsroom.store
    .selectFrom('polls')
    .select(['at', 'via', 'verdict', 'words', 'received', 'changed', 'bytes', 'ms'])
    .where('source_id', '=', sourceId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function deletePolls(newsroom: Newsroom, before: number): Promise<void> {
  await newsroom.store.deleteFrom('polls').where('at', '<', before).execute();
}
