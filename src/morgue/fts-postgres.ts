/** Full text on PostgreSQL: a tsvector that the table makes of the text. */
import { sql } from 'kysely';
import { type FullText, inLanguage } from './full-text.ts';

export const ftsPostgres: FullText = {
  async put(inner, filed) {
    await inner.store
      .insertInto('morgue')
      .values({
        edition_id: filed.editionId,
        story_id: filed.storyId,
        headline: filed.headline,
        dek: filed.dek,
        body: filed.body,
        published_at: filed.publishedAt,
      })
      .execute();
  },

  async remove(inner, storyId) {
    await inner.store.deleteFrom('morgue').where('story_id', '=', storyId).execute();
  },

  async find(newsroom, { terms, before, language, limit }) {
    // Terms hold letters and digits only, so none of them is an operator.
    const query = terms.map((term, index) => `${term}${index === terms.length - 1 ? ':*' : ''}`).join(' & ');
    const { rows } = await sql<{ edition_id: string; published_at: number }>`
      select edition_id, published_at from morgue
      where words @@ to_tsquery('simple', ${query}) and published_at < ${before}
        and ${inLanguage(language)}
      order by published_at desc, edition_id desc limit ${limit}`.execute(newsroom.store);
    return rows.map((row) => ({ editionId: row.edition_id, publishedAt: Number(row.published_at) }));
  },

  async span(newsroom) {
    const found = await newsroom.store
      .selectFrom('morgue')
      .select((row) => [row.fn.min('published_at').as('first'), row.fn.max('published_at').as('last')])
      .executeTakeFirst();
    return found?.first == null || found.last == null
      ? null
      : { first: Number(found.first), last: Number(found.last) };
  },

  async between(newsroom, from, to) {
    const rows = await newsroom.store
      .selectFrom('morgue')
      .select('edition_id')
      .where('published_at', '>=', from)
      .where('published_at', '<', to)
      .orderBy('published_at', 'desc')
      .execute();
    return rows.map((row) => row.edition_id);
  },
};
