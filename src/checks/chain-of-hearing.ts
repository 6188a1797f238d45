/** Hearsay of hearsay within a sentence: somebody says that somebody was told what somebody had heard. */

import { eachOnce } from '../kit/once.ts';
import type { Span } from '../kit/paragraphs.ts';
import { remember } from '../kit/remember.ts';
import { byLanguage } from '../language/languages.ts';
import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

/** Three tellings, each within the one before; or one who heard it from nobody in particular. */
const chains = byLanguage('hearsay');

const patterns = eachOnce(chains, (list) =>
  list.map((chain) => new RegExp(`(?<![\\p{L}\\p{M}])[وف]?(?:${chain})`, 'giu')),
);

export function chainsIn(body: TextReading): Finding[] {
  const lines = linesOf(body.text).map(({ start, text }) => ({
    start,
    chains: chainsInLine(body.language)(text),
  }));
  return (patterns[body.language] ?? []).flatMap((_pattern, at) =>
    lines.flatMap(({ start, chains }) =>
      (chains[at] ?? [])
        .map((span) => ({ start: start + span.start, end: start + span.end }))
        .filter((span) => !body.isQuoted(span.start))
        .map((span) =>
          body.finding(span, { check: 'hearsay', severity: 'major', because: reason('hearsayOfHearsay') }),
        ),
    ),
  );
}

const LANGUAGES = 50; // whose lines are kept apart
const LINES = 5_000; // that are remembered: looking along one is dear, and most of a story stands as it stood

/** By the patterns of the language, in their order; none of them reaches over the end of a line. */
const chainsInLine = remember(
  (language) =>
    remember(
      (text): Span[][] =>
        (patterns[language] ?? []).map((pattern) =>
          [...text.matchAll(pattern)]
            .filter(([words]) => isNested(words))
            .map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
        ),
      LINES,
    ),
  LANGUAGES,
);

function linesOf(text: string): { start: number; text: string }[] {
  return [...text.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ start: index, text: line }));
}

/** Each telling within the one before: “and said” begins another beside it. */
function isNested(text: string): boolean {
  return !/(?:^|\s)(?:and|y|et|e|und|και|и|та|і|while|but|pero|mais|ma|aber|а|але|но)\s/iu.test(text);
}
