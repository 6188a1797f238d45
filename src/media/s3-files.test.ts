/** Media in a store that speaks S3, against a real one on loopback: kept, served in parts, listed, ended; and every way it may fail. */
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectStoreAt, openFaultyStore, openObjectStore } from '../../tests/support/object-store.ts';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { readSettings } from '../kit/settings.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killMedia } from '../usage/end-media.ts';
import { sweepMedia } from './end-media.ts';
import { getPicture } from './media.ts';
import { ownerOf } from './media-files.ts';
import { s3Files } from './s3-files.ts';
import { takePicture } from './take-picture.ts';

const isOurs = (name: string) => ownerOf(name) !== null;
describe('a store that speaks S3', () => {
  let s3: Awaited<ReturnType<typeof openObjectStore>>;
  let port: number;
  let server: TestServer;
  beforeAll(async () => {
    s3 = await openObjectStore();
    ({ port } = s3);
    server = await openTestServer({ settings: { mediaStore: objectStoreAt(port) } });
  });
  afterAll(async () => {
    await server.close();
    await s3.close();
  });

  const drawn = (colour: string) =>
    sharp({ create: { width: 700, height: 500, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
  const take = async (bytes: Buffer) =>
    (await takePicture(server.newsroom, { bytes, alt: 'A ferry', caption: '', credit: '', by })).pictureId;

  it('keeps a picture whose pages are served through the newsroom, whole and in parts, and no original', async () => {
    const bytes = await drawn('#234567');
    const id = await take(bytes);
    const picture = await getPicture(server.newsroom, id);
    const href = picture!.shapes.full.jpeg[0]!.href;
    const whole = await server.app.inject({ url: href });
    expect([whole.statusCode, whole.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect((await sharp(whole.rawPayload).metadata()).width).toBe(700);
    const part = await server.app.inject({ url: href, headers: { range: 'bytes=0-9' } });
    expect([part.statusCode, part.rawPayload.length]).toEqual([206, 10]);
    expect((await server.app.inject({ url: `/media/${id}-v9-full-480.webp` })).statusCode).toBe(404);
    const row = await server.newsroom.store
      .selectFrom('media')
      .select('hash')
      .where('id', '=', id)
      .executeTakeFirst();
    expect((await server.app.inject({ url: `/media/originals/${row?.hash}` })).statusCode).toBe(404);
    expect((await s3Files(objectStoreAt(port), isOurs).read(`originals/${row?.hash}`))?.equals(bytes)).toBe(
      true,
    );
  });

  it('has nothing of a picture that was killed', async () => {
    const id = await take(await drawn('#765432'));
    const { card } = (await getPicture(server.newsroom, id))!;
    expect((await server.app.inject({ url: card })).statusCode).toBe(200);
    await killMedia(server.newsroom, { mediaId: id, by });
    expect((await server.app.inject({ url: card })).statusCode).toBe(404);
    const left = await s3Files(objectStoreAt(port), isOurs).list();
    expect(left.filter(({ name }) => name.startsWith(id))).toEqual([]);
  });

  it('is listed whole, and only what is ours: halves of uploads are swept after a day', async () => {
    const files = s3Files(objectStoreAt(port), isOurs);
    for (let at = 0; at < 30; at += 1) await files.put(`half-v1-full-${at}.webp`, Buffer.from('x'));
    await files.put('notes.txt', Buffer.from('not ours'));
    expect((await files.list()).filter(({ name }) => name.startsWith('half'))).toHaveLength(30);
    await sweepMedia({ ...server.newsroom, clock: { now: () => Date.now() + 25 * 3_600_000 } });
    expect((await files.list()).filter(({ name }) => name.startsWith('half'))).toEqual([]);
    expect((await files.read('notes.txt'))?.toString()).toBe('not ours');
  });

  it('that refuses our key is said in words, and nothing is kept of the picture', async () => {
    const files = s3Files(objectStoreAt(port, { key: 'NOBODY' }), isOurs);
    await expect(files.put('a-v1-card.jpg', Buffer.from('x'))).rejects.toMatchObject({
      code: 'media-away',
      words: expect.stringContaining('403 (InvalidAccessKeyId)'),
    });
  });

  it.each([
    ['answers with 500 at first', 1, 'kept'],
    ['answers with 500 always', 99, 'It answers with 500 (InternalError).'],
  ])('that %s is asked again, and not for ever', async (_name, failures, outcome) => {
    let left = failures;
    let asked = 0;
    const faulty = await openFaultyStore((_request, response) => {
      asked += 1;
      left -= 1;
      response.writeHead(left >= 0 ? 500 : 200);
      response.end(left >= 0 ? '<Error><Code>InternalError</Code></Error>' : '');
    });
    const given = s3Files(objectStoreAt(faulty.port), isOurs)
      .put('a-v1-card.jpg', Buffer.from('x'))
      .then(
        () => 'kept',
        ({ words }) => String(words).replace('The store of media does not do what it is asked. ', ''),
      );
    expect([await given, asked]).toEqual([outcome, outcome === 'kept' ? 2 : 3]);
    await faulty.close();
  });

  it('that cuts the line, or is not there, is said in words', async () => {
    const cut = await openFaultyStore((request) => request.socket.destroy());
    const words = async (at: number) =>
      s3Files(objectStoreAt(at), isOurs)
        .read('a-v1-card.jpg')
        .then(
          () => '',
          (refusal) => refusal.words as string,
        );
    expect(await words(cut.port)).toContain('It cannot be reached.');
    await cut.close();
    expect(await words(cut.port)).toContain('It cannot be reached.');
  });

  it('sends the sum of a file along, so that a cut one is not kept', async () => {
    let sum: string | undefined;
    const told = await openFaultyStore((request, response) => {
      sum = String(request.headers['x-amz-content-sha256']);
      response.end();
    });
    await s3Files(objectStoreAt(told.port), isOurs).put('a-v1-card.jpg', Buffer.from('x'));
    expect(sum).toBe('2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881');
    await told.close();
  });
});

describe('the setting', () => {
  const read = (CRIER_MEDIA_URL: string) => readSettings('/nowhere', { CRIER_MEDIA_URL });
  it('names key, host, bucket, prefix and region', () => {
    expect(
      read('s3://AK%2FIA:se%2Fcret@s3.eu-central-003.example/paper/post?region=eu-central-003'),
    ).toMatchObject({
      mediaStore: {
        endpoint: 'https://s3.eu-central-003.example',
        bucket: 'paper',
        prefix: ['post'],
        key: 'AK/IA',
        secret: 'se/cret',
        region: 'eu-central-003',
      },
    });
    expect(read('s3+http://k:s@127.0.0.1:9000/paper')).toMatchObject({
      mediaStore: { endpoint: 'http://127.0.0.1:9000', prefix: [], region: 'us-east-1' },
    });
  });
  it.each(['https://s3.example/paper', 's3://s3.example/paper', 's3://k:s@s3.example', 's3://'])(
    'is refused as %s, in words',
    (text) => {
      expect(read(text)).toEqual({
        problems: [expect.stringContaining('CRIER_MEDIA_URL must be s3://KEY:SECRET@HOST/BUCKET')],
      });
    },
  );
});
