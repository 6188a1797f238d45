/** Chunks of alerts on their way: cut, claimed under a lease, held while they are sent, done. */
import type { Newsroom } from '../../newsroom.ts';
import { keptByForm } from '../../store/kept-query.ts';
import type { Chunk } from '../queries.ts';

export async function insertChunks(newsroom: Newsroom, chunks: Chunk[]): Promise<void> {
  if (chunks.length > 0) await newsroom.store.insertInto('alert_chunks').values(chunks).execute();
}

export async function chunksAfter(
  newsroom: Newsroom,
  alertIds: readonly string[],
  after: string,
  limit: number,
): Promise<Chunk[]> {
  if (alertIds.length === 0) return [];
  return newsroom.store
    .selectFrom('alert_chunks')
    .selectAll()
    .where('alert_id', 'in', [...alertIds])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Takes the next chunk that is due under a lease: of no origin in `full`, of none that is paused, the most pressing level
 * first. Chunks of an alert that is stopped or too old are due whatever holds them.
 */
export async function claimChunk(newsroom: Newsroom, full: string[], lease: number): Promise<Chunk | null> {
  const now = newsroom.clock.now();
  const claim = { now, until: now + lease, process: newsroom.process };
  const due = await take(newsroom, { ...claim, full });
  return due[0] ?? (await take(newsroom, claim))[0] ?? null;
}

interface Claim {
  now: number;
  until: number;
  process: string;
  /** Of what is due: origins passed by. Without it what is over is taken. */
  full?: string[];
}

type Asked = Pick<Newsroom, 'store' | 'engine'>;

/** In one statement; on PostgreSQL what another process is taking at this moment is passed by. */
const take = keptByForm(({ store, engine }, { now, until, process, full }: Claim) => {
  const next = full ? nextDue({ store, engine }, now, full) : nextOver({ store, engine }, now);
  const free = engine === 'postgres' ? next.forUpdate('alert_chunks').skipLocked() : next;
  return store
    .with('next', () => free)
    .updateTable('alert_chunks')
    .set((chunk) => ({ lease_until: until, held_by: process, attempts: chunk('attempts', '+', 1) }))
    .where('id', 'in', (one) => one.selectFrom('next').select('next.id'))
    .returningAll();
});

function nextDue({ store }: Asked, now: number, full: string[]) {
  const due = store
    .selectFrom('alert_chunks')
    .select('alert_chunks.id')
    .where('done_at', 'is', null)
    .where('run_at', '<=', now)
    .where('lease_until', '<=', now)
    .where('origin', 'not in', (paused) =>
      paused.selectFrom('push_origins').select('push_origins.origin').where('feel_at', '>', now),
    );
  const free = full.length > 0 ? due.where('origin', 'not in', full) : due;
  return free.orderBy('rank').orderBy('run_at').orderBy('id').limit(1);
}

function nextOver({ store }: Asked, now: number) {
  return store
    .selectFrom('alert_chunks')
    .innerJoin('alerts', 'alerts.id', 'alert_chunks.alert_id')
    .select('alert_chunks.id')
    .where('done_at', 'is', null)
    .where('lease_until', '<=', now)
    .where((alert) =>
      alert.or([alert('alerts.state', '=', 'stopped'), alert('alerts.expires_at', '<=', now)]),
    )
    .limit(1);
}

export async function setChunk(newsroom: Newsroom, id: string, change: Partial<Chunk>): Promise<void> {
  await changeChunk(newsroom, { id, change });
}

const changeChunk = keptByForm(({ store }, { id, change }: { id: string; change: Partial<Chunk> }) =>
  store.updateTable('alert_chunks').set(change).where('id', '=', id),
);

/** Holds chunks that are being sent until that instant; what is done, or was given back meanwhile, stays so. */
export async function renewChunks(newsroom: Newsroom, ids: string[], until: number): Promise<void> {
  await newsroom.store
    .updateTable('alert_chunks')
    .set({ lease_until: until })
    .where('id', 'in', ids)
    .where('done_at', 'is', null)
    .where('lease_until', '>', 0)
    .where('held_by', '=', newsroom.process)
    .execute();
}

/** Gives back what a process held that is gone; what any held, where none is named. */
export async function freeChunks(newsroom: Newsroom, processId: string | null): Promise<void> {
  const held = newsroom.store
    .updateTable('alert_chunks')
    .set({ lease_until: 0 })
    .where('done_at', 'is', null)
    .where('lease_until', '>', 0);
  await (processId === null ? held : held.where('held_by', '=', processId)).execute();
}

/** Marks as sent the alerts that were cut whole and have no chunk left; answers their ids. */
export async function closeAlerts(newsroom: Newsroom): Promise<string[]> {
  const now = newsroom.clock.now();
  const rows = await newsroom.store
    .updateTable('alerts')
    .set({ state: 'sent', sent_at: now })
    .where('state', '=', 'sending')
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('alert_chunks')
            .select('alert_chunks.id')
            .whereRef('alert_chunks.alert_id', '=', 'alerts.id')
            .where('alert_chunks.done_at', 'is', null),
        ),
      ),
    )
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
