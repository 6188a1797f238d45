/** The wire, the sources and the masthead at the desk, through the door, with an agency on loopback. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskDoor, openDeskDoor, type Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { listSections } from '../../stories/sections.ts';
import { pollNow } from '../../wire/arriving/poll.ts';
import { listItems } from '../../wire/items/items.ts';
import { actOnChange, listNotices } from '../../wire/notices/notices.ts';
import { getSource, listSources } from '../../wire/sources/sources.ts';
import { registerMastheadRoutes } from '../paper/masthead-routes.ts';
import { registerSourceRoutes } from '../sources/source-routes.ts';
import { registerWireRoutes } from './wire-routes.ts';

let agency: Server;
let base = '';
let newsroom: TestNewsroom;
let door: DeskDoor;
let maria: Visitor;
let headline = 'Ferry keeps its winter hours';

const rss =
  () => `<?xml version="1.0"?><rss version="2.0"><channel><title>Island Wire</title><link>${base}</link>
<language>en</language>
<item><guid>ferry</guid><title>${headline}</title><link>${base}/ferry</link><description>Two boats a day will cross
until spring, the company said &lt;script&gt;alert(1)&lt;/script&gt; on Thursday.</description></item>
<item><guid>quay</guid><title>الميناء يعيد فتح الرصيف الشمالي بعد أسبوع</title><link>${base}/quay</link>
<description>أعاد ميناء مرسى نور فتح رصيفه الشمالي أمام السفن الصغيرة بعد أسبوع من العاصفة.</description></item>
</channel></rss>`;

const answers: Record<string, [type: string, body: () => string]> = {
  '/': [
    'text/html',
    () => `<html><head><link rel="alternate" type="application/rss+xml" title="All news" href="/all-news.xml">
<link rel="alternate" type="application/rss+xml" title="Only sport" href="/sport.xml"></head><body>Island</body></html>`,
  ],
  '/all-news.xml': ['application/rss+xml', rss],
  '/sport.xml': [
    'application/rss+xml',
    () => '<rss version="2.0"><channel><title>Sport</title></channel></rss>',
  ],
  '/plain': ['text/html', () => '<html><body>No feed here.</body></html>'],
};

beforeAll(async () => {
  agency = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? ['text/html', () => ''];
    response.writeHead(request.url && answers[request.url] ? 200 : 404, { 'content-type': type }).end(body());
  });
  await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(agency.address() as AddressInfo).port}`;
  base = `http://${host}`;
  newsroom = await openTestNewsroom({ settings: { trustedHosts: [host] } });
  await setUpHarbourPost(newsroom);
  door = await openDeskDoor(newsroom, (routes, desk) => {
    registerWireRoutes(routes, desk);
    registerSourceRoutes(routes, desk);
    registerMastheadRoutes(routes, desk);
  });
  maria = await door.signedIn('chief');
});
afterAll(async () => {
  await door.app.close();
  await newsroom.close();
  await new Promise((resolve) => agency.close(resolve));
});

const textOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const itemWith = async (words: string) => {
  const found = (await listItems(newsroom, { limit: 50 })).find((item) => item.headline.includes(words));
  if (!found) throw new Error(`nothing on the wire has ${words}`);
  return found;
};

describe('sources', () => {
  it('an empty desk says how to begin', async () => {
    expect(textOf((await maria.get('/desk/wire')).body)).toContain('No source yet. Add the first one');
    expect(textOf((await maria.get('/desk/sources')).body)).toContain('No source yet.');
  });

  it('an address without a feed, or inside the own network, is refused beside the field and kept in it', async () => {
    const none = await maria.send('/desk/sources', { address: `${base}/plain` }, '/desk/sources/new');
    expect(none.statusCode).toBe(422);
    expect(textOf(none.body)).toContain('it names no feed');
    expect(none.body).toContain(`value="${base}/plain"`);
    const inside = await maria.send(
      '/desk/sources',
      { address: 'http://127.0.0.1:1/feed' },
      '/desk/sources/new',
    );
    expect(inside.statusCode).toBe(422);
    expect(await listSources(newsroom)).toEqual([]);
  });

  it('of a site with several feeds the editor chooses one', async () => {
    const choice = await maria.send('/desk/sources', { address: base }, '/desk/sources/new');
    expect(textOf(choice.body)).toContain('names 2 feeds');
    expect(textOf(choice.body)).toContain('Only sport');
    const added = await maria.send('/desk/sources', { feed: `${base}/all-news.xml` }, '/desk/sources/new');
    const path = String(added.headers.location);
    expect(path).toMatch(/^\/desk\/sources\/[\w-]+\?done=added$/);
    expect(textOf((await maria.get(path)).body)).toContain('Island Wire');
  });

  it('is polled now, and says in a sentence how it is doing', async () => {
    const [source] = await listSources(newsroom);
    await maria.send(`/desk/sources/${source?.id}/poll`, {}, `/desk/sources/${source?.id}`);
    expect(textOf((await maria.get('/desk/sources')).body)).toContain('In order. Asked just now.');
    expect(await listItems(newsroom, { limit: 5 })).toHaveLength(2);
  });

  it('has a contract, which is kept as it was ticked', async () => {
    const [source] = await listSources(newsroom);
    const path = `/desk/sources/${source?.id}`;
    const contract = {
      name: 'Island Wire',
      feedUrl: `${base}/all-news.xml`,
      credit: 'Island Wire, Lyra',
      language: 'en',
    };
    await maria.send(path, { ...contract, mayAlert: 'yes', alertLevel: 'urgent' }, path);
    expect(await getSource(newsroom, source?.id ?? '')).toMatchObject({
      credit: 'Island Wire, Lyra',
      mayAlert: true,
      mayTranslate: false,
      publishUnread: false,
      alertLevel: 'urgent',
    });
    const wrong = await maria.send(path, { ...contract, feedUrl: 'javascript:alert(1)' }, path);
    expect(wrong.statusCode).toBe(422);
    expect(textOf(wrong.body)).toContain('That is not the address of a feed.');
  });

  it('is paused and resumed', async () => {
    const [source] = await listSources(newsroom);
    const path = `/desk/sources/${source?.id}`;
    await maria.send(`${path}/pause`, {}, path);
    expect(textOf((await maria.get(path)).body)).toContain('Paused.');
    await maria.send(`${path}/pause/end`, {}, path);
    expect(textOf((await maria.get(path)).body)).not.toContain('Paused.');
  });

  it('are an editor’s business', async () => {
    const anton = await door.signedIn('reporter');
    expect((await anton.get('/desk/sources')).statusCode).toBe(403);
    expect((await anton.get('/desk/wire')).body).not.toContain('href="/desk/sources"');
  });
});

describe('the wire', () => {
  it('lists what came in, each headline in its own direction', async () => {
    const page = (await maria.get('/desk/wire')).body;
    expect(textOf(page)).toContain('Ferry keeps its winter hours');
    expect(page).toMatch(/lang="ar" dir="rtl">\s*الميناء/);
  });

  it('is filtered by language, source and state', async () => {
    const only = async (asked: string) => textOf((await maria.get(`/desk/wire?${asked}`)).body);
    expect(await only('language=ar')).not.toContain('Ferry keeps');
    expect(await only('status=taken')).toContain('Nothing on the wire is like that.');
    expect(await only('source=nobody')).toContain('Nothing on the wire is like that.');
  });

  it('shows an item made safe, and gives its bytes as text to keep', async () => {
    const { id } = await itemWith('Ferry');
    const page = (await maria.get(`/desk/wire/${id}`)).body;
    expect(textOf(page)).toContain('Credit owed: Island Wire, Lyra');
    expect(page).not.toContain('<script>alert');
    const raw = await maria.get(`/desk/wire/${id}/raw`);
    expect(raw.headers['content-type']).toMatch(/^text\/plain/);
    expect(raw.headers['content-disposition']).toMatch(/^attachment/);
    expect(raw.body).toContain('<guid>ferry</guid>');
  });

  it('says to whoever presses the key for a live story why an item cannot go into one', async () => {
    const whyNot = async (words: string) => {
      const page = (await maria.get(`/desk/wire/${(await itemWith(words)).id}`)).body;
      return textOf(/data-key="e"[^>]*data-says[^>]*>(.*?)<\/p>/s.exec(page)?.[1] ?? '');
    };
    expect(await whyNot('Ferry')).toContain('No live story is under way.');
    const copy = {
      headline: 'The strike, hour by hour',
      dek: '',
      byline: 'Ada',
      dateline: '',
      pictureId: null,
    };
    const live = { copy: { ...copy, bodyHtml: safeBody('<p>It began.</p>') }, language: 'en', hops: [], by };
    const { storyId } = await draftStory(newsroom, { ...live, kind: 'live' });
    await publishStory(newsroom, { storyId, by, override: 'The test is about the wire.' });
    expect(await whyNot('Ferry')).toBe(''); // it has a button
    const arabic = await whyNot('الميناء');
    expect(arabic).toContain('No live story is under way in Arabic');
    expect(arabic).toMatch(/The strike, hour by hour ?” is in English/);
  });

  it('marks what a new version changed', async () => {
    headline = 'Ferry drops its winter hours';
    const [source] = await listSources(newsroom);
    newsroom.clock.pass(10 * 60_000);
    await maria.send(`/desk/sources/${source?.id}/poll`, {}, `/desk/sources/${source?.id}`);
    const { id } = await itemWith('Ferry');
    expect(textOf((await maria.get('/desk/wire')).body)).toContain('new headline');
    const page = (await maria.get(`/desk/wire/${id}?version=2`)).body;
    expect(page).toContain('<del>keeps </del><ins>drops </ins>');
    expect((await maria.get(`/desk/wire/${id}?version=9`)).statusCode).toBe(404);
  });

  it('an item is picked up with its way to us, once', async () => {
    const { id } = await itemWith('Ferry');
    const picked = await maria.send(`/desk/wire/${id}/pick-up`, {}, '/desk/wire');
    const [, storyId] =
      /^\/desk\/stories\/([\w-]+)\?done=picked-up$/.exec(String(picked.headers.location)) ?? [];
    const story = await getForDesk(newsroom, storyId ?? '');
    expect(story.hops.at(-1)).toMatchObject({ party: 'Island Wire', link: `${base}/ferry` });
    const page = (await maria.get(`/desk/wire/${id}`)).body;
    expect(page).toContain(`href="/desk/stories/${storyId}"`);
    expect(page).not.toContain('/pick-up"');
    const again = await maria.send(`/desk/wire/${id}/pick-up`, {}, '/desk/wire');
    expect(again.statusCode).toBe(409);
    expect(textOf(again.body)).toContain('This item was picked up already.');
  });
});

describe('a source’s page', () => {
  it('tells how it is doing, what came, and the bytes at fault', async () => {
    const [source] = await listSources(newsroom);
    const path = `/desk/sources/${source?.id}`;
    const page = textOf((await maria.get(path)).body);
    for (const words of ['In order.', 'What came', 'Ferry', 'Ways to send', 'taken in'])
      expect(page).toContain(words);
    const answer = answers['/all-news.xml'];
    answers['/all-news.xml'] = ['text/plain', () => '\u0000gibberish, no feed'];
    await maria.send(`${path}/poll`, {}, path);
    const broken = (await maria.get(path)).body;
    expect(textOf(broken)).toContain('Try again');
    expect(broken).toContain('\\x00gibberish, no feed');
    if (answer) answers['/all-news.xml'] = answer;
    await maria.send(`${path}/poll`, {}, path);
    expect(textOf((await maria.get(path)).body)).toContain('In order.');
  });

  it('shows a webhook secret once', async () => {
    const [source] = await listSources(newsroom);
    const path = `/desk/sources/${source?.id}`;
    const made = textOf((await maria.send(`${path}/secret`, {}, path)).body);
    const [, secret] = /shown this once: ([\w-]{43})/.exec(made) ?? [];
    expect(secret).toBeTruthy();
    expect((await maria.get(path)).body).not.toContain(secret);
  });

  it('its terms are kept, and days that are no number are refused beside their field', async () => {
    const [source] = await listSources(newsroom);
    const path = `/desk/sources/${source?.id}`;
    const form = { name: 'Island Wire', credit: 'Island Wire', feedUrl: source?.feedUrl ?? '' };
    const no = await maria.send(path, { ...form, keepDays: 'two' }, path);
    expect(textOf(no.body)).toContain('Days are a whole number');
    await maria.send(path, { ...form, keepDays: '30', indexPolicy: 'canonical', autoKill: 'yes' }, path);
    expect(await getSource(newsroom, source?.id ?? '')).toMatchObject({
      keepDays: 30,
      indexPolicy: 'canonical',
      autoKill: true,
      mayUseCloud: false,
    });
    await maria.send(path, { ...form, indexPolicy: 'index' }, path);
  });
});

describe('an item', () => {
  it('is read again by today’s parser: the same, or a new version', async () => {
    const { id } = await itemWith('Ferry');
    const again = async () => {
      const { headers } = await maria.send(`/desk/wire/${id}/replay`, {}, `/desk/wire/${id}`);
      return textOf((await maria.get(String(headers.location))).body);
    };
    expect(await again()).toContain('Read again: it says the same.');
    await newsroom.store
      .updateTable('item_versions')
      .set({ hash: 'of an older parser' })
      .where('item_id', '=', id)
      .execute();
    expect(await again()).toContain('Read again: there is a new version.');
  });
});

describe('an event', () => {
  it('is one row with its agencies, and opens side by side with the facts that differ', async () => {
    const [ferry, quay] = [await itemWith('Ferry'), await itemWith('الميناء')];
    await newsroom.store.insertInto('clusters').values({ id: 'harbour', created_at: 1 }).execute();
    await newsroom.store.updateTable('items').set({ cluster_id: 'harbour' }).execute();
    const wire = (await maria.get('/desk/wire')).body;
    expect(wire.match(/data-row/g)).toHaveLength(1);
    const beside = textOf((await maria.get(`/desk/wire/${ferry.id}`)).body);
    expect(beside).toContain('The same event · 2');
    const page = (await maria.get('/desk/wire/clusters/harbour')).body;
    expect(textOf(page)).toContain('One event, 1 source');
    await maria.send(`/desk/wire/${quay.id}/stand-alone`, {}, `/desk/wire/${ferry.id}`);
    expect((await maria.get('/desk/wire')).body.match(/data-row/g)).toHaveLength(2);
    expect((await maria.get('/desk/wire/clusters/nothing')).statusCode).toBe(404);
  });

  it('is put together by hand, parted, and both are taken back', async () => {
    const [ferry, quay] = [await itemWith('Ferry'), await itemWith('الميناء')];
    const rowsOf = async () => (await maria.get('/desk/wire')).body.match(/data-row/g)?.length;
    const held = (await maria.get(`/desk/wire/${quay.id}?with=${ferry.id}`)).body;
    expect(textOf(held)).toContain('Does it tell of the same event as this?');
    expect(held).toContain(`href="/desk/wire/${quay.id}?with=${ferry.id}"`);
    await maria.send(`/desk/wire/${quay.id}/together`, { with: ferry.id }, `/desk/wire/${quay.id}`);
    expect(await rowsOf()).toBe(1);
    const beside = (await maria.get(`/desk/wire/${quay.id}`)).body;
    expect(textOf(beside)).toContain(`1 item put together with the rest by ${maria.staff.name}`);
    const undo = /action="(\/desk\/wire\/cluster-acts\/[\w-]+\/undo)"/.exec(beside)?.[1] ?? '';
    await maria.send(undo, { back: `/desk/wire/${quay.id}` }, `/desk/wire/${quay.id}`);
    expect(await rowsOf()).toBe(2);
    expect((await maria.send(undo, {}, `/desk/wire/${quay.id}`)).statusCode).toBe(409);
    await maria.send(`/desk/wire/${quay.id}/together`, { with: ferry.id }, `/desk/wire/${quay.id}`);
    const [, page = ''] =
      /href="(\/desk\/wire\/clusters\/[\w-]+)"/.exec((await maria.get(`/desk/wire/${quay.id}`)).body) ?? [];
    const none = await maria.send(`${page}/part`, {}, page);
    expect([none.statusCode, textOf(none.body).includes('otherwise meanwhile')]).toEqual([409, true]);
    await maria.send(`${page}/part`, { itemId: quay.id }, page);
    expect(await rowsOf()).toBe(2);
    expect(textOf((await maria.get(page)).body)).toContain(
      `1 item parted from the rest by ${maria.staff.name}`,
    );
  });

  it('that a source tells otherwise after pick-up is told on the wire, beside the story, and until it is dealt with', async () => {
    const { id, storyId } = await itemWith('Ferry');
    headline = 'Ferry cancels all trips';
    const [source] = await listSources(newsroom);
    await pollNow(newsroom, { sourceId: source?.id ?? '' });
    const { version } = await itemWith('Ferry cancels');
    await actOnChange(newsroom, { itemId: id, version });
    const words = 'Island Wire has another headline: “Ferry cancels all trips”';
    expect(textOf((await maria.get('/desk/wire')).body)).toContain('1 changed after pick-up');
    expect(textOf((await maria.get('/desk/wire')).body)).toContain('new headline');
    expect(textOf((await maria.get(`/desk/wire/${id}`)).body)).toContain(words);
    const [notice] = await listNotices(newsroom, { storyId: storyId ?? '', limit: 9 });
    const list = await maria.get('/desk/wire/changed');
    expect(textOf(list.body)).toContain(words);
    await maria.send(
      `/desk/wire/changed/${notice?.id}/settle`,
      { back: 'https://elsewhere.example' },
      '/desk/wire/changed',
    );
    expect(textOf((await maria.get('/desk/wire/changed')).body)).toContain('Nothing waits');
  });
});

describe('the masthead', () => {
  const paper = {
    name: 'The Lyra Post',
    tagline: 'Daily',
    language: 'en',
    timeZone: 'Europe/Athens',
    contact: '',
  };

  it('is changed, and what is wrong is said beside its field with the rest kept as typed', async () => {
    const wrong = { ...paper, name: '', contact: 'nowhere', tagline: 'Typed' };
    const no = await maria.send('/desk/masthead', wrong, '/desk/masthead');
    expect(no.statusCode).toBe(422);
    expect(textOf(no.body)).toContain('A paper has a name.');
    expect(textOf(no.body)).toContain('A mail address, or an address that begins with https://.');
    expect(no.body).toContain('value="Typed"');
    await maria.send('/desk/masthead', paper, '/desk/masthead');
    expect(await findMasthead(newsroom)).toMatchObject({ name: 'The Lyra Post', tagline: 'Daily' });
  });

  it('sections are added, and put in order by the numbers beside them', async () => {
    for (const newSection of ['Sea', 'City'])
      await maria.send('/desk/masthead/sections/new', { newSection }, '/desk/masthead');
    const twice = await maria.send('/desk/masthead/sections/new', { newSection: 'Sea' }, '/desk/masthead');
    expect(twice.statusCode).toBe(422);
    expect(textOf(twice.body)).toContain('its address is taken');
    const form = new URLSearchParams({ _form: /name="_form" value="([^"]+)"/.exec(twice.body)?.[1] ?? '' });
    const sections = await listSections(newsroom);
    for (const [place, { id, name }] of sections.entries()) {
      form.append('id', id);
      form.append('order', String(sections.length - place));
      form.append('sectionName', name === 'City' ? 'Town' : name);
    }
    await door.app.inject({
      method: 'POST',
      url: '/desk/masthead/sections',
      headers: {
        cookie: maria.cookie,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'text/html',
      },
      payload: form.toString(),
    });
    expect((await listSections(newsroom)).map(({ name, slug }) => `${name} ${slug}`)).toEqual([
      'Town city',
      'Sea sea',
    ]);
  });
});
