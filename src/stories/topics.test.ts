/** Topics: told apart by their names, whatever their addresses look like. */
import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { ensureTopics } from './sections.ts';

onEachEngine('topics', (newsroom) => {
  const kept = async (names: string[]) =>
    (await ensureTopics(newsroom(), names)).map(({ name, slug }) => `${name} /${slug}`);

  it('that share an address keep their names, and each has an address of its own', async () => {
    expect(await kept(['C++', 'C#', 'C', 'Canal', 'Canal+'])).toEqual([
      'C++ /c',
      'C# /c-2',
      'C /c-3',
      'Canal /canal',
      'Canal+ /canal-2',
    ]);
    expect(await kept(['C', 'Canal+'])).toEqual(['C /c-3', 'Canal+ /canal-2']);
    expect(await kept(['C 2'])).toEqual(['C 2 /c-2-2']);
    expect(await kept(['Año', 'Ano', 'Ёлка', 'Елка'])).toEqual([
      'Año /ano',
      'Ano /ano-2',
      'Ёлка /elka',
      'Елка /elka-2',
    ]);
  });

  it('are one in whatever case, quotation marks, dashes and spaces they are typed', async () => {
    expect(await kept(['Pilots’ strike', "pilots' STRIKE", 'Night  ferry', 'night-ferry', 'Ｃanal'])).toEqual(
      ['Pilots’ strike /pilots-strike', 'Night ferry /night-ferry', 'Canal /canal'],
    );
  });

  it('keep the address that they had before Greek and Arabic were written as they are said', async () => {
    const former = { id: 'former', slug: 'eyropi', name: 'Ευρώπη' };
    await newsroom().store.insertInto('topics').values(former).execute();
    expect(await kept(['ευρώπη', 'Εύρος', 'القاهرة'])).toEqual([
      'Ευρώπη /eyropi',
      'Εύρος /evros',
      'القاهرة /alqahrh',
    ]);
  });

  it('of signs alone have an address; what is no sign is none', async () => {
    expect(await kept(['++', '€', ' ', '—', '…'])).toEqual(['++ /topic', '€ /eur']);
  });
});
