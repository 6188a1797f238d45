/** The few words that an alert says by itself, in the language of the edition; English where we have none. */

import { primaryLanguage } from '../kit/language-tag.ts';
import type { AlertWords } from '../language/alert-catalog.ts';
import { enAlerts } from '../language/en/alerts.ts';
import { enKinds } from '../language/en/kinds.ts';
import type { KindWords } from '../language/kind-words.ts';
import { byLanguage } from '../language/languages.ts';

const en = enAlerts.alert;

const catalogs = byLanguage('alert');

export function alertWords(language: string): AlertWords {
  return catalogs[primaryLanguage(language)] ?? en;
}

const kinds = byLanguage('kinds');

export function kindWords(language: string): KindWords {
  return kinds[primaryLanguage(language)] ?? enKinds;
}
