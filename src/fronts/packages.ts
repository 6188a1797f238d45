/** The packages that a story is a piece of, for its own page: as they stand on the fronts that are out in its language. */
import type { Newsroom, PageName } from '../newsroom.ts';
import { readRecords } from '../store/json-column.ts';
import { listPublished, type PublishedSummary } from '../stories/read.ts';
import { type Hand, liveHands, packagesOf, storiesOf } from './hands.ts';
import { handsOutNaming } from './queries.ts';

export interface ReadersPackage {
  name: string;
  /** The others that readers have, in the order of the front. */
  pieces: PublishedSummary[];
}

export interface StoryPackages {
  packages: ReadersPackage[];
  /** Every story that a package of it names, also one that readers do not have yet. */
  storyIds: string[];
  /** When the first of them ends. */
  until: number;
}

export const packageName = (storyId: string): PageName => `package:${storyId}`;

/** Those of the paper's own front before those of sections; of one name there is one. */
export async function readPackages(
  newsroom: Newsroom,
  { storyId, language }: { storyId: string; language: string },
): Promise<StoryPackages> {
  const rows = await handsOutNaming(newsroom, { storyId, language });
  const now = newsroom.clock.now();
  const found = rows.flatMap((row) => {
    const hands = readRecords<Hand>('front_steps.hands_json', `${row.id} ${row.number}`, row.hands_json);
    return packagesOf(liveHands(hands, now), storyId);
  });
  if (found.length === 0) return { packages: [], storyIds: [], until: Number.POSITIVE_INFINITY };
  const storyIds = storiesOf(found);
  const published = await listPublished(newsroom, { storyIds, language, limit: storyIds.length });
  const packages = new Map<string, string[]>();
  for (const hand of found)
    packages.set(hand.packageName, [...(packages.get(hand.packageName) ?? []), ...storiesOf([hand])]);
  return {
    packages: [...packages].flatMap(([name, ids]) => {
      const others = [...new Set(ids)].filter((id) => id !== storyId);
      const pieces = others.flatMap((id) => published.find((story) => story.storyId === id) ?? []);
      return pieces.length > 0 ? [{ name, pieces }] : [];
    }),
    storyIds,
    until: Math.min(...found.map(({ until }) => until)),
  };
}

/** The pages of stories whose packages are other than they were: what is emptied when a front is put out. */
export function packagesChanged(before: readonly Hand[], after: readonly Hand[]): PageName[] {
  const said = (hands: readonly Hand[], storyId: string) =>
    JSON.stringify(
      packagesOf(hands, storyId).map(({ packageName: name, until, storyId: of, related }) => [
        name,
        until,
        of,
        related,
      ]),
    );
  return storiesOf([...before, ...after])
    .filter((storyId) => said(before, storyId) !== said(after, storyId))
    .map(packageName);
}
