/** How long ago a year was, by the day of publication: 25 years ago, in 1990. */
import { asciiDigits } from '../../kit/digits.ts';
import { once } from '../../kit/once.ts';
import type { FigureWords } from '../../language/figure-words.ts';
import type { Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { Reading, TextReading } from '../reading.ts';
import { changePatterns, figureWords } from './change-patterns.ts';

const agoPatterns = new Map(
  Object.entries(figureWords).flatMap(([language, { ago }]) =>
    ago ? [[language, once(() => agoOf(ago))] as const] : [],
  ),
);

function agoOf(ago: NonNullable<FigureWords['ago']>): RegExp {
  const words = ago.replace('N', '(?<years>\\p{Nd}{1,3})').replace('Y', '(?<year>\\p{Nd}{4})');
  return new RegExp(
    `(?<![\\p{L}\\p{N}.,–-])${words}(?!\\p{Nd}|[–-]\\p{Nd}|[’']?s\\b|\\s(?:or|and)\\s\\p{Nd}|\\sprices)`,
    'giu',
  );
}

const NEAR = 24; // units before a number in which a word takes its edge off

export function yearsAgoIn(part: TextReading, { copy: { publishedAt } }: Reading): Finding[] {
  const pattern = agoPatterns.get(part.language)?.();
  if (!pattern || publishedAt == null) return [];
  const now = new Date(publishedAt).getUTCFullYear();
  return part.matches(pattern).flatMap(({ index, 0: whole, groups }) => {
    const [given, year] = [groups?.years ?? '', groups?.year ?? ''].map((digits) =>
      Number(asciiDigits(digits)),
    );
    if (given === undefined || year === undefined || year > now) return [];
    const years = now - year;
    const slack = Math.max(1, given % 5 === 0 ? given * ROUND : 0);
    const before = part.text.slice(Math.max(0, index - NEAR), index);
    if (isOfOtherTime(part.text.slice(Math.max(0, index - TOLD), index), year + given)) return [];
    const isRound = changePatterns(part.language)?.nearly.test(before) === true;
    if (Math.abs(years - given) <= slack || isRound || part.isQuoted(index)) return [];
    const because = reason('yearsAgo', { year, years, given });
    return [
      part.finding(
        { start: index, end: index + whole.length },
        { check: 'figures-misfit', severity: 'major', because },
      ),
    ];
  });
}

/** Whether a year stands before it from which it was so long ago. */
const isOfOtherTime = (before: string, then: number) =>
  (before.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu) ?? []).some((year) => Math.abs(Number(year) - then) <= 1);

const TOLD = 300; // units before it in which another year may be the one that is told of
const ROUND = 0.1; // of fives and tens of years, which are told roundly: 20 years ago, in 2005
