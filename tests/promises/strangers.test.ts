/** Promise: no desk route answers a stranger. The routes are enumerated from the router, so none can be forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { theNewsroomItself } from '../../src/newsroom.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { openTestServer, type TestServer } from '../support/server.ts';

let opened: TestServer;
beforeAll(async () => {
  opened = await openTestServer();
  const paper = {
    name: 'The Harbour Post',
    tagline: '',
    language: 'en',
    timeZone: 'Europe/Athens',
    contact: 'desk@post.example',
  };
  await setUpMasthead(opened.newsroom, { ...paper, by: theNewsroomItself });
});
afterAll(() => opened.close());

/** The ways in: what a stranger may load before signing in. */
const open = new Set(['GET /desk/sign-in', 'POST /desk/sign-in', 'GET /desk/setup', 'POST /desk/setup']);

test('every desk route refuses a stranger', async () => {
  const deskRoutes = opened.routes.filter(({ path }) => path.startsWith('/desk'));
  expect(deskRoutes.length).toBeGreaterThan(25);
  const answered: string[] = [];
  for (const { method, path } of deskRoutes) {
    const name = `${method} ${path}`;
    if (open.has(name)) continue;
    const url = path.replace(/:\w+/g, '00000000-0000-7000-8000-000000000000');
    const answer = await opened.app.inject({
      method: method as 'GET',
      url,
      headers: { accept: 'text/html' },
    });
    const toTheDoor = answer.statusCode === 303 || answer.statusCode === 302;
    const refused = answer.statusCode === 401 || answer.statusCode === 403;
    const led = toTheDoor && String(answer.headers.location).startsWith('/desk/sign-in');
    if (!refused && !led) answered.push(`${name}: ${answer.statusCode}`);
  }
  expect(answered).toEqual([]);
});

test('a desk path that does not exist tells a stranger nothing', async () => {
  const answer = await opened.app.inject({ url: '/desk/no-such-page' });
  expect(answer.statusCode).toBe(404);
});

test('every refusal to a program has the one shape', async () => {
  for (const url of ['/api/stories/none', '/api/nothing']) {
    const answer = await opened.app.inject({ url, headers: { accept: 'application/json' } });
    expect(answer.headers['content-type'], url).toContain('application/problem+json');
    expect(answer.json(), url).toMatchObject({ status: 404, code: 'not-found', title: 'Not Found' });
  }
});
