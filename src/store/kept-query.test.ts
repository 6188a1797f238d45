import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { asking } from '../newsroom.ts';
import { addSection } from '../stories/sections.ts';
import { keptByForm, keptQuery } from './kept-query.ts';

const listSlugs = keptQuery(({ store }, slugs) =>
  store
    .selectFrom('sections')
    .select('slug')
    .where('position', '<', 3)
    .where('slug', 'in', slugs)
    .orderBy('position'),
);

interface Asks {
  slugs?: string[];
  from?: { position: number };
  isBackwards?: boolean;
  only?: string;
  limit: number;
}

const listByForm = keptByForm(
  ({ store }, { slugs, from, isBackwards, only, limit }: Asks) => {
    const all = store
      .selectFrom('sections')
      .select('slug')
      .orderBy('position', isBackwards ? 'desc' : 'asc');
    const chosen = only ? all.where('slug', '=', only) : all;
    const some = slugs ? chosen.where('slug', 'in', slugs) : chosen;
    return (from ? some.where('position', '>=', from.position) : some).limit(limit);
  },
  ['limit'],
);

onEachEngine('a query that is kept by its form', (open) => {
  it('answers each form that it is asked in, by the values of that time', async () => {
    const newsroom = open();
    for (const name of ['City', 'Sea', 'World']) await addSection(newsroom, { name });
    const slugs = async (asked: Asks) => (await listByForm(newsroom, asked)).map(({ slug }) => slug);
    expect(await slugs({ limit: 2 })).toEqual(['city', 'sea']);
    expect(await slugs({ limit: 1 })).toEqual(['city']);
    expect(await slugs({ limit: 2, isBackwards: true })).toEqual(['world', 'sea']);
    expect(await slugs({ limit: 2, isBackwards: false })).toEqual(['city', 'sea']);
    expect(await slugs({ limit: 9, slugs: ['sea', 'world'] })).toEqual(['sea', 'world']);
    expect(await slugs({ limit: 9, slugs: ['world', 'city'] })).toEqual(['city', 'world']);
    expect(await slugs({ limit: 9, slugs: ['world'] })).toEqual(['world']);
    expect(await slugs({ limit: 9, slugs: ['world', 'sea'], from: { position: 3 } })).toEqual(['world']);
    expect(await slugs({ limit: 9, slugs: ['world', 'sea'], from: { position: 2 } })).toEqual([
      'sea',
      'world',
    ]);
    expect(await slugs({ limit: 9, only: 'city', isBackwards: true })).toEqual(['city']);
    expect(await slugs({ limit: 9, only: '', isBackwards: true })).toEqual(['world', 'sea', 'city']);
    const many = Array.from({ length: 60 }, (_, at) => `none-${at}`);
    expect(await slugs({ limit: 9, slugs: [...many, 'sea'] })).toEqual(['sea']);
  });
});

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
