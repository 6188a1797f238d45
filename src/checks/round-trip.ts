/** Quotations that come back into the language in which they were said, by way of another: their words are a translation of one. */

import { primaryLanguage } from '../kit/language-tag.ts';
import type { Check, Finding } from './check.ts';
import { type FindingReason, reason } from './finding-reason.ts';
import type { QuotePair } from './quote-marks.ts';
import type { Reading, TextReading } from './reading.ts';

export const roundTrip: Check = {
  name: 'round-trip',
  says: 'A quotation comes back into the language in which it was said, by way of another.',
  languages: 'all',
  isOn: true,
  find: ({ copy, body }: Reading): Finding[] => {
    const { language = '', way = [], quoted = [] } = copy;
    const story = comesBack(language, way);
    if (story === null && quoted.length === 0) return [];
    return longQuotations(body.marks.pairs, body.text).flatMap((quote) => {
      const inside = body.text.slice(quote.openEnd, quote.close);
      const known = quoted.find(({ words }) => overlaps(words, inside));
      const by = known ? (known.way === null ? null : comesBack(language, known.way)) : story;
      return by === null ? [] : [findingOf(body, quote, { language, by })];
    });
  },
};

/** The language by way of which what was told in `language` came back into it; null where it did not. */
export function comesBack(language: string, way: readonly string[]): string | null {
  const own = primaryLanguage(language);
  const tags = way.map(primaryLanguage);
  const first = own === '' ? -1 : tags.indexOf(own);
  return first < 0 ? null : (tags.slice(first + 1).findLast((tag) => tag !== own && tag !== '') ?? null);
}

const WORDS = 4; // from which marks hold somebody's words, and not a title or a term

export function longQuotations(pairs: readonly QuotePair[], text: string): QuotePair[] {
  return pairs.filter(
    ({ level, openEnd, close }) =>
      level === 1 &&
      ((text.slice(openEnd, close).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= WORDS ||
        (/\p{Script=Han}/u.test(text.slice(openEnd, close)) && close - openEnd >= 2 * WORDS)),
  );
}

/** What is said of it, here and in the two columns. */
export function roundTripReason(language: string, by: string): FindingReason {
  return reason('cameBack', { language: primaryLanguage(language), by });
}

function findingOf(
  body: TextReading,
  { open, openEnd, close, closeEnd }: QuotePair,
  { language, by }: { language: string; by: string },
): Finding {
  const found = { check: 'round-trip', severity: 'major', because: roundTripReason(language, by) } as const;
  const suggestion = body.text.slice(openEnd, close).trim();
  return body.finding({ start: open, end: closeEnd }, { ...found, suggestion });
}

function overlaps(words: string, inside: string): boolean {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const [one, other] = [bare(words), bare(inside)];
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one));
}
