import { expect, test } from 'vitest';
import { aStory as story } from '../../tests/support/a-story.ts';
import { THAT_DAY as NOW } from '../../tests/support/newsroom.ts';
import { HOUR } from '../kit/clock.ts';
import { oneEach } from '../stories/one-each.ts';
import { elsewhereOf, nowLines } from './front.ts';

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
