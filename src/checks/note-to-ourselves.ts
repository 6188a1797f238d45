/** Notes that a newsroom wrote to itself into the copy, and what was still to be filled in. */

import type { Span } from '../kit/paragraphs.ts';
import type { Check, Finding, Severity } from './check.ts';
import { reason } from './finding-reason.ts';
import {
  alone,
  bracketed,
  hasTodo,
  loudNotes,
  openFields,
  openNumbers,
  quietNotes,
  reachFurther,
  todo,
} from './note-words.ts';
import type { TextReading } from './reading.ts';

export const noteToOurselves: Check = {
  name: 'note-to-ourselves',
  says: 'A note to ourselves stands in the copy, or something was still to be filled in.',
  languages: 'all',
  isOn: true,
  find: (reading) => reading.parts.flatMap(notesIn),
};

function notesIn(part: TextReading): Finding[] {
  const found: (Span & { severity: Severity })[] = [];
  const put = (patterns: readonly RegExp[], severity: Severity, isMeant: (span: Span) => boolean) => {
    for (const pattern of patterns)
      for (const { index, 0: words } of reachFurther.has(pattern)
        ? part.text.matchAll(pattern)
        : part.matches(pattern)) {
        const span = trimmed(part.text, { start: index, end: index + words.length });
        if (!isMeant(span) && !found.some((other) => other.start < span.end && span.start < other.end))
          found.push({ ...span, severity });
      }
  };
  const isSaid = ({ start }: Span) => part.isQuoted(start);
  put([bracketed, openFields], 'critical', () => false);
  put(
    [...loudNotes, ...(hasTodo.has(part.language) ? [] : [todo])],
    'critical',
    (span) => isSaid(span) || isLoudLine(part, span),
  );
  put([...openNumbers, ...alone], 'critical', isSaid);
  if (part.part === 'body') put(quietNotes, 'major', isSaid);
  return found
    .toSorted((one, other) => one.start - other.start)
    .map(({ severity, ...span }) => {
      const because = reason('noteToOurselves', { words: part.slice(span) });
      return part.finding(span, { check: 'note-to-ourselves', severity, because });
    });
}

/** A headline that shouts all of its words says nothing by its capitals. */
function isLoudLine(part: TextReading, { start, end }: Span): boolean {
  const from = part.text.lastIndexOf('\n', start) + 1;
  const to = part.text.indexOf('\n', end);
  const rest = part.text.slice(from, start) + part.text.slice(end, to < 0 ? undefined : to);
  const letters = rest.match(/\p{L}/gu) ?? [];
  if (
    /^\s*[:：]/u.test(part.text.slice(end)) ||
    letters.length < 4 ||
    /[:：]$/u.test(part.slice({ start, end }))
  )
    return false;
  return !/\p{Ll}|\p{Lo}/u.test(rest);
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
