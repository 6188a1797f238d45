/** Fill: the open sentences of an edition are given to the engines. It bears being repeated, and never undoes an editor's work. */
import { primaryOf } from '../checks/bilingual/translation.ts';
import { type Newsroom, theNewsroomItself } from '../newsroom.ts';
import { holdEdition } from '../stories/edit.ts';
import { readItemTerms } from '../stories/item-terms.ts';
import { getTranslationRow, listPairRows, type PairRow } from './queries.ts';
import { htmlToRuns, runsToHtml, textOfRuns } from './sentence-units.ts';
import { type Translated, translateSentences } from './translate.ts';
import { writeTake } from './write-take.ts';

const TOGETHER = 40; // sentences that are kept, and appear at the desk, before the next are asked for

/** Follows `translation-asked`. What no engine could do stays open, with words for the desk. */
export async function fillTranslation(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const translation = await getTranslationRow(newsroom, editionId);
  const edition = await newsroom.store
    .selectFrom('editions')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['editions.language', 'stories.source_id', 'stories.item_id'])
    .where('editions.id', '=', editionId)
    .executeTakeFirstOrThrow();
  const pairs = await listPairRows(newsroom, editionId);
  const open = pairs.flatMap((pair, at) => (pair.state === 'untranslated' ? [at] : []));
  const asked = {
    sentences: pairs.map((pair) => htmlToRuns(pair.source_html)),
    from: primaryOf(translation.original_language),
    to: primaryOf(edition.language),
    mayLeave: await mayLeave(newsroom, edition),
  };
  let words: string | null = null;
  for (let from = 0; from < open.length; from += TOGETHER) {
    const some = open.slice(from, from + TOGETHER);
    const outcome = await translateSentences(newsroom, { ...asked, only: new Set(some) });
    words ??= outcome.words; // the first says why; those after it only that nobody can be asked any more
    await newsroom.transact(async (inner) => {
      await holdEdition(inner, editionId);
      for (const at of some) await putAnswer(inner, pairs[at] as PairRow, outcome.sentences[at]);
      inner.bell.ring('desk', { what: 'stories' });
    });
  }
  await newsroom.transact(async (inner) => {
    await holdEdition(inner, editionId);
    await inner.store
      .updateTable('translations')
      .set({ state: words === null ? 'ready' : 'failed', failure_words: words })
      .where('edition_id', '=', editionId)
      .execute();
    await writeTake(inner, { editionId, note: 'translated', by: theNewsroomItself });
    inner.bell.ring('desk', { what: 'stories' });
  });
}

/**
 * Whether the contract with the source, and the item's own terms, let its copy be sent to an engine outside; our own copy
 * may always.
 */
export async function mayLeave(
  newsroom: Newsroom,
  { source_id: sourceId, item_id: itemId }: { source_id: string | null; item_id: string | null },
): Promise<boolean> {
  if (!sourceId) return true;
  const item = await newsroom.store
    .selectFrom('items')
    .select('terms_json')
    .where('id', '=', itemId)
    .executeTakeFirst();
  if (readItemTerms(item?.terms_json ?? null).cloud === false) return false;
  const source = await newsroom.store
    .selectFrom('sources')
    .select('may_use_cloud')
    .where('id', '=', sourceId)
    .executeTakeFirst();
  return source?.may_use_cloud === 1;
}

async function putAnswer(inner: Newsroom, pair: PairRow, answer: Translated | undefined): Promise<void> {
  if (!answer || answer.state === 'untranslated') return;
  await inner.store
    .updateTable('sentence_pairs')
    .set({
      target_html: runsToHtml(answer.runs),
      target_text: textOfRuns(answer.runs),
      state: answer.state,
      engine_name: answer.engineName,
      version: answer.version,
      score: answer.score,
      marks_lost: answer.marksLost ? 1 : 0,
      unknown_json: JSON.stringify(answer.unknown),
      updated_at: inner.clock.now(),
    })
    .where('id', '=', pair.id)
    .where('state', '=', 'untranslated') // an editor may have written it meanwhile
    .execute();
}
