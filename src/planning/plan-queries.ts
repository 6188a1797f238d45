/** What the plan asks the store of its items. */
import type { Insertable, Selectable, Updateable } from 'kysely';
import { DAY } from '../kit/clock.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import type { PlanItemsTable } from '../store/planning-tables.ts';

export type PlanRow = Selectable<PlanItemsTable>;

/** A row with the names of what it points at. */
export type NamedPlanRow = PlanRow & {
  assignedName: string | null;
  assignedLeftAt: number | null;
  calendarName: string | null;
};

export async function getPlanRow(newsroom: Newsroom, itemId: string): Promise<NamedPlanRow> {
  const row = await named(newsroom).where('plan_items.id', '=', itemId).executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchPlanItem' });
}

/** The row, held until the transaction ends. */
export async function holdPlanRow(inner: Newsroom, itemId: string): Promise<PlanRow> {
  const row = await inner.store
    .updateTable('plan_items')
    .set((item) => ({ updated_at: item.ref('updated_at') }))
    .where('id', '=', itemId)
    .returningAll()
    .executeTakeFirst();
  return row ?? refuse('not-found', { because: 'noSuchPlanItem' });
}

export async function findPlanRowOfStory(newsroom: Newsroom, storyId: string): Promise<NamedPlanRow | null> {
  const row = await named(newsroom).where('plan_items.story_id', '=', storyId).executeTakeFirst();
  return row ?? null;
}

export async function putPlanRow(inner: Newsroom, row: Insertable<PlanItemsTable>): Promise<void> {
  await inner.store.insertInto('plan_items').values(row).execute();
}

export async function updatePlanRow(
  inner: Newsroom,
  itemId: string,
  change: Updateable<PlanItemsTable>,
): Promise<void> {
  await inner.store.updateTable('plan_items').set(change).where('id', '=', itemId).execute();
}

export interface PlanWindow {
  /** Instants: the beginning of the first day in the paper's zone, and of the one after the last. */
  from: number;
  to: number;
  /** The same days at midnight in UTC, for what has no hour. */
  fromDay: number;
  toDay: number;
  assignedId?: string | undefined;
  isDropped?: boolean | undefined;
  /** After this item. */
  after?: { order_at: number; id: string } | undefined;
  limit: number;
}

/** What touches the window, in its order. */
export async function listPlanRows(newsroom: Newsroom, window: PlanWindow): Promise<NamedPlanRow[]> {
  const { from, to, fromDay, toDay, after } = window;
  let query = named(newsroom)
    .where('plan_items.until_at', '>=', Math.min(from, fromDay))
    .where(({ eb, and, or }) =>
      or([
        and([
          eb('plan_items.day', 'is', null),
          eb('plan_items.order_at', '<', to),
          or([eb('plan_items.until_at', '>', from), eb('plan_items.order_at', '>=', from)]),
        ]),
        and([
          eb('plan_items.day', 'is not', null),
          eb('plan_items.order_at', '<', toDay),
          eb('plan_items.until_at', '>=', fromDay),
        ]),
      ]),
    )
    .where('plan_items.dropped_at', window.isDropped ? 'is not' : 'is', null);
  if (window.assignedId) query = query.where('plan_items.assigned_id', '=', window.assignedId);
  if (after)
    query = query.where(({ eb, and, or }) =>
      or([
        eb('plan_items.order_at', '>', after.order_at),
        and([eb('plan_items.order_at', '=', after.order_at), eb('plan_items.id', '>', after.id)]),
      ]),
    );
  return query.orderBy('plan_items.order_at').orderBy('plan_items.id').limit(window.limit).execute();
}

const LOOKED_BACK = 14 * DAY; // what is over due for longer is forgotten work, not work

/** What was due and is still planned, the longest first. */
export async function listOverdueRows(newsroom: Newsroom, limit: number): Promise<NamedPlanRow[]> {
  const now = newsroom.clock.now();
  return named(newsroom)
    .where('plan_items.due_at', '<=', now)
    .where('plan_items.due_at', '>', now - LOOKED_BACK)
    .where('plan_items.dropped_at', 'is', null)
    .where('plan_items.cancelled_at', 'is', null)
    .orderBy('plan_items.due_at')
    .limit(limit)
    .execute();
}

const named = (newsroom: Newsroom) =>
  newsroom.store
    .selectFrom('plan_items')
    .leftJoin('staff', 'staff.id', 'plan_items.assigned_id')
    .leftJoin('calendars', 'calendars.id', 'plan_items.calendar_id')
    .selectAll('plan_items')
    .select(['staff.name as assignedName', 'staff.left_at as assignedLeftAt'])
    .select('calendars.name as calendarName');
