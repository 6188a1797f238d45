/** What is sent rather than asked for: by a signed webhook, and as files in a folder; kept before it is answered. */
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openTestServer } from '../../../tests/support/server.ts';
import { MINUTE, SECOND } from '../../kit/clock.ts';
import { timedSignature } from '../../kit/timed-signature.ts';
import { type Newsroom, theNewsroomItself } from '../../newsroom.ts';
import { listItems } from '../items/items.ts';
import { listLines } from '../sources/poll-lines.ts';
import { addSource, getSource } from '../sources/sources.ts';
import { takeDelivery } from './deliveries.ts';
import { lookIntoFolder } from './folder.ts';
import { makeHookSecret } from './hook.ts';

const by = theNewsroomItself;
const feed = (...headlines: string[]) =>
  `<rss version="2.0"><channel><title>Coast</title>${headlines
    .map((headline) => `<item><guid>${headline}</guid><title>${headline}</title></item>`)
    .join('')}</channel></rss>`;

async function readAll(newsroom: Newsroom): Promise<void> {
  for (const { id } of await newsroom.store.selectFrom('deliveries').select('id').execute())
    await takeDelivery(newsroom, { deliveryId: id });
}
const headlines = async (newsroom: Newsroom, sourceId: string) =>
  (await listItems(newsroom, { sourceId, limit: 20 })).map(({ headline }) => headline).sort();

describe('a webhook', () => {
  it('takes what is signed with the source’s secret, of late, once; and refuses everything else alike', async () => {
    const { app, newsroom, close } = await openTestServer();
    const { sourceId } = await addSource(newsroom, { address: null, name: 'Coast Agency', by });
    const send = async (
      body: string,
      more: { secret?: string; at?: number; slug?: string; headers?: object } = {},
    ) => {
      const seconds = String(Math.floor((more.at ?? newsroom.clock.now()) / SECOND));
      const payload = Buffer.from(body);
      const signature = timedSignature(more.secret ?? secret, seconds, payload);
      const headers = { 'x-crier-timestamp': seconds, 'x-crier-signature': signature, ...more.headers };
      return app.inject({
        method: 'POST',
        url: `/api/wire/sources/${more.slug ?? 'coast-agency'}`,
        headers: { 'content-type': 'application/rss+xml', ...headers },
        payload,
      });
    };
    let secret = 'none yet';
    expect((await send(feed('Too early'))).statusCode).toBe(401);
    ({ secret } = await makeHookSecret(newsroom, { sourceId, by }));
    const now = newsroom.clock.now();
    const wrong = await Promise.all([
      send(feed('Wrong secret'), { secret: 'guessed' }),
      send(feed('Too old'), { at: now - 6 * MINUTE }),
      send(feed('Too new'), { at: now + 6 * MINUTE }),
      send(feed('No such source'), { slug: 'nobody' }),
      send(feed('No signature'), { headers: { 'x-crier-signature': '' } }),
      send(feed('No time'), { headers: { 'x-crier-timestamp': '' } }),
    ]);
    expect(wrong.map(({ statusCode }) => statusCode)).toEqual(Array(6).fill(401));
    expect(new Set(wrong.map(({ body }) => body)).size).toBe(1);
    const answer = await send(feed('Ferry leaves late'));
    expect(answer.statusCode).toBe(202);
    expect((await send(feed('Ferry leaves late'))).json()).toEqual(answer.json());
    await readAll(newsroom);
    expect(await headlines(newsroom, sourceId)).toEqual(['Ferry leaves late']);
    await send(feed('Ferry leaves late'));
    await readAll(newsroom);
    expect(await headlines(newsroom, sourceId)).toEqual(['Ferry leaves late']);
    const { secret: second } = await makeHookSecret(newsroom, { sourceId, by });
    expect((await send(feed('Old secret'))).statusCode).toBe(401);
    secret = second;
    expect((await send('this is no feed')).statusCode).toBe(202);
    await readAll(newsroom);
    expect(await getSource(newsroom, sourceId)).toMatchObject({
      failure: 'delivery-not-read',
      failureSample: 'this is no feed',
    });
    await close();
  });
});

describe('the wire folder', () => {
  let newsroom: TestNewsroom;
  let folder: string;
  let sourceId: string;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crier-wire-'));
    newsroom = await openTestNewsroom({ settings: { wireFolder: folder } });
    ({ sourceId } = await addSource(newsroom, { address: null, name: 'Coast Agency', by }));
    mkdirSync(join(folder, 'coast-agency'));
  });
  afterEach(async () => {
    await newsroom.close();
    rmSync(folder, { recursive: true });
  });
  /** A file last written to so many milliseconds ago. */
  const put = (name: string, text: string, ago = MINUTE) => {
    const path = join(folder, 'coast-agency', name);
    writeFileSync(path, text);
    const at = (newsroom.clock.now() - ago) / SECOND;
    utimesSync(path, at, at);
    return path;
  };
  const look = async () => {
    await lookIntoFolder(newsroom);
    await readAll(newsroom);
  };
  const left = () => readdirSync(join(folder, 'coast-agency')).sort();

  it('takes files in, in the order of their names, and puts them away', async () => {
    put('0002.xml', feed('Second'));
    put('0001.xml', feed('First'));
    await look();
    expect(await headlines(newsroom, sourceId)).toEqual(['First', 'Second']);
    expect(left()).toEqual(['taken']);
    expect(readdirSync(join(folder, 'coast-agency', 'taken')).sort()).toEqual(['0001.xml', '0002.xml']);
    expect((await listLines(newsroom, sourceId, 9)).map(({ via, received }) => [via, received])).toEqual([
      ['folder', 1],
      ['folder', 1],
    ]);
  });

  it('leaves a file alone while it is written, and takes it whole when it is done or moved there', async () => {
    put('growing.xml', feed('Half').slice(0, 60), 500);
    const hidden = put('.moving.xml', feed('Moved whole'));
    put('upload.xml.part', feed('Not yet'));
    put('empty.xml', '');
    await look();
    expect(await headlines(newsroom, sourceId)).toEqual([]);
    put('growing.xml', feed('Whole'));
    renameSync(hidden, join(folder, 'coast-agency', 'moved.xml'));
    await look();
    expect(await headlines(newsroom, sourceId)).toEqual(['Moved whole', 'Whole']);
    expect(left()).toEqual(['empty.xml', 'taken', 'upload.xml.part']);
  });

  it('keeps a file once, put there twice, also when the process ended before it was put away', async () => {
    put('a.xml', feed('Ferry leaves late'));
    await look();
    put('b.xml', feed('Ferry leaves late'));
    await look();
    expect(await headlines(newsroom, sourceId)).toEqual(['Ferry leaves late']);
    expect(left()).toEqual(['taken']);
  });

  it('refuses what is too large, and says so on the source’s page', async () => {
    put('huge.xml', ' '.repeat(15_000_001));
    await look();
    expect(left()).toEqual(['refused']);
    expect(await listLines(newsroom, sourceId, 9)).toMatchObject([{ verdict: 'too-large' }]);
  });

  it('looks into nothing that is no source’s, and goes on without a folder', async () => {
    mkdirSync(join(folder, 'stranger'));
    writeFileSync(join(folder, 'stranger', 'a.xml'), feed('Of nobody'));
    await look();
    expect(readdirSync(join(folder, 'stranger'))).toEqual(['a.xml']);
    rmSync(folder, { recursive: true });
    await look();
    mkdirSync(folder);
  });
});
