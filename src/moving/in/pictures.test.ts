/** Pictures of another house: each once, in its full size, with its words; what is none is said, and asked for again next time. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codesOf, moveTexts } from '../../../tests/support/moving.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { wxr } from '../../../tests/support/wxr.ts';
import { findPublished } from '../../stories/read.ts';
import { findOldAddress } from '../addresses/find-old.ts';
import { fileOf } from '../markup/pictures.ts';

let newsroom: TestNewsroom;
let address: string;
const asked: string[] = [];
let isShut = false;
const drawn = (hue: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: hue } })
    .jpeg()
    .toBuffer();

const server = createServer(async (request, reply) => {
  asked.push(request.url ?? '');
  if (isShut) reply.writeHead(403).end();
  else if (request.url?.endsWith('ship.jpg'))
    reply.writeHead(200, { 'content-type': 'image/jpeg' }).end(await drawn('#345'));
  else if (request.url?.endsWith('page.jpg'))
    reply.writeHead(200, { 'content-type': 'text/html' }).end('<html>Log in');
  else reply.writeHead(404).end();
});

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  address = `http://${host}`;
  newsroom = await openTestNewsroom({ settings: { trustedHosts: [host] } });
});
afterAll(async () => {
  server.close();
  await newsroom.close();
});

const paper = () =>
  wxr(
    [
      {
        id: 1,
        slug: 'with-picture',
        meta: { _thumbnail_id: '9' },
        html: `<p>One</p><img class="wp-image-9" src="${address}/wp-content/uploads/ship-300x225.jpg" alt="">`,
      },
      {
        id: 2,
        slug: 'lost-picture',
        meta: { _thumbnail_id: '77' },
        html: `<img src="${address}/wp-content/uploads/page.jpg"><p>Two</p>`,
      },
      {
        id: 9,
        type: 'attachment',
        status: 'inherit',
        link: `${address}/with-picture/ship/`,
        file: `${address}/wp-content/uploads/ship.jpg`,
        excerpt: 'The <b>Thalassa</b> in port',
        parent: 1,
        meta: { _wp_attachment_image_alt: 'A white ship', _media_credit: 'Anna Lind' },
      },
    ],
    { address },
  );

const lead = async (slug: string) => {
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug });
  return found?.kind === 'story' ? found.story.picture : null;
};

test('come once, in full size, with alternative text, caption and credit; old addresses of the file lead to ours', async () => {
  const report = await moveTexts(newsroom, [paper()], { fetchesPictures: true });
  expect(await lead('with-picture')).toMatchObject({
    alt: 'A white ship',
    caption: 'The Thalassa in port',
    credit: 'Anna Lind',
    width: 640,
    height: 480,
  });
  const found = await findPublished(newsroom, { sectionSlug: 'news', slug: 'with-picture' });
  const body = found?.kind === 'story' ? found.story.bodyHtml : '';
  expect(body).toMatch(/^<p>One<\/p><figure><img data-media="[0-9a-f-]{36}" alt="" \/><\/figure>$/);
  expect(asked.filter((path) => path.includes('ship'))).toEqual(['/wp-content/uploads/ship.jpg']);
  expect(codesOf(report).filter((code) => code.startsWith('picture'))).toEqual([
    'picture-missing',
    'picture-unknown',
  ]);
  const ours = await findOldAddress(newsroom, '/wp-content/uploads/ship-300x225.jpg');
  expect(ours).toEqual({ status: 301, path: expect.stringMatching(/^\/media\/.*\.jpg$/) });
  expect(await findOldAddress(newsroom, '/with-picture/ship/')).toEqual(ours);
  expect(await findOldAddress(newsroom, '/?attachment_id=9')).toEqual(ours);
});

test('that could not be had are asked for again, and no others', async () => {
  asked.length = 0;
  await moveTexts(newsroom, [paper()], { fetchesPictures: true });
  expect(asked).toEqual(['/wp-content/uploads/page.jpg']);
});

test('may come from a folder of uploads, and never from outside of it', async () => {
  isShut = true;
  const folder = mkdtempSync(join(tmpdir(), 'crier-uploads-'));
  mkdirSync(join(folder, '2019/05'), { recursive: true });
  writeFileSync(join(folder, '2019/05/quay.jpg'), await drawn('#765'));
  writeFileSync(join(folder, '..', 'outside.jpg'), await drawn('#111'));
  const text = wxr(
    [
      { id: 20, slug: 'quay', html: 'Q', meta: { _thumbnail_id: '21' } },
      { id: 21, type: 'attachment', file: `${address}/wp-content/uploads/2019/05/quay.jpg` },
      { id: 22, slug: 'outside', html: 'O', meta: { _thumbnail_id: '23' } },
      { id: 23, type: 'attachment', file: `${address}/wp-content/uploads/%2e%2e/%2e%2e%2foutside.jpg` },
    ],
    { address },
  );
  await moveTexts(newsroom, [text], { uploads: folder, fetchesPictures: false });
  expect((await lead('quay'))?.width).toBe(640);
  expect(await lead('outside')).toBeNull();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'outside.jpg'));
});

test.each([
  [
    'https://i0.wp.com/old.example/wp-content/uploads/a.jpg?resize=300%2C200&ssl=1',
    'old.example/wp-content/uploads/a.jpg',
  ],
  ['//www.old.example/wp-content/uploads/a-1024x768.jpg', 'old.example/wp-content/uploads/a.jpg'],
  ['/wp-content/uploads/a-scaled.jpg', 'old.example/wp-content/uploads/a-scaled.jpg'],
  [
    'https://ghost.example/content/images/size/w600/2020/01/a.jpg',
    'ghost.example/content/images/2020/01/a.jpg',
  ],
  ['../a.png#x', 'old.example/2019/a.png'],
])('%s is one file in all its sizes', (said, key) => {
  expect(fileOf(said, 'https://old.example/2019/05/')?.key).toBe(key);
});
