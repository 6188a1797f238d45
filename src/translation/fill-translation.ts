/** Fill: the open sentences of an edition are given to the engines. It bears being repeated, and never undoes an editor's work. */
import { type Newsroom, theNewsroomItself } from '../newsroom.ts';
import { answerPair, updateTranslation } from '../pairs/queries.ts';
import { announce } from '../runner/work.ts';
import { holdEdition } from '../stories/edit.ts';
import { listPairRows } from './queries.ts';
import { runsToHtml, textOfRuns } from './sentence-units.ts';
import type { TranslatedSentence } from './translate.ts';
import { translatePairs } from './translate-pairs.ts';
import { writeTake } from './write-take.ts';

const TOGETHER = 40; // sentences that are kept, and appear at the desk, before the next are asked for

/** Follows `translation-asked`. What no engine could do stays open, with words for the desk. */
export async function fillTranslation(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
): Promise<void> {
  const pairs = await listPairRows(newsroom, editionId);
  const open = pairs.filter(({ state }) => state === 'untranslated').map(({ id }) => id);
  let words: string | null = null;
  for (let from = 0; from < open.length; from += TOGETHER) {
    const some = new Set(open.slice(from, from + TOGETHER));
    const outcome = await translatePairs(newsroom, { editionId, which: ({ id }) => some.has(id) });
    words ??= outcome.words; // the first says why; those after it only that nobody can be asked any more
    await newsroom.transact(async (inner) => {
      const { story_id: storyId } = await holdEdition(inner, editionId);
      for (const [pairId, answer] of outcome.answers) await putAnswer(inner, pairId, answer);
      inner.bell.ring('desk', { what: 'stories', storyId });
    });
  }
  await newsroom.transact(async (inner) => {
    const { story_id: storyId } = await holdEdition(inner, editionId);
    await updateTranslation(inner, editionId, {
      state: words === null ? 'ready' : 'failed',
      failure_words: words,
    });
    await writeTake(inner, { editionId, note: 'translated', by: theNewsroomItself });
    const key = `translation-filled:${editionId}`;
    await announce(inner, { event: 'translation-filled', facts: { editionId }, key });
    inner.bell.ring('desk', { what: 'stories', storyId });
  });
}

async function putAnswer(inner: Newsroom, pairId: string, answer: TranslatedSentence): Promise<void> {
  if (answer.state === 'untranslated') return;
  await answerPair(inner, pairId, {
    target_html: runsToHtml(answer.runs),
    target_text: textOfRuns(answer.runs),
    state: answer.state,
    engine_name: answer.engineName,
    version: answer.version,
    score: answer.score,
    marks_lost: answer.marksLost ? 1 : 0,
    unknown_json: JSON.stringify(answer.unknown),
    updated_at: inner.clock.now(),
  });
}
