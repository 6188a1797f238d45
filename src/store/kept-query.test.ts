import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { asking } from '../newsroom.ts';
import { addSection } from '../stories/sections.ts';
import { keptQuery } from './kept-query.ts';

const listSlugs = keptQuery(({ store }, slugs) =>
  store
    .selectFrom('sections')
    .select('slug')
    .where('position', '<', 3)
    .where('slug', 'in', slugs)
    .orderBy('position'),
);

onEachEngine('a query that is kept', (open) => {
  const named = async (newsroom: Pick<TestNewsroom, 'store' | 'engine'>, ...slugs: string[]) =>
    (await listSlugs(newsroom, slugs)).map(({ slug }) => slug);

  it('answers what it is asked each time, at whichever store, however many values it is asked with', async () => {
    const newsroom = open();
    for (const name of ['City', 'Sea', 'World']) await addSection(newsroom, { name });
    expect(await named(newsroom, 'sea')).toEqual(['sea']);
    expect(await named(newsroom, 'city')).toEqual(['city']);
    expect(await named(newsroom, 'sea', 'city')).toEqual(['city', 'sea']);
    expect(await named(newsroom, 'city', 'world')).toEqual(['city']); // the value of its own is kept as it is
    await newsroom.transact(async (inner) => {
      await inner.store.updateTable('sections').set({ slug: 'harbour' }).where('slug', '=', 'sea').execute();
      expect(await named(inner, 'harbour')).toEqual(['harbour']);
    });
    const together = asking(newsroom);
    expect(await Promise.all([named(together, 'city'), named(together, 'harbour')])).toEqual([
      ['city'],
      ['harbour'],
    ]);
  });
});
