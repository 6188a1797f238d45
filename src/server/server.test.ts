import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../tests/support/door.ts';
import { moveTexts } from '../../tests/support/moving.ts';
import { openTestServer, type TestServer } from '../../tests/support/server.ts';
import { wxr } from '../../tests/support/wxr.ts';
import { assetPath } from '../views/assets.ts';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await openTestServer();
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  port = (server.app.server.address() as { port: number }).port;
});
afterAll(() => server.close());

/** The head of an answer, without what differs from one answer to the next. */
function headOf(method: 'GET' | 'HEAD', path: string): Promise<object> {
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', path, method, agent: false }, (answer) => {
      const { date, ...headers } = answer.headers;
      answer.resume().once('end', () => resolve({ status: answer.statusCode, ...headers }));
    })
      .once('error', reject)
      .end();
  });
}

/** All that comes over the line. */
function rawAnswer(method: string, path: string, cookie = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: ${cookie}\r\n\r\n`,
      ),
    );
    socket.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    socket.once('end', () => resolve(said)).once('error', reject);
  });
}

test.each([
  ...['/', '/feed.xml', '/search?words=ferry', '/corrections', '/nothing/here', '/desk', '/desk/wire'],
  ...['/healthz/you', '/api/v1/stories', '/robots.txt', '/service-worker.js', assetPath('site-style')],
])('HEAD of %s is what GET says of it (RFC 9110, 9.3.2), without a body', async (path) => {
  expect(await headOf('HEAD', path)).toEqual(await headOf('GET', path));
  const [, body] = (await rawAnswer('HEAD', path)).split('\r\n\r\n', 2);
  expect(body).toBe('');
});

test.each(['/live', '/desk/live'])(
  'HEAD of the line %s on which open pages hear ends with its head, and is no listener',
  async (path) => {
    const { newsroom, signIn } = server;
    const { cookie } = await signedIn(server.app, { newsroom, signIn }, 'moderator');
    const [head = '', body] = (await rawAnswer('HEAD', path, cookie)).split('\r\n\r\n', 2);
    expect(head).toMatch(/^HTTP\/1\.1 200 [\s\S]*content-type: text\/event-stream/);
    expect(body).toBe('');
  },
);

test('a story of another house keeps its address, a whole headline long', async () => {
  const slug = `herzlichen-glueckwunsch-${'und-alles-gute-'.repeat(6)}`.slice(0, -1);
  const address = `https://long.example/2016/01/${slug}/`;
  await moveTexts(server.newsroom, [
    wxr([{ id: 1, slug, title: 'Zwanzig', link: address, categories: [['sea', 'Sea']] }], {
      address: 'https://long.example',
    }),
  ]);
  const old = await server.app.inject({ url: new URL(address).pathname });
  expect([old.statusCode, old.headers.location]).toEqual([301, `/sea/${slug}`]);
  const story = await server.app.inject({ url: String(old.headers.location) });
  expect([story.statusCode, story.body.includes('Zwanzig')]).toEqual([200, true]);
});

test.each([
  `/sea/${'fog-over-the-harbour-'.repeat(12)}`,
  `/${'fog-over-the-harbour-'.repeat(12)}/`,
  `/2016/01/${encodeURIComponent('الضباب-فوق-الميناء-'.repeat(12))}/`,
  `/topic/${'fog-'.repeat(60)}`,
  `/author/${'fog-'.repeat(60)}`,
])('an address as long as a headline, %s, is read, and is not found where nothing stands', async (path) => {
  const { statusCode } = await server.app.inject({ url: path });
  expect([301, 308, 404]).toContain(statusCode);
});
