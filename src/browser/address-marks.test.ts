import { find } from 'linkifyjs';
import { expect, test } from 'vitest';
import './address-marks.ts';

const address = 'https://paper.example/ιστορία/a_(b)';

test.each(['»', '”', '“', '’', '…', '·', '،', '؛', '؟', '。', '।', ',', '?!', '».'])(
  'an address that %s stands behind ends before it',
  (mark) => {
    expect(find(`«${address}${mark} και`).map(({ value }) => value)).toEqual([address]);
  },
);

test('a mark within an address is part of it', () => {
  const comma = 'https://paper.example/a،b';
  expect(find(`${comma} c`).map(({ value }) => value)).toEqual([comma]);
});
