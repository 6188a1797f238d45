/** What sources answered at the same time is kept together: at the price of one, and none at the cost of another. */
import { describe, expect, it } from 'vitest';
import { onEachEngine, openTestNewsroom } from '../../../tests/support/newsroom.ts';
import { getSourceRow } from '../../intake/source-queries.ts';
import { MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself as by, makeNewsroom, type Newsroom } from '../../newsroom.ts';
import { addSource } from '../sources/sources.ts';
import type { AnsweredPoll } from './keep-answers.ts';
import { openKeeper } from './keeper.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { readDelivery } from './read-delivery.ts';
import { takeIn } from './take-in.ts';

let number = 0;

function feedOf(name: string, items: number): Buffer {
  const all = Array.from(
    { length: items },
    (_, at) =>
      `<item><guid>${name}-${at}</guid><title>Ferry ${at} of ${name} is late</title><description>Boat ${at} of ${name} left late.</description></item>`,
  );
  return Buffer.from(`<rss version="2.0"><channel><title>${name}</title>${all.join('')}</channel></rss>`);
}

async function answered(newsroom: Newsroom, items: number): Promise<AnsweredPoll> {
  number += 1;
  const name = `kept-${number}`;
  const address = `https://${name}.example/feed`;
  const { sourceId } = await addSource(newsroom, { name, address, unasked: true, by });
  const bytes = feedOf(name, items);
  const asked = { bytes, contentType: null, address, language: 'en', newsFrom: 0 };
  const prepared = await prepareDelivery(asked);
  return {
    source: await getSourceRow(newsroom, sourceId),
    answer: { verdict: 'ok', prepared, validators: {}, restMs: null, words: null },
    got: { ok: true, status: 200, headers: {}, bytes, finalUrl: address },
    line: { via: 'poll', bytes: bytes.length, began: newsroom.clock.now() },
  };
}

/** The same newsroom, and how often it was written to the disk. */
function counting(newsroom: Newsroom): { newsroom: Newsroom; commits(): number } {
  let count = 0;
  const transact: Newsroom['transact'] = (work) => {
    count += 1;
    return newsroom.transact(work);
  };
  return { newsroom: { ...newsroom, transact }, commits: () => count };
}

async function keptOf(newsroom: Newsroom, answers: AnsweredPoll[]) {
  return newsroom.store
    .selectFrom('items')
    .innerJoin('item_marks', 'item_marks.item_id', 'items.id')
    .select(['items.identity', 'items.source_id'])
    .where(
      'items.source_id',
      'in',
      answers.map(({ source }) => source.id),
    )
    .execute();
}

onEachEngine('what sources answered at the same time', (open) => {
  it('is kept, clustered and freed in one transaction', async () => {
    const { newsroom, commits } = counting(open());
    const answers = await Promise.all(Array.from({ length: 8 }, () => answered(open(), 2)));
    const keeper = openKeeper(newsroom);
    const polled = await Promise.all(answers.map((one) => keeper.keep(one)));
    expect(commits()).toBe(1);
    expect(polled.map(({ received }) => received)).toEqual(answers.map(() => 2));
    expect(await keptOf(newsroom, answers)).toHaveLength(16);
  });

  it('with nothing new costs one transaction too', async () => {
    const { newsroom, commits } = counting(open());
    const answers = await Promise.all(Array.from({ length: 8 }, () => answered(open(), 0)));
    const keeper = openKeeper(newsroom);
    await Promise.all(answers.map((one) => keeper.keep(one)));
    expect(commits()).toBe(1);
  });

  it('is kept of all others where keeping one of them fails, and that one is told', async () => {
    const newsroom = open();
    const answers = await Promise.all(Array.from({ length: 6 }, () => answered(newsroom, 2)));
    const [, , bad] = answers;
    if (bad?.answer.verdict !== 'ok' || !bad.answer.prepared?.items[1]) throw new Error('no feed was read');
    bad.answer.prepared.items[1].status = null as never; // as only a bug of ours would give it
    const keeper = openKeeper(newsroom);
    const ends = await Promise.allSettled(answers.map((one) => keeper.keep(one)));
    expect(ends.map(({ status }) => status)).toEqual(
      answers.map((one) => (one === bad ? 'rejected' : 'fulfilled')),
    );
    const kept = await keptOf(newsroom, answers);
    expect(kept).toHaveLength(10);
    expect(kept.some(({ source_id: id }) => id === bad.source.id)).toBe(false);
  });

  it('is not waited for by what comes alone', async () => {
    const newsroom = open();
    const one = await answered(newsroom, 1);
    expect(await openKeeper(newsroom, 0).keep(one)).toMatchObject({ ok: true, received: 1 });
  });

  it('is there once where two processes take in the same of one source', async () => {
    const newsroom = open();
    const one = await answered(newsroom, 70);
    if (one.answer.verdict !== 'ok' || !one.answer.prepared) throw new Error('no feed was read');
    const { prepared } = one.answer;
    const taking = { source: one.source, prepared, isFirst: true, line: one.line };
    const another = makeNewsroom({ ...newsroom });
    await Promise.all([newsroom, another, newsroom].map((each) => takeIn(each, taking)));
    const kept = await keptOf(newsroom, [one]);
    expect(new Set(kept.map(({ identity }) => identity)).size).toBe(70);
    expect(kept).toHaveLength(70);
  });
});

describe('a feed of a hundred thousand items', () => {
  it('is read as far as its latest, in the memory of a thread, and says so', async () => {
    const newsroom = await openTestNewsroom();
    const day = Date.UTC(2026, 0, 1);
    const all = Array.from({ length: 100_000 }, (_, at) => {
      const date = new Date(day + at * MINUTE).toUTCString();
      return `<item><guid>${at}</guid><title>Ferry ${at}</title><pubDate>${date}</pubDate></item>`;
    });
    const bytes = Buffer.from(
      `<rss version="2.0"><channel><title>All</title>${all.join('')}</channel></rss>`,
    );
    const asked = { bytes, contentType: null, address: null, language: 'en', newsFrom: 0 };
    const reading = await readDelivery(newsroom, asked);
    if (!reading.ok) throw new Error(reading.words);
    const { items, feed } = reading.prepared;
    expect(items.length).toBe(5_000);
    expect(items.filter(({ marks }) => marks !== undefined).length).toBe(500);
    expect(feed.problems.join(' ')).toMatch(/latest 5,000/);
    // The latest of those that the reader of XML lets through, in the order of the document.
    const numbers = items.map(({ identity }) => Number(identity.replace(/\D/g, '')));
    expect(numbers[0]).toBeLessThan(numbers.at(-1) ?? 0);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBe(4_999);
    await newsroom.close();
  });
});
