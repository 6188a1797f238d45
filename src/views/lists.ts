/** Words one after another, as a language writes and sorts them. */
import { scriptOfTag } from '../kit/language-tag.ts';

/** 'Maria, Petros and Omar': in English without a country as most of the world writes it. */
export function listOf(language: string, words: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' }).format(words);
}

/** 'translated, Greek': words that say more of one thing, without an "and". */
export function aside(language: string, words: readonly string[]): string {
  return words.filter((word) => word !== '').join(commaOf(language));
}

const COMMAS: Record<string, string> = { Arab: '، ', Hans: '、', Hant: '、', Jpan: '、' };

/** The comma of the script that a language is written in, with its space. */
export function commaOf(language: string): string {
  return COMMAS[scriptOfTag(language)] ?? ', ';
}

/** As somebody who reads the language looks for them: case and accents last, numbers by their size. */
export function sortedIn<Thing extends { name: string }>(
  language: string,
  things: readonly Thing[],
): Thing[] {
  const collator = new Intl.Collator(language, { numeric: true });
  return things.toSorted((one, other) => collator.compare(one.name, other.name));
}
