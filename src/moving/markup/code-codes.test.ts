/** Code between the signs of plugins, and brackets in code that are no signs. */
import { expect, test } from 'vitest';
import { wordpressMarkup } from './wordpress.ts';

const world = { file: () => null, piece: () => null, ownFiles: () => [] };
const read = (content: string) => wordpressMarkup(content, world);

test.each([
  ["[sourcecode language='python']\nif fog:\n    stay()\n[/sourcecode]", 'if fog:\n    stay()'],
  [
    '[code lang="php"]\n&lt;?php\n[gallery]\n\necho $a["b"];\n[/code]',
    '&lt;?php\n[gallery]\n\necho $a["b"];',
  ],
  ['[ccnLe_php]\n\n\tif ($a < 2)\n\t\t<b>\n[/ccnLe_php]', '\tif ($a &lt; 2)\n\t\t&lt;b&gt;'],
  ['[python]a = [b_c]\nb[/python]', 'a = [b_c]\nb'],
])('%j is a block of code, as it was written', (content, code) => {
  const { html, odd } = read(`Before.\n\n${content}\n\nAfter.`);
  expect(odd).toEqual([]);
  expect(html).toContain(`<pre data-block="code">${code}</pre>`);
  expect(html).toContain('Before.');
  expect(html).toContain('After.');
});

test('a few signs within a sentence stay in it', () => {
  const { html, odd } = read('Type [code]sail <port>[/code] and wait.\n\nThen go.');
  expect(html).toContain('Type sail &lt;port&gt; and wait.');
  expect(odd).toEqual([]);
});

test.each([
  '<pre>fds = [listen_fd]\n[a-zA-Z_]</pre>',
  'Put <code>[section_name]</code> there.',
  'A rule ends with [R=301,L] here.',
])('in %j no sign is named', (content) => {
  expect(read(content)).toMatchObject({ odd: [] });
});

test('a sign of a plugin beside code is named', () => {
  const { odd } = read('<pre>[a_b]</pre>\n\n[ferry_times port="east"]\n\n<code>x</code> [tide_table]');
  expect(odd).toEqual([
    'The shortcodes [ferry_times], [tide_table] are not known here: they stand in the copy.',
  ]);
});

test('a sign of code that nothing ends stays and is no code', () => {
  expect(read('[php] is a language.\n\n[code]').html).toContain('[php] is a language.');
});

test('a long text of code that nothing ends is read in time proportional to its length', () => {
  const text = '<pre><code>[code][x_y]'.repeat(40_000);
  expect(read(text).html.length).toBeGreaterThan(text.length / 2);
});

test('a block of code of a plugin is one', () => {
  const block = 'syntaxhighlighter/code {"language":"php"}';
  const { html, odd } = read(
    `<!-- wp:${block} -->\n<pre class="wp-block-syntaxhighlighter-code">if\n  fog</pre>\n<!-- /wp:syntaxhighlighter/code -->`,
  );
  expect([odd, html]).toEqual([[], expect.stringContaining('-code">if\n  fog</pre>')]);
});

test('a classic paragraph of the Advanced Editor Tools is copy', () => {
  expect(
    read('<!-- wp:tadv/classic-paragraph -->\n<p>Fog.</p>\n<!-- /wp:tadv/classic-paragraph -->'),
  ).toMatchObject({ odd: [], html: expect.stringContaining('<p>Fog.</p>') });
});
