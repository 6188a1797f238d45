/** Work at the desk: what runs, waits and was given up, about what, about what, why and since when, in front of whoever can have it tried again. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { HOUR } from '../../kit/clock.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { startLoop } from '../../runner/loop.ts';
import { announce } from '../../runner/work.ts';
import { draftStory } from '../../stories/draft.ts';
import { setUpMasthead } from '../../stories/masthead.ts';

let newsroom: TestNewsroom;
let desk: WholeDesk;
let editor: Visitor;
let storyId: string;
let editionId: string;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
  await setUpMasthead(newsroom, { ...paper, by });
  const copy = {
    headline: 'الميناء يُفتح من جديد',
    dek: '',
    byline: '',
    dateline: '',
    pictureId: null,
    bodyHtml: safeBody(''),
  };
  ({ storyId, editionId } = await draftStory(newsroom, { copy, language: 'ar', hops: [], by }));
  desk = await openWholeDesk(newsroom);
  editor = await desk.signedIn('editor', 'Ada Lind');
  await newsroom.store.deleteFrom('work').execute();
  await newsroom.transact((inner) => announce(inner, { event: 'translation-asked', facts: { editionId } }));
  for (let round = 0; round < 16; round += 1) {
    const fails = () => Promise.reject(new Error('the <engine> said no'));
    const loop = startLoop(newsroom, { 'translation-asked': { translate: fails } });
    await loop.drain();
    await loop.stop();
    newsroom.clock.pass(HOUR);
  }
});
afterAll(async () => {
  await desk.app.close();
  await newsroom.close();
});

describe('work that failed at every try', () => {
  it('is told over every page of the desk, to those who can have it tried again', async () => {
    expect((await editor.get('/desk/stories')).body).toContain(
      '1 piece of work failed at every try and was given up.',
    );
    const reporter = await desk.signedIn('reporter', 'Ivan Moss');
    expect((await reporter.get('/desk/stories')).body).not.toContain('given up');
    expect((await reporter.get('/desk/work')).statusCode).toBe(403);
  });

  it('stands on its page with what, about what, why and after how many tries', async () => {
    const { body } = await editor.get('/desk/work');
    expect(body).toContain('<b>Translate</b>');
    expect(body).toContain(
      `<a href="/desk/stories/${storyId}" lang="ar" dir="auto">الميناء يُفتح من جديد</a>`,
    );
    expect(body).toContain('Error: the &lt;engine> said no');
    expect(body).toContain('15 tries');
  });

  it('is tried again by its button, or all of it by the key y, and the audit says by whom', async () => {
    const [work] = await newsroom.store.selectFrom('work').selectAll().execute();
    const sent = await editor.send(`/desk/work/${work?.id}/again`, {}, '/desk/stories');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/desk/work?done=1']);
    expect((await newsroom.store.selectFrom('work').selectAll().execute())[0]).toMatchObject({
      given_up_at: null,
      attempts: 0,
      run_at: newsroom.clock.now(),
    });
    const page = (await editor.get('/desk/work?done=1')).body;
    expect(page).toContain('1 piece of work: being tried again now.');
    expect(page).toContain('Nothing was given up.');
    expect((await editor.send(`/desk/work/${work?.id}/again`, {}, '/desk/stories')).statusCode).toBe(404);
    await newsroom.store.updateTable('work').set({ given_up_at: 1 }).execute();
    expect((await editor.get('/desk/work')).body).toMatch(/data-key="y"/);
    expect((await editor.send('/desk/work/again', {}, '/desk/stories')).headers.location).toBe(
      '/desk/work?done=1',
    );
    const acts = await newsroom.store
      .selectFrom('audit')
      .innerJoin('staff', 'staff.id', 'audit.by_id')
      .select(['act', 'subject_id', 'staff.name'])
      .where('subject_kind', '=', 'work')
      .orderBy('audit.id')
      .execute();
    expect(acts).toEqual([
      { act: 'try again', subject_id: work?.id, name: 'Ada Lind' },
      { act: 'try again', subject_id: 'all', name: 'Ada Lind' },
    ]);
  });

  it('is never tried again by the other button, which the audit keeps with what it was', async () => {
    await newsroom.store.updateTable('work').set({ given_up_at: 1, failure: 'no', lease_until: 0 }).execute();
    const [work] = await newsroom.store.selectFrom('work').selectAll().execute();
    const never = () => editor.send(`/desk/work/${work?.id}/never`, {}, '/desk/stories');
    expect((await never()).headers.location).toBe('/desk/work?done=never');
    expect((await editor.get('/desk/work?done=never')).body).toContain('It is not tried again.');
    expect(await newsroom.store.selectFrom('work').selectAll().execute()).toEqual([]);
    expect((await never()).statusCode).toBe(404);
    const last = await newsroom.store
      .selectFrom('audit')
      .select(['act', 'facts_json'])
      .where('subject_kind', '=', 'work')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(last.act).toBe('drop work');
    expect(JSON.parse(last.facts_json)).toMatchObject({ verb: 'translate', facts: { editionId } });
  });
});

describe('work in hand', () => {
  const fails = { 'translation-asked': { translate: () => Promise.reject(new Error('الخادم لا يجيب')) } };

  it('that failed stands with its next try, and can be tried now; what nobody failed at is not dropped', async () => {
    await newsroom.transact((inner) => announce(inner, { event: 'translation-asked', facts: { editionId } }));
    const loop = startLoop(newsroom, fails);
    await loop.drain();
    await loop.stop();
    const { body } = await editor.get('/desk/work');
    expect(body).toContain('Failed, and tried again');
    expect(body).toContain('<span class="words-of" dir="auto">Error: الخادم لا يجيب</span>');
    const [work] = await newsroom.store.selectFrom('work').selectAll().execute();
    await editor.send(`/desk/work/${work?.id}/again`, {}, '/desk/stories');
    expect((await newsroom.store.selectFrom('work').selectAll().execute())[0]).toMatchObject({
      attempts: 0,
      run_at: newsroom.clock.now(),
    });
    await newsroom.store.updateTable('work').set({ failure: null }).execute();
    expect((await editor.send(`/desk/work/${work?.id}/never`, {}, '/desk/stories')).statusCode).toBe(404);
  });

  it('that is being done, that waits and that is for later is counted, each in its place', async () => {
    await newsroom.store.deleteFrom('work').execute();
    const now = newsroom.clock.now();
    const say = (replyId: string, runAt = now) =>
      newsroom.transact((inner) => announce(inner, { event: 'reply-decided', facts: { replyId }, runAt }));
    for (const id of ['a', 'b', 'c']) await say(id);
    await say('later', now + HOUR);
    const [first] = await newsroom.store.selectFrom('work').select('id').execute();
    await newsroom.store
      .updateTable('work')
      .set({ lease_until: now + HOUR })
      .where('id', '=', first?.id ?? '')
      .execute();
    const { body } = await editor.get('/desk/work');
    expect(body).toMatch(/Being done[\s\S]*Begin what follows from “reply-decided”[\s\S]*Waiting/);
    expect(body).toMatch(/Acts whose follow-ups have not begun<\/td><td[^>]*>2</);
    expect(body).toContain('1 piece for later');
  });

  it('is a reporter’s to ask about, not to see', async () => {
    const reporter = await desk.signedIn('reporter');
    expect((await reporter.get('/desk/work')).statusCode).toBe(403);
  });
});
