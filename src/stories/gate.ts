/** The gate: what stands between a story and its readers, in words. */
import type { Finding } from '../checks/check.ts';
import { because } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { contractObstacles } from './contract-gate.ts';
import { embargoObstacles } from './embargo.ts';
import { type FindingsOfEdition, findingsOnce } from './findings.ts';
import { pictureObstacles } from './picture-gate.ts';
import { sourcingObstacles } from './sourcing-gate.ts';
import { mayPublish, type Obstacle, obstacle } from './story.ts';
import { type EditionReading, readStory, type StoryReading } from './story-reading.ts';
import { translationObstacles } from './translation-gate.ts';

/** An edition that stays at the desk while the others go out, and why. */
export interface WaitingEdition {
  editionId: string;
  language: string;
  words: string;
}

/**
 * Editions that nobody may publish yet: translations under way, or as nobody has read them. They hold up no other, so that
 * a correction need not wait for a translator. Where every edition waits, none does: the story itself is not ready. Desk
 * copies wait for nothing, they never go out.
 */
export function waitingEditions(reading: StoryReading): WaitingEdition[] {
  const { waiting, going } = sorted(reading);
  return going.length === 0
    ? []
    : waiting.map(({ edition, words }) => ({ editionId: edition.id, language: edition.language, words }));
}

/** The editions that a publication takes out, or those of them in `only`; never a desk copy. */
export function goingEditions(reading: StoryReading, only?: readonly string[]): EditionReading[] {
  const { waiting, going } = sorted(reading);
  const out = going.length === 0 ? waiting.map(({ edition }) => edition) : going;
  return only ? out.filter(({ id }) => only.includes(id)) : out;
}

function sorted({ editions }: StoryReading) {
  const waiting: { edition: EditionReading; words: string }[] = [];
  const going: EditionReading[] = [];
  for (const edition of editions) {
    if (edition.is_desk_copy === 1) continue;
    const [fixed] = translationObstacles(edition).filter(({ overridable }) => !overridable);
    if (fixed) waiting.push({ edition, words: fixed.words });
    else going.push(edition);
  }
  return { waiting, going };
}

interface Passing {
  /** When it is to go out; now where it is not said. */
  at?: number | undefined;
  /** These editions and no others. */
  only?: readonly string[] | undefined;
}

/** Everything that keeps the story from being published, now or at an instant to come; empty when it is ready. */
export async function gateOf(
  newsroom: Newsroom,
  storyId: string,
  passing: Passing = {},
): Promise<Obstacle[]> {
  const reading = await readStory(newsroom, storyId);
  return gateIn(newsroom, reading, { ...passing, findings: findingsOnce(newsroom, reading) });
}

/** The same of a story that was read, with what the checks find in its editions. */
export async function gateIn(
  { clock }: Pick<Newsroom, 'clock'>,
  reading: StoryReading,
  { at = clock.now(), only, findings }: Passing & { findings: FindingsOfEdition },
): Promise<Obstacle[]> {
  const { status } = reading.story;
  const obstacles: Obstacle[] = [];
  if (!mayPublish(status)) obstacles.push(obstacle('story-state', because('storyIs', { status }), 'fixed'));
  obstacles.push(...embargoObstacles(reading.story, at), ...contractObstacles(reading, at));
  for (const edition of goingEditions(reading, only)) {
    obstacles.push(...copyObstacles((await findings(edition)).findings));
    obstacles.push(...translationObstacles(edition));
    obstacles.push(...sourcingObstacles(edition));
    obstacles.push(...pictureObstacles(edition, at));
  }
  return obstacles;
}

const NOT_OVERRIDABLE = new Set(['no-headline', 'no-body']);

function copyObstacles(findings: Finding[]): Obstacle[] {
  const critical = findings.filter((finding) => finding.severity === 'critical');
  const seen = new Set<string>();
  return critical.flatMap(({ check, because: finding, message }) => {
    if (seen.has(check)) return []; // one is enough to stop for; all of them stand beside the copy
    seen.add(check);
    return [{ code: check, words: message, reason: null, finding, overridable: !NOT_OVERRIDABLE.has(check) }];
  });
}
