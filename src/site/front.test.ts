import { describe, expect, test } from 'vitest';
import { aPicture } from '../../tests/support/a-picture.ts';
import { DAY, HOUR } from '../kit/clock.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { arrangeFront, elsewhereOf, FRESH_FOR, freshUntil, nowLines, oneEach } from './front.ts';

const NOW = Date.UTC(2026, 10, 19, 12);

const story = (id: string, more: Partial<PublishedSummary> = {}): PublishedSummary => ({
  editionId: `${id}-edition`,
  storyId: id,
  language: 'en',
  path: `/sea/${id}`,
  headline: id,
  dek: '',
  byline: '',
  section: null,
  source: null,
  hopParties: [],
  fromLanguage: null,
  picture: null,
  alertLevel: null,
  kind: 'news',
  unread: false,
  corrected: false,
  replyCount: 0,
  indexPolicy: 'index' as const,
  listedAt: NOW,
  firstPublishedAt: NOW - HOUR,
  publishedAt: NOW - HOUR,
  ...more,
});
const picture = aPicture({ id: 'p' });

describe('the front page leads with', () => {
  test('the most urgent story of the last day', () => {
    const stories = [
      story('new'),
      story('urgent', { alertLevel: 'urgent' }),
      story('flash', { alertLevel: 'flash' }),
    ];
    expect(arrangeFront(stories, NOW).lead?.storyId).toBe('flash');
  });

  test('no longer with a flash of the day before', () => {
    const old = story('flash', { alertLevel: 'flash', publishedAt: NOW - DAY - 1 });
    expect(arrangeFront([story('new'), old], NOW).lead?.storyId).toBe('new');
  });

  test('else the newest with a picture, else the newest', () => {
    expect(arrangeFront([story('new'), story('seen', { picture })], NOW).lead?.storyId).toBe('seen');
    expect(arrangeFront([story('new'), story('older')], NOW).lead?.storyId).toBe('new');
    expect(arrangeFront([], NOW).lead).toBeNull();
  });
});

describe('the pair under the lead', () => {
  const pairOf = (pictured: string) => {
    const stories = [...pictured].map((has, at) => story(`s${at}`, has === 'P' ? { picture } : {}));
    const lead = story('lead', { alertLevel: 'flash', picture });
    const { pair, middle } = arrangeFront([lead, ...stories], NOW);
    expect(new Set([...pair, ...middle].map(({ storyId }) => storyId)).size).toBe(
      Math.min(8, stories.length),
    );
    return pair.map(({ storyId }) => storyId).join(' ');
  };

  test.each([
    ['PP', 's0 s1'],
    ['.P.P..', 's1 s3'],
    ['.P....', 's0 s2'],
    ['P.....', 's0 s1'],
    ['P...P.', 's0 s4'],
    ['......', 's0 s1'],
    ['P', 's0'],
    ['.P', 's0 s1'],
    ['', ''],
  ])('of %s (P has a picture) is %s: alike where that can be', (pictured, expected) => {
    expect(pairOf(pictured)).toBe(expected);
  });
});

test('no story stands twice above', () => {
  const { lead, pair, middle } = arrangeFront(
    Array.from({ length: 20 }, (_, at) => story(`s${at}`)),
    NOW,
  );
  const shown = [lead, ...pair, ...middle].map((each) => each?.storyId);
  expect(new Set(shown).size).toBe(shown.length);
});

test('of a story in two languages the front shows the paper’s own', () => {
  const greek = story('a', { language: 'el', editionId: 'el' });
  const english = story('a', { language: 'en', editionId: 'en' });
  expect(oneEach([greek, english], 'en').map((each) => each.editionId)).toEqual(['en']);
  expect(oneEach([greek], 'en').map((each) => each.editionId)).toEqual(['el']);
});

test('other languages are each named before one is named twice, and not with what the paper tells itself', () => {
  const of = (id: string, language: string, storyId = id) => story(id, { language, storyId });
  const stories = [
    of('el-1', 'el'),
    of('el-2', 'el'),
    of('ar-told', 'ar', 'told'),
    of('en-told', 'en', 'told'),
    of('ar-1', 'ar'),
    of('el-3', 'el'),
    of('ru-1', 'ru'),
    of('ru-2', 'ru'),
  ];
  expect(elsewhereOf(stories, 'en').map((each) => each.editionId)).toEqual([
    'el-1-edition',
    'ar-1-edition',
    'ru-1-edition',
    'el-2-edition',
  ]);
});

test('Now mixes stories and corrections, the newest first', () => {
  const correction = {
    id: 'c',
    kind: 'correction' as const,
    notice: 'It was Tuesday.',
    at: NOW,
    headline: 'a',
    path: '/a',
    language: 'en',
  };
  const lines = nowLines([story('a'), story('b', { firstPublishedAt: NOW - 2 * HOUR })], [correction]);
  expect(lines.map((line) => [line.kind, line.words])).toEqual([
    ['correction', 'It was Tuesday.'],
    ['story', 'a'],
    ['story', 'b'],
  ]);
});

test('a page with a level is made anew when the level is no longer fresh, and then when it no longer leads', () => {
  const flash = story('a', { alertLevel: 'flash', publishedAt: NOW });
  expect(freshUntil([flash], NOW)).toBe(NOW + FRESH_FOR);
  expect(freshUntil([flash], NOW + FRESH_FOR)).toBe(NOW + DAY);
  expect(freshUntil([story('a'), story('b', { alertLevel: 'routine' })], NOW)).toBe(Number.POSITIVE_INFINITY);
});

test('of unread copy one line an hour at most is marked urgent under Now, and an editor’s always', () => {
  const unread = (id: string, minutesAgo: number, alertLevel = 'urgent') =>
    story(id, { unread: true, alertLevel, firstPublishedAt: NOW - minutesAgo * 60_000 });
  const lines = nowLines(
    [
      ...[unread('a', 5), unread('b', 20), unread('c', 64), unread('d', 65), unread('e', 130)],
      ...[unread('routine', 6, 'routine'), unread('none', 7, '')],
      story('ours', { alertLevel: 'urgent', firstPublishedAt: NOW - 10 * 60_000 }),
    ],
    [],
  );
  const marked = lines.filter(({ level }) => level === 'urgent').map(({ words }) => words);
  expect(marked).toEqual(['a', 'ours', 'd', 'e']);
});

test('of unread copy the higher level is the one that is marked', () => {
  const unread = (id: string, minutesAgo: number, alertLevel: string) =>
    story(id, { unread: true, alertLevel, firstPublishedAt: NOW - minutesAgo * 60_000 });
  const lines = nowLines([unread('flash', 5, 'flash'), unread('urgent', 30, 'urgent')], []);
  expect(lines.map(({ level }) => level)).toEqual(['flash', null]);
});
