/** The engines at the desk: set up, put in order, paused and asked again, tried with a sentence. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDeskDoor } from '../../tests/support/door.ts';
import { deeplServer, type EngineServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { enginesFor, listEngines } from '../translation/engines.ts';
import { registerEngineRoutes } from './engine-routes.ts';

const models = join(import.meta.dirname, '../../tests/fixtures/bergamot');
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
