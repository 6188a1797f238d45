import { describe, expect, it } from 'vitest';
import { checkCopy } from './check-copy.ts';
import { comesBack, roundTrip } from './round-trip.ts';

const bare = { headline: '', dek: '', byline: '', pickedUp: false, credit: '', originalLink: null, hops: [] };
const told = (bodyText: string, more: object) =>
  checkCopy({ ...bare, isBare: true, bodyText, ...more }, { checks: [roundTrip] });

describe('a way out of a language and back into it', () => {
  it.each([
    ['el', ['el', 'en'], 'en'],
    ['el-GR', ['el', 'en', 'fr'], 'fr'],
    ['el', ['en'], null],
    ['en', ['el', 'en'], null],
    ['el', ['en', 'el'], null],
    ['el', [], null],
    ['', ['el', 'en'], null],
  ])('of %s by %j is by %s', (language, way, by) => {
    expect(comesBack(language, way)).toBe(by);
  });
});

describe('a quotation that came back', () => {
  const greek = 'Ο δήμαρχος είπε: «Δεν θα κλείσει το λιμάνι τον χειμώνα». Το «Αυγή» έφυγε.';
  const language = 'el';

  it('is flagged, and offered without its marks', () => {
    const [finding, ...more] = told(greek, { language, way: ['el', 'en'] });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      check: 'round-trip',
      severity: 'major',
      text: '«Δεν θα κλείσει το λιμάνι τον χειμώνα»',
      suggestion: 'Δεν θα κλείσει το λιμάνι τον χειμώνα',
    });
    expect(finding?.message).toContain('said in Greek and came back by way of English');
  });

  it('is let pass where its words are known to be those that were said, or its own way says so', () => {
    const words = '«Δεν θα κλείσει το λιμάνι τον χειμώνα»';
    const way = ['el', 'en'];
    expect(told(greek, { language, way, quoted: [{ words, way: null }] })).toEqual([]);
    expect(told(greek, { language, way, quoted: [{ words, way: ['el'] }] })).toEqual([]);
    expect(told(greek, { language, way: [], quoted: [{ words, way }] })).toHaveLength(1);
    expect(told(greek, { language: 'en', way })).toEqual([]);
  });
});
