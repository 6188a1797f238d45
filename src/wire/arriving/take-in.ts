/** Takes in what was read, whichever way it came: kept, grouped with what tells of the same, and noted for the source's page. */
import type { Newsroom } from '../../newsroom.ts';
import { clusterItems } from '../events/cluster.ts';
import type { Prepared } from '../reading/prepare.ts';
import { type Line, putLine } from '../sources/poll-lines.ts';
import type { SourceRow } from '../sources/source.ts';
import { type Received, receive } from './receive.ts';

export interface TakingIn {
  source: Pick<SourceRow, 'id' | 'slug'>;
  prepared: Prepared;
  isFirst: boolean;
  line: Line;
}

export async function takeIn(
  newsroom: Newsroom,
  { source, prepared, isFirst, line }: TakingIn,
): Promise<Received> {
  const kept = await receive(newsroom, { sourceId: source.id, prepared, isFirst });
  const { salvaged, problems } = prepared.feed;
  const verdict = salvaged ? 'salvaged' : kept.itemIds.length > 0 ? 'new' : 'same';
  if (verdict !== 'same')
    await putLine(newsroom, source.id, { ...line, ...kept, verdict, words: problems.join(' ') || null });
  await clusterItems(newsroom, { itemIds: kept.itemIds });
  return kept;
}
