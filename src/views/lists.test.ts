import { expect, test } from 'vitest';
import { aside, listOf, sortedIn } from './lists.ts';

test.each([
  ['en', 'Ana, Omar and Eleni', 'Ana, Omar, Eleni'],
  ['de', 'Ana, Omar und Eleni', 'Ana, Omar, Eleni'],
  ['el', 'Ana, Omar και Eleni', 'Ana, Omar, Eleni'],
  ['es', 'Ana, Omar y Eleni', 'Ana, Omar, Eleni'],
  ['fr', 'Ana, Omar et Eleni', 'Ana, Omar, Eleni'],
  ['ru', 'Ana, Omar и Eleni', 'Ana, Omar, Eleni'],
  ['uk', 'Ana, Omar і Eleni', 'Ana, Omar, Eleni'],
  ['ar', 'Ana وOmar وEleni', 'Ana، Omar، Eleni'],
])('in %s, a list reads as its language writes it', (language, list, words) => {
  const names = ['Ana', 'Omar', 'Eleni'];
  expect(listOf(language, names).replaceAll('، و', ' و')).toBe(list.replaceAll('، و', ' و'));
  expect(aside(language, [...names, ''])).toBe(words);
});

test.each([
  ['el', ['Ώρα', 'ώμος', 'άνεμος', 'Αθήνα'], ['Αθήνα', 'άνεμος', 'ώμος', 'Ώρα']],
  ['de', ['Zoo', 'Ärzte', 'Azubis', 'ahoi'], ['ahoi', 'Ärzte', 'Azubis', 'Zoo']],
  ['es', ['ñu', 'nz', 'oca', 'nube'], ['nube', 'nz', 'ñu', 'oca']],
  ['uk', ['їжак', 'ґава', 'гора', 'дім', 'іній'], ['гора', 'ґава', 'дім', 'іній', 'їжак']],
  ['ru', ['ёлка', 'жук', 'ель'], ['ёлка', 'ель', 'жук']],
  ['ar', ['يد', 'أحمد', 'بيروت', 'إبل'], ['إبل', 'أحمد', 'بيروت', 'يد']],
  ['en', ['Pier 10', 'Pier 9', 'pier 1'], ['pier 1', 'Pier 9', 'Pier 10']],
])('in %s, %j are sorted as its readers look for them', (language, names, sorted) => {
  expect(
    sortedIn(
      language,
      names.map((name) => ({ name })),
    ).map(({ name }) => name),
  ).toEqual(sorted);
});

test('a tag that is none is written like English', () => {
  expect(aside('not a tag', ['a', 'b'])).toBe('a, b');
});
