/** The languages that something is known of, each in a folder of its own. */
import { ar } from './ar/language.ts';
import { cs } from './cs/language.ts';
import { da } from './da/language.ts';
import { de } from './de/language.ts';
import { el } from './el/language.ts';
import { en } from './en/language.ts';
import { es } from './es/language.ts';
import { fi } from './fi/language.ts';
import { fr } from './fr/language.ts';
import { he } from './he/language.ts';
import { hi } from './hi/language.ts';
import { hu } from './hu/language.ts';
import { it } from './it/language.ts';
import { ja } from './ja/language.ts';
import { ko } from './ko/language.ts';
import type { Language } from './language.ts';
import { nl } from './nl/language.ts';
import { no } from './no/language.ts';
import { pl } from './pl/language.ts';
import { pt } from './pt/language.ts';
import { ro } from './ro/language.ts';
import { ru } from './ru/language.ts';
import { sv } from './sv/language.ts';
import { th } from './th/language.ts';
import { tr } from './tr/language.ts';
import { uk } from './uk/language.ts';
import { zh } from './zh/language.ts';

/** By primary language, those first that most is known of. */
export const languages: Readonly<Record<string, Language>> = {
  en,
  el,
  ru,
  uk,
  es,
  fr,
  de,
  it,
  ar,
  pt,
  pl,
  cs,
  nl,
  zh,
  ja,
  hi,
  he,
  ko,
  th,
  tr,
  sv,
  da,
  no,
  fi,
  ro,
  hu,
};

/** One part of all that have it, by language. */
export function byLanguage<Part extends keyof Language>(
  part: Part,
): Record<string, NonNullable<Language[Part]>> {
  const found: Record<string, NonNullable<Language[Part]>> = {};
  for (const [code, language] of Object.entries(languages)) {
    const own = language[part];
    if (own !== undefined) found[code] = own;
  }
  return found;
}
