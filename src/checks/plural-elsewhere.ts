/** Sources in the plural that are one, in the languages besides English. */

import { byLanguage } from '../language/languages.ts';
import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';
import { spanAt } from './words.ts';

export const pluralWords = byLanguage('pluralSources');

const AHEAD = 900; // units after a mention in which the same source goes on speaking
const EDGE = '(?<![\\p{L}\\p{M}])';
const END = '(?![\\p{L}\\p{M}])';

/** At most one: the first plural that is gone on with as one, where no single one was brought in. */
export function pluralElsewhere(body: TextReading): Finding[] {
  const known = pluralWords[body.language];
  if (!known) return [];
  const said = new RegExp(`(?<!\\p{L})[وف]?(?:${known.said})`, 'iu');
  for (const [many, one] of Object.entries(known.many)) {
    const same = new RegExp(`${EDGE}(?:${known.same.replaceAll('ONE', one)})${END}`, 'iu');
    const another = new RegExp(`${EDGE}(?:${known.another.replaceAll('ONE', one)})`, 'iu');
    for (const match of body.text.matchAll(new RegExp(`${EDGE}${many}${END}`, 'giu'))) {
      const sentence = spanAt(body.sentences, match.index);
      if (!sentence || body.isQuoted(match.index) || !said.test(body.slice(sentence))) continue;
      if (isCounted(body, match.index, known.counted)) continue;
      const rest = body.text.slice(sentence.end - 1, sentence.end + AHEAD);
      const again = sentenceWith(rest, same);
      if (again === null || !said.test(again) || another.test(withoutSame(body.text, same))) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      const because = reason('thenOnlyOne', { words: match[0] });
      return [body.finding(span, { check: 'plural-source', severity: 'major', because, suggestion: one })];
    }
  }
  return [];
}

function isCounted(body: TextReading, at: number, counted: string): boolean {
  const before = body.text.slice(Math.max(0, at - 40), at);
  return new RegExp(`(?:${EDGE}(?:${counted})|\\d)\\s+(?:\\p{L}+\\s+){0,2}$`, 'iu').test(before);
}

function sentenceWith(text: string, pattern: RegExp): string | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const end = text.slice(match.index).search(/[.!?\n]/u);
  const start = text.slice(0, match.index).search(/[^.!?\n]*$/u);
  return text.slice(start, end < 0 ? undefined : match.index + end);
}

/** An article of both kinds in one word (Arabic's المصدر) is not the new one. */
function withoutSame(text: string, same: RegExp): string {
  return text.replace(new RegExp(same.source, 'giu'), ' ');
}
