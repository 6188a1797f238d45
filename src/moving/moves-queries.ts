/** What the store is asked and told of runs of moves, and of what is doubtful. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { MoveDoubtsTable, MovesTable } from '../store/moving-tables.ts';

export type MoveRow = Selectable<MovesTable>;
export type MoveDoubtRow = Selectable<MoveDoubtsTable>;

const AT_ONCE = 500; // rows in one statement: engines bound how many values one may have

/** False where another run of that house is under way: its lease holds. One whose lease ran out is put down as stopped. */
export async function beginMove(newsroom: Newsroom, row: MoveRow): Promise<boolean> {
  return newsroom.transact(async (inner) => {
    await inner.store
      .updateTable('moves')
      .set({ state: 'stopped', ended_at: inner.clock.now(), words: 'It ended without a word.' })
      .where('origin', '=', row.origin)
      .where('state', '=', 'moving')
      .where('lease_until', '<', inner.clock.now())
      .execute();
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

export async function lastMoves(newsroom: Newsroom, limit: number): Promise<MoveRow[]> {
  return newsroom.store.selectFrom('moves').selectAll().orderBy('begun_at', 'desc').limit(limit).execute();
}

/** One that was settled stays so, unless it says something else now. */
export async function keepDoubts(inner: Newsroom, rows: MoveDoubtRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await inner.store
      .insertInto('move_doubts')
      .values(rows.slice(at, at + AT_ONCE))
      .onConflict((clash) =>
        clash
          .columns(['origin', 'kind', 'foreign_id', 'code'])
          .doUpdateSet((row) => ({
            words: row.ref('excluded.words'),
            address: row.ref('excluded.address'),
            our_id: row.ref('excluded.our_id'),
            at: row.ref('excluded.at'),
            settled_at: null,
            settled_by_id: null,
          }))
          .whereRef('move_doubts.words', '<>', 'excluded.words'),
      )
      .execute();
}

/** With the story here of the posts among them and its headline as the desk has it, which may have come after the doubt was said. */
export async function openDoubts(
  newsroom: Newsroom,
  { code, limit }: { code: string | null; limit: number },
): Promise<(MoveDoubtRow & { headline: string | null })[]> {
  const open = newsroom.store
    .selectFrom('move_doubts')
    .leftJoin('moved_things', (join) =>
      join
        .onRef('moved_things.origin', '=', 'move_doubts.origin')
        .onRef('moved_things.foreign_id', '=', 'move_doubts.foreign_id')
        .on('moved_things.kind', '=', 'post')
        .on('move_doubts.kind', '=', 'post'),
    )
    .leftJoin('editions', 'editions.id', 'moved_things.our_id')
    .leftJoin('takes', 'takes.id', 'editions.working_take_id')
    .selectAll('move_doubts')
    .select(['editions.story_id', 'takes.headline'])
    .where('move_doubts.settled_at', 'is', null)
    .orderBy('move_doubts.at')
    .orderBy('move_doubts.foreign_id')
    .limit(limit);
  const rows = await (code === null ? open : open.where('move_doubts.code', '=', code)).execute();
  return rows.map(({ story_id, ...row }) => ({ ...row, our_id: row.our_id ?? story_id }));
}

export async function countDoubts(newsroom: Newsroom): Promise<{ code: string; count: number }[]> {
  const rows = await newsroom.store
    .selectFrom('move_doubts')
    .select((row) => ['code', row.fn.countAll().as('count')])
    .where('settled_at', 'is', null)
    .groupBy('code')
    .orderBy('code')
    .execute();
  return rows.map(({ code, count }) => ({ code, count: Number(count) }));
}

export async function settleDoubtRow(
  inner: Newsroom,
  which: Pick<MoveDoubtRow, 'origin' | 'kind' | 'foreign_id' | 'code'>,
  by: { at: number; id: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await inner.store
    .updateTable('move_doubts')
    .set({ settled_at: by.at, settled_by_id: by.id })
    .where('origin', '=', which.origin)
    .where('kind', '=', which.kind)
    .where('foreign_id', '=', which.foreign_id)
    .where('code', '=', which.code)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
