/** The take of a translated edition, written from its pairs. */
import type { Actor, Newsroom } from '../newsroom.ts';
import { updateTranslation } from '../pairs/queries.ts';
import { copyOf, saveTake } from '../stories/edit.ts';
import { getTakeAndLanguage, listPairRows } from './queries.ts';
import { type BlockKind, copyOfSentences } from './sentence-units.ts';

/** Saves what the pairs say as the edition's working take, and remembers which it is. */
export async function writeTake(
  inner: Newsroom,
  { editionId, note, by }: { editionId: string; note: string; by: Actor },
): Promise<string> {
  const edition = await getTakeAndLanguage(inner, editionId);
  const sentences = (await listPairRows(inner, editionId)).map((pair) => ({
    block: pair.block,
    kind: pair.block_kind as BlockKind,
    html: pair.state === 'dropped' ? '' : pair.target_html,
  }));
  const copy = { ...copyOf(edition), ...copyOfSentences(sentences, edition.language) };
  const { takeId } = await saveTake(inner, { editionId, copy, basedOn: edition.id, note, by });
  await updateTranslation(inner, editionId, { take_id: takeId });
  return takeId;
}
