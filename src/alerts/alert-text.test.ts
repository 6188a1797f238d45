import { describe, expect, it } from 'vitest';
import { cutOn, digestOf, lengthOf, spoken, tidyAlertLine, widthOf } from './alert-text.ts';

describe('the length of an alert', () => {
  it('is counted as a reader counts: a family, an accent and a syllable are one each', () => {
    expect(lengthOf('👩‍👩‍👧‍👦')).toBe(1);
    expect(lengthOf('e\u0301te\u0301')).toBe(3);
    expect(lengthOf('नमस्ते')).toBeLessThan('नमस्ते'.length);
    expect(lengthOf('')).toBe(0);
  });

  it('takes twice the room in wide scripts, and devices that cut are named with where', () => {
    expect(widthOf('港口')).toBe(4);
    expect(cutOn('headline', 'Ferry is back')).toEqual([]);
    expect(cutOn('headline', 'x'.repeat(40))).toEqual([{ name: 'macOS', after: 35 }]);
    expect(cutOn('headline', '港'.repeat(20)).map(({ name }) => name)).toEqual(['macOS']);
    expect(cutOn('body', 'x'.repeat(201)).map(({ name }) => name)).toEqual([
      'Android',
      'iPhone',
      'Chrome',
      'Firefox',
      'macOS',
    ]);
  });
});

describe('a line of an alert', () => {
  const wrong = (text: string) => tidyAlertLine(text, 20).wrong;

  it('is one line, composed, without what nobody sees, and with what shapes letters', () => {
    expect(tidyAlertLine(' Ferry\r\n\tis \u00A0 back\u200B ', 20)).toEqual({
      line: 'Ferry is back',
      wrong: null,
    });
    expect(tidyAlertLine('e\u0301', 20).line).toBe('é');
    expect(tidyAlertLine('می\u200Cخواهم', 20)).toEqual({ line: 'می\u200Cخواهم', wrong: null });
    expect(tidyAlertLine('👩\u200D🚒', 20).wrong).toBeNull();
  });

  it('is refused with what is wrong, and where', () => {
    for (const turned of ['\u202A', '\u202D', '\u202E', '\u2066', '\u2069'])
      expect(wrong(`Paid ${turned}gnp`)).toContain('turns the direction of text');
    for (const hidden of ['\u0000', '\u0007', '\u001B', '\u007F', '\u009B'])
      expect(wrong(`Bell${hidden}`)).toContain('cannot be shown');
    expect(wrong('\u202Efirst')).toContain('at the beginning');
    expect(wrong('half \uD83D of it')).toContain('half a character');
    expect(wrong('x'.repeat(21))).toBe('That is 21 characters; an alert has 20 at most.');
    expect(wrong('x'.repeat(20))).toBeNull();
    expect(wrong('y'.repeat(1_000_000))).toContain('1,000,000 characters');
  });
});

describe('what an alert says', () => {
  const copy = { headline: 'Ferry turns back', dek: 'All are safe.', language: 'en', kind: 'news' as const };
  const source = { name: 'Strait Agency', credit: 'Strait Agency / HP' };

  it('is the desk’s words where there are some, part by part, and the credit that is owed, once', () => {
    expect(spoken(undefined, copy, null)).toEqual({ headline: 'Ferry turns back', body: 'All are safe.' });
    expect(spoken({ headline: 'Ferry back', body: '' }, copy, source)).toEqual({
      headline: 'Ferry back',
      body: 'All are safe. (Strait Agency / HP)',
    });
    const credited = { headline: '', body: 'Strait Agency / HP says all are safe.' };
    expect(spoken(credited, copy, source).body).toBe(credited.body);
    expect(
      spoken(undefined, { ...copy, headline: 'x', dek: '' }, { name: 'Quay Radio', credit: '' }).body,
    ).toBe('(Quay Radio)');
  });

  it('says of an opinion, a letter and a correction that it is one, in the language of the edition, once', () => {
    const opinion = { ...copy, headline: 'The ferry should stay', kind: 'opinion' as const };
    const line = (own: string, more = {}) =>
      spoken(own ? { headline: own, body: '' } : undefined, { ...opinion, ...more }, null).headline;
    expect(line('')).toBe('Opinion: The ferry should stay');
    expect(line('Keep it')).toBe('Opinion: Keep it');
    expect(line('Opinion | Keep it')).toBe('Opinion | Keep it');
    expect(line('', { language: 'fr-CH' })).toBe('Opinion\u00a0: The ferry should stay');
    expect(line('', { language: 'el', kind: 'letters' })).toBe('Επιστολές: The ferry should stay');
    expect(line('', { kind: 'obituary' })).toBe('The ferry should stay');
  });

  it('is agreed to in these words at this level, and in no others', () => {
    const text = { headline: 'Ferry back', body: 'All safe' };
    expect(digestOf('flash', text)).toBe(digestOf('flash', { ...text }));
    expect(digestOf('flash', { ...text, body: 'All safe.' })).not.toBe(digestOf('flash', text));
    expect(digestOf('bulletin', text)).not.toBe(digestOf('flash', text));
  });
});
