/** A website's own furniture in the text: what was copied along with the story. */
import type { Span } from '../kit/paragraphs.ts';
import type { Check, Finding } from './check.ts';
import { furnitureIn, isFurnitureLine } from './furniture-words.ts';

const tell = { check: 'furniture', severity: 'major', suggestion: '' } as const;

export const furniture: Check = {
  name: 'furniture',
  says: 'A website’s own words (buttons, invitations, notices) stand in the text.',
  languages: 'all',
  isOn: true,
  find({ body }) {
    const findings: Finding[] = [];
    for (const line of linesOf(body.text)) {
      const text = body.slice(line);
      if (isFurnitureLine(text))
        findings.push(
          body.finding(line, {
            ...tell,
            message: `“${short(text)}” belongs to a website, not to the story.`,
          }),
        );
      else
        for (const { start, end } of furnitureIn(text)) {
          const span = withItsStop(text, { start, end }, line.start);
          if (body.isQuoted(span.start)) continue;
          findings.push(
            body.finding(span, {
              ...tell,
              message: `“${short(body.slice(span))}” belongs to a website, not to the story.`,
            }),
          );
        }
    }
    return findings;
  },
};

/** A sentence of furniture goes with its stop and the space after it, so that neither is left behind. */
function withItsStop(line: string, { start, end }: Span, offset: number): Span {
  const isSentence = /(?:^|[.!?…]["”»’)]*)\s*$/u.test(line.slice(0, start));
  const stop = isSentence ? (/^[.!…]?\s*/u.exec(line.slice(end))?.[0].length ?? 0) : 0;
  return { start: offset + start, end: offset + end + stop };
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
  });
}

function short(text: string): string {
  return text.length > 50 ? `${text.slice(0, 47)}…` : text;
}
