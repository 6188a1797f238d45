/** Promise: the doors that hubs and sources send to keep no byte of a body before they know whose it may be. */
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SECOND } from '../../src/kit/clock.ts';
import { timedSignature } from '../../src/kit/timed-signature.ts';
import { theNewsroomItself as by } from '../../src/newsroom.ts';
import { makeHookSecret } from '../../src/wire/arriving/hook.ts';
import { addSource } from '../../src/wire/sources/sources.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

let opened: TestServer;
let port: number;
let secret: string;
beforeAll(async () => {
  opened = await openTestServer({ settings: { host: '127.0.0.1', port: 0 } });
  const { sourceId } = await addSource(opened.newsroom, { address: null, name: 'Coast Agency', by });
  ({ secret } = await makeHookSecret(opened.newsroom, { sourceId, by }));
  port = Number(new URL(await opened.server.listen()).port);
});
afterAll(() => opened.close());

const seconds = () => String(Math.floor(opened.newsroom.clock.now() / SECOND));
const plausible = () => ({ 'x-crier-timestamp': seconds(), 'x-crier-signature': `sha256=${'0'.repeat(64)}` });

/** Begins to send a large body and never goes on: an answer to it was given before the body was read. */
function begin(path: string, headers: Record<string, string> = {}) {
  const sent = request({
    ...{ host: '127.0.0.1', port, path, method: 'POST' },
    headers: { 'content-type': 'application/xml', 'content-length': '14000000', ...headers },
  });
  const status = new Promise<number>((resolve, reject) => {
    sent.on('response', (answer) => resolve(answer.resume().statusCode ?? 0));
    sent.on('error', reject);
  });
  status.catch(() => {}); // one that is cut off on purpose
  sent.write('<rss>');
  return { status, end: () => sent.destroy() };
}

it.each([
  ['a hub that we did not ask', '/api/wire/hubs/nobody', {}, 410],
  ['a source that there is not', '/api/wire/sources/nobody', plausible, 401],
  ['a sender without a signature', '/api/wire/sources/coast-agency', {}, 401],
  ['an old signature', '/api/wire/sources/coast-agency', { 'x-crier-timestamp': '1700000000' }, 401],
])('%s is told so before its body is read', async (_who, path, headers, status) => {
  const one = begin(path, typeof headers === 'function' ? headers() : (headers as Record<string, string>));
  expect(await one.status).toBe(status);
  one.end();
});

it('six bodies at a time are read, and the next is asked to come again', async () => {
  const path = '/api/wire/sources/coast-agency';
  const six = Array.from({ length: 6 }, () => begin(path, plausible()));
  let seventh = begin(path, plausible());
  while (
    (await Promise.race([
      seventh.status,
      new Promise<number>((resolve) => setTimeout(() => resolve(0), 300)),
    ])) === 0
  ) {
    six.push(seventh); // the others had not arrived yet
    seventh = begin(path, plausible());
  }
  expect(await seventh.status).toBe(503);
  for (const each of six) each.end();
  const payload = Buffer.from('<rss version="2.0"><channel><title>Coast</title></channel></rss>');
  const send = () =>
    opened.app.inject({
      ...{ method: 'POST', url: path, payload },
      headers: {
        'x-crier-timestamp': seconds(),
        'x-crier-signature': timedSignature(secret, seconds(), payload),
      },
    });
  let answer = await send();
  for (let tries = 0; answer.statusCode === 503 && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = await send();
  }
  expect(answer.statusCode).toBe(202);
});
