/**
 * A bucket of a store that speaks S3: requests signed with AWS Signature 4, the sum of each sent along so that a cut one is not
 * kept. What does not fit into one request goes in parts. What the store does not do is tried again where that helps, and is then
 * thrown in words.
 */
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { SECOND } from './clock.ts';
import type { ObjectStore } from './object-store.ts';

/** What the store does not do, in its words or ours. */
export class ObjectStoreError extends Error {}

export interface StoredObject {
  /** Without the prefix of the setting. */
  name: string;
  at: number;
  bytes: number;
}

export interface Bucket {
  put(name: string, bytes: Uint8Array, type?: string): Promise<void>;
  /** As the store answers; null where there is none of that name. */
  get(name: string, range?: string): Promise<Response | null>;
  remove(name: string): Promise<void>;
  /** All under the prefix, but for what is in folders there. */
  list(): Promise<StoredObject[]>;
  /** A file of any size, in parts: one request takes no more than 5 GiB, and a line breaks in less. */
  putFile(name: string, path: string): Promise<void>;
  /** Back into a file, which must not exist; false where there is none of that name. */
  getFile(name: string, path: string): Promise<boolean>;
}

const PATIENCE = 20 * SECOND; // for one request; a film of 200 MB on a slow line takes most of it
const PART_PATIENCE = 120 * SECOND; // a part on a line of 1 Mbit/s
const TRIES = 3;
const BETWEEN = 300; // ms before the second try; twice as long before the third
const PART = 16 * 1024 * 1024; // bytes; it is held in memory, and S3 wants 5 MiB of all but the last
const MOST_PARTS = 10_000; // of one file, as S3 has it: a file of more than 160 GB has larger parts

const NO_BUCKET = 'There is no such bucket.';

type Init = RequestInit & { body?: Uint8Array<ArrayBuffer> };

