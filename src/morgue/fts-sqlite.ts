/** Full text on SQLite: one FTS5 table, whose row numbers rise with the time of publication. */
import { sql } from 'kysely';
import { type Filed, type FullText, inLanguage } from './full-text.ts';

const ROOM = 1_000; // row numbers a millisecond; a row number is the instant times this, and stays exact in a double

/** The driver hands large numbers over as doubles, by which FTS5 does not look up a row: it would read all of them. */
const whole = (value: number) => sql`cast(${value} as integer)`;

export const ftsSqlite: FullText = {
  /**
   * The newest matches are asked for most. With rows numbered by time FTS5 walks its index backwards and stops at the
   * limit; sorting by a column would read every match first, which for a common word is half the paper.
   */
  async put(inner, filed: Filed) {
    const from = filed.publishedAt * ROOM;
    // Not max(rowid): that reads all that was filed before.
    const { rows } = await sql<{ last: number }>`
      select rowid as last from morgue where rowid >= ${whole(from)} and rowid < ${whole(from + ROOM)}
      order by rowid desc limit 1`.execute(inner.store);
    const row = rows[0] ? Number(rows[0].last) + 1 : from;
    await sql`
      insert into morgue (rowid, edition_id, story_id, headline, dek, body, published_at) values
      (${row}, ${filed.editionId}, ${filed.storyId}, ${filed.headline}, ${filed.dek}, ${filed.body},
        ${filed.publishedAt})`.execute(inner.store);
  },

  async remove(inner, storyId) {
    // A column that is not indexed is found by reading all; the story says when it was published, and so where it is.
    await sql`
      delete from morgue where rowid in (
        select morgue.rowid from stories
        join morgue on morgue.rowid >= stories.first_published_at * ${sql.lit(ROOM)}
          and morgue.rowid < stories.first_published_at * ${sql.lit(ROOM)} + ${sql.lit(ROOM)}
        where stories.id = ${storyId} and morgue.story_id = ${storyId})`.execute(inner.store);
  },

  async find(newsroom, { terms, before, language, limit }) {
    // In quotation marks a term is a word and never an operator.
    const match = terms.map((term, index) => `"${term}"${index === terms.length - 1 ? '*' : ''}`).join(' ');
    const { rows } = await sql<{ edition_id: string; published_at: number }>`
      select edition_id, published_at from morgue
      where morgue match ${match} and rowid < ${whole(before * ROOM)} and ${inLanguage(language)}
      order by rowid desc limit ${limit}`.execute(newsroom.store);
    return rows.map((row) => ({ editionId: row.edition_id, publishedAt: Number(row.published_at) }));
  },

  async span(newsroom) {
    const { rows } = await sql<{ first: number | null; last: number | null }>`
      select (select min(rowid) from morgue) as first, (select max(rowid) from morgue) as last`.execute(
      newsroom.store,
    );
    const { first = null, last = null } = rows[0] ?? {};
    return first === null || last === null
      ? null
      : { first: Math.floor(first / ROOM), last: Math.floor(last / ROOM) };
  },

  async between(newsroom, from, to) {
    const { rows } = await sql<{ edition_id: string }>`
      select edition_id from morgue where rowid >= ${whole(from * ROOM)} and rowid < ${whole(to * ROOM)}
      order by rowid desc`.execute(newsroom.store);
    return rows.map((row) => row.edition_id);
  },
};
