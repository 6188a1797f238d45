/** The desk's search as pages: what is found, what is said where nothing can be, and what rings in the bar. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../../tests/support/door.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../../tests/support/site-cast.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { MINUTE } from '../../kit/clock.ts';
import { fileNewThings, fileRound } from '../../lookup/file-things.ts';

let newsroom: TestNewsroom;
let paper: Paper;
let desk: WholeDesk;
let editor: Visitor;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  paper = await openPaper(newsroom);
  desk = await openWholeDesk(newsroom);
  editor = await desk.signedIn('editor', 'Ada Lind');
  await paper.publish({ copy: { headline: 'Ferries <b>sail</b> again' } });
  await fileNewThings(newsroom);
  await fileRound(newsroom);
});
afterAll(async () => {
  await desk.app.close();
  await paper.close();
  await newsroom.close();
});

test('an editor finds a story, with its words marked and nothing in them run', async () => {
  const { body } = await editor.get('/desk/search?q=ferry');
  expect(body).toContain('<mark>Ferries</mark> &lt;b>sail&lt;/b> again');
  expect(body).toMatch(/href="\/desk\/stories\/[0-9a-f-]{36}" data-found/);
  const part = await editor.get('/desk/search/found?q=fer');
  expect(part.body).toContain('<mark>Ferries</mark>');
  expect(part.body).not.toContain('<html');
});

test('a moderator finds none, and a field that there is not is said in words', async () => {
  const moderator = await desk.signedIn('moderator', 'Sam Roe');
  expect((await moderator.get('/desk/search?q=ferry')).body).toContain('Nothing has all of this.');
  const { body } = await editor.get('/desk/search?q=colour:red');
  expect(body).toContain('There is no field “colour”.');
  expect(body).toContain('source, by, state');
});

test('every page leads to the search by its key, and names the fields in the box', async () => {
  const { body } = await editor.get('/desk/stories');
  expect(body).toContain('data-key="/"');
  expect(body).toContain('<template data-search-box');
});

test('a saved search rings in the bar of whoever saved it, until they have looked', async () => {
  const answer = await editor.send('/desk/search/saved', { q: 'pelican' }, '/desk/search?q=pelican');
  expect(answer.statusCode).toBe(303);
  newsroom.clock.pass(MINUTE);
  await paper.publish({ copy: { headline: 'Pelican seen' } });
  await fileNewThings(newsroom);
  const { body } = await editor.get('/desk/wire');
  expect(body).toContain('data-said="1 new for your searches"');
  const other = await desk.signedIn('editor', 'Ivan Moss');
  expect((await other.get('/desk/wire')).body).not.toContain('1 new for your searches');
  expect((await editor.get('/desk/bell')).body).toContain('Pelican seen');
  await editor.get('/desk/search?q=pelican');
  expect((await editor.get('/desk/wire')).body).not.toContain('1 new for your searches');
});
