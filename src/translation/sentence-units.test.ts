/** Copy taken apart into sentences and written from them again is the same copy. */
import { expect, it } from 'vitest';
import { readBlocks } from '../kit/body-blocks.ts';
import { copyOfSentences, htmlToRuns, runsToHtml, sentencesOf } from './sentence-units.ts';

const nested =
  '<p>Three boats sail. One stays.</p><ul><li>Avgi: at six.<ol><li>Deck. Kitchen.</li><li>Engine.<ul><li>Oil.</li></ul></li></ol></li><li>Thalassa.</li></ul><ol><li>First.</li></ol><blockquote><p>We sail.</p></blockquote>';

const written = (bodyHtml: string) =>
  sentencesOf({ headline: 'Boats', dek: '', bodyHtml }, 'en').map(({ block, kind, runs }) => ({
    block,
    kind,
    html: runsToHtml(runs),
  }));

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
  ]) {
    const [block] = readBlocks(`<p>${line}</p>`);
    expect(htmlToRuns(line)).toEqual(block && 'runs' in block ? block.runs : []);
  }
});
