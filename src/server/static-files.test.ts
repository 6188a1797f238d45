import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { mediaFolder } from '../media/media-files.ts';
import { assetPath, browserFolder } from '../views/assets.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const ask = (url: string, encoding?: string) =>
  server.app.inject({ url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } });
const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each([
  assetPath('site-style'),
  assetPath('site'),
  assetPath('alerts'),
  assetPath('editor'),
  '/service-worker.js',
])('%s is sent packed to those who unpack, each form under its own mark', async (path) => {
  const plain = await ask(path);
  const marks = [plain.headers.etag];
  for (const coding of ['br', 'gzip'] as const) {
    const packed = await ask(path, coding === 'br' ? 'gzip, deflate, br, zstd' : 'gzip');
    expect(packed.headers).toMatchObject({
      'content-encoding': coding,
      vary: 'accept-encoding',
      'content-type': plain.headers['content-type'],
      'cache-control': plain.headers['cache-control'],
    });
    expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
    expect(sum(unpack[coding](packed.rawPayload))).toBe(sum(plain.rawPayload));
    marks.push(packed.headers.etag);
    const again = await server.app.inject({
      url: path,
      headers: { 'accept-encoding': coding, 'if-none-match': String(packed.headers.etag) },
    });
    expect([again.statusCode, again.headers.vary]).toEqual([304, 'accept-encoding']);
  }
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers.vary).toBe('accept-encoding');
  expect(new Set(marks).size).toBe(3);
});

test('who refuses a coding, or knows none, has the file as it is', async () => {
  for (const encoding of ['identity', 'br;q=0, gzip;q=0', '']) {
    const { headers, statusCode } = await ask(assetPath('site-style'), encoding);
    expect([encoding, statusCode, headers['content-encoding']]).toEqual([encoding, 200, undefined]);
  }
});

test('a font is sent as it is: it is packed already', async () => {
  const font = readdirSync(join(browserFolder, 'fonts')).find((name) => name.endsWith('.woff2'));
  const { headers, statusCode } = await ask(`/assets/fonts/${font}`, 'gzip, br');
  expect([statusCode, headers['content-type'], headers['content-encoding']]).toEqual([
    200,
    'font/woff2',
    undefined,
  ]);
});

test('pictures may be shown by feed readers elsewhere; scripts and pages stay here', async () => {
  writeFileSync(join(mediaFolder(server.newsroom), 'quay-card.jpg'), 'a picture');
  const picture = await ask('/media/quay-card.jpg');
  expect([picture.statusCode, picture.headers['cross-origin-resource-policy']]).toEqual([
    200,
    'cross-origin',
  ]);
  for (const path of [assetPath('site'), '/', '/desk/sign-in']) {
    expect((await ask(path)).headers['cross-origin-resource-policy']).toBe('same-origin');
  }
});

test('the original of a picture never leaves the house, whatever it is asked by', async () => {
  const originals = join(mediaFolder(server.newsroom), 'originals');
  mkdirSync(originals, { recursive: true });
  writeFileSync(join(originals, 'ab12'), 'with where its maker lives');
  for (const path of [
    'originals/ab12',
    'originals%2Fab12',
    './originals/ab12',
    'x-card.jpg/../originals/ab12',
  ])
    expect((await ask(`/media/${path}`)).body, path).not.toContain('where its maker lives');
});
