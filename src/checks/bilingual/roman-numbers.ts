/** Roman numerals: centuries, kings and congresses in most languages but English. They only ever excuse a number. */
import { canonical, type NumberPart } from './number-part.ts';

const VALUE: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
const ROMAN = /^(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;

/** The numeral that a word is, with the ending of an ordinal or without; null when it is a word. */
export function readRoman(word: string, start: number): NumberPart | null {
  const bare = word
    .replace(/(?:ème|er|e|th|st|nd|rd|º|ª|го|й|ος|ου)$/u, '')
    .replaceAll('Х', 'X')
    .replaceAll('І', 'I');
  if (bare.length > 8 || !ROMAN.test(bare)) return null;
  let value = 0;
  for (const [index, sign] of [...bare].entries()) {
    const here = VALUE[sign] ?? 0;
    value += here < (VALUE[bare[index + 1] ?? ''] ?? 0) ? -here : here;
  }
  return {
    start,
    end: start + word.length,
    value,
    readings: [canonical(value)],
    parts: [],
    sure: false,
    alone: true,
    digits: false,
  };
}
