/** Months and days of the week that are others than in the original. */
import { reason } from '../finding-reason.ts';
import { calendarNames, calendarNamesIn, doubtfulMonths } from './calendar-names.ts';
import type { Pair, PairCheck, PairDraft } from './translation.ts';

export const dateCheck: PairCheck = {
  name: 'translation-date',
  says: 'A month or a day of the week is another than in the original.',
  knows: () => true,
  find: (pair) => [...differ(pair, 'months'), ...differ(pair, 'weekdays')],
};

/** Only where each side names one that the other does not: a day may also be said as a date, or left out. */
function differ({ source, target, from, to }: Pair, kind: 'months' | 'weekdays'): PairDraft[] {
  const here = named(source, from, kind);
  const there = named(target, to, kind);
  const lost = here.filter((name) => !there.some((other) => other.value === name.value));
  const came = there.filter((name) => !here.some((other) => other.value === name.value));
  const [was, now] = [lost[0], came[0]];
  if (!was || !now) return [];
  const [before, after] = [source.slice(was.start, was.end), target.slice(now.start, now.end)];
  return [
    {
      check: dateCheck.name,
      severity: 'critical',
      because: reason('originalSays', { before, now: after }),
      target: now,
      source: was,
    },
  ];
}

interface Named {
  start: number;
  end: number;
  value: number;
}

function named(text: string, language: string, kind: 'months' | 'weekdays'): Named[] {
  const names = calendarNamesIn(text, calendarNames(language)[kind]);
  const sure = names.filter(
    (name) => kind === 'weekdays' || !doubtfulMonths.has(name.name) || besideNumber(text, name),
  );
  if (kind === 'weekdays' && language === 'en')
    return sure.filter(({ start }) => /\p{Lu}/u.test(text[start] ?? ''));
  if (kind === 'months' && (language === 'zh' || language === 'ja')) {
    return [...text.matchAll(/(\d{1,2}|[０-９]{1,2})月/gu)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: Number((match[1] ?? '').normalize('NFKC')),
    }));
  }
  return sure;
}

function besideNumber(text: string, { start, end }: Named): boolean {
  return (
    /\d[.,]?\s*(?:de |of )?$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^,?\s*\d/.test(text.slice(end, end + 4))
  );
}
