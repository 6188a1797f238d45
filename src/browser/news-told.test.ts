import { describe, expect, test } from 'vitest';
import { isForPage } from './news-told.ts';

const told = (language: string, languages: string[]) => ({ language, languages });

describe('an alert on an open page', () => {
  test('is shown in the language of the page, once', () => {
    expect(isForPage(told('el', ['en', 'el']), 'el')).toBe(true);
    expect(isForPage(told('en', ['en', 'el']), 'el')).toBe(false);
    expect(isForPage(told('en-GB', ['en-GB', 'el']), 'en')).toBe(true);
  });

  test('is shown in the story’s own language where the page’s has no edition', () => {
    expect(isForPage(told('en', ['en', 'el']), 'de')).toBe(true);
    expect(isForPage(told('el', ['en', 'el']), 'de')).toBe(false);
    expect(isForPage(told('ar', []), 'de')).toBe(true);
  });
});
