import { expect, it } from 'vitest';
import { directionOf, isInLettersOf, localeOf, newsLanguageOf } from './language-tag.ts';

it.each([
  ['Άννα Ρεΐζη', 'el', true],
  ['Anna Reizi', 'el', false],
  ['Anna Reizi', 'en-GB', true],
  ['Анна', 'uk', true],
  ['Анна', 'sr-Latn', false],
  ['ليلى منصور', 'ar', true],
  ['東京', 'ja', true],
  ['新华社', 'zh-Hans', true],
  ['Anna', 'und', true],
])('knows whether %s is in the letters of %s', (text, tag, is) => {
  expect(isInLettersOf(text, tag)).toBe(is);
});

it.each([
  ['ar', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ku-Arab', 'rtl'],
  ['ku', 'ltr'],
  ['az-Arab', 'rtl'],
  ['pa-Arab', 'rtl'],
  ['pa-PK', 'rtl'],
  ['pa', 'ltr'],
  ['uz-AF', 'rtl'],
  ['ks', 'rtl'],
  ['nqo', 'rtl'],
  ['ff-Adlm', 'rtl'],
  ['yi', 'rtl'],
  ['yi-Latn', 'ltr'],
  ['ar-Latn', 'ltr'],
  ['el', 'ltr'],
  ['no tag', 'ltr'],
  ['', 'ltr'],
])('sets %s %s, by its script', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});

it.each([
  ['pt-BR', 'pt'],
  ['sr-Latn-RS', 'sr'],
  ['fil', 'fil'],
  ['zh', 'zh-cn'],
  ['zh-Hant', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-SG', 'zh-cn'],
])('names %s to Google’s news map as %s', (tag, named) => {
  expect(newsLanguageOf(tag)).toBe(named);
});

it.each([
  ['pl', 'pl_PL'],
  ['en-GB', 'en_GB'],
  ['uk', 'uk_UA'],
  ['zh-Hant', 'zh_TW'],
  ['sr-Latn', 'sr_RS'],
  ['es-419', 'es'],
  ['no tag', 'no tag'],
])('tells cards that %s is %s', (tag, locale) => {
  expect(localeOf(tag)).toBe(locale);
});
