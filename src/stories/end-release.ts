/** How partners hear that what they have under embargo is out, may be used before its instant, or may not be used at all. */
import type { Newsroom } from '../newsroom.ts';
import { changeRelease, findReleaseRow, type ReleaseRow } from './release-queries.ts';

/** In the transaction of what ends it; nothing where partners never had the story. What is withdrawn stays so. */
export async function endRelease(
  inner: Newsroom,
  { storyId, became, why = '' }: { storyId: string; became: NonNullable<ReleaseRow['became']>; why?: string },
): Promise<void> {
  const release = await findReleaseRow(inner, storyId);
  if (!release || release.became === 'withdrawn' || release.became === became) return;
  const ended_at = inner.clock.now();
  await changeRelease(inner, storyId, { became, why, ended_at, version: release.version + 1 });
  inner.bell.ring('partners', null);
}
