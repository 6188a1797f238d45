/** Start: a story gets an edition in another language, its sentences beside those it is made of, and an engine is asked. */

import { primaryOf } from '../checks/bilingual/translation.ts';
import { because, refuse } from '../kit/refusal.ts';
import { noHtml } from '../kit/safe-html.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { putPairRows, putTranslationRow } from '../pairs/queries.ts';
import { announce } from '../runner/work.ts';
import { setDeskCopy } from '../stories/desk-copy.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { addEdition } from '../stories/draft.ts';
import { refuseIfLocked } from '../stories/lock.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import type { Copy } from '../stories/story.ts';
import { findVersionBefore, getStoryBegun, getWorkingTakeId } from './original-queries.ts';
import { findTranslationRow } from './queries.ts';
import { runsToHtml, sentencesOf, textOfRuns } from './sentence-units.ts';
import { sourceKey } from './translate.ts';

/**
 * Adds an edition in `to`, made of the story's edition `fromEditionId`. Its sentences are open until an engine or an editor
 * fills them. With `keepOriginal`, what it is made of stays at the desk. Refuses a language the story has already, and copy
 * whose source does not allow translation.
 */
export async function startTranslation(
  newsroom: Newsroom,
  asked: { storyId: string; fromEditionId: string; to: string; keepOriginal?: boolean; by: Actor },
): Promise<{ editionId: string }> {
  const to = asked.to.trim();
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(to))
    refuse('form-incomplete', { fields: { language: because('languageMissing') } });
  return newsroom.transact(async (inner) => {
    await refuseIfLocked(inner, asked.storyId, asked.by);
    const story = await getForDesk(inner, asked.storyId);
    const original =
      story.editions.find((edition) => edition.id === asked.fromEditionId) ?? refuse('not-found');
    if (story.editions.some((edition) => primaryOf(edition.language) === primaryOf(to))) {
      refuse('form-incomplete', { fields: { language: because('editionInLanguageExists') } });
    }
    await refuseIfNotAllowed(inner, story.id);
    const copy: Copy = { ...original.copy, headline: '', dek: '', bodyHtml: noHtml };
    const editionId = await addEdition(inner, story.id, { language: to, copy, by: asked.by });
    // A translation of a translation follows the edition that it was made of; that one follows the item.
    const isOfItem = (await findTranslationRow(inner, original.id)) === null;
    await putTranslation(inner, { editionId, original, itemId: isOfItem ? story.itemId : null });
    await putPairs(inner, { editionId, copy: original.copy, from: original.language, to, by: asked.by });
    if (asked.keepOriginal)
      await setDeskCopy(inner, { editionId: original.id, isDeskCopy: true, by: asked.by });
    await announce(inner, {
      event: 'translation-asked',
      facts: { editionId },
      key: `translation:${editionId}`,
    });
    await recordAct(inner, {
      by: asked.by,
      act: 'translate',
      subjectKind: 'story',
      subjectId: story.id,
      facts: { to },
    });
    inner.bell.ring('desk', { what: 'stories', storyId: story.id });
    return { editionId };
  });
}

/** By the contract with the source, or by the item's own terms. */
async function refuseIfNotAllowed(inner: Newsroom, storyId: string): Promise<void> {
  const { translate, source } = await rightsOfStory(inner, storyId);
  if (translate.by === 'item') refuse('translation-not-allowed', { because: 'itemNotToBeTranslated' });
  if (translate.by === 'contract')
    refuse('translation-not-allowed', {
      because: because('contractForbidsTranslation', { source: source ?? '' }),
    });
}

async function putTranslation(
  inner: Newsroom,
  {
    editionId,
    original,
    itemId,
  }: { editionId: string; original: { id: string; language: string; takeId: string }; itemId: string | null },
): Promise<void> {
  const version = itemId ? await versionPickedUp(inner, original.id, itemId) : null;
  const edition = await getWorkingTakeId(inner, editionId);
  await putTranslationRow(inner, {
    edition_id: editionId,
    original_language: original.language,
    item_id: itemId,
    item_version: version,
    original_edition_id: original.id,
    original_take_id: original.takeId,
    state: 'translating',
    failure_words: null,
    take_id: edition.working_take_id,
    read_by_id: null,
    read_at: null,
    read_take_id: null,
    created_at: inner.clock.now(),
  });
}

/** The version that was there when the story was made of the item; what came after it is followed. */
async function versionPickedUp(inner: Newsroom, editionId: string, itemId: string): Promise<number | null> {
  const story = await getStoryBegun(inner, editionId);
  const { number } = await findVersionBefore(inner, itemId, story.created_at);
  return number === null ? null : Number(number);
}

async function putPairs(
  inner: Newsroom,
  { editionId, copy, from, to, by }: { editionId: string; copy: Copy; from: string; to: string; by: Actor },
): Promise<void> {
  const now = inner.clock.now();
  const rows = sentencesOf(copy, from).map(({ block, kind, runs }, position) => ({
    id: inner.ids.next(),
    edition_id: editionId,
    position,
    block,
    block_kind: kind,
    source_html: runsToHtml(runs),
    source_text: textOfRuns(runs),
    source_key: sourceKey(textOfRuns(runs), from, to),
    target_html: noHtml,
    target_text: '',
    state: 'untranslated' as const,
    reason: '',
    engine_name: null,
    version: null,
    score: null,
    stale_at: null,
    stale_html: null,
    by_id: by.id,
    updated_at: now,
  }));
  for (let at = 0; at < rows.length; at += 50) await putPairRows(inner, rows.slice(at, at + 50));
}
