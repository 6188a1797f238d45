/**
 * A past again and again, each time as long ago as it lasts, under other ids and addresses: the store copies its own rows, which
 * takes a tenth of what writing them down takes. What is searched has the same words, in ten times as many stories.
 */
import { sql } from 'kysely';
import type { Newsroom } from '../src/newsroom.ts';

interface Again {
  /** Stories in the past, `story-0` and so on. */
  stories: number;
  /** Which time this is, from 1. */
  time: number;
  /** Milliseconds by which it is longer ago. */
  ago: number;
  isSearched: boolean;
}

const OWN_IDS = new Set(['id', 'story_id', 'edition_id', 'working_take_id', 'published_take_id']);
const FIRST = 'story-'.length + 1; // where in an address the number stands

/** Puts the past there once more. */
export async function pastAgain(newsroom: Newsroom, again: Again): Promise<void> {
  for (const table of ['stories', 'editions', 'takes']) await copyRows(newsroom, table, again);
  if (again.isSearched) await copyFiled(newsroom, again);
}

async function copyRows(newsroom: Newsroom, table: string, again: Again): Promise<void> {
  const columns = (await newsroom.store.introspection.getTables())
    .filter(({ name }) => name === table)
    .flatMap((found) => found.columns.map(({ name }) => name));
  const copies = sql.join(columns.map((column) => sql`${copyOf(column, again)} as ${sql.ref(column)}`));
  const into = sql.join(columns.map((column) => sql.ref(column)));
  const first = sql`id not like '%-again-%'`;
  await sql`insert into ${sql.table(table)} (${into}) select ${copies} from ${sql.table(table)} where ${first}`.execute(
    newsroom.store,
  );
}

function copyOf(column: string, { stories, time, ago }: Again) {
  const was = sql.ref(column);
  if (OWN_IDS.has(column)) return idAgain(column, time);
  if (column === 'slug')
    return sql`'story-' || (cast(substr(${was}, ${sql.lit(FIRST)}) as integer) + ${sql.lit(stories * time)})`;
  return column.endsWith('_at') ? sql`${was} - ${sql.lit(ago)}` : was;
}

const idAgain = (column: string, time: number) => sql`${sql.ref(column)} || ${sql.lit(`-again-${time}`)}`;

async function copyFiled({ engine, store }: Newsroom, { time, ago }: Again): Promise<void> {
  const [when, shift] = engine === 'sqlite' ? ['rowid', ago * 1_000] : ['published_at', ago];
  const at = sql.ref(when);
  await sql`
    insert into morgue (${at}, edition_id, story_id, words)
    select ${at} - ${sql.lit(shift)}, ${idAgain('edition_id', time)}, ${idAgain('story_id', time)}, words
    from morgue where edition_id not like '%-again-%'`.execute(store);
}
