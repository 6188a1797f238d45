/** The engines at the desk: set up, put in order, paused and asked again, tried with a sentence. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDoor } from '../../../tests/support/door.ts';
import { deeplServer, type EngineServer } from '../../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { enginesFor, listEngines } from '../../translation/engines.ts';
import { registerEngineRoutes } from './engine-routes.ts';

const models = join(import.meta.dirname, '../../../tests/fixtures/bergamot');
const page = '/desk/translation';
let server: EngineServer;
beforeAll(async () => {
  server = await deeplServer((text) => text, 'wrong');
});
afterAll(() => server.close());

onEachEngine('the engines at the desk', (newsroom) => {
  const wanted = { from: 'es', to: 'en', mayLeave: true, characters: 100 };
  const names = async () => (await listEngines(newsroom())).map(({ name }) => name);
  const askable = async () => (await enginesFor(newsroom(), wanted)).map(({ name }) => name);
  const idOf = async (name: string) => (await listEngines(newsroom())).find((each) => each.name === name)?.id;

  it('can be changed: the form holds what was set, an empty key keeps the old, a price has its currency', async () => {
    const door = await openDeskDoor(newsroom(), registerEngineRoutes);
    const administrator = await door.signedIn('administrator');
    const send = (path: string, fields: Record<string, string>) =>
      administrator.send(`${page}/${path}`, fields, page);
    const set = { kind: 'deepl', address: server.address, inside: 'yes', price: '20', currency: 'eur' };
    await send('engines', { ...set, name: 'Old', key: 'old' });
    const id = (await idOf('Old')) ?? '';
    const form = (await administrator.get(`${page}?change=${id}`)).body;
    expect(form).toContain('Change Old');
    expect(form).toMatch(/name="address"[^>]*value="http:\/\/127/);
    const refused = await send(`engines/${id}/change`, { ...set, name: 'Old', currency: 'euro' });
    expect(refused.body).toContain('Write the three letters of the currency: EUR.');
    await send(`engines/${id}/change`, { ...set, name: 'New', pairs: 'no>zh-Hant' });
    expect(await listEngines(newsroom())).toMatchObject([
      { name: 'New', pairs: 'no>zh-Hant', currency: 'EUR', priceMicros: 20_000_000 },
    ]);
    expect((await send('engines/nowhere/change', { ...set, name: 'x' })).statusCode).toBe(404);
    await send(`engines/${id}/removal`, {});
  });

  it('are set up, asked in order, tried, paused and asked again', async () => {
    const door = await openDeskDoor(newsroom(), registerEngineRoutes);
    const administrator = await door.signedIn('administrator');
    const send = (path: string, fields: Record<string, string> = {}) =>
      administrator.send(`${page}/${path}`, fields, page);
    const add = (fields: Record<string, string>) => send('engines', { inside: 'yes', ...fields });
    await add({ name: 'DeepL', kind: 'deepl', address: server.address, key: 'old' });
    const refused = await add({ name: 'Bergamot', kind: 'bergamot', address: 'models' });
    expect(refused.body).toContain('Give the folder of the models by its whole path.');
    await add({ name: 'Bergamot', kind: 'bergamot', address: models });
    expect((await administrator.get(page)).body).toContain(models);
    expect((await administrator.get(page)).body.match(/not asked yet/g)).toHaveLength(2);

    const sentence = { from: 'es', to: 'en', text: 'El alcalde no anunció el plan el lunes.' };
    const good = await send('trial', { engine: (await idOf('Bergamot')) ?? '', ...sentence });
    expect(good.body).toMatch(
      /“The mayor did not announce the plan on Monday\.” \(0\.4\.9, esen [0-9a-f]{8}; sure by \d+ %\)/,
    );
    expect(good.body).toContain(`value="${sentence.text}"`);
    const bad = await send('trial', { engine: (await idOf('DeepL')) ?? '', ...sentence });
    expect(bad.body).toContain('The engine says: Authorization failure');
    expect(bad.body).toContain('Asked again after 12:10.');
    expect(await askable()).toEqual(['Bergamot']);

    const asked = (await administrator.get(page)).body;
    expect(asked.match(/not asked yet/g) ?? []).toHaveLength(0);

    await send(`engines/${await idOf('DeepL')}/resumption`);
    expect(await askable()).toEqual(['DeepL', 'Bergamot']);
    await send(`engines/${await idOf('Bergamot')}/up`);
    expect(await names()).toEqual(['Bergamot', 'DeepL']);
    await send(`engines/${await idOf('Bergamot')}/up`); // it is the first already
    expect(await names()).toEqual(['Bergamot', 'DeepL']);
    await send(`engines/${await idOf('Bergamot')}/pause`);
    expect(await askable()).toEqual(['DeepL']);
    expect((await administrator.get(page)).body).toContain('paused');
    await send(`engines/${await idOf('DeepL')}/removal`);
    expect(await names()).toEqual(['Bergamot']);
    expect((await send('engines/nowhere/pause')).statusCode).toBe(404);

    const editor = await door.signedIn('editor');
    const shown = (await editor.get(page)).body;
    expect(shown).toContain('Bergamot');
    expect(shown).not.toContain('Add an engine');
    await door.app.close();
  });
});
