/**
 * The desk's index on PostgreSQL: a tsvector of our own words under GIN. Such an index has no order, so that of a word which half of
 * the rows have every row would be fetched and sorted. Each row therefore has words for the stretch of numbers that it stands in: the
 * newest stretches are asked first, and most questions are answered by them.
 */
import { sql } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { FoundThing, LookupIndex, LookupQuestion } from './index-engine.ts';
import { deleteThing, putThing } from './lookup-queries.ts';
import { type FoundRow, foundOf, isWithin, rowOf } from './lookup-sqlite.ts';
import { besideBeginnings, spellWish, type WishSpelling } from './wish.ts';

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
    const found = (await findAmongFew(newsroom, asked)) ?? (await walk(newsroom, asked));
    return found.filter((each) => isWithin(each, asked));
  },
};

const FEW = 500; // rows, each of which may be looked at itself

/**
 * Where few rows have the words that stand beside a beginning, those rows are looked at: the index would gather all that begins so for
 * each of its questions. Null where nothing stands beside it, or where many have it.
 */
async function findAmongFew(newsroom: Newsroom, asked: LookupQuestion): Promise<FoundThing[] | null> {
  const beside = besideBeginnings(asked.wish);
  if (beside === null) return null;
  const few = await walk(newsroom, { ...asked, wish: beside, limit: FEW + 1 });
  if (few.length > FEW) return null;
  const { rows } = await sql<{ number: number }>`
    select number from lookup
    where number = any(${few.map(({ number }) => number)}::bigint[])
      and words @@ ${spellWish(asked.wish, asked.kind, spelling)}::tsquery`.execute(newsroom.store);
  const fits = new Set(rows.map(({ number }) => Number(number)));
  return few.filter(({ number }) => fits.has(number)).slice(0, asked.limit);
}

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
