import { describe, expect, it } from 'vitest';
import { findQuoteMarks } from './quote-marks.ts';

/** What is quoted, with its depth before it; then the marks without a counterpart. */
function read(text: string, language?: string): string[] {
  const { pairs, unpaired } = findQuoteMarks(text, language);
  return [
    ...pairs.map(({ level, openEnd, close }) => `${level} ${text.slice(openEnd, close)}`),
    ...unpaired.map(({ side, text: sign, start }) => `${side} ${sign} at ${start}`),
  ];
}

describe('quotation marks', () => {
  it('pair in every usual style', () => {
    expect(read('“We saw it,” he said. “All of it.”', 'en')).toEqual(['1 We saw it,', '1 All of it.']);
    expect(read('"We saw it," he said. "All of it."')).toEqual(['1 We saw it,', '1 All of it.']);
    expect(read("''Mr. Kent,'' she said, ''saw it.''")).toEqual(['1 Mr. Kent,', '1 saw it.']);
    expect(read('„Wir gehen“, sagte sie. „Und ‚du‘ auch?“', 'de')).toEqual([
      '1 Wir gehen',
      '1 Und ‚du‘ auch?',
      '2 du',
    ]);
    expect(read('»Wir gehen«, sagte sie.', 'de')).toEqual(['1 Wir gehen']);
    expect(read('« On y va », dit-elle.', 'fr')).toEqual(['1  On y va ']);
    expect(read('«Так „и“ есть», — сказал он', 'ru')).toEqual(['1 Так „и“ есть', '2 и']);
    expect(read('«Ναι “όχι” ναι», είπε', 'el')).toEqual(['1 Ναι “όχι” ναι', '2 όχι']);
    expect(read('”Vi går”, sade hon. ”Ja.”', 'sv')).toEqual(['1 Vi går', '1 Ja.']);
    expect(read('彼は「はい」と『本』を')).toEqual(['1 はい', '1 本']);
  });

  it('are told from apostrophes and inches', () => {
    expect(read('The pilots’ boat isn’t O’Brien’s, the ’90s rock ’n’ roll')).toEqual([]);
    expect(read('The 5\'10" pilot of the U.N.\'s boat said "no".')).toEqual(['1 no']);
    expect(read('‘The pilots’ plan “is” good,’ said one.')).toEqual([
      '1 The pilots’ plan “is” good,',
      '2 is',
    ]);
    expect(read('ד"ר כהן אמר "לא" אתמול', 'he')).toEqual(['1 לא']);
  });

  it('go on over paragraphs that each begin with one', () => {
    const text = '“One.\n\n“Two.\n\n“Three,” he said.';
    const [pair] = findQuoteMarks(text).pairs;
    expect(pair).toMatchObject({ open: 0, close: text.indexOf('”'), level: 1, kind: 'double' });
    expect(pair?.continued.map(({ start }) => start)).toEqual([7, 14]);
    expect(read('“One.\n\nTwo, he said. “Three.”')).toEqual(['1 Three.', 'open “ at 0']);
  });

  it('are named where one is missing', () => {
    expect(read('"Open and "again," he said.')).toEqual(['1 again,', 'open " at 0']);
    expect(read('We saw it,” he said.')).toEqual(['close ” at 10']);
  });

  it('say which of them stands the wrong way round', () => {
    const turned = (text: string, language?: string) =>
      findQuoteMarks(text, language).pairs.map((pair) => pair.turned);
    expect(turned('”We go,” she said.', 'en')).toEqual([['open']]);
    expect(turned('“We go,“ she said.', 'en')).toEqual([['close']]);
    expect(turned('»Wir gehen«', 'de')).toEqual([[]]);
    expect(turned('“We go,” she said.', 'en')).toEqual([[]]);
  });

  it('are read in any number without losing one', () => {
    const many = 5_000;
    const { pairs, unpaired } = findQuoteMarks(`${'“'.repeat(many)}a${'”'.repeat(many)}`);
    expect([pairs.length, unpaired.length, pairs.at(-1)?.level]).toEqual([many, 0, many]);
    expect(findQuoteMarks(`„${'‘'.repeat(many)}${'“'.repeat(many)}`).unpaired.length).toBeGreaterThan(0);
  });
});
