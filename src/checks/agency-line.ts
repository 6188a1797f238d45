/** What an agency wrote around its copy and not for readers: it has a field of its own, or none. */

import { datelineIn, isAgencyTail, priorityIn } from '../kit/agency-lines.ts';
import type { Span } from '../kit/paragraphs.ts';
import type { Check, Finding } from './check.ts';
import { reason } from './finding-reason.ts';
import type { TextReading } from './reading.ts';

const tell = { check: 'agency-line', severity: 'major', suggestion: '' } as const;

export const agencyLine: Check = {
  name: 'agency-line',
  says: 'A dateline, a priority word or an agency’s own last line stands in the copy.',
  languages: 'all',
  isOn: true,
  find: ({ headline, dek, body }) => [
    ...[headline, dek].flatMap(priorityOf),
    ...[dek, body].flatMap(datelineOf),
    ...tailsOf(body),
  ],
};

function priorityOf(part: TextReading): Finding[] {
  const found = priorityIn(part.text);
  if (!found) return [];
  const because = reason('priorityWord', { words: found.word });
  return [part.finding({ start: 0, end: found.end }, { ...tell, because })];
}

function datelineOf(part: TextReading): Finding[] {
  const [first] = part.paragraphs;
  const found = first && datelineIn(part.slice(first));
  if (!first || !found) return [];
  const because = reason('agencyDateline', {
    words: part.text.slice(first.start, first.start + found.end).trim(),
  });
  return [part.finding({ start: first.start, end: first.start + found.end }, { ...tell, because })];
}

/** In the last paragraphs; in the middle of a text such a line may be about agencies. */
function tailsOf(body: TextReading): Finding[] {
  const findings: Finding[] = [];
  for (const paragraph of body.paragraphs.toReversed()) {
    const line = lastLineOf(body, paragraph);
    if (!isAgencyTail(body.slice(line))) break;
    const because = reason('agencyLastLine', { words: short(body.slice(line)) });
    findings.unshift(body.finding(line, { ...tell, because }));
  }
  return findings;
}

function lastLineOf(body: TextReading, { start, end }: Span): Span {
  const at = body.text.lastIndexOf('\n', end - 1) + 1;
  return { start: Math.max(start, at), end };
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
