/** The take of a translated edition, written from its pairs. */
import type { Actor, Newsroom } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { saveTake } from '../stories/edit.ts';
import { listPairRows } from './queries.ts';
import { type BlockKind, copyOfSentences } from './sentence-units.ts';

/** Saves what the pairs say as the edition's working take, and remembers which it is. */
export async function writeTake(
  inner: Newsroom,
  { editionId, note, by }: { editionId: string; note: string; by: Actor },
): Promise<string> {
  const { story_id, language } = await inner.store
    .selectFrom('editions')
    .select(['story_id', 'language'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const story = await getForDesk(inner, story_id);
  const edition = story.editions.find((each) => each.id === editionId);
  if (!edition) throw new Error('An edition that was read is not in its story.');
  const sentences = (await listPairRows(inner, editionId)).map((pair) => ({
    block: pair.block,
    kind: pair.block_kind as BlockKind,
    html: pair.state === 'dropped' ? '' : pair.target_html,
  }));
  const copy = { ...edition.copy, ...copyOfSentences(sentences, language) };
  const { takeId } = await saveTake(inner, { editionId, copy, basedOn: edition.takeId, note, by });
  await inner.store
    .updateTable('translations')
    .set({ take_id: takeId })
    .where('edition_id', '=', editionId)
    .execute();
  return takeId;
}
