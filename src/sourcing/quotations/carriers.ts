/**
 * ‘X added that …, Reuters reported’: an outlet that carries what somebody else says is no speaker of it. Its own words stand beside
 * what is said and are none of it.
 */

import type { RawStatement } from './found.ts';
import { knownOutlets } from './hearer-words.ts';
import { outletWords } from './hop-tables.ts';
import { trimEnd } from './masked.ts';

const known = new RegExp(`^(?:${knownOutlets})$`, 'u');

/** The statements of one sentence without those of an outlet around somebody else's. */
export function withoutCarriers<Raw extends RawStatement>(text: string, statements: Raw[]): Raw[] {
  const carriers = statements.filter(
    (each) =>
      isOutlet(text, each) &&
      statements.some((other) => other !== each && isCarried(each, other) && !isOutlet(text, other)),
  );
  if (carriers.length === 0) return statements;
  const kept = statements.filter((each) => !carriers.includes(each));
  for (const { cue, source } of carriers) {
    const from = Math.min(cue?.start ?? Number.POSITIVE_INFINITY, source?.start ?? Number.POSITIVE_INFINITY);
    for (const { content } of kept)
      for (const span of content) if (span.start < from && from < span.end) span.end = trimEnd(text, from);
  }
  return kept;
}

function isOutlet(text: string, { source }: RawStatement): boolean {
  if (!source) return false;
  const name = text
    .slice(source.start, source.end)
    .replace(/^(?:the|la|el|l['’]|die|der|το|η)\s*/iu, '')
    .replace(/\.$/u, '');
  return /^\p{Lu}/u.test(name) && (known.test(name) || outletWords.test(name));
}

/** Whether somebody who is named says it within what the outlet, which stands behind it, says. ‘The Times said that X had claimed …’ is the Times'. */
function isCarried({ content, cue }: RawStatement, { source }: RawStatement): boolean {
  return (
    source !== null &&
    content.some(({ start, end }) => start <= source.start && source.end <= end && end <= (cue?.start ?? 0))
  );
}
