/** The furniture words of public pages in the paper's language; English where there is no catalog yet. */
import { en } from './en.ts';

/** Every catalog has the shape of the English one, so that a missing word is a type error. */
export type Words = typeof en;

const catalogs: Record<string, Words> = { en };

export function wordsFor(language: string): Words {
  return catalogs[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
