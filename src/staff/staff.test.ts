import { describe, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { makePassword, passwordProblem } from './password.ts';
import { covers, roles } from './roles.ts';
import {
  addStaff,
  changeProfile,
  changeRole,
  findAuthor,
  findStaffByEmail,
  getStaff,
  letGo,
  listStaff,
  takeBack,
} from './staff.ts';

const by = theNewsroomItself;
const PASSWORD = 'the harbour at night';

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw error;
}

async function audited(newsroom: TestNewsroom, id: string): Promise<string[]> {
  const lines = newsroom.store.selectFrom('audit').select('act').where('subject_id', '=', id).orderBy('id');
  return (await lines.execute()).map((line) => line.act);
}

describe('roles', () => {
  it('stand in for those below them', () => {
    expect(roles.filter((needed) => covers('administrator', needed))).toEqual([...roles]);
    expect(roles.filter((needed) => covers('chief', needed))).toEqual([
      'reporter',
      'moderator',
      'editor',
      'chief',
    ]);
    expect(roles.filter((needed) => covers('editor', needed))).toEqual(['reporter', 'moderator', 'editor']);
    expect(roles.filter((needed) => covers('moderator', needed))).toEqual(['moderator']);
    expect(roles.filter((needed) => covers('reporter', needed))).toEqual(['reporter']);
  });
});

describe('a password', () => {
  const about = { name: 'Maria Leontis', email: 'maria.leontis@post.example' };
  it.each([
    ['short', 'has 10 characters or more; this one has 5'],
    ['x'.repeat(129), '128 characters at most'],
    ['aaaaaaaaaaaa', 'over and over'],
    ['Maria Leontis', 'guessed first'],
    ['maria.leontis', 'guessed first'],
  ])('%s is told what is wrong with it', async (password, words) => {
    expect(await passwordProblem(password, about)).toContain(words);
  });
  it.each([
    ...[
      'password123',
      'Password123!',
      'P@ssw0rd2024',
      'qwertyuiop',
      '1234567890',
      'Manchester1',
      'liverpool2025!',
    ],
    ...[
      'iloveyou2023',
      'Summer2026!',
      'Welcome2026',
      'changeme123',
      'letmein2026',
      '1q2w3e4r5t6y',
      'zaq12wsxcde3',
    ],
    ...[
      'passwort2026',
      'motdepasse1',
      'sonnenschein',
      'abcdefghijkl',
      '9876543210',
      '12.12.1990',
      'asdfghjkl;',
    ],
    ...['йцукенгшщз', 'Azertyuiop1', 'leontis2026', 'newsroom2026'],
  ])('%s is one of the first that are tried', async (password) => {
    expect(await passwordProblem(password, about)).toContain('among the first');
  });
  it.each([
    ...['νύχτα στο λιμάνι', 'the harbour at night', 'nets drying on the pier', 'ferry-leaves-at-nine'],
    ...[
      'correct horse battery staple',
      'x7Kp2m9QwL',
      'كلمة لا يعرفها أحد',
      'сіль на губах',
      'Fischbrötchen im Regen',
    ],
    'x'.repeat(30) + 'the tide is out'.repeat(5),
  ])('%s is good', async (password) => {
    expect(await passwordProblem(password, about)).toBeNull();
  });
  it('made by the newsroom is good, and another each time', async () => {
    expect(await passwordProblem(makePassword(), about)).toBeNull();
    expect(makePassword()).not.toBe(makePassword());
  });
});

onEachEngine('staff', (newsroom) => {
  it('are added with an address of their own and a line in the audit', async () => {
    const given = { name: '  Maria   Leontis ', email: ' Maria@Post.example ', password: PASSWORD, by };
    const first = await addStaff(newsroom(), { ...given, role: 'administrator' });
    expect(first).toMatchObject({
      name: 'Maria Leontis',
      email: 'maria@post.example',
      slug: 'maria-leontis',
    });
    const second = await addStaff(newsroom(), { ...given, email: 'm2@post.example', role: 'reporter' });
    expect(second.slug).toBe('maria-leontis-2');
    expect(await audited(newsroom(), first.id)).toEqual(['add']);
    expect((await findAuthor(newsroom(), 'maria-leontis'))?.id).toBe(first.id);
    expect((await findStaffByEmail(newsroom(), 'MARIA@post.example'))?.id).toBe(first.id);
    expect((await refusal(addStaff(newsroom(), { ...given, role: 'editor' }))).code).toBe('staff-exists');
  });

  it('are refused with words beside each field', async () => {
    const given = { name: ' ', email: 'nowhere', password: PASSWORD, role: 'editor' as const, by };
    expect(Object.keys((await refusal(addStaff(newsroom(), given))).fields)).toEqual(['name', 'email']);
    const weak = { ...given, name: 'Yannis', email: 'y@post.example', password: 'short' };
    expect((await refusal(addStaff(newsroom(), weak))).fields).toHaveProperty('password');
  });

  it('keep no password in the clear', async () => {
    const rows = await newsroom().store.selectFrom('staff_accounts').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(PASSWORD);
  });

  it('change role, but the last administrator stays one and stays', async () => {
    const admin = (await listStaff(newsroom())).find((one) => one.role === 'administrator')!;
    const down = { staffId: admin.id, role: 'editor' as const, by };
    expect((await refusal(changeRole(newsroom(), down))).code).toBe('last-administrator');
    expect((await refusal(letGo(newsroom(), { staffId: admin.id, by }))).code).toBe('last-administrator');
    const given = { name: 'Omar Haddad', email: 'omar@post.example', password: PASSWORD, by };
    const second = await addStaff(newsroom(), { ...given, role: 'chief' });
    await changeRole(newsroom(), { staffId: second.id, role: 'administrator', by });
    await changeRole(newsroom(), down);
    expect((await getStaff(newsroom(), admin.id)).role).toBe('editor');
    expect(await audited(newsroom(), second.id)).toEqual(['add', 'change role']);
  });

  it('leave with their name on their stories, and may come back', async () => {
    const given = {
      name: 'Ana Reis',
      email: 'ana@post.example',
      password: PASSWORD,
      role: 'reporter' as const,
      by,
    };
    const ana = await addStaff(newsroom(), given);
    await letGo(newsroom(), { staffId: ana.id, by });
    expect((await findAuthor(newsroom(), 'ana-reis'))?.leftAt).toBe(newsroom().clock.now());
    expect(await findStaffByEmail(newsroom(), ana.email)).toBeNull();
    await takeBack(newsroom(), { staffId: ana.id, password: makePassword(), by });
    expect((await findStaffByEmail(newsroom(), ana.email))?.id).toBe(ana.id);
    expect(await audited(newsroom(), ana.id)).toEqual(['add', 'leave', 'return']);
  });

  it('change what their page says of them, and the page is made anew', async () => {
    const ana = (await findAuthor(newsroom(), 'ana-reis'))!;
    const touched: string[] = [];
    const stop = newsroom().bell.on('pages', (said) => touched.push(...said.touched));
    await changeProfile(newsroom(), { staffId: ana.id, name: 'Ana Reis', bio: ' Covers the sea. ', by: ana });
    stop();
    expect((await getStaff(newsroom(), ana.id)).bio).toBe('Covers the sea.');
    expect(touched).toEqual(['author:ana-reis']);
  });
});
