/** What a story of one kind cannot do without, and others can: an opinion somebody, a letter its writer, a correction its story. */

import type { Check, Checkable, Finding } from './check.ts';
import { inWords, reason } from './finding-reason.ts';
import { isBlank, missing } from './missing-parts.ts';

export const noAuthor = missing(
  'no-author',
  'major',
  'byline',
  reason('opinionOfNobody'),
  (copy) => copy.kind === 'opinion' && (isBlank(copy.byline) || isParty(copy)),
);

/** An agency is no one who thinks. */
function isParty({ byline, hops }: Checkable): boolean {
  const name = byline.trim().toLowerCase();
  return hops.some(({ party, act }) => act !== 'said' && party.trim().toLowerCase() === name);
}

export const noCorrectedStory = missing(
  'no-corrected-story',
  'critical',
  'body',
  reason('correctsNothing'),
  (copy) => copy.kind === 'correction' && copy.correctsStory === false,
);

const LONGEST_NAME = 80; // units of a name with its place

export const noSignature: Check = {
  name: 'no-signature',
  says: 'A letter ends without the name and place of its writer.',
  languages: 'all',
  isOn: true,
  find({ copy, body }) {
    const [last, above] = body.paragraphs.toReversed();
    if (copy.kind !== 'letters' || copy.isBare || !last) return [];
    // Name and place may stand in two lines.
    const both = above ? `${body.slice(above)}\n${body.slice(last)}` : '';
    if (isSignature(body.slice(last)) || (both !== '' && isSignature(both))) return [];
    const finding: Finding = inWords({
      check: 'no-signature',
      severity: 'major',
      part: 'body',
      start: last.start,
      end: last.end,
      text: body.slice(last),
      because: reason('letterUnsigned'),
    });
    return [finding];
  },
};

/** A short line that is no sentence: a name, and where its bearer lives. */
function isSignature(line: string): boolean {
  const words = line.trim().replace(/^[—–-]\s*/u, '');
  return (
    words.length <= LONGEST_NAME &&
    /[\p{L}\p{N}.)][,،、·\n]\s*\S/u.test(words) &&
    !/[!?…;:]$|(?<!\p{Lu}|\p{L}\.\p{L})\.(?:\n|$)/u.test(words)
  );
}
