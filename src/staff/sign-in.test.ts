import { describe, expect, it } from 'vitest';
import { onEachEngine, openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, MINUTE } from '../kit/clock.ts';
import { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { openSignIn } from './sign-in.ts';
import { addStaff, changePassword, letGo, resetPassword } from './staff.ts';

const by = theNewsroomItself;
const PASSWORD = 'the harbour at night';

function cookieHeader(cookies: string[]): string {
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function code(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'no refusal',
    (error) => (error instanceof Refusal ? error.code : String(error)),
  );
}

let count = 0;
async function someone(newsroom: TestNewsroom) {
  count += 1;
  const email = `maria${count}@post.example`;
  const staff = await addStaff(newsroom, {
    name: 'Maria Leontis',
    email,
    password: PASSWORD,
    role: 'editor',
    by,
  });
  return { staff, email, ip: `192.0.2.${count}` };
}

onEachEngine('sign-in', (newsroom) => {
  it('knows by its cookie who signed in, and nobody by another', async () => {
    const signIn = openSignIn(newsroom());
    const { staff, email, ip } = await someone(newsroom());
    const { cookies } = await signIn.signIn({ email: ` ${email.toUpperCase()} `, password: PASSWORD, ip });
    const header = cookieHeader(cookies);
    expect(await signIn.whoIs(header)).toMatchObject({
      staff: { id: staff.id, role: 'editor' },
      cookies: [],
    });
    expect(await signIn.whoIs(`other=1; ${header}`)).not.toBeNull();
    expect(await signIn.whoIs(undefined)).toBeNull();
    expect(await signIn.whoIs(header.replace(/.{8}$/, 'AAAA%3D%3D'))).toBeNull();
    expect(await signIn.whoIs('crier.session_token=%E0%A4%A')).toBeNull();
  });

  it('keeps the session in our tables, as text and by our clock, with the beginning only of where it came from', async () => {
    const signIn = openSignIn(newsroom());
    const { staff, email, ip } = await someone(newsroom());
    await signIn.signIn({ email, password: PASSWORD, ip, userAgent: 'A browser' });
    const sessions = newsroom()
      .store.selectFrom('staff_sessions')
      .selectAll()
      .where('staff_id', '=', staff.id);
    const session = await sessions.executeTakeFirstOrThrow();
    expect(session.expires_at).toBe(new Date(newsroom().clock.now() + 14 * DAY).toISOString());
    expect(session).toMatchObject({ ip_address: '192.0.2.…', user_agent: 'A browser' });
    expect(session.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  });

  it('refuses a wrong password and an unknown address alike', async () => {
    const signIn = openSignIn(newsroom());
    const { email, ip } = await someone(newsroom());
    expect(await code(signIn.signIn({ email, password: 'something else', ip }))).toBe('sign-in-refused');
    const stranger = { email: 'nobody@post.example', password: PASSWORD, ip };
    expect(await code(signIn.signIn(stranger))).toBe('sign-in-refused');
    expect(await code(signIn.signIn({ email: 'not an address', password: PASSWORD, ip }))).toBe(
      'sign-in-refused',
    );
    expect(await code(signIn.signIn({ email, password: 'x'.repeat(5_000), ip }))).toBe('sign-in-refused');
  });

  it('stops guessing at one account after six tries, and lets go on after a while', async () => {
    const signIn = openSignIn(newsroom());
    const { email, ip } = await someone(newsroom());
    const guess = () => code(signIn.signIn({ email, password: 'x'.repeat(500), ip }));
    for (let tries = 0; tries < 6; tries += 1) expect(await guess()).toBe('sign-in-refused');
    expect(await guess()).toBe('too-many-tries');
    const elsewhere = signIn.signIn({ email, password: PASSWORD, ip: '198.51.100.7' });
    expect((await elsewhere).staff.email).toBe(email);
    newsroom().clock.pass(MINUTE);
    expect((await signIn.signIn({ email, password: PASSWORD, ip })).staff.email).toBe(email);
  });

  it('ends a session at sign-out, for the cookie that was copied too', async () => {
    const signIn = openSignIn(newsroom());
    const { email, ip } = await someone(newsroom());
    const header = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    const [cleared] = await signIn.signOut(header);
    expect(cleared).toContain('Max-Age=0');
    expect(await signIn.whoIs(header)).toBeNull();
  });

  it('goes on while it is used and ends fourteen days after', async () => {
    const signIn = openSignIn(newsroom());
    const { email, ip } = await someone(newsroom());
    const header = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    newsroom().clock.pass(13 * DAY);
    const again = await signIn.whoIs(header);
    expect(again?.cookies).toHaveLength(1);
    expect(cookieHeader(again?.cookies ?? [])).toBe(header);
    newsroom().clock.pass(13 * DAY);
    expect(await signIn.whoIs(header)).not.toBeNull();
    newsroom().clock.pass(14 * DAY);
    expect(await signIn.whoIs(header)).toBeNull();
  });

  it('ends thirty days after it began, however often it is used', async () => {
    const signIn = openSignIn(newsroom());
    const { email, ip } = await someone(newsroom());
    const header = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    let last: string[] = [];
    for (let day = 0; day < 29; day += 1) {
      newsroom().clock.pass(DAY + 1);
      const visit = await signIn.whoIs(header);
      expect(visit).not.toBeNull();
      if (visit?.cookies.length) last = visit.cookies;
    }
    const seconds = Number(/Max-Age=(\d+)/.exec(last[0] ?? '')?.[1]);
    expect(seconds).toBeLessThan((16 * DAY) / 1_000); // the browser forgets it no later than we do
    newsroom().clock.pass(DAY);
    expect(await signIn.whoIs(header)).toBeNull();
  });

  it('shuts out at once who leaves, also with the right password', async () => {
    const signIn = openSignIn(newsroom());
    const { staff, email, ip } = await someone(newsroom());
    const header = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    await letGo(newsroom(), { staffId: staff.id, by });
    expect(await signIn.whoIs(header)).toBeNull();
    expect(await code(signIn.signIn({ email, password: PASSWORD, ip }))).toBe('sign-in-refused');
  });

  it('ends the other sessions when a password is changed, and all when it is reset', async () => {
    const signIn = openSignIn(newsroom());
    const { staff, email, ip } = await someone(newsroom());
    const mine = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    const other = cookieHeader((await signIn.signIn({ email, password: PASSWORD, ip })).cookies);
    const sessionId = (await signIn.whoIs(mine))?.sessionId ?? '';
    const change = {
      staffId: staff.id,
      sessionId,
      password: PASSWORD,
      newPassword: 'nets drying on the pier',
      ip,
    };
    expect(await code(changePassword(newsroom(), { ...change, password: 'wrong one' }))).toBe(
      'form-incomplete',
    );
    await changePassword(newsroom(), change);
    expect(await signIn.whoIs(mine)).not.toBeNull();
    expect(await signIn.whoIs(other)).toBeNull();
    expect(await code(signIn.signIn({ email, password: PASSWORD, ip }))).toBe('sign-in-refused');
    await resetPassword(newsroom(), { staffId: staff.id, password: 'handed over once', by });
    expect(await signIn.whoIs(mine)).toBeNull();
  });
});

describe('a newsroom on https', () => {
  it('gives cookies that browsers keep to https, to itself and away from scripts', async () => {
    const newsroom = await openTestNewsroom({ settings: { address: 'https://post.example' } });
    const signIn = openSignIn(newsroom);
    const { email, ip } = await someone(newsroom);
    const { cookies } = await signIn.signIn({ email, password: PASSWORD, ip });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Secure-crier\.session_token=/);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookies[0]).toContain(flag);
    expect(await signIn.whoIs(cookieHeader(cookies))).not.toBeNull();
    await newsroom.close();
  });
});
