/** The rooms of replies and staff, through the door. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskDoor, openDeskDoor, PASSWORD, type Visitor } from '../../tests/support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { listForStory } from '../replies/read-replies.ts';
import { replyToken, takeReply } from '../replies/take-reply.ts';
import { getStaff, listStaff } from '../staff/staff.ts';
import { draftStory } from '../stories/draft.ts';
import { setUpMasthead } from '../stories/masthead.ts';
import { publishStory } from '../stories/publish.ts';
import { registerStaffRoutes } from './paper/staff-routes.ts';
import { registerReplyDeskRoutes } from './replies/reply-routes.ts';

const by = theNewsroomItself;
let newsroom: TestNewsroom;
let door: DeskDoor;
let storyId: string;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
  await setUpMasthead(newsroom, { ...paper, by });
  const copy = {
    headline: 'Ferry late',
    dek: '',
    byline: '',
    dateline: '',
    pictureId: null,
    bodyHtml: safeBody('<p>Late.</p>'),
  };
  ({ storyId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by }));
  await publishStory(newsroom, { storyId, by });
  door = await openDeskDoor(newsroom, (routes, desk) => {
    registerReplyDeskRoutes(routes, desk);
    registerStaffRoutes(routes, desk);
  });
});
afterAll(async () => {
  await door.app.close();
  await newsroom.close();
});

async function leave(text: string, address = 'ana.reis@reader.example') {
  newsroom.clock.pass(5 * MINUTE);
  const token = replyToken(newsroom, storyId);
  const sent = { storyId, name: 'Ana <b>Reis</b>', address, text, token, ip: '192.0.2.7', honeypot: '' };
  return (await takeReply(newsroom, sent)).replyId;
}

describe('the replies room', () => {
  let moderator: Visitor;
  beforeAll(async () => {
    moderator = await door.signedIn('moderator');
  });
  const verdict = (id: string, fields: Record<string, string>) =>
    moderator.send(`/desk/replies/${id}/verdict`, fields, '/desk/replies');

  it('is for moderators and those who stand in for them', async () => {
    expect((await (await door.signedIn('reporter')).get('/desk/replies')).statusCode).toBe(403);
    expect((await (await door.signedIn('editor')).get('/desk/replies')).statusCode).toBe(200);
    expect((await moderator.get('/desk/replies')).body).toContain('No reply waits');
  });

  it('shows what waits with its address, what the screen said and its keys, as text and never as markup', async () => {
    const first = await leave('See http://a.example and http://b.example <script>alert(1)</script>');
    const second = await leave('The second one');
    const { body } = await moderator.get('/desk/replies');
    expect(body).toContain('ana.reis@reader.example');
    expect(body).toContain('2 links.');
    expect(body).toContain('data-key="a"');
    expect(body).toContain('&lt;script>alert(1)');
    expect(body).toContain('Ana &lt;b>Reis');
    expect(body.indexOf(`id="held-${first}"`)).toBeLessThan(body.indexOf(`id="held-${second}"`));
    const later = await moderator.get(`/desk/replies?after=${first}`);
    expect(later.body).not.toContain(`id="held-${first}"`);
    expect(later.body).toContain(`id="held-${second}"`);
    expect((await moderator.get(`/desk/replies?after=${second}`)).body).toContain(
      'Begin again from the oldest',
    );
  });

  it('approves, takes back and rejects with a reason; a verdict on what changed meanwhile is refused in words', async () => {
    newsroom.clock.pass(DAY);
    const id = await leave('Approve me');
    const approved = await verdict(id, { verdict: 'approve', was: 'held' });
    expect(approved.headers.location).toBe('/desk/replies?done=approve');
    expect((await listForStory(newsroom, storyId)).map((reply) => reply.id)).toEqual([id]);
    const late = await verdict(id, { verdict: 'reject', was: 'held', why: 'Advertising' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('Somebody else has decided');
    await verdict(id, { verdict: 'undo', was: 'approved' });
    await verdict(id, { verdict: 'reject', was: 'held', why: 'Advertising' });
    expect(await listForStory(newsroom, storyId)).toEqual([]);
    const { body } = await moderator.get('/desk/replies?done=reject');
    expect(body).toContain('It can be taken back below');
    expect(body).toMatch(/rejected<\/span>.*Advertising/s);
    expect((await verdict(id, { verdict: 'burn' })).statusCode).toBe(422);
    expect((await verdict('nothing', { verdict: 'approve' })).statusCode).toBe(404);
  });

  it('answers as the desk under what stands on the page', async () => {
    newsroom.clock.pass(DAY);
    const id = await leave('When is the next one?');
    const answer = () =>
      moderator.send(`/desk/replies/${id}/answer`, { text: 'On Monday.' }, '/desk/replies');
    expect((await answer()).statusCode).toBe(422);
    await verdict(id, { verdict: 'approve' });
    expect((await answer()).headers.location).toBe('/desk/replies?done=answer');
    expect((await listForStory(newsroom, storyId))[0]?.answers[0]).toMatchObject({
      body: 'On Monday.',
      byDesk: true,
    });
    expect((await moderator.get('/desk/replies')).body).toContain('the desk</span>');
  });

  it('keeps a list of words, for chiefs', async () => {
    const chief = await door.signedIn('chief');
    expect((await moderator.get('/desk/replies')).body).not.toContain('Words that ask for care');
    await chief.send('/desk/replies/words', { words: 'one\r\ntwo words\r\n' }, '/desk/replies');
    expect((await chief.get('/desk/replies')).body).toContain('one\ntwo words</textarea>');
    expect((await moderator.send('/desk/replies/words', { words: 'x' }, '/desk/replies')).statusCode).toBe(
      403,
    );
  });
});

describe('the staff room', () => {
  let admin: Visitor;
  beforeAll(async () => {
    admin = await door.signedIn('administrator');
  });
  const passwordIn = (body: string) => /<code class="password">([^<]+)</.exec(body)?.[1] ?? '';
  const signIn = (email: string, password: string) =>
    door.desk.signIn.signIn({ email, password, ip: '203.0.113.5' }).then(
      () => 'in',
      (refusal: { code: string }) => refusal.code,
    );

  it('shows addresses to administrators only, and everyone their own profile', async () => {
    const reporter = await door.signedIn('reporter');
    const page = (await reporter.get('/desk/staff')).body;
    expect(page).not.toContain(admin.staff.email);
    expect(page).not.toContain('Someone new');
    expect(page).toContain('/desk/staff/me/password');
    expect((await admin.get('/desk/staff')).body).toContain(reporter.staff.email);
    const tried = await reporter.send(
      '/desk/staff',
      { name: 'X', email: 'x@post.example', role: 'chief' },
      '/desk/staff',
    );
    expect(tried.statusCode).toBe(403);
  });

  it('adds someone with a password that is shown once and works', async () => {
    const fields = { name: 'Yannis Pappas', email: 'yannis@post.example', role: 'editor' };
    const added = await admin.send('/desk/staff', fields, '/desk/staff');
    const password = passwordIn(added.body);
    const [letter = ''] = /mailto:[^"]+/.exec(added.body) ?? [];
    expect(letter).toContain(encodeURIComponent(fields.email));
    expect(decodeURIComponent(letter)).not.toContain(password);
    expect(await signIn(fields.email, password)).toBe('in');
    expect((await admin.get('/desk/staff')).body).not.toContain(password);
    const again = await admin.send('/desk/staff', fields, '/desk/staff');
    expect(again.statusCode).toBe(409);
    expect(again.body).toContain('works here already');
    expect(again.body).toContain('value="Yannis Pappas"');
    expect((await admin.send('/desk/staff', { ...fields, role: 'king' }, '/desk/staff')).statusCode).toBe(
      422,
    );
  });

  it('changes a role, lets go, takes back and gives a new password', async () => {
    const yannis = (await listStaff(newsroom)).find((one) => one.email === 'yannis@post.example')!;
    await admin.send(`/desk/staff/${yannis.id}/role`, { role: 'moderator' }, '/desk/staff');
    expect((await getStaff(newsroom, yannis.id)).role).toBe('moderator');
    const reset = passwordIn((await admin.send(`/desk/staff/${yannis.id}/password`, {}, '/desk/staff')).body);
    expect(await signIn(yannis.email, reset)).toBe('in');
    await admin.send(`/desk/staff/${yannis.id}/leave`, {}, '/desk/staff');
    expect(await signIn(yannis.email, reset)).toBe('sign-in-refused');
    const back = passwordIn((await admin.send(`/desk/staff/${yannis.id}/return`, {}, '/desk/staff')).body);
    expect(await signIn(yannis.email, back)).toBe('in');
    const last = await admin.send(`/desk/staff/${admin.staff.id}/leave`, {}, '/desk/staff');
    expect(last.statusCode).toBe(409);
    expect(last.body).toContain('The last administrator has to stay');
    expect((await admin.send('/desk/staff/nobody/leave', {}, '/desk/staff')).statusCode).toBe(404);
  });

  it('keeps one’s own name, words and password', async () => {
    const reporter = await door.signedIn('reporter');
    await reporter.send(
      '/desk/staff/me/profile',
      { name: 'Ana Reis', bio: 'Covers the sea.' },
      '/desk/staff',
    );
    expect(await getStaff(newsroom, reporter.staff.id)).toMatchObject({
      name: 'Ana Reis',
      bio: 'Covers the sea.',
    });
    const change = (fields: Record<string, string>) =>
      reporter.send('/desk/staff/me/password', fields, '/desk/staff');
    const wrong = await change({ password: 'not mine at all', newPassword: 'nets drying on the pier' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('This is not your present password.');
    expect(wrong.body).not.toContain('nets drying');
    expect((await change({ password: PASSWORD, newPassword: 'short' })).body).toContain('this one has 5');
    const right = await change({ password: PASSWORD, newPassword: 'nets drying on the pier' });
    expect(right.headers.location).toBe('/desk/staff?done=password');
    expect((await reporter.get('/desk/staff')).statusCode).toBe(200);
  });
});