export function openBucket(store: ObjectStore, { part = PART }: { part?: number } = {}): Bucket {
  const { key: accessKeyId, secret: secretAccessKey, region } = store;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const root = `${store.endpoint}/${store.bucket}`;
  const addressOf = (name: string) =>
    `${root}/${[...store.prefix, ...name.split('/')].map(encodeURIComponent).join('/')}`;
  const ask = (address: string, init: Init = {}, ms = PATIENCE) => askStore(client, { address, init, ms });
  const put = async (address: string, given: Uint8Array, headers: Record<string, string> = {}) => {
    const body = new Uint8Array(given);
    const sum = createHash('sha256').update(body).digest('hex');
    const init = { method: 'PUT', body, headers: { ...headers, 'x-amz-content-sha256': sum } };
    const answer = await ask(address, init, PART_PATIENCE);
    await answer.arrayBuffer();
    if (answer.status === 404) throw new ObjectStoreError(NO_BUCKET);
    return answer;
  };
  const get = async (name: string, range?: string): Promise<Response | null> => {
    const answer = await ask(addressOf(name), range ? { headers: { range } } : {}, PART_PATIENCE);
    return answer.status === 404 ? null : answer;
  };
  return {
    async put(name, bytes, type = 'application/octet-stream') {
      await put(addressOf(name), bytes, { 'content-type': type });
    },
    get,
    async remove(name) {
      await (await ask(addressOf(name), { method: 'DELETE' })).arrayBuffer();
    },
    async list() {
      const found: StoredObject[] = [];
      const prefix = store.prefix.length > 0 ? `${store.prefix.join('/')}/` : '';
      for (let more: string | null = ''; more !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix, delimiter: '/' });
        if (more) query.set('continuation-token', more);
        const answer = await ask(`${root}?${query}`);
        const xml = await answer.text();
        if (answer.status === 404) throw new ObjectStoreError(NO_BUCKET);
        for (const [, content = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textIn(content, 'Key').slice(prefix.length);
          const bytes = Number(textIn(content, 'Size'));
          found.push({ name, at: Date.parse(textIn(content, 'LastModified')), bytes });
        }
        more = /<IsTruncated>true</.test(xml) ? textIn(xml, 'NextContinuationToken') : null;
      }
      return found;
    },
    async putFile(name, path) {
      const file = await open(path);
      try {
        const { size } = await file.stat();
        const step = Math.max(part, Math.ceil(size / MOST_PARTS));
        const read = async (at: number) => {
          const bytes = Buffer.alloc(Math.min(step, size - at));
          for (let had = 0; had < bytes.length; ) {
            const { bytesRead } = await file.read(bytes, had, bytes.length - had, at + had);
            if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`);
            had += bytesRead;
          }
          return bytes;
        };
        if (size <= step) await put(addressOf(name), await read(0));
        else await putParts(addressOf(name), { ask, put, read, size, step });
      } finally {
        await file.close();
      }
    },
    async getFile(name, path) {
      const file = await open(path, 'wx', 0o600);
      try {
        let size = Number.POSITIVE_INFINITY;
        for (let at = 0; at < size; ) {
          const answer = await get(name, `bytes=${at}-${at + part - 1}`);
          if (answer === null) return false;
          const bytes = new Uint8Array(await answer.arrayBuffer());
          const whole = /\/(\d+)$/.exec(answer.headers.get('content-range') ?? '')?.[1];
          size = answer.status === 206 && whole ? Number(whole) : bytes.length; // a store without ranges gives all
          if (bytes.length === 0 && at < size) throw new ObjectStoreError('It gives less than it has.');
          await file.write(bytes, 0, bytes.length, at);
          at += bytes.length;
        }
        await file.sync();
        return true;
      } finally {
        await file.close();
      }
    },
  };
}

interface Parts {
  ask(address: string, init: Init, ms?: number): Promise<Response>;
  put(address: string, bytes: Uint8Array): Promise<Response>;
  read(at: number): Promise<Uint8Array>;
  size: number;
  step: number;
}

/** One after the other; what was begun and cannot be ended is taken back, since a store charges for it. */
async function putParts(address: string, { ask, put, read, size, step }: Parts): Promise<void> {
  const begun = await (await ask(`${address}?uploads`, { method: 'POST' })).text();
  const uploadId = textIn(begun, 'UploadId');
  if (uploadId === '') throw new ObjectStoreError('It takes no files in parts.');
  const at = (query: Record<string, string>) => `${address}?${new URLSearchParams({ ...query, uploadId })}`;
  try {
    const parts: string[] = [];
    for (let number = 1; (number - 1) * step < size; number += 1) {
      const answer = await put(at({ partNumber: String(number) }), await read((number - 1) * step));
      const etag = (answer.headers.get('etag') ?? '').replaceAll('"', '&quot;');
      parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`);
    }
    const body = new TextEncoder().encode(
      `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${parts.join('')}</CompleteMultipartUpload>`,
    );
    const headers = { 'content-type': 'application/xml' };
    const ended = await (await ask(at({}), { method: 'POST', body, headers }, PART_PATIENCE)).text();
    // It answers 200 before it has put them together, and may say afterwards that it could not.
    if (/<Error>/.test(ended)) throw new ObjectStoreError(`It answers with ${textIn(ended, 'Code')}.`);
  } catch (error) {
    await ask(at({}), { method: 'DELETE' }).catch(() => {}); // what was wrong before is what is said
    throw error;
  }
}

function textIn(xml: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => LETTERS[name] ?? '');
}

const LETTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An answer that is good, or 404. Throws `ObjectStoreError` in words. */
async function askStore(
  client: AwsClient,
  { address, init, ms }: { address: string; init: Init; ms: number },
): Promise<Response> {
  let words = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await pause(BETWEEN * 2 ** (attempt - 2));
    try {
      const request = await client.sign(address, init as RequestInit);
      const answer = await fetch(request, { signal: AbortSignal.timeout(ms) });
      if (answer.ok || answer.status === 404) return answer;
      const said = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? '';
      words = `It answers with ${answer.status}${said ? ` (${said})` : ''}.`;
      if (answer.status < 500 && answer.status !== 429) break; // our key, or our bucket: asking again changes nothing
    } catch (error) {
      // The line, or the store's patience: fetch throws for both, and nobody here is to blame.
      words =
        (error as Error).name === 'TimeoutError' ? 'It does not answer in time.' : 'It cannot be reached.';
    }
  }
  throw new ObjectStoreError(words);
}
