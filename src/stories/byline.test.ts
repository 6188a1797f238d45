import { expect, it } from 'vitest';
import { bylineNames } from './byline.ts';

it.each([
  ['Maria Leonti', null, ['Maria Leonti']],
  ['By Maria Leonti and Omar Haddad', null, ['Maria Leonti', 'Omar Haddad']],
  ['By Maria Leonti and Omar Haddad', 'Omar Haddad', ['Maria Leonti', 'Omar Haddad']],
  ['Maria Leonti, Piraeus', 'Maria Leonti', ['Maria Leonti']],
  ['Maria Leonti, Piraeus', null, ['Maria Leonti, Piraeus']],
  [
    'Von Maria Leonti, Petros Vlachos und Omar Haddad',
    null,
    ['Maria Leonti', 'Petros Vlachos', 'Omar Haddad'],
  ],
  ['Μαρία Λεοντή και Ομάρ Χαντάντ', null, ['Μαρία Λεοντή', 'Ομάρ Χαντάντ']],
  ['Мария Леонти и Омар Хаддад', 'Мария Леонти', ['Мария Леонти', 'Омар Хаддад']],
  ['مريم ليونتي وعمر حداد', 'مريم ليونتي', ['مريم ليونتي', 'عمر حداد']],
  ['عمر حداد ومريم ليونتي', 'مريم ليونتي', ['عمر حداد', 'مريم ليونتي']],
  ['محمد وليد', null, ['محمد وليد']],
  ['Sandy Anderson & Andy Brand', null, ['Sandy Anderson', 'Andy Brand']],
  ['', null, []],
])('the names in “%s”, %s being known, are %j', (byline, known, names) => {
  expect(bylineNames(byline, known)).toEqual(names);
});
