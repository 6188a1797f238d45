import { describe, expect, it } from 'vitest';
import { isSameLanguage, languageOf } from './language.ts';

describe('the true language', () => {
  it('is what the words say, against what is declared', async () => {
    const text =
      'The evening ferry to the island left forty minutes late because of strong winds, the port said.';
    expect(await languageOf(text, 'el')).toEqual({ detected: 'en', language: 'en' });
    expect(await languageOf(text, 'en-GB')).toEqual({ detected: 'en', language: 'en-GB' });
    expect(await languageOf(text, null)).toEqual({ detected: 'en', language: 'en' });
  });
  it('is what is declared where the words are too few to contradict it', async () => {
    expect(await languageOf('Taxi!', 'tr')).toMatchObject({ language: 'tr' });
    expect(await languageOf('12:00', 'tr')).toEqual({ detected: null, language: 'tr' });
    expect(await languageOf('', null)).toEqual({ detected: null, language: null });
  });
  it('leaves neighbours to what is declared', async () => {
    const serbian = 'Trajekt za ostrvo krenuo je kasno zbog jakog vetra, saopštila je luka u utorak uveče.';
    expect((await languageOf(serbian, 'bs')).language).toBe('bs');
  });
  it('is the same with and without a region, and under its other names', () => {
    expect(isSameLanguage('en-GB', 'en')).toBe(true);
    expect(isSameLanguage('nb', 'no')).toBe(true);
    expect(isSameLanguage('EN_us', 'en')).toBe(true);
    expect(isSameLanguage('en', 'el')).toBe(false);
    expect(isSameLanguage(null, null)).toBe(false);
    expect(isSameLanguage('', 'en')).toBe(false);
  });
});
