/** Names of months and weekdays, in the forms in which dates are written. Index 0 is January, and Monday. */

import { once } from '../kit/once.ts';
import { byLanguage } from '../language/languages.ts';

const months = byLanguage('months');

const weekdays = byLanguage('weekdays');

export const dateLanguages = Object.keys(months);

export interface DateNames {
  months: Map<string, number>;
  weekdays: Map<string, number>;
}

/** By language, each made when it is first asked for: some checks ask at every name. */
const tables = new Map(
  Object.entries(months).flatMap(([language, names]) => {
    const days = weekdays[language];
    return days
      ? [[language, once(() => ({ months: indexed(names), weekdays: indexed(days) }))] as const]
      : [];
  }),
);

export function dateNames(language: string): DateNames | null {
  return tables.get(language)?.() ?? null;
}

function indexed(forms: string[]): Map<string, number> {
  return new Map(
    forms.flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index])),
  );
}
