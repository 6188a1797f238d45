/**
 * Media in a store that speaks S3: requests signed with AWS Signature 4, whole files, the sum of each sent along so that a cut one
 * is not kept. What the store does not do is tried again where that helps, and is then said in words.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { SECOND } from '../kit/clock.ts';
import type { MediaStore } from '../kit/media-url.ts';
import { because, refuse } from '../kit/refusal.ts';
import type { MediaFiles, ServedFile } from './media-store.ts';

const PATIENCE = 20 * SECOND; // for one request; a film of 200 MB on a slow line takes most of it
const TRIES = 3;
const BETWEEN = 300; // ms before the second try; twice as long before the third
const KINDS: Record<string, string> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  vtt: 'text/vtt',
};

export function typeOf(name: string): string {
  return KINDS[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

export function s3Files(store: MediaStore, isOurs: (name: string) => boolean): MediaFiles {
  const { key: accessKeyId, secret: secretAccessKey, region } = store;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
  const addressOf = (name: string) =>
    `${store.endpoint}/${store.bucket}/${[...store.prefix, ...name.split('/')].map(encodeURIComponent).join('/')}`;
  const ask = (address: string, init: RequestInit & { body?: Uint8Array<ArrayBuffer> } = {}) =>
    askStore(client, address, init);
  return {
    async put(name, bytes) {
      const body = new Uint8Array(bytes);
      const answer = await ask(addressOf(name), {
        method: 'PUT',
        body,
        headers: {
          'content-type': typeOf(name),
          'x-amz-content-sha256': createHash('sha256').update(body).digest('hex'),
        },
      });
      await answer.arrayBuffer();
    },
    async read(name) {
      const answer = await ask(addressOf(name));
      return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer());
    },
    async open(name, range): Promise<ServedFile | null> {
      const answer = await ask(addressOf(name), range ? { headers: { range } } : {});
      if (answer.status === 404) return null;
      const headers: Record<string, string> = { 'content-type': typeOf(name), 'accept-ranges': 'bytes' };
      for (const each of ['content-length', 'content-range', 'etag'])
        if (answer.headers.has(each)) headers[each] = answer.headers.get(each) ?? '';
      return { status: answer.status, headers, body: answer.body };
    },
    async remove(name) {
      await (await ask(addressOf(name), { method: 'DELETE' })).arrayBuffer();
    },
    async list() {
      const found: { name: string; at: number }[] = [];
      const prefix = store.prefix.length > 0 ? `${store.prefix.join('/')}/` : '';
      for (let more: string | null = ''; more !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix, delimiter: '/' });
        if (more) query.set('continuation-token', more);
        const answer = await ask(`${store.endpoint}/${store.bucket}?${query}`);
        const xml = answer.status === 404 ? '' : await answer.text();
        for (const [, content = ''] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const name = textIn(content, 'Key').slice(prefix.length);
          if (isOurs(name)) found.push({ name, at: Date.parse(textIn(content, 'LastModified')) });
        }
        more = /<IsTruncated>true</.test(xml) ? textIn(xml, 'NextContinuationToken') : null;
      }
      return found;
    },
  };
}

function textIn(xml: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => LETTERS[name] ?? '');
}

const LETTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An answer that is good, or 404. Refuses with `media-away` in words. */
async function askStore(client: AwsClient, address: string, init: RequestInit): Promise<Response> {
  let words = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    if (attempt > 1) await pause(BETWEEN * 2 ** (attempt - 2));
    try {
      const request = await client.sign(address, init as RequestInit);
      const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
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
  return refuse('media-away', { because: because('mediaStoreAway', { words }) });
}
