/** Verse and code: lines that begin where they were typed, through every form of a body. */
import { describe, expect, test } from 'vitest';
import { unitParagraphs } from '../translation/frame-units.ts';
import { readBlocks, readCopy } from './body-blocks.ts';
import { copyTextToHtml, htmlToCopyText } from './copy-text.ts';
import { htmlToText, safeBody } from './safe-html.ts';

const VERSE = '<pre data-block="verse">The <strong>sea</strong>\n  comes in,\n\n    and  goes.</pre>';

describe('verse and code', () => {
  test('are made safe twice the same, typed and read again the same, and are plain text with their lines', () => {
    const body = `<p>A</p>${VERSE}<p>B</p>`;
    expect(safeBody(body)).toBe(body);
    expect(copyTextToHtml(htmlToCopyText(body))).toBe(body);
    expect(htmlToText(body)).toBe('A\n\nThe sea\n  comes in,\n\n    and  goes.\n\nB');
  });

  test('keep signs of the plain form and of markup as they are typed', () => {
    const code =
      '<pre data-block="code">a * b ** c[^1] [x](y) \\n &lt;p&gt;\n:::\n::: box\n- no list\n  # none</pre>';
    expect(safeBody(code)).toBe(code);
    expect(copyTextToHtml(htmlToCopyText(code))).toBe(code);
  });

  test('stand in a box, and go on after it', () => {
    const body = `<aside data-block="box"><p>A</p>${VERSE}<p>B</p></aside><p>C</p>`;
    expect(safeBody(body)).toBe(body);
    expect(copyTextToHtml(htmlToCopyText(body))).toBe(body);
  });

  test.each([
    ['another pre is paragraphs', '<pre>A\n  B\n\nC</pre>', '<p>A<br />B</p><p>C</p>'],
    [
      'empty lines around and spaces at ends go',
      '<pre data-block="code">\n\n  a \t\r\n\n</pre>',
      '<pre data-block="code">  a</pre>',
    ],
    [
      'a tab is four spaces',
      '<pre data-block="code">\ta\tb</pre>',
      '<pre data-block="code">    a    b</pre>',
    ],
    ['without words there is none', '<pre data-block="code"> \n </pre>', ''],
    ['no third kind', '<pre data-block="x">a\n  b</pre>', '<p>a<br />b</p>'],
    [
      'in an item its lines are the item’s',
      `<ul><li>A<pre data-block="code">b\n  c</pre></li></ul>`,
      '<ul><li>A<br />b<br />c</li></ul>',
    ],
    [
      'markup within is words or nothing',
      '<pre data-block="code">a<script>b</script>\n  <img src=x onerror=c>d<code>e</code></pre>',
      '<pre data-block="code">a\n  de</pre>',
    ],
    [
      'the words below code stand below it',
      '<figure><pre data-block="code">a\n  b</pre><figcaption>Of the <em>port</em></figcaption></figure>',
      '<pre data-block="code">a\n  b</pre><p>Of the <em>port</em></p>',
    ],
    ['never closed', '<pre data-block="verse">a\n  b', '<pre data-block="verse">a\n  b</pre>'],
  ])('%s', (_what, html, kept) => {
    expect(safeBody(html)).toBe(kept);
    expect(safeBody(kept)).toBe(kept);
  });

  test('of a translation each line of verse is a sentence, and code goes along', () => {
    const blocks = readBlocks(`<p>A</p>${VERSE}<pre data-block="code">if fog:\n  wait()</pre>`);
    const lines = unitParagraphs(blocks, (block) =>
      'runs' in block ? [{ kind: block.kind, runs: block.runs }] : [],
    );
    expect(lines.map(({ runs }) => runs.map(({ text }) => text).join(''))).toEqual([
      'A',
      'The sea',
      'comes in,',
      'and  goes.',
    ]);
    expect(lines.at(-1)?.kind).toContain('wait()');
  });

  test('a long one takes time in proportion to its length', () => {
    const long = `<pre data-block="code">${`${' '.repeat(90)}a\n`.repeat(10_000)}</pre>`;
    expect(readCopy(long).blocks).toHaveLength(1);
    expect(readCopy(`<pre data-block="code">${' '.repeat(900_000)}a</pre>`).blocks).toHaveLength(1);
  });
});
