/** Work that was given up, at the desk: what, about what, why and since when, in front of whoever can have it tried again. */

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
    expect((await reporter.get('/desk/given-up')).statusCode).toBe(403);
  });

  it('stands on its page with what, about what, why and after how many tries', async () => {
    const { body } = await editor.get('/desk/given-up');
    expect(body).toContain('<b>Translate</b>');
    expect(body).toContain(
      `<a href="/desk/stories/${storyId}" lang="ar" dir="auto">الميناء يُفتح من جديد</a>`,
    );
    expect(body).toContain('Error: the &lt;engine> said no');
    expect(body).toContain('15 tries');
  });

  it('is tried again by its button, or all of it by the key y, and the audit says by whom', async () => {
    const [work] = await newsroom.store.selectFrom('work').selectAll().execute();
    const sent = await editor.send(`/desk/given-up/${work?.id}`, {}, '/desk/stories');
    expect([sent.statusCode, sent.headers.location]).toEqual([303, '/desk/given-up?tried=1']);
    expect((await newsroom.store.selectFrom('work').selectAll().execute())[0]).toMatchObject({
      given_up_at: null,
      attempts: 0,
      run_at: newsroom.clock.now(),
    });
    const page = (await editor.get('/desk/given-up?tried=1')).body;
    expect(page).toContain('1 piece of work: being tried again now.');
    expect(page).toContain('Nothing was given up.');
    expect((await editor.send(`/desk/given-up/${work?.id}`, {}, '/desk/stories')).statusCode).toBe(404);
    await newsroom.store.updateTable('work').set({ given_up_at: 1 }).execute();
    expect((await editor.get('/desk/given-up')).body).toMatch(/data-key="y"/);
    expect((await editor.send('/desk/given-up/all', {}, '/desk/stories')).headers.location).toBe(
      '/desk/given-up?tried=1',
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
});
