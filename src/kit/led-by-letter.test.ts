import { describe, expect, it } from 'vitest';
import { alternativesOf, beginsLike } from './led-by-letter.ts';

describe('patterns by the letter that they begin with', () => {
  it('are parted at the bars that no bracket holds', () => {
    expect(alternativesOf(String.raw`a(?:b|c)|[|)]d|e\|f|`)).toEqual(['a(?:b|c)', '[|)]d', String.raw`e\|f`]);
  });

  it('say yes to whatever the whole pattern would, in either case and behind signs', () => {
    const sources = [String.raw`share(?: this)?|(?:click|tap) here|s?end|(?:a|\d+) reply`, 'поделиться'];
    const whole = new RegExp(`^[\\p{P}\\s]*(?:${sources.join('|')})`, 'iu');
    const may = beginsLike(sources, String.raw`[\p{P}\s]*`);
    for (const line of [
      ...['Share this', '— TAP here', 'end', 'Send', '12 reply', 'a reply', 'ПОДЕЛИТЬСЯ', '“Click here'],
      ...['The share', 'Tapped', '12 replies are in', 'reply', 'подели', '', '…'],
    ])
      expect([line, may(line)]).toEqual([line, whole.test(line)]);
  });
});
