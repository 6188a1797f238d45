/** Edits of a translation that keep its pairs: write, split, join, move, drop and add a sentence, or have it translated again. */

import { NOTE_SIGN, type Run } from '../kit/body-shape.ts';
import { because, refuse } from '../kit/refusal.ts';
import { plainRun } from '../kit/runs.ts';
import { noHtml, safeBody } from '../kit/safe-html.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { deletePair, putPair, updatePair, updateTranslation } from '../pairs/queries.ts';
import { announce, isUnderWay } from '../runner/work.ts';
import { edited, followed, makeRoom, type PairEdit, pairSource, targetOf, update } from './pair-edit.ts';
import { getPairRow, getTranslationRow, listPairRows, type PairRow } from './queries.ts';
import { htmlToRuns, sliceRuns } from './sentence-units.ts';
import { translatePairs } from './translate-pairs.ts';

/** Writes a sentence of the translation. Its original counts as followed: it is stale no longer. */
export function writeSentence(newsroom: Newsroom, edit: PairEdit & { html: string }): Promise<string> {
  return edited(newsroom, edit, async (inner, pair) => {
    const runs = writtenRuns(edit.html, pair);
    await update(inner, pair, {
      ...targetOf(runs),
      state: pair.state === 'added' ? 'added' : 'edited',
      ...(await followed(inner, pair)),
      marks_lost: 0,
    });
  });
}

/** What was written as runs: `[^2]` is the mark of a footnote where the sentence or its original has it, and words where not. */
function writtenRuns(html: string, pair: PairRow): Run[] {
  const marks = [pair.source_html, pair.target_html, pair.stale_html ?? ''].flatMap((each) =>
    htmlToRuns(each).flatMap(({ note }) => note ?? []),
  );
  const runs = htmlToRuns(safeBody(`<p>${html}</p>`).replace(/^<p>|<\/p>$/g, ''));
  return runs.flatMap((run) =>
    run.text
      .split(/(\[\^\d{1,3}\])/)
      .filter((text) => text !== '')
      .map((text): Run => {
        const note = Number(/^\[\^(\d+)\]$/.exec(text)?.[1] ?? Number.NaN);
        return marks.includes(note) ? { ...plainRun(NOTE_SIGN), note } : { ...run, text };
      }),
  );
}

/** Splits a pair in two, each side at a place in its text. */
export function splitPair(
  newsroom: Newsroom,
  edit: PairEdit & { sourceAt: number; targetAt: number },
): Promise<string> {
  return edited(newsroom, edit, async (inner, pair) => {
    const [source, target] = [htmlToRuns(pair.source_html), htmlToRuns(pair.target_html)];
    const isInside = (at: number, text: string) => Number.isInteger(at) && at >= 0 && at <= text.length;
    if (!isInside(edit.sourceAt, pair.source_text) || !isInside(edit.targetAt, pair.target_text))
      refuse('form-incomplete');
    await makeRoom(inner, pair);
    await update(inner, pair, {
      ...(await pairSource(inner, pair, sliceRuns(source, 0, edit.sourceAt))),
      ...targetOf(sliceRuns(target, 0, edit.targetAt)),
    });
    const rest = {
      ...(await pairSource(inner, pair, sliceRuns(source, edit.sourceAt, pair.source_text.length))),
      ...targetOf(sliceRuns(target, edit.targetAt, pair.target_text.length)),
    };
    await putPair(inner, {
      ...pair,
      ...rest,
      id: inner.ids.next(),
      position: pair.position + 1,
      by_id: edit.by.id,
      updated_at: inner.clock.now(),
    });
  });
}

/** Joins a pair with the one after it. */
export function joinPairs(newsroom: Newsroom, edit: PairEdit): Promise<string> {
  return edited(newsroom, edit, async (inner, pair) => {
    const next = (await listPairRows(inner, edit.editionId)).find((each) => each.position > pair.position);
    if (!next || next.block !== pair.block) refuse('form-incomplete', { because: 'noSentenceAfter' });
    const both = (one: string, other: string) =>
      htmlToRuns([one, other].filter((html) => html !== '').join(' '));
    await update(inner, pair, {
      ...(await pairSource(inner, pair, both(pair.source_html, next.source_html))),
      ...targetOf(both(pair.target_html, next.target_html)),
      state: 'edited',
      stale_at: pair.stale_at ?? next.stale_at,
      stale_html: pair.stale_html ?? next.stale_html,
    });
    await deletePair(inner, next.id);
  });
}

