/** The questions about sources that the verbs of the wire ask the store. */
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import { SECOND } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { SourcesTable } from '../store/source-tables.ts';

export type SourceRow = Selectable<SourcesTable>;

const LEASE = 90 * SECOND; // three times the longest fetch; a process that died frees its sources after this
const HOST_SPACING = SECOND; // between two requests to one host

export async function findSourceRow(newsroom: Newsroom, sourceId: string): Promise<SourceRow | null> {
  const row = await newsroom.store
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', sourceId)
    .executeTakeFirst();
  return row ?? null;
}

export async function getSourceRow(newsroom: Newsroom, sourceId: string): Promise<SourceRow> {
  return (await findSourceRow(newsroom, sourceId)) ?? refuse('not-found', { because: 'noSuchSource' });
}

export async function findSourceRowBy(
  newsroom: Newsroom,
  column: 'slug' | 'feed_url',
  value: string,
): Promise<SourceRow | null> {
  const row = await newsroom.store
    .selectFrom('sources')
    .selectAll()
    .where(column, '=', value)
    .executeTakeFirst();
  return row ?? null;
}

export async function listSourceRows(newsroom: Newsroom): Promise<SourceRow[]> {
  return newsroom.store.selectFrom('sources').selectAll().orderBy('name').orderBy('id').execute();
}

export async function putSource(inner: Newsroom, row: Insertable<SourcesTable>): Promise<void> {
  await inner.store.insertInto('sources').values(row).execute();
}

export async function updateSource(
  newsroom: Newsroom,
  sourceId: string,
  change: Updateable<SourcesTable>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await newsroom.store.updateTable('sources').set(change).where('id', '=', sourceId).execute();
}

/** The sources, held until the transaction ends: whoever receives of them at the same time waits. */
export async function holdSources(inner: Newsroom, sourceIds: string[]) {
  return inner.store
    .updateTable('sources')
    .set((source) => ({ created_at: source.ref('created_at') }))
    .where('id', 'in', sourceIds)
    .returning(['id', 'publish_unread', 'may_full_text'])
    .execute();
}

/**
 * What a poll found out, and what holds whatever it found: only the latter if the source was given another address meanwhile,
 * of which the poll says nothing.
 */
export async function updatePolled(
  inner: Newsroom,
  polled: SourceRow,
  { found, always }: Record<'found' | 'always', Updateable<SourcesTable>>,
): Promise<void> {
  const { numUpdatedRows } = await inner.store
    .updateTable('sources')
    .set({ ...found, ...always })
    .where('id', '=', polled.id)
    .where('feed_url', '=', polled.feed_url)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) await updateSource(inner, polled.id, always);
}

/** All sources on a host leave it alone until then. */
export async function restHost(newsroom: Newsroom, host: string, until: number): Promise<void> {
  await newsroom.store
    .updateTable('sources')
    .set({ next_poll_at: until })
    .where('feed_host', '=', host)
    .where('next_poll_at', '<', until)
    .execute();
}

/**
 * Claims sources that are due, for this process alone while the lease lasts. A host is asked one thing at a time and
 * not twice a second, except in the own network.
 */
export async function claimDue(newsroom: Newsroom, most: number): Promise<SourceRow[]> {
  const free = await freeOfHost(newsroom, most);
  if (newsroom.engine !== 'postgres' || free.length === 0) return claim(newsroom, free);
  return newsroom.transact(async (inner) => {
    // One process at a time says which hosts are free; who comes meanwhile looks again in a second.
    if (!(await maySeeHosts(inner))) return [];
    return claim(inner, await freeOfHost(inner, most));
  });
}

async function maySeeHosts(inner: Newsroom): Promise<boolean> {
  if (inner.engine !== 'postgres') return true;
  const { rows } = await sql<{ first: boolean }>`select
    pg_try_advisory_xact_lock(hashtextextended('crier claims sources ' || current_schema(), 0)) as first`.execute(
    inner.store,
  );
  return rows[0]?.first === true;
}

async function freeOfHost(newsroom: Newsroom, most: number): Promise<string[]> {
  const now = newsroom.clock.now();
  const due = await newsroom.store
    .selectFrom('sources as source')
    .select(['source.id', 'source.feed_host'])
    .where('source.feed_url', 'is not', null)
    .where('source.paused_at', 'is', null)
    .where('source.next_poll_at', '<=', now)
    .where('source.lease_until', '<=', now)
    .where(({ or, eb, not, exists, selectFrom }) => {
      const busy = selectFrom('sources as other')
        .select('other.id')
        .whereRef('other.feed_host', '=', 'source.feed_host')
        .where((other) =>
          other.or([
            other('other.lease_until', '>', now),
            other('other.last_polled_at', '>', now - HOST_SPACING),
          ]),
        );
      const own = newsroom.settings.trustedHosts;
      // The cheaper question first: thousands of sources may be of one own host.
      return or([...(own.length > 0 ? [eb('source.feed_host', 'in', own)] : []), not(exists(busy))]);
    })
    .orderBy('source.next_poll_at')
    .limit(most * 4) // some will be of one host
    .execute();
  return oneAHost(due, newsroom.settings.trustedHosts).slice(0, most);
}

/** Claims one source whether it is due or not; null while another holds it. */
export async function claimSource(newsroom: Newsroom, sourceId: string): Promise<SourceRow | null> {
  const [row] = await claim(newsroom, [sourceId]);
  return row ?? null;
}

function oneAHost(due: { id: string; feed_host: string | null }[], own: readonly string[]): string[] {
  const hosts = new Set<string>();
  return due
    .filter(({ feed_host: host }) => {
      if (host === null || own.includes(host)) return true;
      const isFirst = !hosts.has(host);
      hosts.add(host);
      return isFirst;
    })
    .map(({ id }) => id);
}

/** Gives back what a process held that is gone; what any held, where none is named. */
export async function freeSources(newsroom: Newsroom, processId: string | null): Promise<void> {
  const held = newsroom.store.updateTable('sources').set({ lease_until: 0 }).where('lease_until', '>', 0);
  await (processId === null ? held : held.where('held_by', '=', processId)).execute();
}

async function claim(newsroom: Newsroom, ids: string[]): Promise<SourceRow[]> {
  if (ids.length === 0) return [];
  const now = newsroom.clock.now();
  return newsroom.store
    .updateTable('sources')
    .set({ lease_until: now + LEASE, held_by: newsroom.process })
    .where('id', 'in', ids)
    .where('lease_until', '<=', now) // another process may have been faster
    .returningAll()
    .execute();
}

export async function countFailingRows(newsroom: Newsroom): Promise<number> {
  const { count } = await newsroom.store
    .selectFrom('sources')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('failure', 'is not', null)
    .where('paused_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
