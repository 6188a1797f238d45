/** A page of another house, to be looked at: what readers saw stands there, and nothing of it loads or runs. */
import { expect, test } from 'vitest';
import { oldPage } from './old-page.ts';

const ways = { markup: 'html' as const, base: 'https://old.example/a/', pictureHere: () => null };

test.each([
  ['<p style="x" class="y">One <b>two</b></p>', '<p>One <b>two</b></p>'],
  [
    '<a href="../b" onclick="go()">b</a>',
    '<a href="https://old.example/b" target="_blank" rel="noopener noreferrer">b</a>',
  ],
  ['<a href="javascript:go()">b</a>', '<a>b</a>'],
  ['<script src="https://x.example/p.js">a</script>b', '<span class="stood">program x.example/p.js</span>b'],
  ['<iframe src="//maps.example/m?k=1">no</iframe>', '<span class="stood">frame maps.example/m</span>'],
  ['<style>p{}</style><svg><text>in</text></svg>', '<span class="stood">drawing</span>'],
  [
    '<img src="data:image/gif;base64,AA" alt="A &quot;quay&quot;">',
    '<span class="stood">picture A "quay"</span>',
  ],
  [
    '<table><tr><td colspan="2" bgcolor="red">1</td></tr></table>',
    '<table><tr><td colspan="2">1</td></tr></table>',
  ],
  [
    '<img src=x onerror=go()><p>&lt;script&gt;</p>',
    '<span class="stood">picture x</span><p>&lt;script&gt;</p>',
  ],
  ['<svg><p>never closed', ' <p>never closed</p>'],
])('%s', (html, shown) => {
  expect(oldPage(html, ways)).toBe(shown);
});

test('of WordPress, its paragraphs, shortcodes and blocks are seen, and its marks are not', () => {
  const html =
    'One\n\nTwo [poll id="3"] <!--more--><!-- wp:latest-posts {"n":5} /-->\n[caption width="3"]<em>c</em>[/caption] [1] and [sic]';
  const page = oldPage(html, { ...ways, markup: 'wordpress' });
  expect(page).toContain('Two <span class="code">[poll id="3"]</span>');
  expect(page).toContain('<span class="stood">block latest-posts</span>');
  expect(page).toContain(
    '<span class="code">[caption width="3"]</span><em>c</em><span class="code">[/caption]</span>',
  );
  expect(page).toContain('[1] and');
  expect(page).not.toContain('more');
});

test('a picture that is ours by now is shown from here', () => {
  const pictureHere = (address: string) => (address === '/b.jpg' ? '/media/b.jpg' : null);
  expect(oldPage('<img src="/b.jpg" alt="b">', { ...ways, pictureHere })).toBe(
    '<img src="/media/b.jpg" alt="b" />',
  );
});
