/** Copy taken apart into sentences and written from them again is the same copy. */
import { expect, it } from 'vitest';
import { readBlocks } from '../kit/body-blocks.ts';
import { safeBody } from '../kit/safe-html.ts';
import { copyOfSentences, htmlToRuns, runsToHtml, sentencesOf, textOfRuns } from './sentence-units.ts';

const nested =
  '<p>Three boats sail. One stays.</p><ul><li>Avgi: at six.<ol><li>Deck. Kitchen.</li><li>Engine.<ul><li>Oil.</li></ul></li></ol></li><li>Thalassa.</li></ul><ol><li>First.</li></ol><blockquote><p>We sail.</p></blockquote>';

const written = (html: string) =>
  sentencesOf({ headline: 'Boats', dek: '', bodyHtml: safeBody(html) }, 'en').map(
    ({ block, kind, runs }) => ({
      block,
      kind,
      html: runsToHtml(runs),
    }),
  );

it('lists in lists keep their depth', () => {
  expect(copyOfSentences(written(nested), 'en')).toEqual({ headline: 'Boats', dek: '', bodyHtml: nested });
  expect(written(nested).map(({ kind }) => kind)).toEqual([
    ...['headline', 'p', 'p', 'ul', 'ul ol', 'ul ol', 'ul ol', 'ul ol ul', 'ul', 'ol', 'blockquote'],
  ]);
});

it('an item whose own is left out moves up into its place', () => {
  const body =
    '<p>Boats.</p><ul><li>Pilot.</li><li>Avgi.<ol><li>Deck.</li><li>Engine.</li></ol></li><li>Thalassa.</li></ul>';
  const without = written(body).map((one) => (one.html === 'Avgi.' ? { ...one, html: '' } : one));
  expect(copyOfSentences(without, 'en').bodyHtml).toBe(
    '<p>Boats.</p><ul><li>Pilot.</li></ul><ol><li>Deck.</li><li>Engine.</li></ol><ul><li>Thalassa.</li></ul>',
  );
});

it('a line is read the same with and without the parser', () => {
  const lines = [
    'Plain.',
    ' Plain ',
    'Two  spaces',
    'A&amp;B',
    '5 < 6',
    '<b>Bold</b> it is',
    'One\u00a0two',
    'Zero\u200bwidth',
    '',
  ];
  for (const line of [
    ...lines,
    '“Καλημέρα”, είπε.',
    'مرحبا بكم',
    '\ufeffMarked',
    'Tab\there',
    'Soft\u00adhyphen',
    'Word\u2060joined \u202eturned',
    'nin\u0303o',
    'ﬁne',
  ]) {
    const [block] = readBlocks(`<p>${line}</p>`);
    expect(htmlToRuns(line)).toEqual(block && 'runs' in block ? block.runs : []);
  }
});

it('numbers of a list that are not the next ones come along: standings begin at 4 in every language', () => {
  const bodyHtml = safeBody(
    '<ol start="4"><li>Lind.<ol><li>a</li><li value="7">b</li></ol></li><li>Moss.</li><li value="9">Ralli.</li></ol>',
  );
  const units = sentencesOf({ headline: '', dek: '', bodyHtml }, 'en');
  expect(units.map(({ kind }) => kind)).toEqual(['ol=4', 'ol ol', 'ol ol=7', 'ol', 'ol=9']);
  const written = units.map(({ block, kind, runs }) => ({ block, kind, html: runsToHtml(runs) }));
  expect(copyOfSentences(written, 'el').bodyHtml).toBe(bodyHtml);
});

it('F1, F2: raised numbers, fractions and quotation marks are the same signs in a pair as on the page', () => {
  const bodyHtml = safeBody(
    '<p>It holds 10<sup>6</sup> litres, 12<sup>1</sup>/<sub>3</sub> m. She said <q>no</q>.</p>',
  );
  const units = sentencesOf({ headline: '', dek: '', bodyHtml }, 'en');
  expect(units.map(({ runs }) => textOfRuns(runs)).join(' ')).toBe(
    'It holds 10⁶ litres, 12⅓ m. She said “no”.',
  );
});

it.each([
  '<figure data-size="wide"><img data-media="a" alt="The port" /><figcaption>It is open. All sail. <small>Anna</small></figcaption></figure><p>More.</p>',
  '<figure><img data-media="a" alt="" /></figure><p>One. Two.</p><hr /><p>More.</p>',
  '<p>One.</p><table data-block="table"><caption>By port</caption><thead><tr><th scope="col">Port</th><th scope="col">2026</th></tr></thead><tbody><tr><td>Lind</td><td>1,204</td></tr></tbody></table><p>More.</p>',
  '<p>One.</p><aside data-block="box"><h3>In short</h3><p>One. Two.</p><ul><li>Three</li></ul></aside><hr /><p>More.</p>',
  '<ul><li>One</li></ul><figure data-block="pull"><blockquote><p>We sail.</p></blockquote><figcaption>Anna Lind</figcaption></figure><ul><li>Two</li></ul>',
  '<p>It rose.<sup><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup> It fell.</p><section role="doc-endnotes"><ol><li id="fn-1">By a lot. At once. <a href="#fnref-1" role="doc-backlink">↩</a></li></ol></section>',
])('a block that is more than words is written again as it was: %s', (body) => {
  expect(safeBody(body)).toBe(body);
  expect(copyOfSentences(written(body), 'en').bodyHtml).toBe(body);
});
