/** The whole copy from an item's page, where the contract allows it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { startWireServer, type WireServer } from '../../../tests/support/wire-server.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getItem, listItems } from '../items/items.ts';
import { addSource } from '../sources/sources.ts';
import { fetchFullText } from './full-text.ts';
import { pollNow } from './poll.ts';

const LEDE =
  'The evening ferry to the island left forty minutes late on Tuesday because of strong winds in the strait.';
const REST = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Passenger number ${at + 1} waited on the quay with two suitcases, and said that nobody had told them when the ferry would leave the harbour.</p>`,
).join('');
/** As HTML allows it: nothing opened that a browser opens by itself, nothing closed that it closes. */
const barePage = (body: string) =>
  `<!doctype html><title>Ferry leaves late</title><article><h1>Ferry leaves late</h1>${body.replaceAll('</p>', '')}</article>`;
const page = (body: string) =>
  `<!doctype html><html><head><title>Ferry leaves late</title></head><body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav>
<article><h1>Ferry leaves late</h1>${body}</article><footer>Subscribe to our newsletter</footer><script>alert(1)</script></body></html>`;

describe('full text', () => {
  let wire: WireServer;
  let newsroom: TestNewsroom;
  let number = 0;
  beforeAll(async () => {
    wire = await startWireServer();
    newsroom = await openTestNewsroom({ settings: { trustedHosts: [wire.host] } });
  });
  afterAll(async () => {
    await newsroom.close();
    await wire.stop();
  });

  const received = async (
    body: string | null,
    mayFullText = true,
    html = `<p>${LEDE}</p>`,
    asPage = page,
  ) => {
    number += 1;
    const name = `short-${number}`;
    const path = `/page-${number}`;
    if (body !== null) wire.pages.set(path, asPage(body));
    wire.feed(name).send({ id: 'a', headline: 'Ferry leaves late', html, link: wire.address + path });
    const { sourceId } = await addSource(newsroom, {
      address: wire.addressOf(name),
      unasked: true,
      name,
      mayFullText,
      by,
    });
    const poll = () => pollNow(newsroom, { sourceId });
    await poll();
    const [item] = await listItems(newsroom, { sourceId, limit: 1 });
    const itemId = item?.id ?? '';
    await fetchFullText(newsroom, { itemId });
    return { itemId, poll, name, versions: async () => (await getItem(newsroom, itemId)).versions };
  };

  it('is kept as a version, made safe, without what is not the article', async () => {
    const { versions, itemId } = await received(`<p>${LEDE}</p>${REST}`);
    const [whole, sent] = await versions();
    expect(sent?.text).toBe(LEDE);
    expect(whole?.rawType).toBe('page');
    expect(whole?.text).toContain('Passenger number 8');
    expect(whole?.html).not.toMatch(/script|newsletter|Home/);
    await fetchFullText(newsroom, { itemId });
    expect(await versions()).toHaveLength(2);
  });

  it('is found in a page without the tags that may be left out', async () => {
    const { versions } = await received(`<p>${LEDE}</p>${REST}`, true, undefined, barePage);
    const [whole] = await versions();
    expect(whole?.text).toContain('Passenger number 8');
    expect(whole?.html.match(/<p>/g)).toHaveLength(9);
  });

  it('stays when the feed says the same again', async () => {
    const { versions, poll, name } = await received(`<p>${LEDE}</p>${REST}`);
    wire.feed(name).hasValidators = false;
    wire.feed(name).title = 'Another title of the feed';
    expect(await poll()).toMatchObject({ changed: 0 });
    expect(await versions()).toHaveLength(2);
  });

  it.each([
    ['the contract does not allow it', `<p>${LEDE}</p>${REST}`, false, undefined],
    [
      'the page is a wall',
      '<p>To go on reading, take out a subscription today. It costs less than a coffee a week.</p>',
      true,
      undefined,
    ],
    [
      'the page tells of something else',
      REST.replaceAll('Passenger', 'Cookie').replaceAll(/ferry|quay|harbour/g, 'consent'),
      true,
      undefined,
    ],
    ['there is no page', null, true, undefined],
    ['the feed sends the whole', `<p>${LEDE}</p>${REST}`, true, `<p>${LEDE}</p>${REST}`],
  ])('is left as it came where %s', async (_why, body, may, html) => {
    const { versions } = await received(body, may, html);
    expect(await versions()).toHaveLength(1);
  });
});
