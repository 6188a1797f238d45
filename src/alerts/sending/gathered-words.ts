/** The line over several alerts in one, in the reader's language; English where we have none. Phrased to need no plural. */

import { primaryLanguage } from '../../kit/language-tag.ts';
import type { GatheredWords } from '../../language/alert-catalog.ts';
import { enAlerts } from '../../language/en/alerts.ts';
import { byLanguage } from '../../language/languages.ts';

const en = enAlerts.gathered;

const catalogs = byLanguage('gathered');

/** Whether there are words in this language. */
export const hasGatheredWords = (language: string): boolean => primaryLanguage(language) in catalogs;

export function gatheredWords(language: string): GatheredWords {
  return catalogs[primaryLanguage(language)] ?? en;
}
