/** Full text on PostgreSQL: a tsvector of our own words. Its parser and dictionaries are not asked. */
import { type RawBuilder, sql } from 'kysely';
import { type FullText, type IdCondition, type Spelling, spell } from './full-text.ts';

const quoted = (word: string) => `'${word.replace(/[\\']/g, '')}'`;
const spelling: Spelling = {
  word: quoted,
  begins: (word) => `${quoted(word)}:*`,
  and: '&',
  or: '|',
  not: '& !',
};

/** Qualified: an entry, in a condition on one, has an edition's id too. */
const meets = (where: IdCondition | null, table: 'morgue' | 'morgue_before') =>
  where?.(sql.ref(`${table}.edition_id`)) ?? sql`true`;

interface Row {
  edition_id: string;
  published_at: number;
}

const hitOf = (row: Row) => ({ editionId: row.edition_id, publishedAt: Number(row.published_at) });

const NEAR = 1_000; // texts, read in some ten milliseconds

/**
 * What is common stands among the newest, and what does not is rare enough to be asked of the index of words. PostgreSQL, left to choose, takes
 * a word of which it has no statistics for a common one, and reads a million texts by their time to find none: seven seconds.
 */
const newest = sql`
  (select edition_id, published_at, words from morgue order by published_at desc, edition_id desc limit ${sql.lit(NEAR)}) as morgue`;

export const ftsPostgres: FullText = {
  /** Two processes may file a story at once: the later one stays. */
  async put(inner, filed) {
    await sql`
      insert into morgue (edition_id, story_id, words, published_at)
      values (${filed.editionId}, ${filed.storyId}, array_to_tsvector(${filed.words}::text[]), ${filed.publishedAt})
      on conflict (edition_id) do update
        set words = excluded.words, published_at = excluded.published_at`.execute(inner.store);
  },

  async remove(inner, { storyId }) {
    await inner.store.deleteFrom('morgue').where('story_id', '=', storyId).execute();
    await inner.store.deleteFrom('morgue_before').where('story_id', '=', storyId).execute();
  },

  async removeEntry(inner, { entryId }) {
    await inner.store.deleteFrom('morgue').where('edition_id', '=', entryId).execute();
  },

  async find(newsroom, { question, where, limit }) {
    const asked = sql`words @@ ${spell(question, spelling)}::tsquery and ${meets(where, 'morgue')}`;
    const among = (rows: RawBuilder<unknown>, byTime: RawBuilder<unknown>) =>
      sql<Row>`
        select edition_id, published_at from ${rows} where ${asked}
        order by ${byTime} desc, edition_id desc limit ${limit}`.execute(newsroom.store);
    const near = await among(newest, sql`published_at`);
    if (near.rows.length === limit) return near.rows.map(hitOf);
    // Not by the column itself: then it may be walked after all.
    return (await among(sql`morgue`, sql`published_at + 0`)).rows.map(hitOf);
  },

  async span(newsroom) {
    const { rows } = await sql<{ first: number | null; last: number | null }>`
      select min(published_at) as first, max(published_at) as last from (
        select published_at from morgue union all select published_at from morgue_before) as filed`.execute(
      newsroom.store,
    );
    const { first = null, last = null } = rows[0] ?? {};
    return first === null || last === null ? null : { first: Number(first), last: Number(last) };
  },

  async between(newsroom, from, to) {
    const { rows } = await sql<Row>`
      select edition_id, published_at from morgue where published_at >= ${from} and published_at < ${to}
      union all
      select edition_id, published_at from morgue_before where published_at >= ${from} and published_at < ${to}
      order by published_at desc, edition_id desc`.execute(newsroom.store);
    return rows.map((row) => row.edition_id);
  },

  async findBefore(newsroom, { words, where, limit }) {
    const { rows } = await sql<Row>`
      select edition_id, published_at from morgue_before
      where words @@ ${words.map(quoted).join(' & ')}::tsquery and ${meets(where, 'morgue_before')}
      order by published_at desc, edition_id desc limit ${limit}`.execute(newsroom.store);
    return rows.map(hitOf);
  },

  async listBefore(newsroom, limit) {
    const rows = await newsroom.store
      .selectFrom('morgue_before')
      .select(['edition_id', 'story_id'])
      .orderBy('published_at', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ editionId: row.edition_id, storyId: row.story_id }));
  },

  async forgetBefore(inner, editionId) {
    await inner.store.deleteFrom('morgue_before').where('edition_id', '=', editionId).execute();
  },
};
