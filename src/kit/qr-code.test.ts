import { describe, expect, test } from 'vitest';
import { correctionOf, qrCode } from './qr-code.ts';

/** What a camera makes of a code: the words of one block, in the order in which they were laid. */
function read(rows: boolean[][], isTaken: (row: number, column: number) => boolean): string {
  const size = rows.length;
  const bits: number[] = [];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2, isUp = !isUp)
    for (let step = 0; step < size; step += 1)
      for (const column of [right, right - 1]) {
        const row = isUp ? size - 1 - step : step;
        if (isTaken(row, column)) continue;
        bits.push(Number(rows[row]?.[column] !== ((row + column) % 3 === 0)));
      }
  const number = (from: number, count: number) => Number.parseInt(bits.slice(from, from + count).join(''), 2);
  expect(number(0, 4)).toBe(4);
  const bytes = Array.from({ length: number(4, 8) }, (_, at) => number(12 + at * 8, 8));
  return new TextDecoder().decode(Uint8Array.from(bytes));
}

describe('a code for a camera', () => {
  test('has the correction of the example of the standard', () => {
    const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
    expect(correctionOf(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23]);
  });

  test('says its level and mask as the standard lists them', () => {
    const rows = qrCode('x') ?? [];
    const columns = [0, 1, 2, 3, 4, 5, 7, 8];
    const said = [
      ...columns.map((column) => rows[8]?.[column]),
      ...[7, 5, 4, 3, 2, 1, 0].map((row) => rows[row]?.[8]),
    ];
    expect(said.map(Number).join('')).toBe('111100010011101');
  });

  test('is read back', () => {
    const [address, rows] = ['https://p.example/é', qrCode('https://p.example/é') ?? []];
    expect(rows).toHaveLength(25); // version 2: one alignment, at 18
    const isIn = (value: number, from: number, to: number) => value >= from && value <= to;
    const isTaken = (row: number, column: number) =>
      (row < 9 && (column < 9 || column > 16)) ||
      (row > 16 && column < 9) ||
      row === 6 ||
      column === 6 ||
      (isIn(row, 16, 20) && isIn(column, 16, 20));
    expect(read(rows, isTaken)).toBe(address);
  });

  test('grows with what it says, up to 858 bytes', () => {
    expect([17, 18, 230, 231, 858].map((count) => qrCode('a'.repeat(count))?.length)).toEqual([
      21, 25, 53, 57, 97,
    ]);
    expect(qrCode('a'.repeat(859))).toBeNull();
  });
});
