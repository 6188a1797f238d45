/** Footnotes of plugins: typed in an export, shown on a page; and words of a copy that only look like them. */
import { expect, test } from 'vitest';
import { bodyOfPost, markupOf } from './copy-of-post.ts';

const base = 'https://notes.example/a/';
const world = { file: () => null, ownFiles: () => [], piece: () => null };

function copyOf(html: string, markup: 'wordpress' | 'html' = 'wordpress') {
  const read = markupOf({ markup, html }, world);
  const body = bodyOfPost(read.html, { base, language: 'en', pictures: new Map(), addressHere: () => null });
  return { body: body.bodyHtml, odd: [...read.odd, ...body.odd].join(' ') };
}

const withNote = (words: string): string =>
  `<p>Open<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> now.</p><section role="doc-endnotes"><ol><li id="fn-1">${words} <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>`;

test.each([
  [
    'Easy Footnotes',
    `<p>Open<span id='easy-footnote-1-9' class='easy-footnote-margin-adjust'></span><span class='easy-footnote'><a href='${base}#easy-footnote-bottom-1-9' title='By law.'><sup>1</sup></a></span> now.</p><div class="easy-footnote-title"><h4>Footnotes</h4></div><ol class="easy-footnotes-wrapper"><li class="easy-footnote-single"><span id="easy-footnote-bottom-1-9" class="easy-footnote-margin-adjust"></span>By law.<a class="easy-footnote-to-top" href="${base}#easy-footnote-1-9"></a></li></ol>`,
  ],
  [
    'Simple Footnotes',
    '<p>Open <a class="simple-footnote" title="By law." id="return-note-9-1" href="#note-9-1"><sup>1</sup></a> now.</p><div class="simple-footnotes"><p class="notes">Notes:</p><ol><li id="note-9-1">By law. <a href="#return-note-9-1">&#8617;</a></li></ol></div>',
  ],
  [
    'Modern Footnotes',
    '<p>Open<sup class="modern-footnotes-footnote " data-mfn="1"><a href="javascript:void(0)" role="button" aria-describedby="mfn-content-1">1</a></sup><span id="mfn-content-1" role="tooltip" class="modern-footnotes-footnote__note" tabindex="0" data-mfn="1">By law.</span> now.</p>',
  ],
  [
    'Footnotes, whose list has them whole',
    '<p>Open<span class="footnote_referrer"><a role="button" tabindex="0"><sup id="footnote_plugin_tooltip_9_1_1" class="footnote_plugin_tooltip_text">[1]</sup></a><span id="footnote_plugin_tooltip_text_9_1_1" class="footnote_tooltip">By&nbsp;&#8230;</span></span> now.</p><div class="footnotes_reference_container"><div class="footnote_container_prepare"><p><span role="button" class="footnote_reference_container_label pointer">References</span></p></div><table class="footnotes_table footnote-reference-container"><caption>References</caption><tbody><tr><th scope="row" id="footnote_plugin_reference_9_1_1"><a role="button">&#8593;1</a></th><td class="footnote_plugin_text">By law.</td></tr></tbody></table></div>',
  ],
])('a page shows those of %s as what they are', (_plugin, html) => {
  const { body, odd } = copyOf(html, 'html');
  expect([body.replace('Open <sup>', 'Open<sup>'), odd]).toEqual([withNote('By law.'), '']);
});

test('between double brackets they are where the plugin’s own sign stands beside them', () => {
  const { body, odd } = copyOf('<p>Open ((By <em>law</em> (of 1901).)) now.</p>[[references]]');
  expect([body, odd]).toEqual([withNote('By <em>law</em> (of 1901).'), '']);
});

test('in brackets with their numbers they are where a text counts them from one on', () => {
  const { body, odd } = copyOf(
    'One[1. By law of the town.] two [2. See <a href="https://law.example">the law</a> itself.].',
  );
  expect(body).toContain('<p>One<sup><a href="#fn-1"');
  expect(body).toContain('id="fn-2">See <a href="https://law.example/" rel="noopener">the law</a> itself.');
  expect(odd).toBe('');
});

test.each([
  'f(x) = ((a + b) * (c)), ((laughs)) and :(( )) at ((one two))',
  'Am [1. Januar 2019] kam er, am [2. Februar] ging er',
  '[1.] and [1. a], [2019]',
])('words that only look like them stay, and nobody is told: %s', (words) => {
  expect(copyOf(`<p>${words}.</p>`)).toEqual({ body: `<p>${words}.</p>`, odd: '' });
  const code = '<pre>((one two three four)) [1. one two three]\n</pre>';
  expect(copyOf(code).odd).toBe('');
});

test.each(['((By law of the town.))', '[1. By law of the town.]'])(
  'what may be one stays, and is said: %s',
  (words) => {
    const { body, odd } = copyOf(`<p>Open ${words} now.</p>`);
    expect(body).toBe(`<p>Open ${words} now.</p>`);
    expect(odd).toBe(`What may be footnotes stands in the copy as it was typed: “${words}”.`);
  },
);

test('are looked for once through the words, however many signs nothing ends', () => {
  const signs = '((a [1. b '.repeat(60_000);
  expect(copyOf(`<p>${signs}</p>`).odd).toBe('');
});
