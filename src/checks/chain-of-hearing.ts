/** Hearsay of hearsay within a sentence: somebody says that somebody was told what somebody had heard. */

import { byLanguage } from '../language/languages.ts';
import type { Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

/** Three tellings, each within the one before; or one who heard it from nobody in particular. */
const chains = byLanguage('hearsay');

const patterns = Object.fromEntries(
  Object.entries(chains).map(([language, list]) => [
    language,
    list.map((chain) => new RegExp(`(?<![\\p{L}\\p{M}])[وف]?(?:${chain})`, 'giu')),
  ]),
);

export function chainsIn(body: TextReading): Finding[] {
  return (patterns[body.language] ?? []).flatMap((pattern) =>
    [...body.text.matchAll(pattern)]
      .filter((match) => !body.isQuoted(match.index) && isNested(match[0]))
      .map((match) => {
        const span = { start: match.index, end: match.index + match[0].length };
        const because = reason('hearsayOfHearsay');
        return body.finding(span, { check: 'hearsay', severity: 'major', because });
      }),
  );
}

/** Each telling within the one before: “and said” begins another beside it. */
function isNested(text: string): boolean {
  return !/(?:^|\s)(?:and|y|et|e|und|και|и|та|і|while|but|pero|mais|ma|aber|а|але|но)\s/iu.test(text);
}
