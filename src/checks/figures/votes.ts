/** A vote whose votes are not those of everybody, where the copy itself says that everybody voted. */
import { once } from '../../kit/once.ts';
import type { Span } from '../../kit/paragraphs.ts';
import type { VoteWords } from '../../language/figure-words.ts';
import type { Finding } from '../copy.ts';
import { reason } from '../finding-reason.ts';
import type { TextReading } from '../reading.ts';
import { spanAt } from '../words.ts';
import { figureWords } from './change-patterns.ts';

interface VotePatterns {
  result: RegExp;
  all: RegExp;
  /** With what says that there were none, as its group. */
  apart: RegExp;
}

const made = new Map(
  Object.entries(figureWords).flatMap(([language, { votes }]) =>
    votes ? [[language, once(() => patternsOf(votes))] as const] : [],
  ),
);

function patternsOf({ result, all, apart, none }: VoteWords): VotePatterns {
  const pattern = (words: string) => {
    const counted = words.replace(/[ABN]/u, '(\\d{1,4})').replace('B', '(\\d{1,4})');
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${counted})(?![\\p{L}\\p{N}]|[.,:–-]\\d)`, 'giu');
  };
  return {
    result: pattern(result),
    all: pattern(all),
    apart: new RegExp(`(?<!\\p{L})(?<none>(?:${none})\\s(?:\\p{L}+\\s){0,2})?(?:${apart})(?!\\p{L})`, 'giu'),
  };
}

export function votesIn(part: TextReading): Finding[] {
  const patterns = made.get(part.language)?.();
  if (!patterns) return [];
  return part.matches(patterns.all).flatMap((match) => {
    const all = Number(match[1]);
    const paragraph = spanAt(part.paragraphs, match.index);
    const result = paragraph && onlyResult(part, paragraph, patterns);
    if (!result || result.sum === all || part.isQuoted(result.start)) return [];
    const because = reason('partsMisfit', { parts: result.votes, sum: result.sum, whole: String(all) });
    return [part.finding(result, { check: 'figures-misfit', severity: 'major', because })];
  });
}

/** The one vote of a paragraph in which nobody kept out of it; null where there are several, or some did. */
function onlyResult(part: TextReading, paragraph: Span, { result, apart }: VotePatterns) {
  const text = part.slice(paragraph);
  const [found, ...others] = text.matchAll(result);
  const isApart = [...text.matchAll(apart)].some(({ groups }) => groups?.none === undefined);
  if (!found || others.length > 0 || isApart) return null;
  const votes = [found[1] ?? '', found[2] ?? ''];
  const start = paragraph.start + found.index;
  return { start, end: start + found[0].length, votes, sum: Number(votes[0]) + Number(votes[1]) };
}
