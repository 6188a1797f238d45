import { expect, test } from 'vitest';
import { decodeWestern, textReader } from './western-letters.ts';

test('marks, dashes and the euro of Windows come out as they were typed', () => {
  expect(
    decodeWestern(Uint8Array.from([0x80, 0x20, 0x93, 0x6e, 0x6f, 0x94, 0x20, 0x97, 0x20, 0x99, 0x9f, 0xe9])),
  ).toBe('€ “no” — ™Ÿé');
  expect(decodeWestern(Uint8Array.from([0x81, 0x9d]))).toBe('\u0081\u009d');
});

test('whatever it is called, Windows-1252 is read so, piece by piece; other labels as ever', () => {
  const bytes = Uint8Array.from([0x93, 0x6e, 0x94]);
  for (const label of ['windows-1252', 'latin1', 'ISO-8859-1', 'ascii'])
    expect(textReader(label).decode(bytes, { stream: true })).toBe('“n”');
  expect(textReader('windows-1251').decode(Uint8Array.from([0xcf]))).toBe('П');
  expect(() => textReader('klingon')).toThrow(RangeError);
});
