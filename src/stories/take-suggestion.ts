/** A suggestion was put into the copy: kept as an answer where it was the cure, and only there. */
import type { Finding } from '../checks/check.ts';
import { bodyCopyOf } from '../kit/body-copy.ts';
import { inkLength, inkPlace } from '../kit/ink-place.ts';
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { findingKey, keepTaken } from './finding-answers.ts';
import { findFindings } from './findings.ts';
import { getEditionRow } from './queries.ts';
import type { Copy } from './story.ts';

export interface TakenSuggestion {
  editionId: string;
  /** The copy as it reads now. */
  copy: Omit<Copy, 'pictureId' | 'dateline'>;
  /** What had been found. */
  finding: Pick<Finding, 'check' | 'text' | 'part' | 'message'>;
  /** What was put in its place, and where that begins, in units that are no spaces. */
  words: string;
  from: number;
  by: Actor;
}

/** Keeps that the check was right. Refuses with `finding-stands` when it still says the same of that place. */
export async function takeSuggestion(newsroom: Newsroom, taken: TakenSuggestion): Promise<void> {
  const { editionId, copy, finding } = taken;
  const { findings } = await findFindings(newsroom, { editionId, copy });
  if (findings.some((other) => isSame(other, taken))) refuse('finding-stands');
  const { story_id: storyId } = await getEditionRow(newsroom, editionId);
  await keepTaken(newsroom, { storyId, finding, by: taken.by });
}

/** Space beside the place is part of it: a finding of a space has no other. */
function isSame(other: Finding, { finding, copy, words, from }: TakenSuggestion): boolean {
  if (findingKey(other) !== findingKey(finding) || other.part !== finding.part) return false;
  const place = inkPlace(
    other.part === 'body' ? bodyCopyOf(copy.bodyHtml).text() : textOf(copy, other.part),
    other,
  );
  const to = from + inkLength(words);
  return place.from === place.to || from === to
    ? place.from <= to && place.to >= from
    : place.from < to && place.to > from;
}

function textOf(copy: TakenSuggestion['copy'], part: Finding['part']): string {
  return part === 'headline' || part === 'dek' || part === 'byline' ? copy[part] : '';
}
