/** Byline and dateline of a translated edition: names, which are no sentences and which no engine is asked about. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { copyOf, holdEdition, saveTake } from '../stories/edit.ts';
import { listCopyLines } from './original-queries.ts';
import { getTakeAndLanguage, getTranslationRow } from './queries.ts';
import { readBack } from './read-back.ts';

export interface Lines {
  byline: string;
  dateline: string;
}

/** The lines as they stand in an edition, and in the edition that it was made of. */
export async function readLines(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ original: Lines; translated: Lines }> {
  const { original_edition_id: originalId } = await getTranslationRow(newsroom, editionId);
  const rows = await listCopyLines(newsroom, [editionId, originalId ?? editionId]);
  const of = (id: string | null): Lines => {
    const { byline = '', dateline = '' } = rows.find((row) => row.id === id) ?? {};
    return { byline, dateline };
  };
  return { original: of(originalId), translated: of(editionId) };
}

/**
 * Writes them. `was` is what stood there when they were written; refuses with `take-outdated` where that is so no more.
 * They ask for no new reading.
 */
export async function writeLines(
  newsroom: Newsroom,
  asked: { editionId: string; lines: Lines; was: Lines; by: Actor },
): Promise<void> {
  const { editionId, lines, was, by } = asked;
  await newsroom.transact(async (inner) => {
    const { story_id: storyId } = await holdEdition(inner, editionId);
    const { translated } = await readLines(inner, editionId);
    if (translated.byline !== was.byline || translated.dateline !== was.dateline) refuse('take-outdated');
    const take = await getTakeAndLanguage(inner, editionId);
    await saveTake(inner, { editionId, copy: { ...copyOf(take), ...lines }, basedOn: take.id, by });
    await readBack(inner, { editionId, by });
    const facts = { ...lines };
    await recordAct(inner, { by, act: 'edit translation', subjectKind: 'story', subjectId: storyId, facts });
  });
}
