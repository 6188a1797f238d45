/** Pronouns that may stand for a speaker, by language: whom they can mean. */
import { byLanguage } from '../../language/languages.ts';
import type { PronounGender } from '../../language/saying-words.ts';

const tables = byLanguage('pronouns');

/** By the pronoun in lower case; empty for a language without a table. */
export function pronounsOf(language: string): ReadonlyMap<string, PronounGender> {
  return new Map(Object.entries(tables[language.slice(0, 2).toLowerCase()] ?? {}));
}
