/** Spans whose second end comes before the first: between 9 and 4 per cent, between 2019 and 2016, between June 12 and June 3. */
import { asciiDigits } from '../../kit/digits.ts';
import { once } from '../../kit/once.ts';
import type { FigureWords } from '../../language/figure-words.ts';
import type { Span } from '../bilingual/translation.ts';
import type { Finding } from '../copy.ts';
import type { WrittenDate } from '../find-dates.ts';
import { reason } from '../finding-reason.ts';
import type { TextReading } from '../reading.ts';
import { figureWords } from './change-patterns.ts';
import { SHARE } from './sentence-figures.ts';

interface SpanPatterns {
  /** Two numbers, groups of each. */
  shares: RegExp;
  years: RegExp;
  beforeDay: RegExp;
  betweenDays: RegExp;
  /** A day before a date of its month, as its group. */
  beforeDate: RegExp;
  twoThings: RegExp;
  /** From a year to one, where somebody did something for as long. */
  stayed: { years: RegExp; verbs: RegExp; backwards: RegExp } | null;
}

const HEAD = '(?<![\\p{L}\\p{M}\\p{N}])';
const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
const YEAR = '((?:1[5-9]|20)\\d\\d|[١٢][٠-٩]{3})';
/** Behind a year that is none, or is counted towards the birth of Christ. */
const NO_YEAR =
  '(?![\\p{Nd}.,]*\\p{Nd}|\\s?(?:[€$£%°₽]|(?:m|ft|km|kg|g|cal|kcal|metr|mètr|met|feet|people|euro|dollar|calor|kalor|μέτρ|метр|متر|b\\.?c|bce|v\\.? ?chr|av\\.? ?j|avant|a\\.? ?c\\b|f\\.? ?kr|до н|п\\.? ?χ|p\\.? ?n\\.? ?e|ق\\.? ?م)))';

const made = new Map(
  Object.entries(figureWords).map(([language, words]) => [language, once(() => patternsOf(words))]),
);

function patternsOf({
  between,
  twoThings,
  stayed,
  until,
  from,
  backwards,
}: FigureWords): SpanPatterns | null {
  if (!between || !twoThings) return null;
  const [one, other] = between;
  const words = (list: string) => new RegExp(`${HEAD}(?:${list})(?![\\p{L}\\p{M}])`, 'iu');
  return {
    shares: new RegExp(`${HEAD}(?:${one})\\s${NUMBER}\\s(?:${other})\\s?${NUMBER}\\s?${SHARE}`, 'giu'),
    years: new RegExp(`${HEAD}(?:${one})\\s${YEAR}\\s(?:${other})\\s?${YEAR}${NO_YEAR}`, 'giu'),
    beforeDay: new RegExp(`${HEAD}(?:${one})(?:\\s\\p{L}{1,3})?\\s$`, 'iu'),
    betweenDays: new RegExp(`^,?\\s(?:${other})(?:\\s\\p{L}{1,3})?\\s$`, 'iu'),
    beforeDate: new RegExp(
      `${HEAD}(?:${one})(?:\\s\\p{L}{1,3})?\\s(\\d{1,2})\\.?\\s(?:${other})(?:\\s\\p{L}{1,3})?\\s$`,
      'iu',
    ),
    twoThings: words(twoThings),
    stayed:
      stayed && until && backwards
        ? {
            years: new RegExp(`${HEAD}(?:${from})\\s?${YEAR}\\s(?:${until})\\s${YEAR}${NO_YEAR}`, 'giu'),
            verbs: words(stayed),
            backwards: words(backwards),
          }
        : null,
  };
}

export function backwardsIn(part: TextReading): Finding[] {
  const patterns = made.get(part.language)?.() ?? null;
  if (!patterns) return [];
  const { shares, years } = patterns;
  const spans = [...betweenIn(part, years, patterns), ...stayedIn(part, patterns), ...daysIn(part, patterns)];
  return [
    ...spans.map((span) => backwards(part, span)),
    // Shares may follow the order of what has them: in Salzburg and Wien, between 64 and 50 per cent.
    ...betweenIn(part, shares, patterns).map((span) => ({
      ...backwards(part, span),
      severity: 'minor' as const,
    })),
  ].filter(({ start }) => !part.isQuoted(start));
}

/** A span told as one that runs backwards. */
export function backwards(part: TextReading, span: Span): Finding {
  const because = reason('rangeBackwards', { words: part.slice(span) });
  return part.finding(span, { check: 'figures-misfit', severity: 'major', because });
}

const BEFORE = 60; // units before a span, and behind it, in which a word may make two things of its ends
const BEHIND = 30;

const around = ({ text }: TextReading, { start, end }: Span) =>
  text.slice(Math.max(0, start - BEFORE), end + BEHIND);

function betweenIn(part: TextReading, pattern: RegExp, { twoThings }: SpanPatterns): Span[] {
  return part
    .matches(pattern)
    .filter(({ 1: one, 2: other }) => numberOf(one) > numberOf(other))
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }))
    .filter((span) => !twoThings.test(around(part, span)));
}

const numberOf = (words = '') => Number(asciiDigits(words).replace(',', '.'));

function stayedIn(part: TextReading, { stayed }: SpanPatterns): Span[] {
  if (!stayed) return [];
  return part
    .matches(stayed.years)
    .filter(({ 1: one, 2: other }) => numberOf(one) > numberOf(other))
    .map(({ index, 0: whole }) => ({ start: index, end: index + whole.length }))
    .filter((span) => stayed.verbs.test(around(part, span)) && !stayed.backwards.test(around(part, span)));
}

/** Two days of one month, or a day and a date of its month: between 12 and 3 June. */
function daysIn(part: TextReading, { beforeDay, betweenDays, beforeDate, twoThings }: SpanPatterns): Span[] {
  const { dates, text } = part;
  const isBetween = (start: number) => beforeDay.exec(text.slice(Math.max(0, start - BEFORE), start));
  return dates.flatMap((date, at): Span[] => {
    const day = beforeDate.exec(text.slice(Math.max(0, date.start - BEFORE), date.start));
    if (day && Number(day[1]) > date.day && Number(day[1]) <= LAST && /\d/u.test(text[date.start] ?? ''))
      return [{ start: date.start - day[0].length, end: date.end }];
    const next = dates[at + 1];
    const lead = isBetween(date.start)?.[0];
    if (!next || lead === undefined || !betweenDays.test(text.slice(date.end, next.start))) return [];
    const span = { start: date.start - lead.length, end: next.end };
    return isLater(date, next) && !twoThings.test(around(part, span)) ? [span] : [];
  });
}

const LAST = 31; // day of a month

/** Of one month, and not of two years: a span of weeks may go over the new year. */
function isLater(one: WrittenDate, other: WrittenDate): boolean {
  return one.month === other.month && one.day > other.day && (one.year === null || one.year === other.year);
}
