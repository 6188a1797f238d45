/** A day of the month in brackets behind its weekday, as papers of Brazil write it: na sexta (20), nesta segunda-feira (16). */
import type { Span } from '../kit/paragraphs.ts';
import { weekdayOf } from './find-dates.ts';
import { dateNames } from './month-names.ts';

export interface BareDay extends Span {
  /** The day of that number nearest to the day of publication: its year, and its weekday, 0 is Monday. */
  year: number;
  weekday: number;
}

const pattern =
  /(?<![\p{L}\p{N}])(segunda|terça|quarta|quinta|sexta|sábado|domingo)(?:-feira)?\s\(([0-3]?\d)\)/giu;

/** Those whose weekday fits in no month near the day of publication: the one before, its own and the next. */
export function misfitsInBrackets(text: string, language: string, publishedAt: number): BareDay[] {
  const weekdays = language === 'pt' ? dateNames(language)?.weekdays : undefined;
  if (!weekdays) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const near = daysNear(Number(match[2]), publishedAt);
    const [nearest] = near;
    const said = weekdays.get((match[1] ?? '').toLowerCase());
    if (!nearest || near.some(({ weekday }) => weekday === said)) return [];
    return [{ start: match.index, end: match.index + match[0].length, ...nearest }];
  });
}

/** The nearest first; none where no month has such a day. */
function daysNear(day: number, publishedAt: number): { year: number; weekday: number }[] {
  const now = new Date(publishedAt);
  return [0, -1, 1]
    .map((away) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + away, day)))
    .filter((at) => day > 0 && at.getUTCDate() === day)
    .sort((one, two) => Math.abs(one.getTime() - publishedAt) - Math.abs(two.getTime() - publishedAt))
    .map((at) => {
      const year = at.getUTCFullYear();
      return { year, weekday: weekdayOf(year, at.getUTCMonth(), day) };
    });
}
