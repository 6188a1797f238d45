/** What the store is asked and told of what is doubtful, and of what stood there. */
import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { MoveDoubtsTable, MoveOriginalsTable } from '../store/moving-tables.ts';
import type { Tables } from '../store/tables.ts';

export type MoveDoubtRow = Selectable<MoveDoubtsTable>;
export type DoubtKey = Pick<MoveDoubtRow, 'origin' | 'kind' | 'foreign_id' | 'code'>;
/** With the story here and its headline as the desk has it, which may have come after the doubt was said. */
export type ShownDoubtRow = MoveDoubtRow & { headline: string | null };

const AT_ONCE = 500; // rows in one statement: engines bound how many values one may have

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
            post_id: row.ref('excluded.post_id'),
            at: row.ref('excluded.at'),
            settled_at: null,
            settled_by_id: null,
          }))
          .whereRef('move_doubts.words', '<>', 'excluded.words'),
      )
      .execute();
}

/** What stood there now; an earlier one of the same thing goes. */
export async function keepOriginals(inner: Newsroom, rows: MoveOriginalsTable[]): Promise<void> {
  for (const row of rows)
    await inner.store
      .insertInto('move_originals')
      .values(row)
      .onConflict((clash) =>
        clash.columns(['origin', 'kind', 'foreign_id']).doUpdateSet((fresh) => ({
          page_json: fresh.ref('excluded.page_json'),
          text_packed: fresh.ref('excluded.text_packed'),
          moved_at: fresh.ref('excluded.moved_at'),
        })),
      )
      .execute();
}

/** Of what nothing is doubtful any more. */
export async function dropSettledOriginals(inner: Newsroom): Promise<void> {
  await inner.store
    .deleteFrom('move_originals')
    .where(({ not, exists, selectFrom, or, and, ref, val }) =>
      not(
        exists(
          selectFrom('move_doubts')
            .select('move_doubts.code')
            .whereRef('move_doubts.origin', '=', 'move_originals.origin')
            .where('move_doubts.settled_at', 'is', null)
            .where(({ eb }) =>
              or([
                and([
                  eb('move_originals.kind', '=', val('post')),
                  eb('move_doubts.post_id', '=', ref('move_originals.foreign_id')),
                ]),
                and([
                  eb('move_doubts.kind', '=', ref('move_originals.kind')),
                  eb('move_doubts.foreign_id', '=', ref('move_originals.foreign_id')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .execute();
}

function shownDoubts(newsroom: Newsroom) {
  return newsroom.store
    .selectFrom('move_doubts')
    .leftJoin('moved_things', (join) =>
      join
        .onRef('moved_things.origin', '=', 'move_doubts.origin')
        .onRef('moved_things.foreign_id', '=', 'move_doubts.post_id')
        .on('moved_things.kind', '=', 'post'),
    )
    .leftJoin('editions', 'editions.id', 'moved_things.our_id')
    .leftJoin('takes', 'takes.id', 'editions.working_take_id')
    .selectAll('move_doubts')
    .select(['editions.story_id', 'takes.headline'])
    .where('move_doubts.settled_at', 'is', null);
}

const shownRow = ({ story_id, ...row }: ShownDoubtRow & { story_id: string | null }): ShownDoubtRow => ({
  ...row,
  our_id: row.our_id ?? story_id,
});

/** The oldest first. */
export async function openDoubts(
  newsroom: Newsroom,
  { code, limit }: { code: string | null; limit: number },
): Promise<ShownDoubtRow[]> {
  const open = shownDoubts(newsroom)
    .orderBy('move_doubts.at')
    .orderBy('move_doubts.foreign_id')
    .orderBy('move_doubts.code')
    .limit(limit);
  const rows = await (code === null ? open : open.where('move_doubts.code', '=', code)).execute();
  return rows.map(shownRow);
}

export async function findDoubtRow(newsroom: Newsroom, which: DoubtKey): Promise<ShownDoubtRow | null> {
  const row = await shownDoubts(newsroom)
    .where('move_doubts.origin', '=', which.origin)
    .where('move_doubts.kind', '=', which.kind)
    .where('move_doubts.foreign_id', '=', which.foreign_id)
    .where('move_doubts.code', '=', which.code)
    .executeTakeFirst();
  return row ? shownRow(row) : null;
}

type DoubtExpressions = ExpressionBuilder<Tables, 'move_doubts'>;

/** In the order of `openDoubts`: behind this one, or before it. */
const beyond =
  ({ at, foreign_id, code }: MoveDoubtRow, way: '<' | '>') =>
  ({ eb, or, and }: DoubtExpressions): Expression<SqlBool> =>
    or([
      eb('move_doubts.at', way, at),
      and([eb('move_doubts.at', '=', at), eb('move_doubts.foreign_id', way, foreign_id)]),
      and([
        eb('move_doubts.at', '=', at),
        eb('move_doubts.foreign_id', '=', foreign_id),
        eb('move_doubts.code', way, code),
      ]),
    ]);

/** The one before and the one behind, of that kind where one is named, and how many stand before. */
export async function doubtsAround(
  newsroom: Newsroom,
  row: MoveDoubtRow,
  code: string | null,
): Promise<{ before: DoubtKey | null; next: DoubtKey | null; place: number }> {
  const open = newsroom.store.selectFrom('move_doubts').where('settled_at', 'is', null);
  const ofKind = code === null ? open : open.where('code', '=', code);
  const side = (way: '<' | '>') =>
    ofKind
      .where(beyond(row, way))
      .select(['origin', 'kind', 'foreign_id', 'code'])
      .orderBy('at', way === '<' ? 'desc' : 'asc')
      .orderBy('foreign_id', way === '<' ? 'desc' : 'asc')
      .orderBy('code', way === '<' ? 'desc' : 'asc')
      .limit(1)
      .executeTakeFirst();
  const counted = ofKind.where(beyond(row, '<')).select((each) => each.fn.countAll().as('count'));
  const [before, next, count] = await Promise.all([side('<'), side('>'), counted.executeTakeFirstOrThrow()]);
  return { before: before ?? null, next: next ?? null, place: Number(count.count) };
}

/** What stood there of a doubt: its post, else the thing itself. */
export async function findOriginalRow(
  newsroom: Newsroom,
  { origin, kind, foreign_id, post_id }: MoveDoubtRow,
): Promise<MoveOriginalsTable | null> {
  const row = await newsroom.store
    .selectFrom('move_originals')
    .selectAll()
    .where('origin', '=', origin)
    .where('kind', '=', post_id === null ? kind : 'post')
    .where('foreign_id', '=', post_id ?? foreign_id)
    .executeTakeFirst();
  return row ?? null;
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

/** How many that were: one, or none where somebody was sooner; all of a kind where no more than the kind is named. */
export async function settleDoubtRows(
  inner: Newsroom,
  which: DoubtKey | Pick<DoubtKey, 'code'>,
  by: { at: number; id: string | null },
): Promise<number> {
  const open = inner.store
    .updateTable('move_doubts')
    .set({ settled_at: by.at, settled_by_id: by.id })
    .where('code', '=', which.code)
    .where('settled_at', 'is', null);
  const { numUpdatedRows } = await ('origin' in which
    ? open
        .where('origin', '=', which.origin)
        .where('kind', '=', which.kind)
        .where('foreign_id', '=', which.foreign_id)
    : open
  ).executeTakeFirst();
  return Number(numUpdatedRows);
}
