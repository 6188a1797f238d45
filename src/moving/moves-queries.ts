/** What the store is asked and told of runs of moves. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { MovesTable } from '../store/moving-tables.ts';

export type MoveRow = Selectable<MovesTable>;

/**
 * False where another run of that house is under way: its lease holds. One whose lease ran out is put down as stopped.
 * `isAlone`: no other process can be at it, whatever a lease says.
 */
export async function beginMove(newsroom: Newsroom, row: MoveRow, isAlone: boolean): Promise<boolean> {
  return newsroom.transact(async (inner) => {
    const left = inner.store
      .updateTable('moves')
      .set({ state: 'stopped', ended_at: inner.clock.now(), words: 'It ended without a word.' })
      .where('origin', '=', row.origin)
      .where('state', '=', 'moving');
    await (isAlone ? left : left.where('lease_until', '<', inner.clock.now())).execute();
    const { numInsertedOrUpdatedRows = 0n } = await inner.store
      .insertInto('moves')
      .values(row)
      .onConflict((clash) => clash.doNothing()) // of the index that knows one under way for each house
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  });
}

export async function changeMove(inner: Newsroom, id: string, change: Partial<MoveRow>): Promise<void> {
  await inner.store.updateTable('moves').set(change).where('id', '=', id).execute();
}

/** Whether a move is under way that began at that instant or later. */
export async function isMoveUnderWay(newsroom: Newsroom, since: number): Promise<boolean> {
  const row = await newsroom.store
    .selectFrom('moves')
    .select('id')
    .where('state', '=', 'moving')
    .where('lease_until', '>=', newsroom.clock.now())
    .where('begun_at', '>=', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function lastMoves(newsroom: Newsroom, limit: number): Promise<MoveRow[]> {
  return newsroom.store.selectFrom('moves').selectAll().orderBy('begun_at', 'desc').limit(limit).execute();
}
