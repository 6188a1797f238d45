/** Nouns that serve a man and a woman alike (portavoz, fiscal, porte-parole): the article before one says which, or nothing does. */
import { byLanguage } from '../../language/languages.ts';
import { perLanguage, type Span } from './translation.ts';

const TABLES = byLanguage('bothSexes');

const patternOf = perLanguage((language) => {
  const table = TABLES[language];
  if (!table) return { pattern: null };
  const { nouns, he, she, between } = table;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}])(?:(${he})|(${she}))\\s(?:(?:${between})[\\s-])?((?:${nouns}))(?![\\p{L}\\p{M}-])`,
    'giu',
  );
  return { pattern };
});

/** Each with what its article says; those without one are left out. */
export function bothIn(text: string, language: string): (Span & { sex: 'he' | 'she' })[] {
  const { pattern } = patternOf(language);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map(({ 0: whole, 1: he, 3: noun = '', index }) => {
    const end = index + whole.length;
    return { sex: he === undefined ? 'she' : 'he', start: end - noun.length, end };
  });
}
