/** The desk's index on SQLite: an FTS5 table that keeps no text, whose row numbers rise with time. */
import { sql } from 'kysely';
import { withListedWords } from '../morgue/fts-sqlite.ts';
import type { Newsroom } from '../newsroom.ts';
import type { FiledThing, FoundThing, LookupIndex, LookupQuestion } from './index-engine.ts';
import { deleteThing, putThing } from './lookup-queries.ts';
import { kindLetters } from './thing.ts';
import { spellWish, type WishSpelling } from './wish.ts';

/** Numbers begin in the middle: new things are numbered upwards from there, those of before downwards. */
const MIDDLE = 2 ** 40;

/** The driver hands large numbers over as doubles, by which FTS5 does not look up a row: it would read all of them. */
const whole = (value: number) => sql`cast(${value} as integer)`;

const spelling: WishSpelling = {
  word: (word) => `"${word}"`,
  begins: (word) => `"${word}"*`,
  and: 'AND',
  or: 'OR',
};

export const lookupSqlite: LookupIndex = {
  async put(inner, things, order) {
    for (const thing of things) {
      const was = await deleteThing(inner, thing.id);
      if (was !== null) await sql`delete from lookup where rowid = ${whole(was)}`.execute(inner.store);
      // What only changed stays where it was; a story that somebody works on is the newest.
      const stays = was !== null && thing.kind !== 'draft' && thing.kind !== 'published';
      const number = stays ? was : await nextNumber(inner, order);
      await putThing(inner, { number, ...rowOf(thing) });
      await sql`insert into lookup (rowid, words) values (${whole(number)}, ${thing.words.join(' ')})`.execute(
        inner.store,
      );
    }
  },

  /** FTS5 walks its lists backwards and stops at the limit. */
  async find(newsroom, asked) {
    const { kind, bounds, limit } = asked;
    const words = { list: 'lookup_words', letter: kindLetters[kind] } as const;
    const wish = await withListedWords(newsroom, asked.wish, words);
    const { rows } = await sql<FoundRow>`
      select things.number, things.thing_id, things.at from (
        select rowid as number from lookup
        where lookup match ${spellWish(wish, kind, spelling)}
          and rowid >= ${whole(bounds.low)} and rowid < ${whole(bounds.below)}
        order by rowid desc limit ${limit}) as found
      join lookup_things as things on things.number = found.number
      order by things.number desc`.execute(newsroom.store);
    return rows.map(foundOf).filter((found) => isWithin(found, asked));
  },
};

export interface FoundRow {
  number: number;
  thing_id: string;
  at: number;
}

export const foundOf = ({ number, thing_id, at }: FoundRow): FoundThing => ({
  number: Number(number),
  id: thing_id,
  at: Number(at),
});

/** Numbers follow the time closely, but what was filed out of turn is looked at itself. */
export function isWithin({ at }: FoundThing, { from, to }: LookupQuestion): boolean {
  return (from === undefined || at >= from) && (to === undefined || at < to);
}

export const rowOf = ({ kind, id, at, stamp }: FiledThing) => ({ kind, thing_id: id, at, stamp });

async function nextNumber(inner: Newsroom, order: 'new' | 'before'): Promise<number> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select (select min(number) from lookup_things) as first, (select max(number) from lookup_things) as last`.execute(
    inner.store,
  );
  const { first = null, last = null } = rows[0] ?? {};
  if (order === 'new') return last === null ? MIDDLE : Number(last) + 1;
  return first === null ? MIDDLE - 1 : Number(first) - 1;
}
