import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { openPaper, type Paper } from '../../tests/support/site-cast.ts';
import { searchPublished as search } from '../entries/search-published.ts';
import { DAY } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { fileInMorgue } from '../stories/file-in-morgue.ts';
import { killStory } from '../stories/kill.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { Copy } from '../stories/story.ts';
import { listFiled, spanOfMorgue } from './morgue.ts';
import { snippetOf } from './snippet.ts';
import { marksOf, termsOf } from './terms.ts';
import { filedAs, groupsOf } from './words.ts';

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
        bodyHtml: safeBody('<p>The purser opened it on Friday. Don’t ask for OR, NOT or NEAR.</p>'),
      },
    });
    beach = await paper.publish({
      language: 'el',
      copy: {
        headline: 'Κλειστή η παραλία',
        bodyHtml: safeBody('<p>Ο φάρος και ο μόλος, είπε ο δήμαρχος.</p>'),
      },
    });
    quay = await paper.publish({
      language: 'ar',
      copy: { headline: 'الميناء يفتح الرصيف', bodyHtml: safeBody('<p>قالت الإدارة إن الرافعات جاهزة.</p>') },
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

  test('gives the best first: headline, dek, body; as typed before other forms; then the newest', async () => {
    const tell = async (copy: Partial<Copy>) => (await paper.publish({ copy })).editionId;
    const said = { headline: 'Of the port', bodyHtml: safeBody('<p>Nothing else.</p>') };
    const dek = await tell({ ...said, dek: 'Strikes in the town' });
    const older = await tell({ ...said, headline: 'Strike at sea' });
    const headline = await tell({ ...said, headline: 'A strike on land' });
    const otherForm = await tell({ ...said, headline: 'Strikes everywhere' });
    const body = await tell({ ...said, bodyHtml: safeBody('<p>It ended with a strike.</p>') });
    const bodyOtherForm = await tell({ ...said, bodyHtml: safeBody('<p>Striking they were.</p>') });
    const best = [headline, older, otherForm, dek, body, bodyOtherForm];
    expect(await found('strike')).toEqual(best);
    expect(await found('strike', { from: 2, limit: 3 })).toEqual(best.slice(2, 5));
    expect(await found('strike', { from: 6 })).toEqual([]);
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
  const typed = (words: string) => termsOf(words).map(({ exact }) => exact);

  test('are each taken once, cut short, and no more than twelve', () => {
    expect(typed('Ferry, ferry & FERRY!')).toEqual([{ any: [{ word: 'ferry' }] }]);
    expect(typed('x'.repeat(500))).toEqual([{ any: [{ word: 'x'.repeat(60) }] }]);
    expect(termsOf(Array.from({ length: 40 }, (_, at) => `w${at}`).join(' '))).toHaveLength(12);
  });

  test('are none where nothing but signs, blanks and invisible letters was typed', () => {
    for (const words of ['', ' ', '" * ( ) :', '\u200b\u2060', '\u3164', '#', '++', '’', '-']) {
      expect(termsOf(words), JSON.stringify(words)).toEqual([]);
    }
  });

  test('are read in time that grows as they do', () => {
    for (const kind of ['a', "a'", 'a-', 'a.', '1,', '\u00ad', 'a\u00ad', '東', 'ก', '+', 'ه ', 'é']) {
      const steps = (length: number) =>
        groupsOf(kind.repeat(length)).reduce((sum, group) => sum + filedAs(group).length, 0);
      expect(steps(8_000), kind).toBeLessThanOrEqual(2 * steps(4_000) + 8);
    }
  });
});

describe('a snippet', () => {
  const text = `${'before '.repeat(30)}needle ${'after '.repeat(60)}`;
  const cut = (words: string) => snippetOf(text, marksOf(termsOf(words)), 'en');

  test('begins a few words before, and says where it was cut', () => {
    const parts = cut('needle');
    expect(parts[0]?.text.startsWith('… before')).toBe(true);
    expect(parts.at(-1)?.text.endsWith(' …')).toBe(true);
    expect(
      parts
        .map((part) => part.text)
        .join('')
        .split(' ').length,
    ).toBeLessThan(40);
  });

  test('shows a word with the invisible letters that are in it', () => {
    const parts = snippetOf('Das Kern\u00adkraft\u00adwerk steht.', marksOf(termsOf('kernkraftwerk')), 'de');
    expect(parts.find((part) => part.found)?.text).toBe('Kern\u00adkraft\u00adwerk');
  });

  test('is empty where the body does not have the words', () => {
    expect(cut('nothing')).toEqual([]);
  });
});
