/** Names of months and weekdays, in the forms in which dates are written. Index 0 is January, and Monday. */

import { byLanguage } from '../language/languages.ts';

const months = byLanguage('months');

const weekdays = byLanguage('weekdays');

export const dateLanguages = Object.keys(months);

export interface DateNames {
  months: Map<string, number>;
  weekdays: Map<string, number>;
}

export function dateNames(language: string): DateNames | null {
  const [names, days] = [months[language], weekdays[language]];
  if (!names || !days) return null;
  return { months: indexed(names), weekdays: indexed(days) };
}

function indexed(forms: string[]): Map<string, number> {
  return new Map(
    forms.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index])),
  );
}
