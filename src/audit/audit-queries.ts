/** What is asked of the audit, and of whom and what its lines are about. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { AuditTable } from '../store/staff-tables.ts';

/** Which lines; what is not set is not asked for. */
export interface AuditFilter {
  /** Somebody's id; null for what the newsroom did by itself. */
  byId?: string | null;
  act?: string;
  storyId?: string;
  /** From this instant on. */
  from?: number;
  /** Until before this instant. */
  to?: number;
  /** After this line, in the order of the list: newest first. */
  after?: { at: number; id: string };
}

/**
 * Newest first, by one of the indexes of the audit whatever is asked. Of one story the index is always that of its lines, which
 * says of each who did what: that is hidden from SQLite, which would go through all that somebody ever did to keep their order.
 */
export function listAudit(newsroom: Newsroom, filter: AuditFilter, most: number): Promise<AuditTable[]> {
  const { byId, act, storyId, from, to, after } = filter;
  let lines = newsroom.store.selectFrom('audit').selectAll();
  if (storyId !== undefined) {
    lines = lines.where('subject_kind', '=', 'story').where('subject_id', '=', storyId);
    if (byId !== undefined) lines = lines.where(sql<boolean>`coalesce(by_id, '') = ${byId ?? ''}`);
    if (act !== undefined) lines = lines.where(sql<boolean>`coalesce(act, '') = ${act}`);
  } else {
    if (byId === null) lines = lines.where('by_id', 'is', null);
    else if (byId !== undefined) lines = lines.where('by_id', '=', byId);
    if (act !== undefined) lines = lines.where('act', '=', act);
  }
  if (from !== undefined) lines = lines.where('at', '>=', from);
  // Of two ends SQLite begins at the one that is named first, and a page far back is far from the last day.
  if (to !== undefined && !(after && after.at < to)) lines = lines.where('at', '<', to);
  if (after) lines = lines.where(sql<boolean>`(at, id) < (${after.at}, ${after.id})`);
  return lines.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute();
}

/** Every act that was ever recorded, by name. Each is found behind the one before it: the lines themselves are not read. */
export async function listActNames(newsroom: Newsroom): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    with recursive acts (act) as (
      select min(act) from audit
      union all
      select (select min(audit.act) from audit where audit.act > acts.act) from acts where acts.act is not null)
    select act from acts where act is not null`.execute(newsroom.store);
  return rows.map((row) => row.act);
}

/** Ids of names, of those whom lines are about. */
export type NamesById = Map<string, string>;

const named = (rows: { id: string; name: string }[]): NamesById =>
  new Map(rows.map(({ id, name }) => [id, name]));

export async function headlinesOf(newsroom: Newsroom, storyIds: string[]): Promise<NamesById> {
  const rows = await newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .where('stories.id', 'in', storyIds)
    .select(['stories.id', 'stories.slug', 'takes.headline'])
    .orderBy('editions.id', 'desc') // of several editions the first is the one that stays
    .execute();
  return named(rows.map(({ id, slug, headline }) => ({ id, name: headline || slug })));
}

export async function namesOfSources(newsroom: Newsroom, ids: string[]): Promise<NamesById> {
  return named(
    await newsroom.store.selectFrom('sources').where('id', 'in', ids).select(['id', 'name']).execute(),
  );
}

export async function namesOfStaff(newsroom: Newsroom, ids: string[]): Promise<NamesById> {
  return named(
    await newsroom.store.selectFrom('staff').where('id', 'in', ids).select(['id', 'name']).execute(),
  );
}

export async function namesOfSpeakers(newsroom: Newsroom, ids: string[]): Promise<NamesById> {
  return named(
    await newsroom.store.selectFrom('speakers').where('id', 'in', ids).select(['id', 'name']).execute(),
  );
}

export async function headlinesOfItems(newsroom: Newsroom, ids: string[]): Promise<NamesById> {
  const rows = await newsroom.store
    .selectFrom('items')
    .where('id', 'in', ids)
    .select(['id', 'headline as name'])
    .execute();
  return named(rows);
}

export async function headlinesOfAlerts(newsroom: Newsroom, ids: string[]): Promise<NamesById> {
  const rows = await newsroom.store
    .selectFrom('alerts')
    .where('id', 'in', ids)
    .select(['id', 'headline as name'])
    .execute();
  return named(rows);
}

/** The story that an address of ours leads to, by the last part of its path; null for none. */
export async function storyAtSlug(newsroom: Newsroom, slug: string): Promise<string | null> {
  const row = await newsroom.store
    .selectFrom('editions')
    .where('slug', '=', slug)
    .select('story_id')
    .limit(1)
    .executeTakeFirst();
  return row?.story_id ?? null;
}
