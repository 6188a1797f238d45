/** The readers' page: how many, of what, from where; and beside the lines of the list of stories. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../../tests/support/site-cast.ts';
import { openWholeDesk, type WholeDesk } from '../../../tests/support/whole-desk.ts';
import { flushReads } from '../../readership/flush.ts';

let newsroom: TestNewsroom;
let paper: Paper;
let desk: WholeDesk;

beforeAll(async () => {
  newsroom = await openTestNewsroom();
  paper = await openPaper(newsroom);
  desk = await openWholeDesk(newsroom);
});
afterAll(async () => {
  await desk.app.close();
  await paper.close();
  await newsroom.close();
});

test('shows an editor what is read now, from where, on its page and in the list of stories', async () => {
  const reporter = await desk.signedIn('reporter', 'Ivan Moss');
  expect((await reporter.get('/desk/readers')).body).toContain('Nobody read anything');
  const { path } = await paper.publish({
    copy: { headline: 'Ferries sail' },
    sectionId: paper.sections.sea.id,
  });
  const headers = { 'user-agent': 'Mozilla/5.0 Firefox/140.0', referer: 'https://neighbour.example/x' };
  await paper.get(path, headers);
  await paper.get(path, headers);
  await flushReads(newsroom);
  const { body } = await reporter.get('/desk/readers?span=hour');
  expect(body).toContain('Ferries sail');
  expect(body).toContain('neighbour.example');
  expect(body).toContain('2 this minute · 2 this hour');
  expect(body).toMatch(/Sea<\/td><td class="num">2/);
  expect((await reporter.get('/desk/stories?list=published')).body).toContain('2 this minute · 2 this hour');
  const moderator = await desk.signedIn('moderator', 'Sam Roe');
  expect((await moderator.get('/desk/readers')).statusCode).toBe(403);
});
