import { expect, it } from 'vitest';
import { wireBody } from '../reading/understood.ts';

const around = 'https://www.google.com/url?q=https://post.example/a%3Fid%3D7%26utm_source%3Drss&sa=D';

it.each([
  ['a paragraph', (link: string) => `<p>${link}</p>`],
  ['a list', (link: string) => `<ul><li>${link}</li></ul>`],
  ['a list in a list', (link: string) => `<ol><li>one<ul><li>${link}</li></ul></li></ol>`],
  ['a quotation', (link: string) => `<blockquote><p>${link}</p></blockquote>`],
])('a link in %s of the wire leads to its page, without a redirect or what tracks', (_, put) => {
  const html = wireBody(put(`<a href="${around}">words</a>`), null);
  expect(html).toBe(put('<a href="https://post.example/a?id=7" rel="noopener">words</a>'));
});
