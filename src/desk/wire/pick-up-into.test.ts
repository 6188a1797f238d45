/** Picking up at the desk: an item in another language becomes both columns by one press, or nothing at all. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskDoor, openDeskDoor } from '../../../tests/support/door.ts';
import { type EngineServer, libreServer } from '../../../tests/support/engine-servers.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { addEngine } from '../../translation/engines.ts';
import { fillTranslation } from '../../translation/fill-translation.ts';
import { findTranslation, markRead } from '../../translation/read-translation.ts';
import { getItem, listItems } from '../../wire/items/items.ts';
import { prepare } from '../../wire/reading/prepare.ts';
import { addSource, changeSource } from '../../wire/sources/sources.ts';
import { registerStoryRoutes } from '../story/story-routes.ts';
import { registerTranslationRoutes } from '../translation/translation-routes.ts';
import { pickUpInto } from './pick-up-into.ts';
import { registerWireRoutes } from './wire-routes.ts';

const english: Record<string, string> = {
  'Το φέρι έφυγε από το λιμάνι': 'The ferry has left the harbour',
  'Το φέρι έφυγε από το λιμάνι της πόλης στις έξι το πρωί με διακόσιους επιβάτες, ανακοίνωσε το λιμεναρχείο.':
    'The ferry left the town’s harbour at six in the morning with two hundred passengers, the harbour office said.',
  'Κανείς δεν χτύπησε όταν φύσηξε ο άνεμος.': 'Nobody was hurt when the wind blew.',
};
const [headline = '', ...sentences] = Object.keys(english);

let server: EngineServer;
beforeAll(async () => {
  server = await libreServer((text) => english[text] ?? text);
});
afterAll(() => server.close());

let made = 0;

async function opened(newsroom: TestNewsroom): Promise<DeskDoor> {
  if (made === 0 || !(await newsroom.store.selectFrom('masthead').select('id').executeTakeFirst())) {
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'Europe/Athens' };
    await setUpMasthead(newsroom, { ...paper, contact: '', by });
    const draft = { kind: 'libretranslate', name: 'House', address: server.address, key: null, model: null };
    await addEngine(newsroom, {
      draft: { ...draft, isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null },
      by,
    });
  }
  return openDeskDoor(newsroom, (routes, desk) => {
    registerWireRoutes(routes, desk);
    registerStoryRoutes(routes, desk);
    registerTranslationRoutes(routes, desk);
  });
}

/** A Greek agency that delivers one item. */
async function delivered(newsroom: TestNewsroom, rights = ''): Promise<{ sourceId: string; itemId: string }> {
  made += 1;
  const { sourceId } = await addSource(newsroom, {
    address: `https://greek${made}.example/`,
    unasked: true,
    by,
  });
  await changeSource(newsroom, { sourceId, mayTranslate: true, by });
  const item = `<item><guid>${made}</guid><title>${headline}</title><link>https://greek${made}.example/1</link>
<dc:rights>${rights}</dc:rights><description>&lt;p&gt;${sentences.join(' ')}&lt;/p&gt;</description></item>`;
  const feed = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Νέα</title><language>el</language>${item}</channel></rss>`;
  const prepared = await prepare({
    bytes: Buffer.from(feed),
    contentType: null,
    address: null,
    language: null,
  });
  await receive(newsroom, { sourceId, prepared, isFirst: true });
  const [received] = await listItems(newsroom, { sourceId, limit: 1 });
  return { sourceId, itemId: received?.id ?? '' };
}

onEachEngine('picking up into a translation', (newsroom) => {
  it('opens both columns by one press, and only the translation goes out', async () => {
    const door = await opened(newsroom());
    const editor = await door.signedIn('editor');
    const { itemId } = await delivered(newsroom());
    const wire = `/desk/wire/${itemId}`;
    const form = (await editor.get(wire)).body;
    expect(form).toMatch(/<option value="en" selected[^>]*>translated into English/);
    const picked = await editor.send(`${wire}/pick-up`, { into: 'en' }, wire);
    expect(picked.statusCode).toBe(303);
    const page = String(picked.headers.location);
    expect(page).toMatch(/^\/desk\/stories\/[\w-]+\/translation\/[\w-]+\?done=picked-up$/);
    const [, storyId = '', editionId = ''] = /stories\/([\w-]+)\/translation\/([\w-]+)/.exec(page) ?? [];
    expect((await editor.get(page)).body).toContain('An engine is translating');
    const beside = (await editor.get(`/desk/stories/${storyId}?look=1`)).body;
    expect(beside).toContain('beside its original in Greek');
    const story = await getForDesk(newsroom(), storyId);
    expect(story.hops.length).toBeGreaterThan(0);
    expect(story.editions.map(({ language, isDeskCopy }) => [language, isDeskCopy])).toEqual([
      ['el', true],
      ['en', false],
    ]);
    await fillTranslation(newsroom(), { editionId });
    const filled = await findTranslation(newsroom(), editionId);
    expect(filled?.pairs.map(({ targetText }) => targetText)).toEqual(Object.values(english));
    const unread = await publishStory(newsroom(), { storyId, by, override: 'now' }).catch(
      (no: Error) => no.message,
    );
    expect(unread).toContain('Nobody has read the English edition as it stands now.');
    // What is saved on the story's own page stands in the columns too.
    const take = { basedOn: filled?.takeId ?? '', headline: 'The ferry has sailed' };
    await editor.send(`/desk/stories/${storyId}/takes`, take, `/desk/stories/${storyId}`);
    const saved = await findTranslation(newsroom(), editionId);
    expect(saved?.pairs[0]).toMatchObject({
      targetText: 'The ferry has sailed',
      state: 'edited',
      engine: 'House',
    });
    expect(saved?.pairs.length).toBe(filled?.pairs.length);
    await markRead(newsroom(), { editionId, basedOn: saved?.takeId ?? '', by: editor.staff });
    await publishStory(newsroom(), { storyId, by, override: 'a test' });
    const after = await getForDesk(newsroom(), storyId);
    expect(after.editions.map(({ language, path }) => [language, path !== null])).toEqual([
      ['el', false],
      ['en', true],
    ]);
    await door.app.close();
  });

  it('leaves the item on the wire when the contract or the item does not allow it, and says so', async () => {
    const door = await opened(newsroom());
    const editor = await door.signedIn('editor');
    const { sourceId, itemId } = await delivered(newsroom());
    await changeSource(newsroom(), { sourceId, mayTranslate: false, by });
    const wire = `/desk/wire/${itemId}`;
    expect((await editor.get(wire)).body).toContain('Its source does not allow a translation.');
    const refused = await editor.send(`${wire}/pick-up`, { into: 'en' }, wire);
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('does not allow translation.');
    expect((await getItem(newsroom(), itemId)).storyId).toBeNull();
    const other = await delivered(newsroom(), 'No translation without written consent.');
    const own = `/desk/wire/${other.itemId}`;
    const byItem = await editor.send(`${own}/pick-up`, { into: 'en' }, own);
    expect(byItem.body).toContain('Its source does not let this item be translated.');
    expect((await getItem(newsroom(), other.itemId)).storyId).toBeNull();
    const asItIs = await editor.send(`${own}/pick-up`, { into: '' }, own);
    expect(String(asItIs.headers.location)).toMatch(/^\/desk\/stories\/[\w-]+\?done=picked-up$/);
    const taken = await pickUpInto(newsroom(), { itemId: other.itemId, into: '', back: [], by }).catch(
      (no: Error) => no.message,
    );
    expect(taken).toContain('This item was picked up already.');
    await door.app.close();
  });

  it('lets the original out when an editor says so, and keeps it in a language that the paper writes', async () => {
    const door = await opened(newsroom());
    const editor = await door.signedIn('editor');
    const { itemId } = await delivered(newsroom());
    const wire = `/desk/wire/${itemId}`;
    const page = String((await editor.send(`${wire}/pick-up`, { into: 'en' }, wire)).headers.location);
    const [, storyId = ''] = /stories\/([\w-]+)/.exec(page) ?? [];
    const editions = `/desk/stories/${storyId}/translation`;
    expect((await editor.get(editions)).body).toContain('stays at the desk');
    const [greek] = (await getForDesk(newsroom(), storyId)).editions;
    const changed = await editor.send(`${editions}/${greek?.id}/desk-copy`, { keep: 'no' }, editions);
    expect(changed.headers.location).toBe(`${editions}?done=let-out`);
    expect((await getForDesk(newsroom(), storyId)).editions.some(({ isDeskCopy }) => isDeskCopy)).toBe(false);
    const another = await delivered(newsroom());
    const inGreek = `/desk/wire/${another.itemId}`;
    const asItIs = await editor.send(`${inGreek}/pick-up`, { into: 'el' }, inGreek);
    const own = /stories\/([\w-]+)/.exec(String(asItIs.headers.location))?.[1] ?? '';
    await publishStory(newsroom(), { storyId: own, by, override: 'a test' });
    const third = await delivered(newsroom());
    const now = `/desk/wire/${third.itemId}`;
    expect((await editor.get(now)).body).toMatch(/<option value selected[^>]*>in Greek, as it is/);
    const both = String((await editor.send(`${now}/pick-up`, { into: 'en' }, now)).headers.location);
    const story = await getForDesk(newsroom(), /stories\/([\w-]+)/.exec(both)?.[1] ?? '');
    expect(story.editions.some(({ isDeskCopy }) => isDeskCopy)).toBe(false);
    await door.app.close();
  });
});
