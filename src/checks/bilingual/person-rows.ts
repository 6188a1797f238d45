/**
 * Two capitals in a row that can only be somebody: in languages that write the second word of a body's name small (Государственная
 * дума, Assemblée nationale, Spojené státy). What is left are names of places and feasts, which begin with an adjective.
 */
import { byLanguage } from '../../language/languages.ts';
import type { Span } from './translation.ts';

export interface PersonRow extends Span {
  words: string[];
}

/** How an adjective ends, by language; a row that begins with one is a place or a feast: Млечный Путь, Nowy Sącz. */
const adjectives = byLanguage('adjectiveEnds');
/** Words that make a place, a body, a day or a title of two capitals, in these languages. */
const noPerson = byLanguage('noPersons');

const row =
  /(?<![\p{L}\p{M}.'’«„"“-])\p{Lu}[\p{Ll}\p{M}]{2,}(?: \p{Lu}[\p{Ll}\p{M}]{2,}){1,2}(?![\p{L}\p{M}»”"’'-])/gu;

/** In order; none in a language whose bodies have capitals throughout. */
export function personRows(text: string, language: string): PersonRow[] {
  const [adjective, other] = [adjectives[language], noPerson[language]];
  if (!adjective || !other) return [];
  return [...text.matchAll(row)].flatMap((match): PersonRow[] => {
    const words = match[0].split(' ');
    if (adjective.test(words[0] ?? '') || words.some((word) => other.test(word))) return [];
    return [{ start: match.index, end: match.index + match[0].length, words }];
  });
}
