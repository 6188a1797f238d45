import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { addVariant, ensureSpeaker } from '../sourcing/speakers.ts';
import { dropTerm, listTerms, putTerm, termsIn } from './glossary.ts';

onEachEngine('the glossary', (newsroom) => {
  it('gives the terms that stand in a text, put over and dropped again', async () => {
    const pair = { from: 'el', to: 'en' };
    await putTerm(newsroom(), { ...pair, term: 'λιμεναρχείο', translation: 'harbour office', by });
    await putTerm(newsroom(), { ...pair, term: 'λιμεναρχείο', translation: 'port authority', by });
    await putTerm(newsroom(), { ...pair, term: 'μόλος', translation: 'mole', by });
    const text = 'Το Λιμεναρχείο ανακοίνωσε νέα μέτρα.';
    expect(await termsIn(newsroom(), text, pair)).toEqual([
      { term: 'λιμεναρχείο', translation: 'port authority' },
    ]);
    expect(await termsIn(newsroom(), text, { from: 'el', to: 'fr' })).toEqual([]);
    const [line] = await listTerms(newsroom(), pair);
    await dropTerm(newsroom(), { id: line?.id ?? '', by });
    await dropTerm(newsroom(), { id: line?.id ?? '', by });
    const acts = await newsroom()
      .store.selectFrom('audit')
      .select(['by_id', 'facts_json'])
      .where('act', '=', 'drop term')
      .execute();
    expect(acts).toEqual([
      { by_id: by.id, facts_json: JSON.stringify({ from: 'el', to: 'en', term: 'λιμεναρχείο' }) },
    ]);
    expect(await termsIn(newsroom(), text, pair)).toEqual([]);
    await expect(putTerm(newsroom(), { ...pair, term: ' ', translation: 'x', by })).rejects.toMatchObject({
      code: 'form-incomplete',
    });
  });

  it('names speakers as readers of the translation are given them, from either side', async () => {
    const { id: speakerId } = await ensureSpeaker(newsroom(), { name: 'Άννα Ρεΐζη' });
    await addVariant(newsroom(), { speakerId, variant: 'Anna Reizi', by });
    const greek = 'Η δήμαρχος Άννα Ρεΐζη μίλησε.';
    expect(await termsIn(newsroom(), greek, { from: 'el', to: 'en' })).toEqual([
      { term: 'Άννα Ρεΐζη', translation: 'Anna Reizi' },
    ]);
    expect(await termsIn(newsroom(), 'Mayor Anna Reizi spoke.', { from: 'en', to: 'el' })).toEqual([
      { term: 'Anna Reizi', translation: 'Άννα Ρεΐζη' },
    ]);
  });
});
