/** The furniture words of public pages, in the languages that there is a catalog for. See docs/translating.md. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import { ar } from './ar.ts';
import type { Catalog, Some, Words } from './catalog.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';

/** What translators wrote, by language. */
export const catalogs: Record<string, Catalog> = { ar, de, el, es, fr, ru, uk };

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
