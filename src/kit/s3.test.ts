/** Files of any size in a store that speaks S3, a real one on loopback, in parts as small as a test wants; and what goes wrong on the way. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objectStoreAt, openFaultyStore, openObjectStore } from '../../tests/support/object-store.ts';
import { openBucket } from './s3.ts';

const PART = 64 * 1024;

describe('a large file in a store that speaks S3', () => {
  let folder: string;
  let s3: Awaited<ReturnType<typeof openObjectStore>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crier-parts-'));
    s3 = await openObjectStore();
  });
  afterAll(async () => {
    await s3.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const written = (name: string, bytes: number): string => {
    writeFileSync(join(folder, name), randomBytes(bytes));
    return join(folder, name);
  };

  it.each([
    ['less than a part', 1_000],
    ['a part', PART],
    ['three parts and a bit', 3 * PART + 17],
    ['four parts', 4 * PART],
  ])('of %s comes back as it was', async (name, bytes) => {
    const bucket = openBucket(objectStoreAt(s3.port), { part: PART });
    const path = written(name, bytes);
    await bucket.putFile(name, path);
    const back = join(folder, `${name} back`);
    expect(await bucket.getFile(name, back)).toBe(true);
    expect(readFileSync(back).equals(readFileSync(path))).toBe(true);
    expect(await bucket.list()).toContainEqual({ name, bytes, at: expect.any(Number) });
    await bucket.remove(name);
    expect(await bucket.getFile(name, join(folder, `${name} gone`))).toBe(false);
  });

  it('whose part fails once is put whole; one that fails for good is taken back, and said', async () => {
    const path = written('film', 3 * PART);
    const asked: string[] = [];
    let failures = 1;
    let ends = '<CompleteMultipartUploadResult/>';
    const store = await openFaultyStore((request, response) => {
      const query = (request.url ?? '').replace(/^[^?]*\??/, '');
      asked.push(`${request.method} ${query}`);
      const isPart = request.method === 'PUT';
      if (isPart && query.includes('partNumber=2') && failures > 0) {
        failures -= 1;
        response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
        return;
      }
      response.setHeader('etag', '"1"');
      response.end(query === 'uploads' ? '<UploadId>a&amp;b</UploadId>' : isPart ? '' : ends);
    });
    const bucket = openBucket(objectStoreAt(store.port), { part: PART });
    await bucket.putFile('film', path);
    const part = (number: number) => `PUT partNumber=${number}&uploadId=a%26b`;
    const whole = ['POST uploads', part(1), part(2), part(2), part(3), 'POST uploadId=a%26b'];
    expect(asked.splice(0)).toEqual(whole);

    failures = 99;
    await expect(bucket.putFile('film', path)).rejects.toThrow('It answers with 503 (SlowDown).');
    expect(asked.splice(0).at(-1)).toBe('DELETE uploadId=a%26b');

    failures = 0;
    ends = '<Error><Code>InternalError</Code></Error>'; // with 200, as S3 does
    await expect(bucket.putFile('film', path)).rejects.toThrow('It answers with InternalError.');
    expect(asked.at(-1)).toBe('DELETE uploadId=a%26b');
    await store.close();
  });

  it('is not put where there is no such bucket, nor with a key that is none', async () => {
    const path = written('note', 10);
    const nowhere = openBucket(objectStoreAt(s3.port, { bucket: 'nowhere' }));
    await expect(nowhere.putFile('note', path)).rejects.toThrow('There is no such bucket.');
    await expect(nowhere.list()).rejects.toThrow('There is no such bucket.');
    const stranger = openBucket(objectStoreAt(s3.port, { key: 'NOBODY' }));
    await expect(stranger.putFile('note', path)).rejects.toThrow('403 (InvalidAccessKeyId)');
  });
});
