/** Media in a store that speaks S3 (kit/s3.ts): whole files, served through the newsroom. What the store does not do is refused in words. */
import type { ObjectStore } from '../kit/object-store.ts';
import { because, refuse } from '../kit/refusal.ts';
import { ObjectStoreError, openBucket } from '../kit/s3.ts';
import type { MediaFiles, ServedFile } from './media-store.ts';

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

export function s3Files(store: ObjectStore, isOurs: (name: string) => boolean): MediaFiles {
  const bucket = openBucket(store);
  return {
    put: (name, bytes) => orRefused(bucket.put(name, bytes, typeOf(name))),
    async read(name) {
      const answer = await orRefused(bucket.get(name));
      return answer && Buffer.from(await answer.arrayBuffer());
    },
    async open(name, range): Promise<ServedFile | null> {
      const answer = await orRefused(bucket.get(name, range));
      if (answer === null) return null;
      const headers: Record<string, string> = { 'content-type': typeOf(name), 'accept-ranges': 'bytes' };
      for (const each of ['content-length', 'content-range', 'etag'])
        if (answer.headers.has(each)) headers[each] = answer.headers.get(each) ?? '';
      return { status: answer.status, headers, body: answer.body };
    },
    remove: (name) => orRefused(bucket.remove(name)),
    async list() {
      return (await orRefused(bucket.list())).filter(({ name }) => isOurs(name));
    },
  };
}

async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ObjectStoreError)) throw error;
    return refuse('media-away', { because: because('mediaStoreAway', { words: error.message }) });
  }
}
