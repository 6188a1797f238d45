/** Tries of a password: by place, by account across places, by all processes together, and never so that its owner stays out. */
import { expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { HOUR, MINUTE, SECOND } from '../kit/clock.ts';
import { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself as by, makeNewsroom } from '../newsroom.ts';
import { openSignIn } from './sign-in.ts';
import { addStaff, changePassword, resetPassword } from './staff.ts';

const PASSWORD = 'the harbour at night';
// Longer than any password: refused at the same door and counted like any other, without a tenth of a second of hashing.
const WRONG = 'a guess '.repeat(20);

async function code(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'let in',
    (error) => (error instanceof Refusal ? error.code : String(error)),
  );
}

let count = 0;
async function someone(newsroom: TestNewsroom) {
  count += 1;
  const email = `tried${count}@post.example`;
  const given = { name: 'Maria Leontis', email, password: PASSWORD, role: 'editor' as const, by };
  return { staff: await addStaff(newsroom, given), email };
}

const many = async (times: number, tried: (at: number) => Promise<string>) => {
  const codes: string[] = [];
  for (let at = 0; at < times; at += 1) codes.push(await tried(at));
  return codes.filter((each) => each === 'sign-in-refused').length;
};

onEachEngine('tries of a password', (newsroom) => {
  it('are six for one account from one place, in however many processes they are made', async () => {
    const { email } = await someone(newsroom());
    const doors = [1, 2, 3].map(() => openSignIn(makeNewsroom({ ...newsroom() })));
    const guess = (at: number) =>
      code(doors[at % 3]?.signIn({ email, password: `wrong ${at}`, ip: '198.51.100.1' }) as Promise<unknown>);
    expect(await many(24, guess)).toBe(6);
  });

  it('are one place’s from wherever in its /64 they come', async () => {
    const signIn = openSignIn(newsroom());
    const { email } = await someone(newsroom());
    const guess = (at: number) =>
      code(signIn.signIn({ email, password: `${WRONG}${at}`, ip: `2001:db8:64:1::${at + 1}` }));
    expect(await many(30, guess)).toBe(6);
  });

  it('of one account from many places come further and further apart, and half a minute at most', async () => {
    const signIn = openSignIn(newsroom());
    const { email } = await someone(newsroom());
    const guess = (at: number) =>
      code(signIn.signIn({ email, password: `${WRONG}${at}`, ip: `203.0.${at >> 8}.${at & 255}` }));
    expect(await many(40, guess)).toBe(11); // ten, and the one after which the waiting begins
    const waits: number[] = [];
    for (let at = 100; at < 107; at += 1) {
      let waited = 0;
      while ((await guess(at)) === 'too-many-tries') {
        newsroom().clock.pass(SECOND);
        waited += 1;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    newsroom().clock.pass(30 * SECOND);
    const atLast = signIn.signIn({ email, password: PASSWORD, ip: '192.0.2.200' });
    expect(await code(atLast)).toBe('let in'); // from a new place too, and all is forgotten
    expect(await guess(200)).toBe('sign-in-refused');
    expect(await guess(201)).toBe('sign-in-refused');
  });

  it('by others keep nobody out of a place where they signed in before', async () => {
    const signIn = openSignIn(newsroom());
    const { email } = await someone(newsroom());
    const home = '192.0.2.77';
    const own = () => code(signIn.signIn({ email, password: PASSWORD, ip: home }));
    expect(await own()).toBe('let in');
    const guess = (at: number) =>
      code(signIn.signIn({ email, password: `${WRONG}${at}`, ip: `203.1.${at >> 8}.${at & 255}` }));
    await many(60, guess);
    expect(await guess(61)).toBe('too-many-tries');
    expect(await own()).toBe('let in');
  });

  it('are forgotten for an account a day after the last', async () => {
    const signIn = openSignIn(newsroom());
    const { email } = await someone(newsroom());
    const guess = (at: number) =>
      code(signIn.signIn({ email, password: `${WRONG}${at}`, ip: `203.2.${at >> 8}.${at & 255}` }));
    await many(12, guess);
    newsroom().clock.pass(25 * HOUR);
    expect(await many(12, (at) => guess(at + 20))).toBe(11);
  });

  it('say how long to wait', async () => {
    const signIn = openSignIn(newsroom());
    const { email } = await someone(newsroom());
    const guess = () => signIn.signIn({ email, password: WRONG, ip: '198.51.100.9' });
    await many(6, () => code(guess()));
    await expect(guess()).rejects.toThrow('Too many tries. Wait 20 seconds.');
  });

  it('of the present password are counted where it is changed', async () => {
    const { staff } = await someone(newsroom());
    const change = (password: string) =>
      code(
        changePassword(newsroom(), {
          staffId: staff.id,
          sessionId: 'this one',
          ip: '198.51.100.3',
          password,
          newPassword: 'nets drying on the pier',
        }),
      );
    const codes: string[] = [];
    for (let at = 0; at < 25; at += 1) codes.push(await change(`wrong ${at}`));
    expect(codes.filter((each) => each === 'form-incomplete')).toHaveLength(6);
    expect(await change(PASSWORD)).toBe('too-many-tries');
    newsroom().clock.pass(MINUTE);
    expect(await change(PASSWORD)).toBe('let in');
  });

  it('know no place any more once a password was given anew', async () => {
    const { staff, email } = await someone(newsroom());
    const signIn = openSignIn(newsroom());
    await signIn.signIn({ email, password: PASSWORD, ip: '192.0.2.80' });
    await resetPassword(newsroom(), { staffId: staff.id, password: 'handed over once', by });
    const known = await newsroom()
      .store.selectFrom('staff_places')
      .select('place')
      .where('staff_id', '=', staff.id)
      .execute();
    expect(known).toEqual([]);
  });

  it('are kept without a word of who tried', async () => {
    await code(
      openSignIn(newsroom()).signIn({ email: 'seen@post.example', password: 'x', ip: '192.0.2.81' }),
    );
    const rows = JSON.stringify(await newsroom().store.selectFrom('sign_in_tries').selectAll().execute());
    expect(rows).not.toContain('seen');
    expect(rows).not.toContain('192.0.2');
  });
});
