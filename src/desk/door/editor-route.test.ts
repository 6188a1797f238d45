import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskDoor, encoded, formHeaders, openDeskDoor, tokenIn } from '../../../tests/support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { HOUR } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { roles } from '../../staff/roles.ts';
import { letGo } from '../../staff/staff.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { safeNext } from './editor-route.ts';
import { registerSignInRoutes } from './sign-in-routes.ts';

describe('a route of the desk', () => {
  let newsroom: TestNewsroom;
  let door: DeskDoor;
  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    door = await openDeskDoor(newsroom, (routes, desk) => {
      registerSignInRoutes(routes, desk);
      for (const role of [...roles, 'staff'] as const) {
        routes.get(role, `/desk/for/${role}`, (_request, _reply, visit) => ({ name: visit.staff.name }));
        routes.post(role, `/desk/for/${role}`, () => ({ done: true }));
      }
      routes.get('staff', '/desk/page', (_request, reply, { form }) =>
        reply.type('text/html').send(`<input type="hidden" name="_form" value="${form}"/>`),
      );
    });
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom, { ...paper, by: theNewsroomItself });
  });
  afterAll(async () => {
    await door.app.close();
    await newsroom.close();
  });

  it('is in the list of all routes, with what it needs', () => {
    expect(door.routes.registered).toContainEqual({
      method: 'POST',
      path: '/desk/for/chief',
      access: { role: 'chief' },
    });
    expect(door.routes.registered.filter((route) => 'openBecause' in route.access)).toHaveLength(2);
  });

  it('leads a stranger who wants a page to the sign-in and refuses all else', async () => {
    for (const { method, path, access } of door.routes.registered) {
      if ('openBecause' in access) continue;
      const asked = await door.app.inject({ method, url: path });
      expect([path, asked.statusCode]).toEqual([path, 401]);
    }
    const page = await door.app.inject({ url: '/desk/page?a=1&b=2', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(303);
    expect(page.headers.location).toBe('/desk/sign-in?next=%2Fdesk%2Fpage%3Fa%3D1%26b%3D2');
  });

  it('lets in who has the role or stands in for it, and tells the others no', async () => {
    const moderator = await door.signedIn('moderator');
    const editor = await door.signedIn('editor');
    expect((await moderator.get('/desk/for/moderator')).json()).toEqual({ name: moderator.staff.name });
    expect((await moderator.get('/desk/for/staff')).statusCode).toBe(200);
    expect((await moderator.get('/desk/for/editor')).statusCode).toBe(403);
    expect((await editor.get('/desk/for/moderator')).statusCode).toBe(200);
    expect((await editor.get('/desk/for/chief')).statusCode).toBe(403);
  });

  it('takes a form with the token of the session, and without it none', async () => {
    const editor = await door.signedIn('editor');
    const other = await door.signedIn('editor');
    expect((await editor.send('/desk/for/editor', {}, '/desk/page')).json()).toEqual({ done: true });
    expect((await editor.post('/desk/for/editor', {})).statusCode).toBe(403);
    const foreign = tokenIn((await other.get('/desk/page')).body);
    expect((await editor.post('/desk/for/editor', { _form: foreign })).statusCode).toBe(403);
    const token = tokenIn((await editor.get('/desk/page')).body);
    const byScript = await door.app.inject({
      method: 'POST',
      url: '/desk/for/editor',
      headers: { cookie: editor.cookie, 'x-form': token },
      payload: { any: 'json' },
    });
    expect(byScript.json()).toEqual({ done: true });
    newsroom.clock.pass(13 * HOUR);
    expect((await editor.post('/desk/for/editor', { _form: token })).statusCode).toBe(403);
  });

  it('refuses a form sent from another site, whatever it carries', async () => {
    const editor = await door.signedIn('editor');
    const _form = tokenIn((await editor.get('/desk/page')).body);
    const from = async (headers: Record<string, string>) => {
      const all = { ...formHeaders, host: 'localhost:4000', cookie: editor.cookie, ...headers };
      const payload = encoded({ _form });
      return (await door.app.inject({ method: 'POST', url: '/desk/for/editor', headers: all, payload }))
        .statusCode;
    };
    expect(await from({})).toBe(200);
    expect(await from({ origin: 'http://localhost:4000', 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await from({ origin: 'http://10.0.0.5:4000', host: '10.0.0.5:4000' })).toBe(200);
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'same-site' })).toBe(403);
    expect(await from({ origin: 'https://evil.example' })).toBe(403);
    expect(await from({ origin: 'null' })).toBe(403);
  });

  it('is never kept by a cache', async () => {
    const editor = await door.signedIn('editor');
    expect((await editor.get('/desk/page')).headers['cache-control']).toBe('no-store');
  });

  it('is shut in the same moment for who leaves', async () => {
    const editor = await door.signedIn('editor');
    expect((await editor.get('/desk/page')).statusCode).toBe(200);
    await letGo(newsroom, { staffId: editor.staff.id, by: theNewsroomItself });
    expect((await editor.get('/desk/page')).statusCode).toBe(303);
  });

  it('is reached after signing in with the form, where the visitor wanted to go', async () => {
    const editor = await door.signedIn('editor');
    const shown = await door.app.inject('/desk/sign-in?next=%2Fdesk%2Fpage');
    const fields = { _form: tokenIn(shown.body), next: '/desk/page', email: editor.staff.email };
    const headers = { ...formHeaders, host: 'localhost:4000' };
    const send = (password: string) =>
      app.inject({
        method: 'POST',
        url: '/desk/sign-in',
        headers,
        payload: encoded({ ...fields, password }),
      });
    const { app } = door;
    const wrong = await send('not the password');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.body).toContain(`value="${editor.staff.email}"`);
    expect(wrong.body).not.toContain('not the password');
    expect(wrong.body).toContain('do not go together');
    const right = await send('the harbour at night');
    expect([right.statusCode, right.headers.location]).toEqual([303, '/desk/page']);
    const cookie = String(right.headers['set-cookie']).split(';')[0] ?? '';
    expect((await app.inject({ url: '/desk/page', headers: { cookie } })).statusCode).toBe(200);
    const again = await app.inject({ url: '/desk/sign-in', headers: { cookie } });
    expect([again.statusCode, again.headers.location]).toEqual([303, '/desk']);
  });

  it('needs signing in again after signing out', async () => {
    const editor = await door.signedIn('editor');
    const out = await editor.send('/desk/sign-out', {}, '/desk/page');
    expect(out.headers.location).toBe('/desk/sign-in');
    expect(String(out.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await editor.get('/desk/page')).statusCode).toBe(303);
  });
});

describe('where to go on after signing in', () => {
  it.each([
    ['/desk/replies?page=2', '/desk/replies?page=2'],
    ['//evil.example/', '/desk'],
    ['/\\evil.example', '/desk'],
    ['/\t/evil.example', '/desk'],
    ['/.//evil.example', '/desk'],
    ['https://evil.example/', '/desk'],
    ['javascript:alert(1)', '/desk'],
    [undefined, '/desk'],
    [['/a', '/b'], '/desk'],
  ])('%s leads to %s', (given, leads) => {
    expect(safeNext(given)).toBe(leads);
  });
});
