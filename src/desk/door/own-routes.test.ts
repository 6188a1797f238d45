/** A password of one's own at the first sign-in, where one is signed in, and the way back from what is not one's own. */
import { expect, it } from 'vitest';
import { cookieHeaderOf, encoded, formHeaders, tokenIn } from '../../../tests/support/door.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { openWholeDesk } from '../../../tests/support/whole-desk.ts';
import { HOUR } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { deviceInWords } from '../../staff/sessions.ts';
import { openSignIn } from '../../staff/sign-in.ts';
import { findMasthead, setUpMasthead } from '../../stories/masthead.ts';

const PAGE = { accept: 'text/html', host: 'localhost:4000' };
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:147.0) Gecko/20100101 Firefox/147.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1';

let count = 0;

onEachEngine('one’s own', (newsroom) => {
  const open = async () => {
    if (!(await findMasthead(newsroom()))) {
      const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
      await setUpMasthead(newsroom(), { ...paper, by: theNewsroomItself });
    }
    return await openWholeDesk(newsroom());
  };

  it('password is chosen before anything else by whoever was handed one', async () => {
    const { app, signedIn } = await open();
    const administrator = await signedIn('administrator');
    count += 1;
    const email = `new${count}@post.example`;
    const added = await administrator.send(
      '/desk/staff',
      { name: 'Ilias Vrettos', email, role: 'reporter' },
      '/desk/staff',
    );
    const password = /class="password">([^<]+)</.exec(added.body)?.[1] ?? '';
    expect(password).toMatch(/^[a-z0-9-]{23}$/);
    const { cookies } = await openSignIn(newsroom()).signIn({ email, password, ip: '192.0.2.50' });
    const headers = { ...PAGE, cookie: cookieHeaderOf(cookies) };
    const get = (url: string) => app.inject({ url, headers });
    const wire = await get('/desk/wire');
    expect([wire.statusCode, wire.headers.location]).toEqual([303, '/desk/own-password']);
    const act = await app.inject({
      method: 'POST',
      url: '/desk/stories',
      headers: { ...headers, ...formHeaders, accept: 'application/json' },
    });
    expect(act.json()).toMatchObject({ code: 'password-due' });
    const page = await get('/desk/own-password');
    expect(page.body).toContain('somebody else has seen it');
    const send = (newPassword: string) =>
      app.inject({
        method: 'POST',
        url: '/desk/own-password',
        headers: { ...headers, ...formHeaders },
        payload: encoded({ _form: tokenIn(page.body), password, newPassword }),
      });
    const same = await send(password);
    expect([same.statusCode, same.body.includes('This is the one you have.')]).toEqual([422, true]);
    const common = await send('Password2026!');
    expect(common.body).toContain('among the first that are tried');
    expect((await get('/desk/wire')).statusCode).toBe(303);
    const chosen = await send('salt on the railings');
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/desk']);
    expect((await get('/desk/wire')).statusCode).toBe(200);
    await app.close();
  });

  it('sessions are listed with their browser, place and last use, and ended from afar', async () => {
    const { app, signedIn } = await open();
    const me = await signedIn('reporter');
    const other = await openSignIn(newsroom()).signIn({
      email: me.staff.email,
      password: 'the harbour at night',
      ip: '203.0.113.9',
      userAgent: FIREFOX,
    });
    newsroom().clock.pass(3 * HOUR);
    const page = await me.get('/desk/staff');
    expect(page.body).toContain('Firefox on Windows');
    expect(page.body).toContain('203.0.113.…');
    expect(page.body).not.toContain('203.0.113.9');
    expect(page.body).toContain('3 hours ago');
    const path = /action="(\/desk\/staff\/me\/sessions\/[^"]+\/end)"/.exec(page.body)?.[1] ?? '';
    const elsewhere = () =>
      app.inject({ url: '/desk/staff', headers: { ...PAGE, cookie: cookieHeaderOf(other.cookies) } });
    expect((await elsewhere()).statusCode).toBe(200);
    expect((await me.send(path, {}, '/desk/staff')).statusCode).toBe(303);
    expect((await elsewhere()).headers.location).toContain('/desk/sign-in');
    expect((await me.get('/desk/staff')).body).not.toContain('Firefox on Windows');
    const somebody = await signedIn('administrator');
    const notTheirs = await somebody.send(path, {}, '/desk/staff');
    expect(notTheirs.statusCode).toBe(404);
    await app.close();
  });

  it('role is told with a way back', async () => {
    const { app, signedIn } = await open();
    const reporter = await signedIn('reporter');
    const page = await reporter.get('/desk/sources/new');
    const refused = page.statusCode === 403 ? page : await reporter.get('/desk/masthead');
    expect(refused.statusCode).toBe(403);
    expect(refused.body).toContain('Not for your role');
    expect(refused.body).toContain('<a href="/desk">Back to the desk</a>');
    await app.close();
  });
});

it.each([
  [FIREFOX, 'Firefox on Windows'],
  [IPHONE, 'Safari on iPhone'],
  [IPHONE.replace('Version/19.1', 'CriOS/142.0'), 'Chrome on iPhone'],
  ['Mozilla/5.0 (Linux; Android 16) Chrome/142.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge on Windows'],
  ['curl/8.5.0', ''],
  ['', ''],
])('%s is %s', (agent, words) => {
  expect(deviceInWords(agent)).toBe(words);
});
