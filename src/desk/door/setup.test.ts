import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskDoor, encoded, formHeaders, openDeskDoor } from '../../../tests/support/door.ts';
import { onEachEngine, openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { listStaff } from '../../staff/staff.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { listSections } from '../../stories/sections.ts';
import { likelyLanguage } from './paper-choices.ts';
import { readSetup, setUpNewsroom, setupLink } from './setup.ts';
import { registerSetupRoutes } from './setup-routes.ts';
import { registerSignInRoutes } from './sign-in-routes.ts';

const good = {
  paper: 'The Harbour Post',
  language: 'en',
  timeZone: 'Europe/Athens',
  contact: 'desk@post.example',
  sections: 'City, Sea ,City,, World',
  name: 'Maria Leontis',
  email: 'maria@post.example',
  password: 'the harbour at night',
  source: '',
};

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  return await work.then(
    () => Promise.reject(new Error('it was not refused')),
    (error) => (error instanceof Refusal ? error : Promise.reject(error)),
  );
}

function tokenOf(link: string | null): string {
  return new URL(link ?? '').searchParams.get('token') ?? '';
}

onEachEngine('setting up', (newsroom) => {
  it('takes the newest link only, undoes a half of it, and is done once', async () => {
    const old = tokenOf(await setupLink(newsroom()));
    const token = tokenOf(await setupLink(newsroom()));
    const setup = await readSetup(good);
    expect((await refusal(setUpNewsroom(newsroom(), { token: old, setup }))).code).toBe('setup-link-wrong');
    expect((await refusal(setUpNewsroom(newsroom(), { token: '', setup }))).code).toBe('setup-link-wrong');

    const reserved = { ...setup, sections: ['City', 'Search'] };
    const half = await refusal(setUpNewsroom(newsroom(), { token, setup: reserved }));
    expect(half.fields).toHaveProperty('sections');
    expect([await findMasthead(newsroom()), await listSections(newsroom())]).toEqual([null, []]);

    const staff = await setUpNewsroom(newsroom(), { token, setup });
    expect(staff).toMatchObject({ role: 'administrator', email: 'maria@post.example' });
    expect(await findMasthead(newsroom())).toMatchObject({
      name: 'The Harbour Post',
      timeZone: 'Europe/Athens',
    });
    expect((await listSections(newsroom())).map((section) => section.name)).toEqual(['City', 'Sea', 'World']);
    expect((await refusal(setUpNewsroom(newsroom(), { token, setup }))).code).toBe('setup-done');
    expect(await setupLink(newsroom())).toBeNull();
    expect(
      await newsroom()
        .store.selectFrom('newsroom_facts')
        .selectAll()
        .where('key', '=', 'setup-token')
        .execute(),
    ).toEqual([]);
  });
});

describe('the set-up form', () => {
  it('says all that is wrong at once, beside its fields', async () => {
    const bad = {
      ...good,
      paper: ' ',
      language: 'xx',
      timeZone: 'Mars/Base',
      contact: 'me',
      email: 'me',
      password: 'short',
    };
    const { fields } = await refusal(readSetup(bad));
    expect(Object.keys(fields).sort()).toEqual([
      'contact',
      'email',
      'language',
      'paper',
      'password',
      'timeZone',
    ]);
  });
  it('takes an https page as the contact', async () => {
    expect((await readSetup({ ...good, contact: 'https://post.example/contact' })).contact).toContain(
      'https',
    );
  });
  it('proposes the language the browser asks for', () => {
    expect(likelyLanguage('el-GR,el;q=0.9,en;q=0.5')).toBe('el');
    expect(likelyLanguage('pt-BR')).toBe('pt-BR');
    expect(likelyLanguage(undefined)).toBe('en');
  });
});

describe('the set-up page', () => {
  let newsroom: TestNewsroom;
  let door: DeskDoor;
  let token: string;
  const added: string[] = [];
  beforeAll(async () => {
    newsroom = await openTestNewsroom();
    door = await openDeskDoor(newsroom, (routes, desk) => {
      registerSignInRoutes(routes, desk);
      registerSetupRoutes(routes, desk, async (_newsroom, { address }) => {
        added.push(address);
        if (address.includes('nothing')) refuse('feed-not-found');
      });
      routes.get('administrator', '/desk', (_request, _reply, visit) => ({ name: visit.staff.name }));
    });
    token = tokenOf(await setupLink(newsroom));
  });
  afterAll(async () => {
    await door.app.close();
    await newsroom.close();
  });
  const send = (fields: Record<string, string>) => {
    const payload = encoded({ token, ...fields });
    return door.app.inject({ method: 'POST', url: '/desk/setup', headers: formHeaders, payload });
  };

  it('opens with the link and with no other', async () => {
    const shown = await door.app.inject(`/desk/setup?token=${token}`);
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('City, Region, World, Culture, Sport');
    expect(shown.body).toContain('Ελληνικά');
    expect(shown.body).toContain('value="Europe/Athens"');
    expect(shown.body).not.toContain('<script');
    expect((await door.app.inject('/desk/setup?token=other')).statusCode).toBe(403);
    expect((await door.app.inject('/desk/setup')).statusCode).toBe(403);
    expect((await door.app.inject('/desk/sign-in')).body).toContain('not set up yet');
  });

  it('keeps what was typed and says what is wrong, but never gives the password back', async () => {
    const answer = await send({ ...good, email: 'nowhere', password: 'quietsea' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('value="The Harbour Post"');
    expect(answer.body).toContain('This is not an e-mail address.');
    expect(answer.body).toContain('this one has 8');
    expect(answer.body).not.toContain('quietsea');
    expect(await findMasthead(newsroom)).toBeNull();
  });

  it('signs the first administrator in, also when the first source cannot be added', async () => {
    const answer = await send({ ...good, source: 'https://nothing.example' });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('No feed was found');
    expect(added).toEqual(['https://nothing.example']);
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    expect((await door.app.inject({ url: '/desk', headers: { cookie } })).json()).toEqual({
      name: 'Maria Leontis',
    });
    expect((await listStaff(newsroom)).map((staff) => staff.role)).toEqual(['administrator']);
    expect((await send(good)).statusCode).toBe(410);
    expect((await door.app.inject(`/desk/setup?token=${token}`)).statusCode).toBe(410);
  });
});
