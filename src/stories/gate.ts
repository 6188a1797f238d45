/** The gate: what stands between a story and its readers, in words. */
import type { Newsroom } from '../newsroom.ts';
import { contractObstacles } from './contract-gate.ts';
import { findFindings } from './findings.ts';
import { type EditionRow, getStoryRow, listEditionRows } from './queries.ts';
import { sourcingObstacles } from './sourcing-gate.ts';
import { mayPublish, type Obstacle } from './story.ts';
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
export async function waitingEditions(newsroom: Newsroom, storyId: string): Promise<WaitingEdition[]> {
  const { waiting, going } = await sorted(newsroom, storyId);
  return going.length === 0
    ? []
    : waiting.map(({ edition, words }) => ({ editionId: edition.id, language: edition.language, words }));
}

/** The editions that a publication takes out, or those of them in `only`; never a desk copy. */
export async function goingEditions(
  newsroom: Newsroom,
  storyId: string,
  only?: readonly string[],
): Promise<EditionRow[]> {
  const { waiting, going } = await sorted(newsroom, storyId);
  const out = going.length === 0 ? waiting.map(({ edition }) => edition) : going;
  return only ? out.filter(({ id }) => only.includes(id)) : out;
}

async function sorted(newsroom: Newsroom, storyId: string) {
  const waiting: { edition: EditionRow; words: string }[] = [];
  const going: EditionRow[] = [];
  for (const edition of await listEditionRows(newsroom, storyId)) {
    if (edition.is_desk_copy === 1) continue;
    const obstacles = await translationObstacles(newsroom, edition);
    const [fixed] = obstacles.filter(({ overridable }) => !overridable);
    if (fixed) waiting.push({ edition, words: fixed.words });
    else going.push(edition);
  }
  return { waiting, going };
}

/** Everything that keeps the story from being published, now or at an instant to come; empty when it is ready. */
export async function gateOf(
  newsroom: Newsroom,
  storyId: string,
  at: number = newsroom.clock.now(),
  only?: readonly string[],
): Promise<Obstacle[]> {
  const story = await getStoryRow(newsroom, storyId);
  const obstacles: Obstacle[] = [];
  if (!mayPublish(story.status)) obstacles.push(fixed('story-state', `The story is ${story.status}.`));
  obstacles.push(...(await contractObstacles(newsroom, story, at)));
  for (const edition of await goingEditions(newsroom, storyId, only)) {
    obstacles.push(...(await copyObstacles(newsroom, edition.id)));
    obstacles.push(...(await translationObstacles(newsroom, edition)));
    obstacles.push(...(await sourcingObstacles(newsroom, edition)));
  }
  return obstacles;
}

function fixed(code: string, words: string): Obstacle {
  return { code, words, overridable: false };
}

const NOT_OVERRIDABLE = new Set(['no-headline', 'no-body']);

async function copyObstacles(newsroom: Newsroom, editionId: string): Promise<Obstacle[]> {
  const { findings } = await findFindings(newsroom, { editionId });
  const critical = findings.filter((finding) => finding.severity === 'critical');
  const seen = new Set<string>();
  return critical.flatMap(({ check, message }) => {
    if (seen.has(check)) return []; // one is enough to stop for; all of them stand beside the copy
    seen.add(check);
    return [{ code: check, words: message, overridable: !NOT_OVERRIDABLE.has(check) }];
  });
}
