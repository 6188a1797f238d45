/** Promise: a full disk is said in words, nothing half is kept, and reading goes on. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { theNewsroomItself } from '../../src/newsroom.ts';
import { draftStory } from '../../src/stories/draft.ts';
import { setUpMasthead } from '../../src/stories/masthead.ts';
import { publishStory } from '../../src/stories/publish.ts';
import { openTestServer } from '../support/server.ts';

const paper = {
  name: 'The Harbour Post',
  tagline: '',
  language: 'en',
  timeZone: 'Europe/Athens',
  contact: 'desk@post.example',
};
const by = theNewsroomItself;

test('a reply that cannot be written is refused with 507, and the page it answers is still read', async () => {
  const { newsroom, app, close } = await openTestServer();
  await setUpMasthead(newsroom, { ...paper, by });
  const copy = {
    headline: 'The harbour is full',
    dek: '',
    byline: 'By Crier',
    dateline: '',
    bodyHtml: '<p>It is.</p>',
    pictureId: null,
  };
  const { storyId } = await draftStory(newsroom, { copy, language: 'en', hops: [], by });
  await publishStory(newsroom, { storyId, by });
  const page = await app.inject({ url: '/news/the-harbour-is-full' });
  const token = /name="_form" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const action = /<form[^>]+action="([^"]*repl[^"]*)"/.exec(page.body)?.[1] ?? '';
  newsroom.clock.pass(60_000);

  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(newsroom.store);
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(newsroom.store);
  const text = 'A reply as long as replies may be. '.repeat(130);
  const send = () =>
    app.inject({
      method: 'POST',
      url: action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _form: token,
        name: 'A Reader',
        address: 'a@reader.example',
        text,
      }).toString(),
    });
  const full = await send();
  expect(full.statusCode, full.body).toBe(507);
  expect(full.body).toContain('The disk of this newsroom is full');
  expect(await newsroom.store.selectFrom('replies').select('id').execute()).toEqual([]);
  expect((await app.inject({ url: '/news/the-harbour-is-full' })).statusCode).toBe(200);
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);

  await sql.raw('pragma max_page_count = 1000000').execute(newsroom.store);
  expect((await send()).statusCode).toBeLessThan(400);
  await close();
});
