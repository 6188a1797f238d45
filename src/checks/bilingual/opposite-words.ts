/** Pairs of opposites that news turns on, in each language: the one, then the other. A star ends a stem. */
import { byLanguage } from '../../language/languages.ts';
import type { OppositeName } from '../../language/pair-words.ts';

export type Opposites = Readonly<Record<string, readonly [string, string]>>;

const names: readonly OppositeName[] = [
  'before',
  'rises',
  'north',
  'east',
  'first',
  'more',
  'wins',
  'lives',
  'opens',
  'buys',
  'young',
  'accepts',
];

export const opposites: readonly Opposites[] = names.map((name) =>
  Object.fromEntries(
    Object.entries(byLanguage('opposites')).flatMap(([language, own]) =>
      own[name] ? [[language, own[name]]] : [],
    ),
  ),
);
