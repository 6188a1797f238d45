/** One edit of a pair: under the story's lock, against the take that the editor had, and written to the take at once. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { deleteSecond, endTranslating, makeRoomAt, updatePair } from '../pairs/queries.ts';
import { holdEdition } from '../stories/edit.ts';
import { refuseIfLocked } from '../stories/lock.ts';
import { findEditionOf } from './original-queries.ts';
import { getPairRow, getTranslationRow, type PairRow } from './queries.ts';
import { readBack } from './read-back.ts';
import { htmlToRuns, runsToHtml, sliceRuns, textOfRuns } from './sentence-units.ts';
import { sourceKey } from './translate.ts';
import { writeTake } from './write-take.ts';

/** Which sentence, in which edition, and the take that the editor had before them. */
export interface PairEdit {
  editionId: string;
  pairId: string;
  /** Refuses with `take-outdated` when somebody has saved the edition since. */
  basedOn: string;
  by: Actor;
}

/** Does one edit under the story's lock, and writes the take from the pairs. */
export async function edited(
  newsroom: Newsroom,
  edit: PairEdit,
  change: (inner: Newsroom, pair: PairRow) => Promise<void>,
): Promise<string> {
  return newsroom.transact(async (inner) => {
    const edition = await holdEdition(inner, edit.editionId);
    await refuseIfLocked(inner, edition.story_id, edit.by);
    if (edition.working_take_id !== edit.basedOn) refuse('take-outdated');
    const { take_id: written } = await getTranslationRow(inner, edit.editionId);
    if (written !== edition.working_take_id)
      await readBack(inner, { editionId: edit.editionId, by: edit.by });
    await change(inner, await getPairRow(inner, edit.editionId, edit.pairId));
    await endWork(inner, edit.editionId);
    await recordAct(inner, {
      by: edit.by,
      act: 'edit translation',
      subjectKind: 'story',
      subjectId: edition.story_id,
      facts: { pair: edit.pairId },
    });
    return writeTake(inner, { editionId: edit.editionId, note: '', by: edit.by });
  });
}

/** With the last open sentence written there is nothing left for an engine: the edition waits for none. */
async function endWork(inner: Newsroom, editionId: string): Promise<void> {
  await endTranslating(inner, editionId);
}

export async function editionOf(newsroom: Newsroom, editionId: string) {
  const found = await findEditionOf(newsroom, editionId);
  return found ?? refuse('not-found', { because: 'noSuchEdition' });
}

export type PairChanges = Partial<Omit<PairRow, 'id' | 'edition_id'>>;

export async function update(inner: Newsroom, pair: PairRow, changes: PairChanges): Promise<void> {
  await updatePair(inner, pair.id, { ...changes, updated_at: inner.clock.now() });
  // Whoever writes the sentence has chosen: what another engine said of it is not asked about any more.
  if (changes.target_text !== undefined) await deleteSecond(inner, pair.id);
}

export function targetOf(runs: ReturnType<typeof htmlToRuns>) {
  const trimmed = sliceRuns(runs, textOfRuns(runs).search(/\S|$/), textOfRuns(runs).trimEnd().length);
  return { target_html: runsToHtml(trimmed), target_text: textOfRuns(trimmed) };
}

export async function pairSource(inner: Newsroom, pair: PairRow, runs: ReturnType<typeof htmlToRuns>) {
  const trimmed = sliceRuns(runs, textOfRuns(runs).search(/\S|$/), textOfRuns(runs).trimEnd().length);
  const text = textOfRuns(trimmed);
  const translation = await getTranslationRow(inner, pair.edition_id);
  const { language } = await editionOf(inner, pair.edition_id);
  const key = sourceKey(text, translation.original_language, language);
  return { source_html: runsToHtml(trimmed), source_text: text, source_key: text === '' ? '' : key };
}

/** The original as it is now takes the place of what it was: the editor has seen the change. */
export async function followed(inner: Newsroom, pair: PairRow): Promise<PairChanges> {
  if (pair.stale_at === null) return {};
  return {
    ...(await pairSource(inner, pair, htmlToRuns(pair.stale_html ?? ''))),
    stale_at: null,
    stale_html: null,
  };
}

export async function makeRoom(inner: Newsroom, pair: PairRow): Promise<void> {
  await makeRoomAt(inner, pair.edition_id, pair.position + 1);
}
