/** Questions asked together: one statement, the same rows as one after the other. */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { countStatements } from '../../tests/support/count-statements.ts';
import { setUpHarbourPost } from '../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { asking, theNewsroomItself as by } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { bytesColumns, columnNames } from './columns.ts';
import { columnsOf } from './table-rows.ts';

onEachEngine('questions asked together', (open) => {
  test('are one statement, and each has its own rows, in their order, as if it had been asked alone', async () => {
    await setUpHarbourPost(open());
    const copy = {
      headline: "“港” \\ 'x'",
      dek: '',
      byline: '',
      dateline: '',
      bodyHtml: safeBody('<p>a\u0007b</p>'),
      pictureId: null,
    };
    for (const language of ['en', 'el', 'ar']) await draftStory(open(), { copy, language, hops: [], by });
    const { newsroom, statements } = countStatements(open());
    const questions = ({ store }: typeof newsroom) => [
      store.selectFrom('stories').selectAll().orderBy('id', 'desc').execute(),
      store
        .selectFrom('editions')
        .innerJoin('takes', 'takes.id', 'editions.working_take_id')
        .selectAll('takes')
        .select('editions.language as of')
        .orderBy('editions.language')
        .execute(),
      store
        .selectFrom('staff')
        .select((row) => row.fn.countAll().as('count'))
        .execute()
        .then((rows) => rows.map(({ count }) => Number(count))),
      store.selectFrom('masthead').selectAll().where('name', '=', 'nobody').executeTakeFirst(),
    ];
    const together = await Promise.all(questions(asking(newsroom)));
    expect(statements()).toBe(1);
    expect(together).toEqual(await Promise.all(questions(open())));
    expect((together[0] as unknown[]).length).toBe(3);
  });

  test('have their values at their own places, be they asked together or one alone', async () => {
    const questions = ({ store }: Pick<ReturnType<typeof open>, 'store'>, languages: string[]) =>
      languages.map((language) =>
        store
          .selectFrom('editions')
          .select(['language', sql`'$1 ?'`.as('said')])
          .where('language', '=', language)
          .where('language', '!=', 'de')
          .limit(2)
          .execute(),
      );
    const all = ['el', 'de', 'ar', 'en'];
    const apart = await Promise.all(questions(open(), all));
    expect(apart.map((rows) => rows.length)).toEqual([1, 0, 1, 1]);
    expect(await Promise.all(questions(asking(open()), all))).toEqual(apart);
    expect(await Promise.all(questions(asking(open()), ['ar']))).toEqual([apart[2]]);
  });

  test('that fail say so to each who asked, and within a transaction they see what it has written', async () => {
    const wrong = asking(open()).store;
    const both = await Promise.allSettled([
      wrong.selectFrom('stories').select('id').execute(),
      wrong.selectFrom('stories').select(sql`no_such_column`.as('x')).execute(),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await open().transact(async (inner) => {
      await inner.store.updateTable('masthead').set({ tagline: 'From the harbour' }).execute();
      const { store } = asking(inner);
      const [paper, sections] = await Promise.all([
        store.selectFrom('masthead').select('tagline').executeTakeFirst(),
        store.selectFrom('sections').select('id').execute(),
      ]);
      expect([paper?.tagline, sections]).toEqual(['From the harbour', []]);
    });
  });

  test('that want bytes get them as bytes, under whatever name', async () => {
    const { store } = open();
    const row = { id: open().ids.next(), bytes: Buffer.from([0, 255, 7]) };
    const { store: together } = asking(open());
    await sql`create table kept_bytes (id text, bytes ${sql.raw(open().engine === 'sqlite' ? 'blob' : 'bytea')})`.execute(
      store,
    );
    await sql`insert into kept_bytes values (${row.id}, ${row.bytes})`.execute(store);
    const kept = together.selectFrom('kept_bytes' as 'deliveries');
    const [named, paper, plain] = await Promise.all([
      kept.select('bytes as shown').execute(),
      together.selectFrom('masthead').selectAll().executeTakeFirst(),
      kept.select(['id', 'bytes']).execute(),
    ]);
    await sql`drop table kept_bytes`.execute(store);
    expect(named).toEqual([{ shown: row.bytes }]);
    expect(plain).toEqual([{ id: row.id, bytes: row.bytes }]);
    expect(paper?.name).toBe('The Harbour Post');
  });

  test('every column of bytes is known', async () => {
    const tables = await open().store.introspection.getTables();
    const there = tables.flatMap(({ columns }) =>
      columns.filter(({ dataType }) => /^(?:blob|bytea)$/i.test(dataType)).map(({ name }) => name),
    );
    const ofSearch = ['block', 'sz']; // of the tables that SQLite keeps for its own search
    expect([...bytesColumns].filter((name) => !there.includes(name))).toEqual([]);
    expect(there.filter((name) => !bytesColumns.has(name) && !ofSearch.includes(name))).toEqual([]);
  });

  test('whole rows have every column of their table', async () => {
    const there = await columnsOf(open().store);
    for (const [table, names] of Object.entries(columnNames))
      expect([...names].sort(), table).toEqual([...(there.get(table) ?? [])].sort());
  });
});
