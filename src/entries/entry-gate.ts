/** The gate of an entry: the same checks as of a story's copy, but for what only a whole story has. */
import { checksOnCopy } from '../checks/at-first-use.ts';
import { textOfBlocks } from '../kit/block-text.ts';
import { readBlocks } from '../kit/body-blocks.ts';
import { because } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import type { EntrySaying } from '../sourcing/entry-statements.ts';
import type { Hop } from '../sourcing/hops.ts';
import { needsStanding } from '../sourcing/hops.ts';
import { findSpeakerByName } from '../sourcing/speakers.ts';
import { listHouseRules } from '../stories/house-style.ts';
import { copyPictureObstacles } from '../stories/picture-gate.ts';
import { type Obstacle, obstacle } from '../stories/story.ts';
import type { EntryCopy } from './entry.ts';
import { checkEntryTranslation, type EntryOriginal } from './entry-original.ts';

/** An entry that is about to go out. */
export interface GoingEntry {
  copy: EntryCopy;
  /** Of the edition that it stands in. */
  language: string;
  itemId: string | null;
  hops: readonly Hop[];
  credit: string;
  saying: EntrySaying | null;
  /** What it is a translation of; null for an entry of its own. */
  original: EntryOriginal | null;
}

/** Everything that keeps it from readers; empty when it is ready. */
export async function entryObstacles(newsroom: Newsroom, going: GoingEntry): Promise<Obstacle[]> {
  const rights = going.itemId === null ? [] : await itemObstacles(newsroom, going.itemId);
  return [
    ...rights,
    ...(await checkObstacles(newsroom, going)),
    ...(await standingObstacles(newsroom, going)),
    ...(await copyPictureObstacles(newsroom, going)),
    ...originalObstacles(going),
  ];
}

async function checkObstacles(
  newsroom: Newsroom,
  { copy, language, hops, credit }: GoingEntry,
): Promise<Obstacle[]> {
  const bodyText = textOfBlocks(readBlocks(copy.bodyHtml), { cells: '\n\n' });
  const { checkCopy } = await checksOnCopy();
  const findings = checkCopy({
    headline: copy.headline,
    dek: '',
    byline: copy.byline,
    bodyText,
    pickedUp: credit !== '',
    credit,
    originalLink: hops.findLast(({ link }) => link !== null)?.link ?? null,
    hops: hops.map(({ party, act, link }) => ({ party, act, link })),
    language,
    publishedAt: newsroom.clock.now(),
    houseStyle: await listHouseRules(newsroom),
    isBare: true,
  });
  const seen = new Set<string>();
  return findings
    .filter(({ check, severity }) => severity === 'critical' && !seen.has(check) && seen.add(check))
    .map(({ check, because: finding, message }) => ({
      code: check,
      words: message,
      reason: null,
      finding,
      overridable: true,
    }));
}

/** A party to a conflict speaks, or someone at third hand, and nobody said how that stands: the same rule as in a story. */
async function standingObstacles(newsroom: Newsroom, { saying, language }: GoingEntry): Promise<Obstacle[]> {
  if (saying?.standing !== 'unverified' || saying.standingNote.trim() !== '') return [];
  const speaker = await findSpeakerByName(newsroom, saying.speakerName);
  if (!needsStanding(saying.hops, speaker?.inConflict ?? false)) return [];
  const why = because('standingUnsaid', { language, speakers: [saying.speakerName.trim()] });
  return [obstacle('standing-unsaid', why, 'overridable')];
}

/** What stands between a translation and its readers: words that were not translated, numbers that are others, an original that is gone. */
function originalObstacles({ copy, language, original }: GoingEntry): Obstacle[] {
  if (original === null) return [];
  if (original.isGone) return [obstacle('original-withdrawn', because('originalWithdrawn'), 'fixed')];
  const [first] = checkEntryTranslation({ words: copy, language }, original).filter(
    ({ severity }) => severity === 'critical',
  );
  return first ? [{ code: first.check, words: first.message, reason: null, overridable: true }] : [];
}

/** What the contract with a source, and the item's own terms, put between it and readers. */
async function itemObstacles(newsroom: Newsroom, itemId: string): Promise<Obstacle[]> {
  const rights = await getRights(newsroom, { itemId });
  const { source, status, embargoUntil, expiresAt } = rights;
  const now = newsroom.clock.now();
  const obstacles: Obstacle[] = [];
  if (!rights.web.allowed)
    obstacles.push(
      obstacle(
        'not-for-the-web',
        because('itemNotForTheWeb', { source: source ?? '', words: rights.words[0] ?? '' }),
        'overridable',
      ),
    );
  if (status !== null && status !== 'usable')
    obstacles.push(obstacle('item-withdrawn', because('itemWithdrawn', { status }), 'fixed'));
  if (embargoUntil !== null && embargoUntil > now)
    obstacles.push(obstacle('embargo', because('underEmbargo', { until: embargoUntil }), 'fixed'));
  if (expiresAt !== null && expiresAt <= now)
    obstacles.push(obstacle('item-expired', because('itemExpired', { until: expiresAt }), 'fixed'));
  return obstacles;
}
