/** F12: an address as people type it becomes one that readers can be sent to, or says why not. */
import { expect, it } from 'vitest';
import { typedAddress } from './safe-href.ts';

const own = 'https://post.example/';

it.each([
  ['/city/x', 'https://post.example/city/x'],
  ['#notes', 'https://post.example/#notes'],
  ['?q=1', 'https://post.example/?q=1'],
  ['anna@post.example', 'mailto:anna@post.example'],
  ['tel:+30-210-123', 'tel:+30-210-123'],
  ['city.example', 'https://city.example/'],
  ['city.example:8080/a', 'https://city.example:8080/a'],
  ['δήμος.gr', 'https://xn--jxalzmp.gr/'],
  [' <https://city.example/a?utm_source=x> ', 'https://city.example/a'],
  ['//city.example/a', 'https://city.example/a'],
])('%s is %s', (typed, href) => {
  expect(typedAddress(typed, own)).toEqual({ href });
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///c:/a.doc',
  'two words',
  'words',
  'anna@x',
  'mailto:',
  'tel:abc',
  'https://u:p@city.example',
  '2.5',
])('%s cannot be used, in words', (typed) => {
  expect(typedAddress(typed, own)).toEqual({ problem: expect.stringMatching(/\w{3}.*\./su) });
});
