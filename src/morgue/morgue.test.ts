import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { DAY } from '../kit/clock.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import { fileInMorgue, listFiled, search, spanOfMorgue, termsOf } from './morgue.ts';
import { snippetOf } from './snippet.ts';

onEachEngine('the morgue', (newsroom) => {
  let paper: Paper;
  let ferry: PublishedStory;
  let beach: PublishedStory;
  let quay: PublishedStory;
  const found = async (words: string, more = {}) =>
    (await search(newsroom(), { words, limit: 10, ...more })).map((hit) => hit.editionId);
  beforeAll(async () => {
    paper = await openPaper(newsroom());
    ferry = await paper.publish({
      copy: {
        headline: 'Café on the night ferry',
        bodyHtml: '<p>The purser opened it on Friday. Don’t ask for OR, NOT or NEAR.</p>',
      },
    });
    beach = await paper.publish({
      language: 'el',
      copy: { headline: 'Κλειστή η παραλία', bodyHtml: '<p>Ο φάρος και ο μόλος, είπε ο δήμαρχος.</p>' },
    });
    quay = await paper.publish({
      language: 'ar',
      copy: { headline: 'الميناء يفتح الرصيف', bodyHtml: '<p>قالت الإدارة إن الرافعات جاهزة.</p>' },
    });
  });
  afterAll(() => paper.close());

  test('finds all the words in headline, dek and body, and nothing with only some of them', async () => {
    expect(await found('ferry purser')).toEqual([ferry.editionId]);
    expect(await found('ferry lighthouse')).toEqual([]);
  });

  test('does not mind accents, capitals, final sigmas or the beginning of the last word', async () => {
    expect(await found('cafe NIGHT fer')).toEqual([ferry.editionId]);
    expect(await found('Δημαρχος')).toEqual([beach.editionId]);
    expect(await found('ΦΑΡΟΣ')).toEqual([beach.editionId]);
    expect(await found('الميناء')).toEqual([quay.editionId]);
    expect(await found('fer night')).toEqual([]);
  });

  test('takes no word as a command', async () => {
    for (const words of [
      'ferry OR beach',
      'ferry NOT night',
      '"ferry',
      'ferry*',
      'headline:ferry',
      "fer'); drop table morgue; --",
      'ferry & !night',
      '(ferry',
      'a:* | b',
      '\\',
      '%_',
    ]) {
      await expect(search(newsroom(), { words, limit: 10 })).resolves.toBeInstanceOf(Array);
    }
    expect(await found('ferry NOT purser')).toEqual([ferry.editionId]);
    expect(await found('headline:ferry')).toEqual([]);
    expect(await found('')).toEqual([]);
    expect(await found('" * ( ) :')).toEqual([]);
  });

  test('cuts a snippet round what was found, with its accents', async () => {
    const [hit] = await search(newsroom(), { words: 'μολος', limit: 1 });
    expect(hit?.snippet.filter((part) => part.found)).toEqual([{ text: 'μόλος', found: true }]);
    expect(hit?.snippet.map((part) => part.text).join('')).toBe('Ο φάρος και ο μόλος, είπε ο δήμαρχος.');
  });

  test('is the same after being filed twice', async () => {
    await fileInMorgue(newsroom(), { storyId: ferry.storyId });
    await fileInMorgue(newsroom(), { storyId: ferry.storyId });
    expect(await found('purser')).toEqual([ferry.editionId]);
  });

  test('gives the newest first, and goes on before an instant', async () => {
    const one = await paper.publish({ copy: { headline: 'Harbour one' } });
    const two = await paper.publish({ copy: { headline: 'Harbour two' } });
    await fileInMorgue(newsroom(), { storyId: one.storyId });
    expect(await found('harbour')).toEqual([two.editionId, one.editionId]);
    expect(await found('harbour', { before: two.firstPublishedAt })).toEqual([one.editionId]);
  });

  test('lists what was published between two instants', async () => {
    const span = await spanOfMorgue(newsroom());
    expect(span?.first).toBe(ferry.firstPublishedAt);
    expect(await listFiled(newsroom(), { from: ferry.firstPublishedAt, to: quay.firstPublishedAt })).toEqual([
      beach.editionId,
      ferry.editionId,
    ]);
    expect(await listFiled(newsroom(), { from: 0, to: ferry.firstPublishedAt - DAY })).toEqual([]);
  });

  test('forgets a killed story', async () => {
    await killStory(newsroom(), { storyId: ferry.storyId, notice: 'It was not so.', by });
    await fileInMorgue(newsroom(), { storyId: ferry.storyId });
    expect(await found('purser')).toEqual([]);
  });
});

describe('the words of a search', () => {
  test('are each taken once, cut short, and no more than twelve', () => {
    expect(termsOf('Ferry, ferry & FERRY!')).toEqual(['ferry']);
    expect(termsOf('x'.repeat(500))[0]).toHaveLength(60);
    expect(termsOf(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12);
  });
});

describe('a snippet', () => {
  const text = `${'before '.repeat(30)}needle ${'after '.repeat(60)}`;

  test('begins a few words before, and says where it was cut', () => {
    const parts = snippetOf(text, ['needle']);
    expect(parts[0]?.text).toBe('… ');
    expect(parts.at(-1)?.text.endsWith(' …')).toBe(true);
    expect(
      parts
        .map((part) => part.text)
        .join('')
        .split(' ').length,
    ).toBeLessThan(40);
  });

  test('is empty where the body does not have the words', () => {
    expect(snippetOf(text, ['nothing'])).toEqual([]);
  });
});
