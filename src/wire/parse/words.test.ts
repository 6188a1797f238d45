/** F13: a headline says what its sender wrote, whatever markup stands in it. */
import { describe, expect, it } from 'vitest';
import { plainLine } from './words.ts';

describe('a headline', () => {
  it.each([
    ['Fire in <i>Lind</i>’s port', 'Fire in Lind’s port'],
    ['One<br>two', 'One two'],
    ['12 m<sup>2</sup> of CO<sub>2</sub>', '12 m² of CO₂'],
    ['Le 1<sup>er</sup> mai, la 3<sup>a</sup>', 'Le 1er mai, la 3ª'],
    ['Five die<sup><a href="#fn1">1</a></sup> in Lind', 'Five die in Lind'],
    ['Five die<sup><a href="https://a.example/">1</a></sup>', 'Five die[1]'],
    ['2<sup>10<sup>3</sup></sup>', '2^(10³)'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt></ruby>字', '漢（かん）字'],
    ['<![CDATA[Fire & smoke]]>', 'Fire & smoke'],
    ['Was <del>12</del> 14 <q>a lot</q>?', 'Was 14 “a lot”?'],
    ['a &lt;b&gt; c', 'a <b> c'],
    ['x < y', 'x < y'],
  ])('%s', (given, wanted) => {
    expect(plainLine(given)).toBe(wanted);
  });
});
