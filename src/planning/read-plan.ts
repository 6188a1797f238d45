/** The plan as the desk reads it: a day or a week, one item, what is over due. */
import { dayAfter, dayStart } from '../kit/local-time.ts';
import { refuse } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { readableRows, readRecords } from '../store/json-column.ts';
import { getMasthead } from '../stories/masthead.ts';
import { type StoryStanding, standingsOf } from '../stories/standing.ts';
import {
  isLate,
  lacksOf,
  midnightOf,
  type PlanChange,
  type PlanLack,
  type PlanState,
  type PlanTime,
  planStateOf,
} from './plan.ts';
import {
  findPlanRowOfStory,
  getPlanRow,
  listOverdueRows,
  listPlanRows,
  type NamedPlanRow,
  type PlanRow,
} from './plan-queries.ts';

export interface PlanItem {
  id: string;
  what: string;
  place: string;
  time: PlanTime;
  assigned: { id: string; name: string; hasLeft: boolean } | null;
  dueAt: number | null;
  note: string;
  story: StoryStanding | null;
  state: PlanState;
  lacks: PlanLack[];
  calendar: { id: string; name: string } | null;
  /** What its calendar changed and nobody has seen yet. */
  changes: PlanChange[];
  cancelledAt: number | null;
  droppedAt: number | null;
  /** What a change is based on: see `changePlanItem`. */
  updatedAt: number;
}

export interface PlanFilter {
  /** The first day, and how many. */
  day: string;
  days: number;
  assignedId?: string | undefined;
  isDropped?: boolean;
  /** The item after which the list goes on. */
  after?: string | undefined;
  limit: number;
}

/** What touches these days of the paper, in order; `next` where there is more. Refuses with `form-incomplete` what is no day. */
export async function listPlan(
  newsroom: Newsroom,
  filter: PlanFilter,
): Promise<{ items: PlanItem[]; next: string | null }> {
  const { timeZone } = await getMasthead(newsroom);
  const end = dayAfter(filter.day, filter.days);
  const [from, to] = [dayStart(filter.day, timeZone), dayStart(end, timeZone)];
  if (from === null || to === null) return refuse('form-incomplete', { because: 'notADay' });
  const mark = filter.after ? await getPlanRow(newsroom, filter.after) : undefined;
  const rows = await listPlanRows(newsroom, {
    from,
    to,
    fromDay: midnightOf(filter.day),
    toDay: midnightOf(end),
    assignedId: filter.assignedId,
    isDropped: filter.isDropped,
    after: mark,
    limit: filter.limit + 1,
  });
  const shown = rows.slice(0, filter.limit);
  return {
    items: await asItems(newsroom, shown),
    next: rows.length > filter.limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Refuses with `not-found`. */
export async function getPlanItem(newsroom: Newsroom, itemId: string): Promise<PlanItem> {
  const [item] = await asItems(newsroom, [await getPlanRow(newsroom, itemId)]);
  return item ?? refuse('not-found', { because: 'noSuchPlanItem' });
}

/** What a story was planned as; null of one that nobody planned. */
export async function findPlanOfStory(newsroom: Newsroom, storyId: string): Promise<PlanItem | null> {
  const row = await findPlanRowOfStory(newsroom, storyId);
  return row ? ((await asItems(newsroom, [row]))[0] ?? null) : null;
}

const MOST_OVERDUE = 200; // rows looked at: most of what was due is filed

/** What should have been filed by now, the longest over due first. */
export async function listOverdue(newsroom: Newsroom, { limit }: { limit: number }): Promise<PlanItem[]> {
  const items = await asItems(newsroom, await listOverdueRows(newsroom, MOST_OVERDUE));
  const now = newsroom.clock.now();
  return items.filter((item) => isLate(factsOf(item), now)).slice(0, limit);
}

async function asItems(newsroom: Newsroom, rows: NamedPlanRow[]): Promise<PlanItem[]> {
  const standings = await standingsOf(
    newsroom,
    rows.flatMap(({ story_id }) => story_id ?? []),
  );
  const now = newsroom.clock.now();
  return readableRows(newsroom.log, rows, (row) => {
    const story = row.story_id === null ? null : (standings.get(row.story_id) ?? null);
    const facts = { assignedId: row.assigned_id, dueAt: row.due_at, cancelledAt: row.cancelled_at, story };
    return {
      id: row.id,
      what: row.what,
      place: row.place,
      time: planTimeOf(row),
      assigned: assignedIn(row),
      dueAt: row.due_at,
      note: row.note,
      story,
      state: planStateOf(facts),
      lacks: lacksOf(facts, now),
      calendar: row.calendar_id === null ? null : { id: row.calendar_id, name: row.calendarName ?? '' },
      changes: readRecords<PlanChange>('plan_items.changes_json', row.id, row.changes_json),
      cancelledAt: row.cancelled_at,
      droppedAt: row.dropped_at,
      updatedAt: row.updated_at,
    };
  });
}

function factsOf({ assigned, dueAt, cancelledAt, story }: PlanItem) {
  return { assignedId: assigned?.id ?? null, dueAt, cancelledAt, story };
}

function assignedIn({ assigned_id, assignedName, assignedLeftAt }: NamedPlanRow): PlanItem['assigned'] {
  if (assigned_id === null) return null;
  return { id: assigned_id, name: assignedName ?? '', hasLeft: assignedLeftAt !== null };
}

/** When a row says that it is. */
export function planTimeOf(row: Pick<PlanRow, 'day' | 'last_day' | 'order_at' | 'until_at'>): PlanTime {
  if (row.day !== null) return { day: row.day, lastDay: row.last_day };
  return { day: null, startsAt: row.order_at, endsAt: row.until_at > row.order_at ? row.until_at : null };
}
