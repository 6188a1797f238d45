/** A live story at the desk, through the door: what a phone and an editor's page send, and what is shown of translations. */
import type { FastifyInstance } from 'fastify';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { type EngineServer, libreServer } from '../../../tests/support/engine-servers.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { translatedStory } from '../../../tests/support/translated-cast.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { addEntry } from '../../entries/add-entry.ts';
import { correctEntry } from '../../entries/change-entry.ts';
import {
  listEntriesBefore,
  listStaleEntries,
  listTranslatedFrom,
  listWaitingEntries,
} from '../../entries/read-entries.ts';
import { MINUTE } from '../../kit/clock.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { takePicture } from '../../media/take-picture.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { addEngine } from '../../translation/engines.ts';
import {
  translateEntries,
  translateEntry,
  translateOlderEntries,
} from '../../translation/translate-entry.ts';

onEachEngine('a live story at the desk', (newsroom) => {
  let server: EngineServer;
  let app: FastifyInstance;
  let petros: Visitor;
  let anton: Visitor;
  let ids: { storyId: string; greekId: string; editionId: string };
  let page = '';
  let sent = 0;
  const told: Record<string, string> = {};

  beforeAll(async () => {
    await setUpHarbourPost(newsroom());
    server = await libreServer((text) => told[text] ?? `The gate number ${/\d+/.exec(text)?.[0]} is open.`);
    const price = { isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null };
    for (const name of ['House', 'Spare']) {
      const engine = { kind: 'libretranslate', name, address: server.address, key: null, model: null };
      await addEngine(newsroom(), { draft: { ...engine, ...price }, by });
    }
    ids = await translatedStory(newsroom());
    const { store } = newsroom();
    await store.updateTable('stories').set({ kind: 'live' }).where('id', '=', ids.storyId).execute();
    page = `/desk/live/${ids.storyId}`;
    const desk = await openWholeDesk(newsroom());
    app = desk.app;
    petros = await desk.signedIn('editor', 'Petros');
    anton = await desk.signedIn('reporter', 'Anton');
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const write = (who: Visitor, text: string, more: Record<string, string> = {}) => {
    newsroom().clock.pass(MINUTE);
    sent += 1;
    const fields = { clientId: `a-phone-${sent}-000`, editionId: ids.greekId, text, ...more };
    return who.send(`${page}/entries`, fields, page);
  };
  const newest = async (editionId = ids.greekId) => {
    const [entry] = await listEntriesBefore(newsroom(), editionId, null, 1);
    if (!entry) throw new Error('nothing is out');
    return entry;
  };
  const translated = async (text: string) => {
    await write(petros, text);
    const { id: entryId, storyId, editionId } = await newest();
    await translateEntry(newsroom(), { entryId, storyId, editionId, what: 'added' });
    const [made] = await listTranslatedFrom(newsroom(), entryId);
    if (!made) throw new Error('it was not translated');
    return { ...made, originalId: entryId };
  };
  const act = (path: string, fields: Record<string, string | string[]> = {}, who = petros) =>
    who.send(`${page}${path}`, fields, page);

  /** What follows what others do: there on a page that was opened before the first entry, too. */
  const end = async () =>
    parseHTML((await petros.get(page)).body)
      .document.querySelector('#live-end[data-live="stories"]')
      ?.textContent.trim();

  it('shows a reporter’s entry to an editor, who lets it out in the words that were read', async () => {
    expect(await end()).toBe('');
    expect((await write(anton, 'Η πύλη 1 άνοιξε.')).headers.location).toBe(`${page}?done=waits`);
    const [waits] = await listWaitingEntries(newsroom(), ids.storyId);
    const { body } = await petros.get(page);
    expect(body).toContain('Waits for an editor');
    expect(body).toContain(`name="takeId" value="${waits?.takeId}"`);
    expect(body).toMatch(/data-row-key="x"[^>]*data-ask="Drop the entry[^>]*>\s*Drop</); // by key, and asked once more
    expect((await anton.get(page)).body).not.toContain(`/entries/${waits?.id}/out`);
    await act(`/entries/${waits?.id}/correction`, { text: 'Η πύλη 2 άνοιξε.' }, anton);
    const late = await act(`/entries/${waits?.id}/out`, { takeId: waits?.takeId ?? '' });
    expect([late.statusCode, late.body.includes('written anew since you read it')]).toEqual([409, true]);
    expect((await act(`/entries/${waits?.id}/out`, {}, anton)).statusCode).toBe(403);
    const [anew] = await listWaitingEntries(newsroom(), ids.storyId);
    await act(`/entries/${waits?.id}/out`, { takeId: anew?.takeId ?? '' });
    expect((await newest()).bodyHtml).toContain('πύλη 2');
    expect(await end()).toContain('End the live story');
  });

  it('keeps what was typed when a check stops it, and takes it with a reason', async () => {
    const stopped = await write(petros, '[[TK: the number]]');
    expect(stopped.statusCode).toBe(409);
    expect(stopped.body).toContain('[[TK: the number]]</textarea>');
    expect(stopped.body).toContain('Send all the same, because');
    const sentIt = await write(petros, '[[TK: the number]]', { override: 'It is the name of the ship.' });
    expect(sentIt.headers.location).toBe(`${page}?done=sent`);
  });

  it('asks the engine that is chosen again for a translation that waits', async () => {
    const made = await translated('Η πύλη 3 άνοιξε.');
    const { body } = await petros.get(page);
    expect(body).toMatch(/<option value="[^"]+">House<\/option><option value="[^"]+">Spare<\/option>/);
    const spare = /<option value="([^"]+)">Spare/.exec(body)?.[1] ?? '';
    told['Η πύλη 3 άνοιξε.'] = 'Gate 3 has been opened.';
    const done = await act(`/entries/${made.id}/again`, { engineId: spare });
    expect(done.headers.location).toBe(`${page}?done=again#entry-${made.id}`);
    const entry = await petros.get(`${page}/entries/${made.id}`);
    for (const part of ['Nobody has read it yet.', 'Gate 3 has been opened.', 'Η πύλη 3 άνοιξε.', 'Spare'])
      expect(entry.body).toContain(part);
    await act(`/entries/${made.id}/out`, {});
    expect((await petros.get(`${page}/entries/${made.id}`)).body).toMatch(/Read by <bdi>Petros<\/bdi>/);
  });

  it('offers what the engine would write in place of what readers have, and changes nothing until a person does', async () => {
    const made = await translated('Η πύλη 4 άνοιξε.');
    await act(`/entries/${made.id}/out`, {});
    newsroom().clock.pass(MINUTE);
    const bodyHtml = safeBody('<p>Η πύλη 40 άνοιξε.</p>');
    const copy = { headline: '', byline: '', bodyHtml, pictureId: null };
    await correctEntry(newsroom(), { entryId: made.originalId, copy, notice: 'Γράψαμε 4.', by });
    const { body, statusCode } = await act(`/entries/${made.id}/again`);
    expect(statusCode).toBe(200);
    expect(body).toContain('until then readers have what they had');
    expect(body).toMatch(/<details class="more" open[^>]*>[\s\S]*?The gate number 40 is open\.<\/textarea>/);
    expect((await newest(ids.editionId)).bodyHtml).toContain('number 4 is');
    expect(await listStaleEntries(newsroom(), ids.storyId)).toHaveLength(1);
    const notice = 'We wrote 4.';
    await act(`/entries/${made.id}/correction`, { text: 'The gate number 40 is open.', notice });
    expect((await newest(ids.editionId)).corrections).toMatchObject([{ notice }]);
    expect((await act(`/entries/${made.id}/again`, {}, anton)).statusCode).toBe(403);
    expect((await act(`/entries/${made.originalId}/again`)).statusCode).toBe(422);
  });

  it('lets many out that were read together, but none that was written anew meanwhile', async () => {
    for (const at of [51, 52, 53]) await translated(`Η πύλη ${at} άνοιξε.`);
    const { body } = await petros.get(page);
    expect(body).toContain('I have read all 3 translations: let them out');
    const read = [...body.matchAll(/name="read" value="([^"]+)"/g)].map(([, value = '']) => value);
    const [, second = ''] = read;
    await act(`/entries/${second.split(' ')[0]}/correction`, { text: 'Gate 52 is open.' });
    const done = await act('/out', { read });
    expect(done.statusCode).toBe(409);
    expect(done.body).toContain('2 let out. 1 wait: This entry was written anew since you read it.');
    expect((await newest(ids.editionId)).bodyHtml).toContain('number 53');
    const [left] = await listWaitingEntries(newsroom(), ids.storyId);
    const again = await act('/out', { read: [`${left?.id} ${left?.takeId}`] });
    expect(again.headers.location).toBe(`${page}?done=outAll`);
    expect((await act('/out', { read }, anton)).statusCode).toBe(403);
  });

  it('says how many older entries are in no other language yet, and asks for them', async () => {
    for (let at = 60; at < 95; at += 1) {
      const bodyHtml = safeBody(`<p>Η πύλη ${at} άνοιξε.</p>`);
      const copy = { headline: '', byline: '', bodyHtml, pictureId: null };
      const { storyId, greekId } = ids;
      await addEntry(newsroom(), { storyId, editionId: greekId, clientId: `many-${at}-000`, copy, by });
    }
    await translateEntries(newsroom(), { editionId: ids.editionId });
    const here = `${page}?edition=${ids.editionId}`;
    expect((await petros.get(here)).body).toMatch(/\b7 entries are not in this language yet/);
    expect((await anton.get(here)).body).not.toContain('Translate them too');
    const asked = await act('/older', { editionId: ids.editionId });
    expect(asked.headers.location).toBe(`${here}&done=older`);
    await translateOlderEntries(newsroom(), { editionId: ids.editionId, after: 0 });
    expect((await petros.get(here)).body).not.toContain('not in this language yet');
    expect((await act('/older', { editionId: ids.greekId })).statusCode).toBe(303);
  });

  it('takes a picture out again without script: of an entry that was stopped, and of one that is out', async () => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#345' } })
      .jpeg()
      .toBuffer();
    const words = { alt: 'Η πύλη', caption: '', credit: 'Άννα' };
    const { pictureId } = await takePicture(newsroom(), { bytes, name: 'gate.jpg', ...words, by });
    const stopped = await write(petros, '[[TK: the gate]]', { pictureId });
    expect(stopped.statusCode).toBe(409);
    expect(stopped.body).toContain(`name="pictureId" value="${pictureId}"`);
    const box =
      /<label class="check without-script"><input type="checkbox" name="withoutPicture" value="yes"/;
    expect(stopped.body).toMatch(box);
    const override = 'It is the name of the gate.';
    await write(petros, '[[TK: the gate]]', { pictureId, override, withoutPicture: 'yes' });
    expect((await newest()).picture).toBeNull();
    await write(petros, 'Η πύλη 5 άνοιξε.', { pictureId });
    const { id, picture } = await newest();
    expect(picture?.id).toBe(pictureId);
    await act(`/entries/${id}/correction`, { text: 'Η πύλη 5 άνοιξε.', withoutPicture: 'yes' });
    expect((await newest()).picture).toBeNull();
    expect((await petros.get(page)).body).not.toMatch(box); // nothing to take out where there is no picture
  });
});
