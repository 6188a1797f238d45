/** An agency's pictures: beside its text, taken with it or alone, under their own terms, and gone when those end or it takes them back. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { toldSource } from '../../../tests/support/told-wire.ts';
import { pickUpInto } from '../../desk/wire/pick-up-into.ts';
import { DAY } from '../../kit/clock.ts';
import { getMedia } from '../../media/library.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { gateOf } from '../../stories/gate.ts';
import { publishStory } from '../../stories/publish.ts';
import { getPublished } from '../../stories/read.ts';
import { endExpiredMedia } from '../../usage/end-media.ts';
import { endItemPictures } from '../notices/end-item-pictures.ts';
import { listItemPictures, takeItemPicture } from './item-pictures.ts';

describe('a picture of an agency', () => {
  let newsroom: TestNewsroom;
  let server: Server;
  let host: string;
  let asked: string[] = [];
  let source: Awaited<ReturnType<typeof toldSource>>;
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      void answer(request.url ?? '').then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type });
        response.end(body);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    newsroom = await openTestNewsroom({ settings: { trustedHosts: [host] } });
    source = await toldSource(newsroom, { publishUnread: false, mayTranslate: true });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(async () => {
    await newsroom.close();
    server.close();
  });

  const answer = async (path: string) => {
    if (path.startsWith('/page'))
      return { status: 200, type: 'image/jpeg', body: '<html>Please sign in</html>' };
    if (path.startsWith('/gone')) return { status: 404, type: 'text/plain', body: 'gone' };
    const number = Number(/\d+/.exec(path)?.[0] ?? 0);
    const background = { r: (number * 37) % 256, g: (number * 83) % 256, b: 90 };
    const body = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer();
    return { status: 200, type: 'image/jpeg', body };
  };
  let count = 0;
  /** Tells of an item with these pictures. */
  const told = async (
    pictures: Record<string, unknown>[],
    more: Record<string, unknown> = {},
  ): Promise<string> => {
    count += 1;
    const uri = (more.uri as string | undefined) ?? `urn:told:${count}`;
    await source.tell(
      JSON.stringify({
        uri,
        standard: { name: 'ninjs', version: '3.1' },
        type: 'text',
        pubStatus: 'usable',
        version: '1',
        language: 'en',
        headlines: [{ role: 'main', value: `Ferries wait ${count}` }],
        bodies: [
          {
            role: 'main',
            contentType: 'text/html',
            value: '<p>All ferries wait in the port of Piraeus today.</p>',
          },
        ],
        associations: pictures.map(({ path, ...picture }, at) => ({
          name: `photo${at}`,
          uri: `${uri}:${at}`,
          type: 'picture',
          renditions: [
            {
              name: 'w',
              href: `http://${host}${String(path)}`,
              contentType: 'image/jpeg',
              width: 900,
              height: 600,
            },
          ],
          ...picture,
        })),
        ...more,
      }),
    );
    const { id } = await newsroom.store
      .selectFrom('items')
      .select('id')
      .where('identity', 'like', `%${uri}%`)
      .executeTakeFirstOrThrow();
    return id;
  };
  const picked = async (itemId: string) => {
    const page = await pickUpInto(newsroom, { itemId, into: '', back: [], withPictures: true, by });
    const storyId = page.split('/').at(-1) ?? '';
    const [edition] = (await getForDesk(newsroom, storyId)).editions;
    return { storyId, edition: edition! };
  };

  it('that stands in the text is ours there once it is taken; the first stands at the head alone, and what is not given stays a link', async () => {
    const at = (path: string) => `http://${host}${path}`;
    const figure = (path: string, caption: string) =>
      `<figure><img src="${at(path)}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
    const value = `${figure('/71.jpg', 'The port')}<p>All ferries wait.</p>${figure('/72.jpg', 'The quay')}<p>Nobody sails.</p>${figure('/gone73.jpg', 'Lost')}`;
    const itemId = await told([], {
      uri: 'urn:told:in-place',
      bodies: [{ role: 'main', contentType: 'text/html', value }],
    });
    const { edition } = await picked(itemId);
    const [port, quay] = await Promise.all(
      (await listItemPictures(newsroom, itemId)).map(({ mediaId }) => mediaId),
    );
    expect(edition.copy.pictureId).toBe(port);
    expect(edition.copy.bodyHtml).toBe(
      `<p>All ferries wait.</p><figure><img data-media="${quay}" alt="The quay" /><figcaption>The quay</figcaption></figure><p>Nobody sails.</p><figure><img src="${at('/gone73.jpg')}" alt="Lost" /><figcaption>Lost</figcaption></figure>`,
    );
  });

  it('is picked up with the text, with its caption, credit and terms', async () => {
    const itemId = await told([
      {
        path: '/1.jpg',
        descriptions: [{ role: 'caption', value: 'A ferry in Piraeus' }],
        by: 'Anna Lind',
        usageTerms: 'Web only, until 31 December 2026. No cropping.',
      },
      { path: '/gone.jpg' },
    ]);
    const { edition } = await picked(itemId);
    expect(edition.picture).toMatchObject({
      caption: 'A ferry in Piraeus',
      credit: 'Anna Lind',
      language: 'en',
    });
    const piece = await getMedia(newsroom, edition.picture!.id);
    expect(piece).toMatchObject({ itemId, expiresAt: Date.UTC(2027, 0, 1), terms: { cuts: false } });
    expect(piece.shapes.square).toMatchObject({ width: 900, height: 600 });
    const listed = await listItemPictures(newsroom, itemId);
    expect(listed.map(({ mediaId }) => mediaId)).toEqual([piece.id, null]);
  });

  it('is taken alone, once, and asked for once', async () => {
    const itemId = await told([{ path: '/2.jpg' }]);
    const first = await takeItemPicture(newsroom, { itemId, number: 0, by });
    const second = await takeItemPicture(newsroom, { itemId, number: 0, by });
    expect([second.pictureId, second.isKnown]).toEqual([first.pictureId, true]);
    expect(asked).toEqual(['/2.jpg']);
    expect((await getMedia(newsroom, first.pictureId)).credit).toBe('Coast Agency');
  });

  it('that its server does not give, or that is a page, is refused in words and leaves the text to be picked up', async () => {
    const itemId = await told([{ path: '/gone.jpg' }, { path: '/page.jpg' }]);
    const gone = takeItemPicture(newsroom, { itemId, number: 0, by });
    await expect(gone).rejects.toMatchObject({
      code: 'media-not-fetched',
      words: expect.stringContaining('404'),
    });
    const page = takeItemPicture(newsroom, { itemId, number: 1, by });
    await expect(page).rejects.toMatchObject({ code: 'upload-not-image' });
    expect((await picked(itemId)).edition.picture).toBeNull();
  });

  it('that is not for the web stays where it is, and says why', async () => {
    const itemId = await told([{ path: '/3.jpg', usageTerms: 'PRINT ONLY' }]);
    const taken = takeItemPicture(newsroom, { itemId, number: 0, by });
    await expect(taken).rejects.toMatchObject({
      code: 'item-withheld',
      words: expect.stringContaining('PRINT ONLY'),
    });
    expect(asked).toEqual([]);
  });

  it('whose time is over leaves every page by itself, and holds up who would publish it after', async () => {
    const itemId = await told([{ path: '/4.jpg', usageTerms: 'until 20 November 2026' }]);
    const { storyId, edition } = await picked(itemId);
    await publishStory(newsroom, { storyId, by, override: 'The test is about something else.' });
    expect((await getPublished(newsroom, edition.id))?.picture).not.toBeNull();
    const later = await gateOf(newsroom, storyId, { at: newsroom.clock.now() + 3 * DAY });
    expect(later.map(({ code }) => code)).toContain('picture-expired');
    await endExpiredMedia(newsroom);
    expect((await getPublished(newsroom, edition.id))?.picture).not.toBeNull();
    newsroom.clock.pass(2 * DAY);
    await endExpiredMedia(newsroom);
    expect((await getPublished(newsroom, edition.id))?.picture).toBeNull();
    expect((await getMedia(newsroom, edition.picture!.id)).ended).toBe('expired');
  });

  it('leaves every page when its source takes the item back', async () => {
    const uri = 'urn:told:back';
    const itemId = await told([{ path: '/5.jpg' }], { uri });
    const { storyId, edition } = await picked(itemId);
    await publishStory(newsroom, { storyId, by, override: 'The test is about something else.' });
    await endItemPictures(newsroom, { itemId });
    expect((await getPublished(newsroom, edition.id))?.picture).not.toBeNull();
    await told([], { uri, version: '2', pubStatus: 'canceled' });
    await endItemPictures(newsroom, { itemId });
    expect((await getPublished(newsroom, edition.id))?.picture).toBeNull();
  });
});
