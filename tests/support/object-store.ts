/** Stores that speak S3 on loopback: a real one, and one that does as a test says. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { ObjectStore } from '../../src/kit/object-store.ts';

/** The bucket `paper` of a store on that port. */
export const objectStoreAt = (port: number, more: Partial<ObjectStore> = {}): ObjectStore => ({
  endpoint: `http://127.0.0.1:${port}`,
  bucket: 'paper',
  prefix: ['post', 'media'],
  key: 'S3RVER',
  secret: 'S3RVER',
  region: 'us-east-1',
  ...more,
});

export async function openObjectStore(): Promise<{ port: number; close(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'crier-s3-'));
  const buckets = { configureBuckets: [{ name: 'paper' }] };
  const s3 = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, ...buckets });
  const { port } = (await s3.run()) as AddressInfo;
  return {
    port,
    async close() {
      await s3.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

export async function openFaultyStore(
  does: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    request.resume();
    does(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: (server.address() as AddressInfo).port, close };
}
