/** Two engines side by side: the next engine of the chain is asked for its version, and an editor chooses between the two. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { deleteSecond, findSecond, findTargetText, putSecond, setWordsOfReady } from '../pairs/queries.ts';
import { announce } from '../runner/work.ts';
import { refuseIfLocked } from '../stories/lock.ts';
import { worthAsking } from './compare-versions.ts';
import { enginesFor } from './engines.ts';
import { edited, editionOf, followed, type PairEdit, update } from './pair-edit.ts';
import { getPairRow, getTranslationRow, type PairRow } from './queries.ts';
import { findTranslation } from './read-translation.ts';
import { runsToHtml, textOfRuns } from './sentence-units.ts';
import type { TranslatedSentence } from './translate.ts';
import { translatePairs, wayOf } from './translate-pairs.ts';

/** Asks the next engine for its version of a sentence. Nothing of the edition changes; refuses in words when none answers. */
export async function askSecond(
  newsroom: Newsroom,
  asked: { editionId: string; pairId: string; by: Actor },
): Promise<void> {
  const pair = await getPairRow(newsroom, asked.editionId, asked.pairId);
  const edition = await editionOf(newsroom, asked.editionId);
  await refuseIfLocked(newsroom, edition.story_id, asked.by);
  if (pair.source_text === '' && pair.stale_html === null)
    refuse('form-incomplete', { because: 'noSuchSentenceInOriginal' });
  const { kept, words } = await askFor(newsroom, asked.editionId, [pair]);
  if (kept === 0) refuse('form-incomplete', words ? { words } : { because: 'otherEngineSilent' });
}

/** Asks for every sentence about whose number, name or “not” a finding stands; the answers appear as they come. */
export async function askSecondWhereDoubted(
  newsroom: Newsroom,
  { editionId, by }: { editionId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { story_id: storyId } = await editionOf(inner, editionId);
    await refuseIfLocked(inner, storyId, by);
    await getTranslationRow(inner, editionId);
    const key = `second-versions:${editionId}`;
    await announce(inner, { event: 'second-versions-asked', facts: { editionId }, key });
    const subject = { subjectKind: 'story', subjectId: storyId } as const;
    await recordAct(inner, { by, act: 'ask a second engine', ...subject });
  });
}

/** Follows `second-versions-asked`; run again, it asks only for what has no second version yet. */
export async function fillSecondVersions(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const translation = await findTranslation(newsroom, editionId);
  const doubted = (translation?.pairs ?? []).filter(
    ({ findings, second }) =>
      second === null && findings.some(({ check, settled }) => settled === null && worthAsking.has(check)),
  );
  const pairs = await Promise.all(doubted.map(({ id }) => getPairRow(newsroom, editionId, id)));
  const { words } = await askFor(newsroom, editionId, pairs);
  await setWordsOfReady(newsroom, editionId, words);
  newsroom.bell.ring('desk', { what: 'stories', storyId: translation?.storyId ?? null });
}

/** Takes the second version in place of what stands there, or lets it go; either way nothing is asked any more. */
export async function chooseVersion(
  newsroom: Newsroom,
  edit: PairEdit & { take: 'first' | 'second' },
): Promise<void> {
  if (edit.take === 'first') {
    await newsroom.transact(async (inner) => {
      const { story_id: storyId } = await editionOf(inner, edit.editionId);
      await refuseIfLocked(inner, storyId, edit.by);
      await deleteSecond(inner, edit.pairId);
      inner.bell.ring('desk', { what: 'stories', storyId });
    });
    return;
  }
  await edited(newsroom, edit, async (inner, pair) => {
    const second = await findSecond(inner, pair.id);
    if (!second) return refuse('not-found', { because: 'noSecondVersion' });
    const { pair_id: _pair, edition_id: _edition, at: _at, ...said } = second;
    await update(inner, pair, { ...said, state: 'machine', ...(await followed(inner, pair)) });
  });
}

/** Each engine is asked once for all the sentences of which it is the next. */
async function askFor(
  newsroom: Newsroom,
  editionId: string,
  pairs: PairRow[],
): Promise<{ kept: number; words: string | null }> {
  const asked = await wayOf(newsroom, editionId);
  const rest = new Map<string, PairRow[]>();
  let words: string | null = null;
  for (const pair of pairs) {
    const characters = pair.source_text.length;
    const engines = await enginesFor(newsroom, { ...asked, characters });
    const next = engineAfter(engines, pair.engine_name);
    if (next) rest.set(next.id, [...(rest.get(next.id) ?? []), pair]);
    else words = 'No other engine can be asked for these languages now.';
  }
  let kept = 0;
  for (const [engineId, sentences] of rest) {
    const ids = new Set(sentences.map(({ id }) => id));
    const outcome = await translatePairs(newsroom, { editionId, engineId, which: ({ id }) => ids.has(id) });
    words = outcome.words ?? words;
    for (const pair of sentences) kept += await keep(newsroom, pair, outcome.answers.get(pair.id));
  }
  const { story_id: storyId } = await editionOf(newsroom, editionId);
  newsroom.bell.ring('desk', { what: 'stories', storyId });
  return { kept, words };
}

/** The one after that which gave the sentence; the first where an editor or the memory did. */
function engineAfter<E extends { name: string }>(engines: E[], name: string | null): E | undefined {
  const at = engines.findIndex((engine) => engine.name === name);
  return [...engines.slice(at + 1), ...engines.slice(0, Math.max(0, at))][0];
}

/** Unless the sentence was written meanwhile. */
async function keep(
  newsroom: Newsroom,
  pair: PairRow,
  answer: TranslatedSentence | undefined,
): Promise<number> {
  if (!answer || answer.state === 'untranslated' || answer.engineName === null) return 0;
  const row = {
    target_html: runsToHtml(answer.runs),
    target_text: textOfRuns(answer.runs),
    engine_name: answer.engineName,
    version: answer.version,
    score: answer.score,
    marks_lost: answer.marksLost ? 1 : 0,
    unknown_json: JSON.stringify(answer.unknown),
    at: newsroom.clock.now(),
  };
  return newsroom.transact(async (inner) => {
    const now = await findTargetText(inner, pair.id);
    if (now?.target_text !== pair.target_text) return 0;
    await putSecond(inner, { pair_id: pair.id, edition_id: pair.edition_id, ...row }, row);
    return 1;
  });
}
