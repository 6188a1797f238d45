/**
 * The desk's index on PostgreSQL: a tsvector of our own words under GIN. Such an index has no order, so that of a word which half of
 * the rows have every row would be fetched and sorted. Each row therefore has words for the stretch of numbers that it stands in: the
 * newest stretches are asked first, and most questions are answered by them.
 */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { LookupIndex, LookupQuestion } from './index-engine.ts';
import { deleteThing, putThing } from './lookup-queries.ts';
import { type FoundRow, foundOf, isWithin, rowOf } from './lookup-sqlite.ts';
import { spellWish, type WishSpelling } from './wish.ts';

const SHORT = 2 ** 13; // numbers of a short stretch: what all of it answers is fetched in milliseconds
const LONG = 2 ** 17;

const quoted = (word: string) => `'${word.replace(/[\\']/g, '')}'`;
const spelling: WishSpelling = {
  word: quoted,
  begins: (word) => `${quoted(word)}:*`,
  and: '&',
  or: '|',
};

const stretchWords = (number: number) => [`s${Math.floor(number / SHORT)}`, `l${Math.floor(number / LONG)}`];

export const lookupPostgres: LookupIndex = {
  async put(inner, things, order) {
    for (const thing of things) {
      const was = await deleteThing(inner, thing.id);
      if (was !== null) await sql`delete from lookup where number = ${was}`.execute(inner.store);
      const stays = was !== null && thing.kind !== 'draft' && thing.kind !== 'published';
      const number = stays ? was : await nextNumber(inner, order);
      await putThing(inner, { number, ...rowOf(thing) });
      const words = [...thing.words, ...stretchWords(number)];
      await sql`
        insert into lookup (number, words) values (${number}, array_to_tsvector(${words}::text[]))
        on conflict (number) do update set words = excluded.words`.execute(inner.store);
    }
  },

  async find(newsroom, asked) {
    return (await walk(newsroom, asked)).filter((found) => isWithin(found, asked));
  },
};

/** The newest short stretches, then long ones, then all that is left at once: by then what is sought is rare. */
async function walk(newsroom: Newsroom, asked: LookupQuestion) {
  const { low } = asked.bounds;
  const wish = spellWish(asked.wish, asked.kind, spelling);
  const found: FoundRow[] = [];
  let { below } = asked.bounds;
  const ask = async (from: number, stretch: string | null) => {
    const question = stretch === null ? wish : `${wish} & (${stretch})`;
    found.push(
      ...(await fetchFound(newsroom, {
        question,
        low: Math.max(low, from),
        below,
        limit: asked.limit - found.length,
      })),
    );
    below = from;
  };
  const steps = asked.kind === 'item' || asked.kind === 'published' ? ([SHORT, LONG] as const) : [];
  for (const size of steps) {
    if (found.length >= asked.limit || below <= low) break;
    const last = Math.floor((below - 1) / size);
    const letter = size === SHORT ? 's' : 'l';
    await ask((last - 1) * size, `${quoted(`${letter}${last}`)} | ${quoted(`${letter}${last - 1}`)}`);
  }
  if (found.length < asked.limit && below > low) await ask(low, null);
  return found.map(foundOf);
}

/**
 * All that fit are found by the index first: walked by their number, a word that is nowhere would be looked for in every row. The
 * question is hidden from the planner, which otherwise knows when most rows have a word and reads them all, each with its words from
 * where long values lie: eighty times as long.
 */
async function fetchFound(
  newsroom: Newsroom,
  { question, low, below, limit }: { question: string; low: number; below: number; limit: number },
): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with hits as materialized (select number from lookup where words @@ (select ${question}::tsquery)),
      newest as materialized (
        select number from hits where number >= ${low} and number < ${below} order by number desc limit ${limit})
    select things.number, things.thing_id, things.at
    from newest join lookup_things as things on things.number = newest.number
    order by things.number desc`.execute(newsroom.store);
  return rows;
}

async function nextNumber(inner: Newsroom, order: 'new' | 'before'): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select nextval(${order === 'new' ? 'lookup_up' : 'lookup_down'}) as next`.execute(inner.store);
  return Number(rows[0]?.next);
}
