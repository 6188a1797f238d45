/** The buttons on a notification, in the language of the edition; English where we have none. Two short words each. */

import { primaryLanguage } from '../kit/language-tag.ts';
import type { ActionWords } from '../language/alert-catalog.ts';
import { enAlerts } from '../language/en/alerts.ts';
import { byLanguage } from '../language/languages.ts';

const en = enAlerts.actions;

const catalogs = byLanguage('actions');

export function actionWords(language: string): ActionWords {
  return catalogs[primaryLanguage(language)] ?? en;
}
