import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { addSection } from '../stories/sections.ts';

onEachEngine('a question with a limit', (open) => {
  it('is answered with as many as it asks for, also when they are worked out', async () => {
    const newsroom = open();
    for (const name of ['City', 'Sea', 'World']) await addSection(newsroom, { name });
    const first = (most: number) =>
      newsroom.store.selectFrom('sections').select('slug').orderBy('position').limit(most).execute();
    for (const most of [0, 1, 2, 9]) expect(await first(most)).toHaveLength(Math.min(most, 3));
  });

  it('stands in the text with its number on SQLite, and so does what a partial index is about; nothing else does', () => {
    const { store, engine } = open();
    const text = store
      .selectFrom('alerts')
      .select('id')
      .where('state', '=', 'standby')
      .where('language', '=', 'en')
      .orderBy('id')
      .limit(20)
      .compile();
    const [values, end] = engine === 'sqlite' ? [['en'], 'limit 20'] : [['standby', 'en', 20], 'limit $3'];
    expect(text.parameters).toEqual(values);
    expect(text.sql.endsWith(end)).toBe(true);
  });

  it('stands so in a template too, where the value is a number', () => {
    const { store, engine } = open();
    const asked = (most: unknown) =>
      sql`select id from alerts where language = ${'en'} order by id limit ${most}`.compile(store);
    const [values, end] = engine === 'sqlite' ? [['en'], 'limit 20'] : [['en', 20], 'limit $2'];
    expect(asked(20).parameters).toEqual(values);
    expect(asked(20).sql.endsWith(end)).toBe(true);
    expect(asked('20; drop table alerts').parameters).toEqual(['en', '20; drop table alerts']);
    expect(asked(-1).parameters).toEqual(['en', -1]);
  });

  it('holds nothing in its text that could end it', () => {
    const { store } = open();
    const hostile = "standby' or '1' = '1";
    const text = store
      .selectFrom('alerts')
      .select('id')
      .where('state', '=', hostile as 'standby')
      .compile();
    expect(text.parameters).toEqual([hostile]);
    expect(text.sql).not.toContain('or');
  });
});
