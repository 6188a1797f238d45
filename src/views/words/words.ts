/** The furniture words of public pages, in the languages that there is a catalog for. See docs/translating.md. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import type { Catalog, Some, Words } from '../../language/catalog.ts';
import { enPages as en } from '../../language/en/pages.ts';
import { byLanguage } from '../../language/languages.ts';

const { en: _, ...translated } = byLanguage('pages');

/** What translators wrote, by language. */
export const catalogs: Record<string, Catalog> = translated;

const whole: Record<string, Words> = {
  en,
  ...Object.fromEntries(Object.entries(catalogs).map(([name, catalog]) => [name, filledUp(en, catalog)])),
};

/** Whether there is a catalog for this language. */
export function hasWords(language: string): boolean {
  return primaryLanguage(language) in whole;
}

/** English where there is no catalog. */
export function wordsFor(language: string): Words {
  return whole[primaryLanguage(language)] ?? en;
}

function filledUp<Part extends object>(english: Part, own: Some<Part>): Part {
  const names = Object.keys(english) as (keyof Part)[];
  return Object.fromEntries(
    names.map((name) => {
      const [word, translated] = [english[name], own[name]];
      if (typeof word !== 'object' || word === null) return [name, translated ?? word];
      return [name, filledUp(word, (translated ?? {}) as Some<typeof word>)];
    }),
  ) as Part;
}
