/** Clusters as the desk reads them: who else tells of an item's event, and the copies side by side. */
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { listMemberRows, listOtherStories, listTextsOf } from './cluster-queries.ts';
import { type ComparedCopy, compareCopies, type FactRow } from './compare.ts';

export interface ClusterMember {
  itemId: string;
  clusterId: string;
  headline: string;
  language: string | null;
  status: string;
  version: number;
  receivedAt: number;
  storyId: string | null;
  sourceId: string;
  sourceName: string;
}

/** The items of these clusters, newest first. */
export async function listClusterMembers(newsroom: Newsroom, clusterIds: string[]): Promise<ClusterMember[]> {
  if (clusterIds.length === 0) return [];
  const rows = await listMemberRows(newsroom, clusterIds);
  return rows.map((row) => ({
    itemId: row.id,
    clusterId: row.cluster_id ?? '',
    headline: row.headline,
    language: row.language,
    status: row.status,
    version: row.version,
    receivedAt: row.received_at,
    storyId: row.story_id,
    sourceId: row.source_id,
    sourceName: row.source_name,
  }));
}

export interface Cluster {
  id: string;
  /** One a source, its latest; oldest first. */
  copies: (ClusterMember & { text: string })[];
  /** All its items, newest first. */
  members: ClusterMember[];
  rows: FactRow[];
}

export const MOST_COPIES = 8; // side by side; more does no screen hold

/** The copies side by side, and the facts in which they differ. Refuses with `not-found`. */
export async function getCluster(newsroom: Newsroom, clusterId: string): Promise<Cluster> {
  const members = await listClusterMembers(newsroom, [clusterId]);
  if (members.length === 0) refuse('not-found', { because: 'noSuchCluster' });
  const bySource = new Map<string, ClusterMember>();
  for (const member of members) if (!bySource.has(member.sourceId)) bySource.set(member.sourceId, member);
  const chosen = [...bySource.values()].slice(0, MOST_COPIES).reverse();
  const texts = await textsOf(newsroom, chosen);
  const copies = chosen.map((member) => ({ ...member, text: texts.get(member.itemId) ?? '' }));
  const compared = copies.map(({ itemId, headline, text, language }): ComparedCopy => {
    return { itemId, headline, text, language };
  });
  return { id: clusterId, copies, members, rows: compareCopies(compared) };
}

async function textsOf(newsroom: Newsroom, members: ClusterMember[]): Promise<Map<string, string>> {
  const rows = await listTextsOf(
    newsroom,
    members.map(({ itemId }) => itemId),
  );
  return new Map(rows.map(({ id, text, summary }) => [id, text || summary]));
}

/** Stories that were made of items which tell of the same event as this one's. */
export async function listStoriesOfEvent(newsroom: Newsroom, storyId: string): Promise<string[]> {
  const rows = await listOtherStories(newsroom, storyId);
  return rows.flatMap(({ story_id }) => story_id ?? []);
}
