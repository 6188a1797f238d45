/** The paper's own words within something in another language: which language they are in, and which way they run. */
import { directionOf } from './document.tsx';
import type { Place } from './when.ts';

/** Attributes for an element; none where the language around is the paper's anyway. */
export function paperWords(place: Place, around: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return around === place.language ? {} : { lang: place.language, dir: directionOf(place.language) };
}