/** Moves a sentence to stand after another, into that one's paragraph; null puts it first. */
export function movePair(newsroom: Newsroom, edit: PairEdit & { afterId: string | null }): Promise<string> {
  return edited(newsroom, edit, async (inner, pair) => {
    const others = (await listPairRows(inner, edit.editionId)).filter((each) => each.id !== pair.id);
    const after = edit.afterId === null ? -1 : others.findIndex((each) => each.id === edit.afterId);
    if (edit.afterId !== null && after < 0) refuse('not-found');
    const beside = others[Math.max(0, after)];
    const order = [...others.slice(0, after + 1), pair, ...others.slice(after + 1)];
    for (const [position, each] of order.entries())
      if (each.position !== position) await updatePair(inner, each.id, { position });
    if (beside) await update(inner, pair, { block: beside.block, block_kind: beside.block_kind });
  });
}

/** Leaves a sentence of the original out of the translation, and says why. */
export function dropSentence(newsroom: Newsroom, edit: PairEdit & { reason: string }): Promise<string> {
  const reason = reasonIn(edit.reason, 'whyLeftOut');
  return edited(newsroom, edit, async (inner, pair) => {
    if (pair.source_text === '') await deletePair(inner, pair.id);
    else
      await update(inner, pair, {
        ...targetOf([]),
        state: 'dropped',
        reason,
        ...(await followed(inner, pair)),
      });
  });
}

/** Adds a sentence that the original has not, after another, and says why. */
export function addSentence(
  newsroom: Newsroom,
  edit: PairEdit & { html: string; reason: string },
): Promise<string> {
  const reason = reasonIn(edit.reason, 'whyAdded');
  return edited(newsroom, edit, async (inner, pair) => {
    await makeRoom(inner, pair);
    const runs = writtenRuns(edit.html, pair);
    const row = {
      ...pair,
      ...targetOf(runs),
      id: inner.ids.next(),
      position: pair.position + 1,
      source_html: noHtml,
      source_text: '',
      source_key: '',
    };
    const fresh = {
      state: 'added' as const,
      reason,
      engine_name: null,
      version: null,
      score: null,
      stale_at: null,
      stale_html: null,
    };
    await putPair(inner, { ...row, ...fresh, by_id: edit.by.id, updated_at: inner.clock.now() });
  });
}

/** Has one sentence translated again, by an engine that is named. What it said before stays if that one fails, with words. */
export async function translateAgain(
  newsroom: Newsroom,
  edit: PairEdit & { engineId: string },
): Promise<{ words: string | null }> {
  const { id } = await getPairRow(newsroom, edit.editionId, edit.pairId);
  const { answers, words } = await translatePairs(newsroom, {
    editionId: edit.editionId,
    engineId: edit.engineId,
    which: (pair) => pair.id === id,
  });
  const answer = answers.get(id);
  if (!answer || answer.state === 'untranslated')
    return { words: words ?? 'The engine did not translate it.' };
  await edited(newsroom, edit, async (inner, now) => {
    const said = {
      engine_name: answer.engineName,
      version: answer.version,
      score: answer.score,
      marks_lost: answer.marksLost ? 1 : 0,
      unknown_json: JSON.stringify(answer.unknown),
    };
    await update(inner, now, {
      ...targetOf(answer.runs),
      ...said,
      state: 'machine',
      ...(await followed(inner, now)),
    });
  });
  return { words: null };
}

/** Asks the engines for what is open, once more; while they are being asked, nothing more is. */
export async function translateOpen(
  newsroom: Newsroom,
  { editionId }: { editionId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    await getTranslationRow(inner, editionId);
    if (await isUnderWay(inner, { event: 'translation-asked', facts: { editionId } })) return;
    await updateTranslation(inner, editionId, { state: 'translating', failure_words: null });
    await announce(inner, {
      event: 'translation-asked',
      facts: { editionId },
      key: `translation:${editionId}`,
    });
  });
}

function reasonIn(reason: string, ask: 'whyLeftOut' | 'whyAdded'): string {
  const words = reason.replace(/\s+/g, ' ').trim();
  return words === '' ? refuse('form-incomplete', { fields: { reason: because(ask) } }) : words;
}
