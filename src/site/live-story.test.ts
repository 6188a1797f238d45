/** A live story as readers get it: key moments on top, entries at addresses that stay, what was withdrawn, and what programs read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { addEntry } from '../entries/add-entry.ts';
import { correctEntry, markKeyMoment, pinEntry, withdrawEntry } from '../entries/change-entry.ts';
import { endLive } from '../entries/end-live.ts';
import { ENTRY_PAGE } from '../entries/entry.ts';
import { dropLiveEntries, fileLiveEntry } from '../entries/file-entries.ts';
import { searchPublished as search } from '../entries/search-published.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { wordsFor } from '../views/words/words.ts';
import { entryOnPages } from './live-story.tsx';

describe('a live story', () => {
  let paper: Paper;
  let story: PublishedStory;
  let sent = 0;

  beforeAll(async () => {
    paper = await openPaper(await openTestNewsroom());
    story = await paper.publish({
      sectionId: paper.sections.sea.id,
      kind: 'live',
      copy: { headline: 'The strike, hour by hour' },
    });
  });
  afterAll(async () => {
    await paper.close();
    await paper.newsroom.close();
  });

  const copy = (words: string, headline = '') => ({
    headline,
    byline: '',
    bodyHtml: safeBody(`<p>${words}</p>`),
    pictureId: null,
  });
  const write = async (words: string, more: { headline?: string; isKey?: boolean } = {}) => {
    sent += 1;
    const { storyId } = story;
    const made = await addEntry(paper.newsroom, {
      storyId,
      clientId: `site-entry-${sent}`,
      copy: copy(words, more.headline),
      isKey: more.isKey ?? false,
      by,
    });
    return {
      ...made,
      facts: { storyId, editionId: story.editionId, entryId: made.entryId, what: 'added' as const },
    };
  };
  const page = async (path = story.path) => (await paper.get(path)).body;
  const dataOf = (html: string) =>
    [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json]) =>
      JSON.parse(json ?? '{}'),
    );

  it('shows an entry as soon as it is written, on a page that was in memory', async () => {
    expect(await page()).not.toContain('class="entry"');
    await write('The gates are <em>shut</em>.');
    const html = await page();
    expect(html).toContain('<article class="entry" id="entry-1"');
    expect(html).toContain('The gates are <em>shut</em>.');
    expect(html).toContain(`href="${story.path}/entries/1#entry-1"`);
  });

  it('gathers key moments on top, and pins one above the newest', async () => {
    const key = await write('Four ships wait.', { headline: 'Nobody sails', isKey: true });
    const pinned = await write('Who to call.');
    await pinEntry(paper.newsroom, { entryId: pinned.entryId, isPinned: true, by });
    const html = await page();
    expect(html).toMatch(/data-key-list[^>]*>(?:(?!<\/ol>).)*Nobody sails/s);
    expect(html.match(/<p>Who to call\.<\/p>/g)).toHaveLength(2); // on top and in its place
    expect(html.match(/id="entry-3"/g)).toHaveLength(1);
    expect(html.match(/>Pinned</g)).toHaveLength(2); // whoever meets it again below sees that it is the one on top
    const keys = await page(`${story.path}/entries/key`);
    expect(keys).toContain('Four ships wait.');
    expect(keys).not.toContain('The gates are');
    await markKeyMoment(paper.newsroom, { entryId: key.entryId, isKey: false, by });
    expect(await page()).not.toMatch(/data-key-list[^>]*>(?:(?!<\/ol>).)*Nobody sails/s);
    await markKeyMoment(paper.newsroom, { entryId: key.entryId, isKey: true, by });
  });

  it('says what was wrong, and keeps a notice where an entry was', async () => {
    const wrong = await write('Forty men are out.');
    await correctEntry(paper.newsroom, {
      entryId: wrong.entryId,
      copy: copy('Four hundred men are out.'),
      notice: 'We wrote forty.',
      by,
    });
    const gone = await write('The minister resigned.');
    await withdrawEntry(paper.newsroom, { entryId: gone.entryId, notice: 'He did not.', by });
    const html = await page();
    expect(html).toContain('We wrote forty.');
    expect(html).toContain('He did not.');
    expect(html).not.toContain('The minister resigned.');
    expect(html).not.toContain('Forty men are out.');
  });

  it('is a LiveBlogPosting with its newest entries, and none that was withdrawn', async () => {
    const live = dataOf(await page()).find((data) => data['@type'] === 'LiveBlogPosting');
    expect(live).toMatchObject({
      headline: 'The strike, hour by hour',
      coverageStartTime: expect.stringMatching(/^2026-11-19T/),
    });
    expect(live.coverageEndTime).toBeUndefined();
    expect(live.liveBlogUpdate[0]).toMatchObject({
      '@type': 'BlogPosting',
      articleBody: 'Four hundred men are out.',
    });
    expect(JSON.stringify(live)).not.toContain('minister');
  });

  it('has a feed of its own in three formats, an item an entry', async () => {
    for (const format of ['rss', 'atom', 'json']) {
      const feed = await paper.get(`${story.path}/entries/feed.${format}`);
      expect(feed.statusCode).toBe(200);
      expect(feed.body).toContain('Nobody sails');
      expect(feed.body).toContain(`${story.path}/entries/1#entry-2`);
      expect(feed.body).not.toContain('minister');
    }
  });

  it('is followed whole or by its key moments: each has a page that goes on by itself, and a feed', async () => {
    const keys = await page(`${story.path}/entries/key`);
    expect(keys).toMatch(/data-live-story="[^"]+" data-only="key"[^>]*data-after="\d+"/);
    expect(keys).toContain(`href="${story.path}/entries/key-feed.rss"`);
    for (const format of ['rss', 'atom', 'json']) {
      const feed = await paper.get(`${story.path}/entries/key-feed.${format}`);
      expect(feed.body).toContain('Nobody sails');
      expect(feed.body).not.toContain('Who to call.');
    }
    expect(await page()).toContain(`href="${story.path}/entries/feed.rss"`);
  });

  it('gives open pages the entry as its page shows it', async () => {
    const { facts } = await write('A tug has moved.');
    const told = await entryOnPages(paper.newsroom, facts);
    expect(told).toMatchObject({
      entryId: facts.entryId,
      title: 'A tug has moved.',
      isKey: false,
      keyLine: null,
    });
    expect(await page()).toContain(told?.html);
  });

  it('is found by the words of an entry, which leads there', async () => {
    const { facts, number } = await write('The dredger Amphitrite lies across the channel.');
    await fileLiveEntry(paper.newsroom, facts);
    expect(await search(paper.newsroom, { words: 'amphitrite', limit: 5 })).toMatchObject([
      { editionId: story.editionId, entry: number },
    ]);
    expect((await paper.get('/search?words=amphitrite')).body).toContain(
      `href="${story.path}/entries/1#entry-${number}"`,
    );
    expect((await paper.get('/search?words=amphitrite&language=en')).body).toContain(`#entry-${number}`);
    await withdrawEntry(paper.newsroom, { entryId: facts.entryId, notice: 'It does not.', by });
    await fileLiveEntry(paper.newsroom, { ...facts, what: 'withdrawn' });
    expect(await search(paper.newsroom, { words: 'amphitrite', limit: 5 })).toEqual([]);
  });

  it('keeps what is older on a page of its own, whose address stays', async () => {
    while (sent < ENTRY_PAGE * 2 + 3) await write(`Word ${sent + 1}.`);
    const second = await page(`${story.path}/entries/1`);
    expect(second).toContain('The gates are <em>shut</em>.');
    expect(second).toContain('noindex');
    expect(await page()).not.toContain('The gates are <em>shut</em>.');
    expect(await page(`${story.path}/entries/3`)).toContain('data-live-story');
    for (const nothing of ['0', '99', '1e3', '-1', 'x'])
      expect((await paper.get(`${story.path}/entries/${nothing}`)).statusCode).toBe(404);
    const moved = await paper.get(`/city/${story.path.split('/').at(-1)}/entries/1`);
    expect([moved.statusCode, moved.headers.location]).toEqual([301, `${story.path}/entries/1`]);
  });

  it('stays readable when it has ended', async () => {
    const told = wordsFor('en').live.told;
    const ticked = async () =>
      [...(await page()).matchAll(/name="follow" value="(\w+):[^"]*" checked/g)].map(([, kind]) => kind);
    expect(await ticked()).toEqual(['story']);
    for (const path of [story.path, `${story.path}/entries/key`]) expect(await page(path)).toContain(told);
    await endLive(paper.newsroom, { storyId: story.storyId, by });
    for (const path of [story.path, `${story.path}/entries/key`, `${story.path}/entries/1`])
      expect(await page(path)).not.toContain(told); // of key moments to come, where none will
    const html = await page();
    expect(html).toContain('Ended');
    expect(await ticked()).toEqual(['section']); // nothing of the story itself is offered any more
    expect(html).not.toContain('value="story:');
    expect(html).toContain(`data-follow="${story.storyId}"`); // who followed it can still stop it
    expect(dataOf(html).find((data) => data['@type'] === 'LiveBlogPosting')?.coverageEndTime).toMatch(
      /^2026-11-19T/,
    );
  });

  it('is gone everywhere when it is killed', async () => {
    const { facts } = { facts: { storyId: story.storyId, editionId: story.editionId } };
    await killStory(paper.newsroom, { storyId: story.storyId, notice: 'All of it was wrong.', by });
    await dropLiveEntries(paper.newsroom, facts);
    for (const path of [story.path, `${story.path}/entries/1`, `${story.path}/entries/key`]) {
      const answer = await paper.get(path);
      expect([path, answer.statusCode]).toEqual([path, 410]);
      expect(answer.body).not.toContain('entry-1');
    }
    expect((await paper.get(`${story.path}/entries/feed.rss`)).statusCode).toBe(404);
    expect(await search(paper.newsroom, { words: 'word', limit: 5 })).toEqual([]);
  });
});
