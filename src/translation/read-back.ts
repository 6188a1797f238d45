/**
 * Read back: a take of a translation was written or restored outside the columns. Its sentences go back into the pairs, so that
 * each keeps its original, its engine and what editors said of it; what the original does not have is an addition, and says so.
 */

import { primaryOf } from '../checks/bilingual/translation.ts';
import { joinLines, noHtml, type SafeHtml } from '../kit/safe-html.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { deletePair, deleteSecond, putPair, updatePair, updateTranslation } from '../pairs/queries.ts';
import { copyOf } from '../stories/edit.ts';
import { type Before, matchSentences } from './match-sentences.ts';
import {
  findTranslationRow,
  getTakeAndLanguage,
  listPairRows,
  type PairRow,
  type TranslationRow,
} from './queries.ts';
import {
  gapIn,
  htmlToRuns,
  runsToHtml,
  type SentenceUnit,
  sentencesOf,
  splitRuns,
  textOfRuns,
} from './sentence-units.ts';

export const OUTSIDE = 'edited outside the columns';

/** Call it in the transaction that saved the take; does nothing where the pairs say the same. */
export async function readBack(
  inner: Newsroom,
  { editionId, by }: { editionId: string; by: Actor },
): Promise<void> {
  const row = await findTranslationRow(inner, editionId);
  if (!row) return;
  const take = await getTakeAndLanguage(inner, editionId);
  if (take.id === row.take_id) return;
  const units = sentencesOf(copyOf(take), take.language);
  const pairs = await listPairRows(inner, editionId);
  const now = newPairs(pairs, units, { row, language: take.language });
  const isSame = await putPairs(inner, { row, before: pairs, now, gap: gapIn(take.language), by });
  // Who has read every word has read it still: a picture or a byline is no word of the translation.
  const isRead = isSame && row.read_take_id === row.take_id;
  await updateTranslation(inner, editionId, {
    take_id: take.id,
    ...(isRead ? { read_take_id: take.id } : {}),
  });
}

/** A pair as it is to be: of an old one or of none, with the sentences that it has now. */
interface NewPair {
  pair: PairRow | null;
  units: SentenceUnit[];
}

function newPairs(
  pairs: PairRow[],
  units: SentenceUnit[],
  { row, language }: { row: TranslationRow; language: string },
): NewPair[] {
  const owners = matchSentences(
    pairs.map((pair) => beforeOf(pair, language)),
    units.map(({ runs }) => textOfRuns(runs)),
    { from: primaryOf(row.original_language), to: primaryOf(language) },
  );
  const list: NewPair[] = [];
  const placed = new Set<PairRow>();
  for (const [at, unit] of units.entries()) {
    const owner = owners[at] ?? null;
    const pair = owner === null ? null : (pairs[owner] ?? null);
    const last = list.at(-1);
    if (pair && last?.pair === pair && last.units[0]?.block === unit.block) last.units.push(unit);
    // What was torn apart keeps its original at its first half.
    else list.push({ pair: pair && !placed.has(pair) ? pair : null, units: [unit] });
    if (pair) placed.add(pair);
  }
  return withEmpty(list, pairs, placed);
}

function beforeOf(pair: PairRow, language: string): Before {
  const runs = pair.state === 'dropped' ? [] : htmlToRuns(pair.target_html);
  const isLine = pair.block_kind === 'headline' || pair.block_kind === 'dek';
  const parts = isLine || runs.length === 0 ? [runs] : splitRuns(runs, language);
  const texts = parts.map(textOfRuns).filter((text) => text.trim() !== '');
  const isLeftOut = pair.state === 'dropped' && pair.reason !== OUTSIDE;
  return { texts, source: pair.source_text, isFree: pair.source_text !== '' && !isLeftOut };
}

/** Pairs without a sentence stay where they were: after the one before them. */
function withEmpty(list: NewPair[], pairs: PairRow[], placed: Set<PairRow>): NewPair[] {
  const all = [...list];
  for (const [at, pair] of pairs.entries()) {
    if (placed.has(pair)) continue;
    const before = pairs[at - 1];
    const place = before ? all.findLastIndex((each) => each.pair === before) + 1 : 0;
    all.splice(place, 0, { pair, units: [] });
    placed.add(pair);
  }
  return all;
}

/** Writes the list; true where no sentence says anything else than before. */
async function putPairs(
  inner: Newsroom,
  {
    row,
    before,
    now,
    gap,
    by,
  }: { row: TranslationRow; before: PairRow[]; now: NewPair[]; gap: '' | ' '; by: Actor },
): Promise<boolean> {
  let isSame = true;
  const blocks = blocksOf(now);
  for (const [position, { pair, units }] of now.entries()) {
    const place = {
      position,
      block: blocks[position] ?? 0,
      block_kind: units[0]?.kind ?? pair?.block_kind ?? 'p',
    };
    const html = joinLines(
      units.map(({ runs }) => runsToHtml(runs)),
      gap,
    );
    const text = textOfRuns(htmlToRuns(html));
    if (!pair) await addPair(inner, row, { ...place, html, text, by });
    else if (html === pair.target_html || (html === '' && pair.target_text === ''))
      await setPair(inner, pair, place);
    else if (html === '' && pair.source_text === '') await deletePair(inner, pair.id);
    else await setPair(inner, pair, { ...place, ...written(pair, { html, text }), by_id: by.id });
    isSame &&= pair !== null && (pair.target_text === text || (text === '' && pair.state === 'dropped'));
  }
  return isSame && before.length === now.length;
}

function written(pair: PairRow, { html, text }: { html: SafeHtml; text: string }): Partial<PairRow> {
  const said = { target_html: html, target_text: text, marks_lost: 0, unknown_json: '[]' };
  if (text === '') return { ...said, state: 'dropped', reason: OUTSIDE };
  const isOwn = pair.state === 'added';
  return { ...said, state: isOwn ? 'added' : 'edited', reason: isOwn ? pair.reason : '' };
}

async function setPair(inner: Newsroom, pair: PairRow, change: Partial<PairRow>): Promise<void> {
  await updatePair(
    inner,
    pair.id,
    change.target_text === undefined ? change : { ...change, updated_at: inner.clock.now() },
  );
  if (change.target_text !== undefined) await deleteSecond(inner, pair.id);
}

async function addPair(
  inner: Newsroom,
  row: TranslationRow,
  added: { position: number; block: number; block_kind: string; html: SafeHtml; text: string; by: Actor },
): Promise<void> {
  const { html, text, by, ...place } = added;
  await putPair(inner, {
    ...place,
    id: inner.ids.next(),
    edition_id: row.edition_id,
    source_html: noHtml,
    source_text: '',
    source_key: '',
    target_html: html,
    target_text: text,
    state: 'added',
    reason: OUTSIDE,
    engine_name: null,
    version: null,
    score: null,
    stale_at: null,
    stale_html: null,
    by_id: by.id,
    updated_at: inner.clock.now(),
  });
}

/** Paragraphs counted anew; a pair without a sentence stands in the paragraph that it stood in with the one before it. */
function blocksOf(now: NewPair[]): number[] {
  const blocks: number[] = [];
  let [block, last] = [-1, ''];
  for (const [at, { pair, units }] of now.entries()) {
    const before = now[at - 1]?.pair;
    const stays = units.length === 0 && before && before.block === pair?.block;
    const group = stays ? last : units[0] ? `new ${units[0].block}` : `old ${pair?.block}`;
    if (group !== last) block += 1;
    last = group;
    blocks.push(block);
  }
  return blocks;
}
