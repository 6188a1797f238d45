/** The questions that alerts and their chunks are asked. Private to this room. */

import type { Selectable } from 'kysely';
import type { AlertLevel } from '../kit/alert-level.ts';
import type { Newsroom } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import type { AlertChunksTable, AlertsTable } from '../store/alert-tables.ts';
import { keptByForm, keptQuery } from '../store/kept-query.ts';
import type { FollowTarget } from './alert-rules.ts';

export type Alert = AlertsTable;
export type Chunk = Selectable<AlertChunksTable>;

export async function alertById(newsroom: Newsroom, id: string): Promise<Alert | undefined> {
  const [alert] = await alertsWithId(newsroom, [id]);
  return alert;
}

const alertsWithId = keptQuery(({ store }, [id]) =>
  store
    .selectFrom('alerts')
    .selectAll()
    .where('id', '=', id ?? ''),
);

export async function alertByKey(newsroom: Newsroom, key: string): Promise<Alert | undefined> {
  return newsroom.store.selectFrom('alerts').selectAll().where('unique_key', '=', key).executeTakeFirst();
}

/** True if it was not there yet. */
export async function insertAlert(newsroom: Newsroom, alert: Alert): Promise<boolean> {
  const row = await newsroom.store
    .insertInto('alerts')
    .values(alert)
    .onConflict((conflict) => conflict.column('unique_key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The highest revision told of an edition. Holds the edition's alerts, so that two tellings do not take the same number. */
export async function lastRevision(newsroom: Newsroom, editionId: string): Promise<number> {
  const rows = await newsroom.store
    .updateTable('alerts')
    .set((alert) => ({ revision: alert.ref('revision') })) // changes nothing, locks the rows on PostgreSQL
    .where('edition_id', '=', editionId)
    .returning('revision')
    .execute();
  return Math.max(0, ...rows.map((row) => row.revision));
}

/**
 * Whether a later telling takes its place: of news a correction or a kill, of key moments a kill. Key moments reach few of those whom
 * the news reaches, and a correction of one of them fewer, so neither takes the place of what others still wait for.
 */
export async function isSuperseded(newsroom: Newsroom, alert: Alert): Promise<boolean> {
  const { kind, edition_id: edition, revision, targets_json: targets } = alert;
  return (await laterTellings(newsroom, { kind, edition, revision, targets })).length > 0;
}

interface Told {
  kind: Alert['kind'];
  edition: string;
  revision: number;
  targets: string;
}

const laterTellings = keptByForm(
  ({ store }, { kind, edition, revision, targets }: Told) => {
    const later = store
      .selectFrom('alerts')
      .select('id')
      .where('edition_id', '=', edition)
      .where('revision', '>', revision)
      .limit(1);
    if (kind === 'moment') return later.where('kind', '=', 'kill');
    if (kind === 'kill') return later;
    return later.where((row) =>
      row.or([
        row('kind', 'in', ['news', 'kill']),
        row.and([row('kind', '=', 'correction'), row('targets_json', '=', kind === 'news' ? '[]' : targets)]),
      ]),
    );
  },
  ['kind'],
);

export async function setAlert(newsroom: Newsroom, id: string, change: Partial<Alert>): Promise<void> {
  await newsroom.store.updateTable('alerts').set(change).where('id', '=', id).execute();
}

/** Moves the cursor of an alert that is being cut into chunks; false if another process moved it first. */
export async function moveCursor(
  newsroom: Newsroom,
  alert: { id: string; chunked_to: string | null },
  to: string | null,
): Promise<boolean> {
  return (await movedCursors(newsroom, { id: alert.id, from: alert.chunked_to, to })).length > 0;
}

const movedCursors = keptByForm(
  ({ store }, { id, from, to }: { id: string; from: string | null; to: string | null }) =>
    store
      .updateTable('alerts')
      .set(to === null ? { state: 'sending' } : { chunked_to: to })
      .where('id', '=', id)
      .where('state', '=', 'waiting')
      .where('chunked_to', from === null ? 'is' : '=', from)
      .returning('id'),
);

/** Whether the story was made of something received. */
export async function cameFromWire(newsroom: Newsroom, storyId: string): Promise<boolean> {
  const row = await newsroom.store
    .selectFrom('stories')
    .select('item_id')
    .where('id', '=', storyId)
    .executeTakeFirst();
  return row !== undefined && row.item_id !== null;
}

/** A published story's editions, as whoever follows its publication is told of them. */
export async function publishedFacts(newsroom: Newsroom, storyId: string): Promise<StoryFacts[]> {
  const rows = await newsroom.store
    .selectFrom('stories')
    .innerJoin('editions', 'editions.story_id', 'stories.id')
    .select(['editions.id', 'editions.published_take_id', 'stories.alert_level'])
    .where('stories.id', '=', storyId)
    .where('stories.status', '=', 'published')
    .orderBy('editions.created_at')
    .execute();
  return rows.flatMap(({ id, published_take_id, alert_level }) =>
    published_take_id === null
      ? []
      : [{ storyId, editionId: id, takeId: published_take_id, alertLevel: alert_level, first: false }],
  );
}

export async function correctionNotice(newsroom: Newsroom, correctionId: string): Promise<string> {
  const row = await newsroom.store
    .selectFrom('corrections')
    .select('notice')
    .where('id', '=', correctionId)
    .executeTakeFirst();
  return row?.notice ?? '';
}

/**
 * The next devices in key order that follow one of the targets at a level that hears this alert: confirmed, not gone, not
 * refused again and again. Each target is a walk along one index, so a page costs the same for ten followers as for a
 * million.
 */
export async function followersAfter(
  newsroom: Newsroom,
  asked: { targets: FollowTarget[]; levels: AlertLevel[]; after: string; limit: number; strikes: number },
): Promise<{ ids: string[]; reachable: { id: string; origin: string }[] }> {
  const found = new Set<string>();
  for (const target of asked.targets) {
    const { kind, subjectId } = target;
    const { after, levels, limit } = asked;
    const rows = await followersFrom(newsroom, { kind, subjectId, after, levels, limit });
    for (const row of rows) found.add(row.device_id);
  }
  const ids = [...found].sort().slice(0, asked.limit);
  return { ids, reachable: await reachableOf(newsroom, ids, asked.strikes) };
}

interface FollowersFrom extends FollowTarget {
  levels: AlertLevel[];
  after: string;
  limit: number;
}

const followersFrom = keptByForm(
  ({ store }, { kind, subjectId, after, levels, limit }: FollowersFrom) =>
    store
      .selectFrom('follows')
      .select('device_id')
      .where('kind', '=', kind)
      .where('subject_id', '=', subjectId)
      .where('device_id', '>', after)
      .where('level', 'in', levels)
      .orderBy('device_id')
      .limit(limit),
  ['limit'],
);

export const LOOSE = 2; // as many rows again may lie between the wanted ones

/**
 * Those of these devices that may be told, whose ids are in key order. Where they lie close together, as those who follow everything do,
 * their stretch of the table is read: a statement with a thousand ids in it costs more to prepare than the rows to read,
 * and is memory that only the garbage collector frees.
 */
async function reachableOf(
  newsroom: Newsroom,
  ids: readonly string[],
  strikes: number,
): Promise<{ id: string; origin: string }[]> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = ids.length * LOOSE;
  const stretch = await reachableWithin(newsroom, { first, last, strikes, most: most + 1 });
  if (stretch.length > most)
    return reachable(newsroom.store, strikes)
      .where('id', 'in', [...ids])
      .execute();
  const wanted = new Set(ids);
  return stretch.filter(({ id }) => wanted.has(id));
}

const reachableWithin = keptByForm(
  ({ store }, asked: { first: string; last: string; strikes: number; most: number }) =>
    reachable(store, asked.strikes)
      .where('id', '>=', asked.first)
      .where('id', '<=', asked.last)
      .limit(asked.most),
  ['most', 'strikes'],
);

const reachable = (store: Newsroom['store'], strikes: number) =>
  store
    .selectFrom('devices')
    .select(['id', 'origin'])
    .where('gone_at', 'is', null)
    .where('welcomed_at', 'is not', null)
    .where('strikes', '<', strikes)
    .orderBy('id');

export async function countUnderWayRows(newsroom: Newsroom): Promise<number> {
  const { count } = await newsroom.store
    .selectFrom('alerts')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('state', 'in', ['waiting', 'sending'])
    .executeTakeFirstOrThrow();
  return Number(count);
}
