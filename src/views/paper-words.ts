/** The paper's own words within something in another language: which language they are in, and which way they run. */
import { directionOf } from '../kit/language-tag.ts';
import type { TimePlace } from './when.ts';

/** Attributes for an element; none where the language around is the page's anyway. */
export function paperWords(place: TimePlace, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return inLanguage(place.language, around);
}

/** The same for words of any language. */
export function inLanguage(language: string, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return around === language ? {} : { lang: language, dir: directionOf(language) };
}
