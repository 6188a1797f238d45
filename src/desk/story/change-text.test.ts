/** What of a body's blocks is seen among the changes of two takes. */
import { expect, it } from 'vitest';
import { safeBody } from '../../kit/safe-html.ts';
import { diffWords } from '../views/word-diff.ts';
import { changeText } from './change-text.ts';

const changed = (before: string, after: string): string[] =>
  diffWords(changeText(safeBody(before)), changeText(safeBody(after))).flatMap(({ kind, text }) =>
    kind === 'same' ? [] : [`${kind === 'gone' ? '-' : '+'}${text.trim()}`],
  );
const picture = (id: string, alt = 'The quay', caption = 'At noon', more = '') =>
  `<figure${more}><img data-media="${id}" alt="${alt}"><figcaption>${caption} <small>Anna Lind</small></figcaption></figure>`;

it.each([
  ['another picture with the same words', picture('a-0001'), picture('b-0002'), ['-…0001:', '+…0002:']],
  ['its words for who cannot see it', picture('a'), picture('a', 'A crane'), ['-The quay]', '+A crane]']],
  ['its caption', picture('a'), picture('a', 'The quay', 'At night'), ['-noon', '+night']],
  [
    'its size',
    picture('a-0001'),
    picture('a-0001', 'The quay', 'At noon', ' data-size="wide"'),
    ['-…0001:', '+…0001, wide:'],
  ],
  ['a rule that was taken out', '<p>One.</p><hr><p>Two.</p>', '<p>One.</p><p>Two.</p>', ['-[Rule]']],
  [
    'where a post leads',
    '<figure data-block="embed"><a href="https://vimeo.com/1">Launch</a></figure>',
    '<figure data-block="embed"><a href="https://vimeo.com/2">Launch</a></figure>',
    ['-https://vimeo.com/1]', '+https://vimeo.com/2]'],
  ],
  [
    'a note that moved',
    '<p>Here<a href="#fn-1">1</a> and there.</p><ol><li id="fn-1">Since noon.</li></ol>',
    '<p>Here and there<a href="#fn-1">1</a>.</p><ol><li id="fn-1">Since noon.</li></ol>',
    ['-Here[1]', '+Here', '-there.', '+there[1].'],
  ],
])('%s is a change', (_, before, after, told) => {
  expect(changed(before, after)).toEqual(told);
});

it('words alone read as they are', () => {
  expect(changeText(safeBody('<p>One.</p><ul><li>Two</li></ul>'))).toBe('One.\n\nTwo');
});
