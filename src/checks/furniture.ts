/** A website's own furniture in the text: what was copied along with the story. */

import { isNewsAgency } from '../kit/agency-lines.ts';
import { furnitureIn } from '../kit/furniture-buttons.ts';
import { furnitureKind } from '../kit/furniture-words.ts';
import type { Span } from '../kit/paragraphs.ts';
import { remember } from '../kit/remember.ts';
import type { Check, Checkable, Finding } from './check.ts';
import { reason } from './finding-reason.ts';

const tell = { check: 'furniture', severity: 'major', suggestion: '' } as const;

export const furniture: Check = {
  name: 'furniture',
  says: 'A website’s own words (buttons, invitations, notices) stand in the text.',
  languages: 'all',
  isOn: true,
  find({ body, copy }) {
    const findings: Finding[] = [];
    for (const line of linesOf(body.text)) {
      const text = body.slice(line);
      const { isWhole, within } = ofWebsite(text);
      if ((!isWhole && within.length === 0) || isOwed(text, copy)) continue;
      if (isWhole)
        findings.push(
          body.finding(line, {
            ...tell,
            because: reason('ofWebsite', { words: short(text) }),
          }),
        );
      else
        for (const { start, end } of within) {
          const span = withItsStop(text, { start, end }, line.start);
          if (body.isQuoted(span.start)) continue;
          findings.push(
            body.finding(span, {
              ...tell,
              because: reason('ofWebsite', { words: short(body.slice(span)) }),
            }),
          );
        }
    }
    return findings;
  },
};

const LINES = 2_000; // that are remembered: most of a story stands as it stood

/** What of a line is a website's. */
const ofWebsite = remember((line) => ({ isWhole: isFurniture(line), within: furnitureIn(line) }), LINES);

const LONGEST_LINE = 240; // units of a line that may be furniture as a whole

/** Words like “Read more …” are a pointer where they end or lead on with a colon; credits of pictures are owed. */
function isFurniture(line: string): boolean {
  if (line.length > LONGEST_LINE) return false;
  const kind = furnitureKind(line);
  if (kind === 'read-also') return /^[^:.!?]{2,60}:\s*\S/u.test(line) || !/[.!?…]["”»’]?$/u.test(line);
  return kind !== null && kind !== 'credit';
}

const rights = /©|\(c\)|copyright|all rights reserved/iu;
const agencyWords =
  /\b(?:press|news (?:agency|service)|newswire|agency|agence|agencia|agenzia|distributed by)\b|агентство|πρακτορείο|وكالة/iu;

/** The line of rights that an agency or the source of this story is owed. */
function isOwed(line: string, copy: Checkable): boolean {
  if (!rights.test(line)) return false;
  const holder = line.replace(rights, '').toLowerCase();
  const owners = [copy.credit, ...copy.hops.map(({ party }) => party)].filter((owner) => owner.trim() !== '');
  return (
    agencyWords.test(line) ||
    holder.split(/[^\p{L}]+/u).some((word) => isNewsAgency(word)) ||
    owners.some((owner) => holder.includes(owner.toLowerCase()))
  );
}

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
