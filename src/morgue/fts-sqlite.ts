/** Full text on SQLite: an FTS5 table, whose row numbers rise with the time of publication. */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { LAST_LETTER, type WordTree, withBegunWords } from './begun-words.ts';
import {
  type FiledEdition,
  type FiledStory,
  type FullText,
  type IdCondition,
  PLACES,
  type SearchPlace,
  type SearchQuestion,
  type Spelling,
  spell,
} from './full-text.ts';
import type { Need } from './terms.ts';

const ROOM = 1_000; // row numbers a millisecond; a row number is the instant times this, and stays exact in a double

/** The driver hands large numbers over as doubles, by which FTS5 does not look up a row: it would read all of them. */
const whole = (value: number) => sql`cast(${value} as integer)`;

/** In quotation marks a term is a word and never an operator. */
const spelling: Spelling = {
  word: (word) => `"${word}"`,
  begins: (word) => `"${word}"*`,
  and: 'AND',
  or: 'OR',
  not: 'NOT',
};

/** Qualified: an entry, in a condition on one, has an edition's id too. */
const meets = (where: IdCondition | null, table: 'morgue' | 'morgue_before') =>
  where?.(sql.ref(`${table}.edition_id`)) ?? sql`true`;

interface Row {
  edition_id: string;
  row: number;
}

const hitOf = ({ edition_id, row }: Row) => ({
  editionId: edition_id,
  publishedAt: Math.floor(Number(row) / ROOM),
});

export const ftsSqlite: FullText = {
  /**
   * The newest matches are asked for most. With rows numbered by time FTS5 walks its index backwards and stops at the
   * limit; sorting by a column would read every match first, which for a common word is half the paper.
   */
  async put(inner, filed: FiledEdition) {
    const from = filed.publishedAt * ROOM;
    // Not max(rowid): that reads all that was filed before.
    const { rows } = await sql<{ last: number }>`
      select rowid as last from morgue where rowid >= ${whole(from)} and rowid < ${whole(from + ROOM)}
      order by rowid desc limit 1`.execute(inner.store);
    const row = rows[0] ? Number(rows[0].last) + 1 : from;
    await sql`
      insert into morgue (rowid, edition_id, story_id, words) values
      (${whole(row)}, ${filed.editionId}, ${filed.storyId}, ${filed.words.join(' ')})`.execute(inner.store);
  },

  async remove(inner, story) {
    await removeFrom('morgue', inner, story);
    await removeFrom('morgue_before', inner, story);
  },

  async removeEntry(inner, { entryId, publishedAt }) {
    const from = publishedAt * ROOM;
    await sql`
      delete from morgue where rowid in (
        select rowid from morgue where rowid >= ${whole(from)} and rowid < ${whole(from + ROOM)} and edition_id = ${entryId})`.execute(
      inner.store,
    );
  },

  async find(newsroom, { question: asked, where, limit }) {
    const question = await inWords(newsroom, asked);
    const { rows } = await sql<Row>`
      select edition_id, rowid as row from morgue
      where morgue match ${spell(question, spelling)} and ${meets(where, 'morgue')}
      order by rowid desc limit ${limit}`.execute(newsroom.store);
    return rows.map(hitOf);
  },

  async span(newsroom) {
    const { rows } = await sql<{ first: number | null; last: number | null }>`
      select min(first) as first, max(last) as last from (
        select (select min(rowid) from morgue) as first, (select max(rowid) from morgue) as last
        union all select (select min(rowid) from morgue_before), (select max(rowid) from morgue_before))`.execute(
      newsroom.store,
    );
    const { first = null, last = null } = rows[0] ?? {};
    return first === null || last === null
      ? null
      : { first: Math.floor(first / ROOM), last: Math.floor(last / ROOM) };
  },

  async between(newsroom, from, to) {
    const [first, end] = [whole(from * ROOM), whole(to * ROOM)];
    const { rows } = await sql<Row>`
      select edition_id, rowid as row from morgue where rowid >= ${first} and rowid < ${end}
      union all select edition_id, rowid as row from morgue_before where rowid >= ${first} and rowid < ${end}
      order by row desc`.execute(newsroom.store);
    return rows.map((row) => row.edition_id);
  },

  async findBefore(newsroom, { words, where, limit }) {
    const { rows } = await sql<Row>`
      select edition_id, rowid as row from morgue_before
      where morgue_before match ${words.map(spelling.word).join(' AND ')} and ${meets(where, 'morgue_before')}
      order by rowid desc limit ${limit}`.execute(newsroom.store);
    return rows.map(hitOf);
  },

  async listBefore(newsroom, limit) {
    const { rows } = await sql<{ edition_id: string; story_id: string }>`
      select edition_id, story_id from morgue_before order by rowid desc limit ${limit}`.execute(
      newsroom.store,
    );
    return rows.map((row) => ({ editionId: row.edition_id, storyId: row.story_id }));
  },

  async forgetBefore(inner, editionId) {
    await sql`delete from morgue_before where rowid in (
      select rowid from morgue_before where edition_id = ${editionId} order by rowid desc limit 1)`.execute(
      inner.store,
    );
  },
};

/** The question with words in the place of beginnings. */
async function inWords(newsroom: Newsroom, { place, need, but }: SearchQuestion): Promise<SearchQuestion> {
  const words = (one: Need, at: SearchPlace) =>
    withListedWords(newsroom, one, { list: 'morgue_words', letter: PLACES[at][0] });
  const without: SearchQuestion['but'] = [];
  for (const each of but) without.push({ ...each, need: await words(each.need, each.place) });
  return { place, need: await words(need, place), but: without };
}

/**
 * What is asked, with the words that begin so in the place of each beginning. `list`: an index's own of its words (fts5vocab), where one
 * letter, of their place or their kind, stands before each.
 */
export function withListedWords<One extends WordTree>(
  { store }: Newsroom,
  asked: One,
  { list, letter }: { list: 'morgue_words' | 'lookup_words'; letter: string },
): Promise<One> {
  return withBegunWords(asked, async (begins, most) => {
    const from = letter + begins;
    const { rows } = await sql<{ term: string }>`
      select term from ${sql.table(list)} where term >= ${from} and term < ${from + LAST_LETTER}
      limit ${sql.lit(most)}`.execute(store);
    return rows.map(({ term }) => term.slice(letter.length));
  });
}

/** A column that is not indexed is found by reading all; when the story was published says where it is. */
async function removeFrom(
  name: 'morgue' | 'morgue_before',
  inner: Newsroom,
  { storyId, publishedAt }: FiledStory,
): Promise<void> {
  const table = sql.table(name);
  const from = publishedAt * ROOM;
  await sql`
    delete from ${table} where rowid in (
      select rowid from ${table}
      where rowid >= ${whole(from)} and rowid < ${whole(from + ROOM)} and story_id = ${storyId})`.execute(
    inner.store,
  );
}
