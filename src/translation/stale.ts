/**
 * Stale: the original says something else now. Exactly the sentences that it touched are marked, in every edition made of it,
 * each with what the original says instead; new sentences stand open, and those taken out are to be dropped.
 */
import { noHtml } from '../kit/safe-html.ts';
import { type Newsroom, theNewsroomItself } from '../newsroom.ts';
import {
  listOfItem,
  listOfOriginal,
  makeRoomAt,
  putPair,
  updatePair,
  updateTranslation,
} from '../pairs/queries.ts';
import { copyOf } from '../stories/edit.ts';
import type { Copy } from '../stories/story.ts';
import { followShapes } from './follow-shapes.ts';
import { findItemVersion, findTake, getLanguage } from './original-queries.ts';
import {
  getTranslationRow,
  listPairRows,
  type PairRow,
  ringStoryOf,
  type TranslationRow,
} from './queries.ts';
import { type SentenceChange, sentenceChanges } from './sentence-changes.ts';
import { htmlToRuns, runsToHtml, type SentenceUnit, sentencesOf, textOfRuns } from './sentence-units.ts';
import { sourceKey } from './translate.ts';
import { writeTake } from './write-take.ts';

/** What a version of an item says; null where its source no longer gives it. The timetable knows who reads it. */
export type ReadVersion = (
  newsroom: Newsroom,
  asked: { itemId: string; version: number },
) => Promise<{ copy: Copy; isPage: boolean } | null>;

/**
 * Follows a changed item: every translation made of it is compared with the version it was made of. What a source withdraws
 * or withholds is told as a notice, and kills or not by its contract; no sentence of it says anything else.
 */
export async function markStaleByItem(
  newsroom: Newsroom,
  { itemId, version }: { itemId: string; version: number },
  readVersion: ReadVersion,
): Promise<void> {
  const rows = await listOfItem(newsroom, itemId);
  for (const row of rows) await followVersion(newsroom, row, version, readVersion);
}

/** Follows the beginning of a translation: between pick-up and now the item may have changed. */
export async function catchUp(
  newsroom: Newsroom,
  { editionId }: { editionId: string },
  readVersion: ReadVersion,
): Promise<void> {
  const row = await getTranslationRow(newsroom, editionId);
  if (row.item_id === null) return;
  const item = await findItemVersion(newsroom, row.item_id);
  for (let version = (row.item_version ?? 0) + 1; version <= (item?.version ?? 0); version += 1)
    await followVersion(newsroom, await getTranslationRow(newsroom, editionId), version, readVersion);
}

/**
 * Like is compared with like: the feed's text with the feed's, the page's with the page's. Made of a page, an edition learns
 * from the feed only which of its sentences were touched; what is new stands on the page, which is fetched again.
 */
async function followVersion(
  newsroom: Newsroom,
  row: TranslationRow,
  version: number,
  readVersion: ReadVersion,
): Promise<void> {
  const { item_id: itemId, item_version: madeOf, original_language: language } = row;
  if (itemId === null || madeOf === null || madeOf >= version) return;
  const now = await readVersion(newsroom, { itemId, version });
  let before = await readVersion(newsroom, { itemId, version: madeOf });
  if (!now || !before || (now.isPage && !before.isPage)) return;
  const isOnlyFeed = before.isPage && !now.isPage;
  for (let number = madeOf - 1; number > 0 && before?.isPage && !now.isPage; number -= 1)
    before = await readVersion(newsroom, { itemId, version: number });
  if (!before || before.isPage !== now.isPage) return;
  const [were, are] = [sentencesOf(before.copy, language), sentencesOf(now.copy, language)];
  await newsroom.transact(async (inner) => {
    await applyChanges(inner, row, were, are, { isOnlyFeed });
    if (!isOnlyFeed) await followOriginal(inner, row.edition_id, { before: were, after: are });
    if (!isOnlyFeed) await updateTranslation(inner, row.edition_id, { item_version: version });
    await ringStoryOf(inner, row.edition_id);
  });
}

/** Follows a publication or a correction of ours: editions made of this one are compared with the take they were made of. */
export async function markStaleByTake(
  newsroom: Newsroom,
  { editionId, takeId }: { editionId: string; takeId: string },
): Promise<void> {
  const rows = await listOfOriginal(newsroom, editionId);
  for (const row of rows) {
    if (row.original_take_id === null || row.original_take_id === takeId) continue;
    const before = await takeSentences(newsroom, row.original_take_id, row.original_language);
    const after = await takeSentences(newsroom, takeId, row.original_language);
    if (!before || !after) continue;
    await newsroom.transact(async (inner) => {
      await applyChanges(inner, row, before, after, { isOnlyFeed: false });
      await updateTranslation(inner, row.edition_id, { original_take_id: takeId });
      await followOriginal(inner, row.edition_id, { before, after });
      await ringStoryOf(inner, row.edition_id);
    });
  }
}

async function followOriginal(
  inner: Newsroom,
  editionId: string,
  states: { before: SentenceUnit[]; after: SentenceUnit[] },
): Promise<void> {
  if (await followShapes(inner, editionId, states))
    await writeTake(inner, {
      editionId,
      note: 'numbers and pictures as in the original',
      by: theNewsroomItself,
    });
}

async function takeSentences(
  newsroom: Newsroom,
  takeId: string,
  language: string,
): Promise<SentenceUnit[] | null> {
  const take = await findTake(newsroom, takeId);
  return take ? sentencesOf(copyOf(take), language) : null;
}

async function applyChanges(
  inner: Newsroom,
  row: TranslationRow,
  before: SentenceUnit[],
  after: SentenceUnit[],
  { isOnlyFeed }: { isOnlyFeed: boolean },
): Promise<void> {
  const changes = sentenceChanges(
    before.map(({ runs }) => textOfRuns(runs)),
    after.map(({ runs }) => textOfRuns(runs)),
  );
  let last: PairRow | null = null;
  for (const change of changes) {
    const pair = await pairOf(inner, row.edition_id, change, before);
    const now = change.now === null ? undefined : after[change.now];
    if (pair) await markPair(inner, pair, now);
    else if (now && !isOnlyFeed && !(await isThere(inner, row.edition_id, now)))
      last = await addOpen(inner, row, now, last ?? (await pairBefore(inner, row.edition_id, change, after)));
  }
}

/** The pair made of the sentence as it was, unless an editor has taken it out of the original's side meanwhile. */
async function pairOf(
  inner: Newsroom,
  editionId: string,
  change: SentenceChange,
  before: SentenceUnit[],
): Promise<PairRow | null> {
  const was = change.was === null ? undefined : before[change.was];
  if (!was) return null;
  const text = bare(textOfRuns(was.runs));
  const pairs = await listPairRows(inner, editionId);
  const staleText = (pair: PairRow) => bare(textOfRuns(htmlToRuns(pair.stale_html ?? '')));
  const isOf = (pair: PairRow) => bare(pair.source_text) === text || staleText(pair) === text;
  return (
    pairs.find(isOf) ?? pairs.find((pair) => text !== '' && bare(pair.source_text).includes(text)) ?? null
  );
}

/** An editor has put it in already: the original that the desk works on went on with its source. */
async function isThere(inner: Newsroom, editionId: string, now: SentenceUnit): Promise<boolean> {
  const text = bare(textOfRuns(now.runs));
  return (await listPairRows(inner, editionId)).some(
    (pair) => bare(pair.source_text) === text || bare(textOfRuns(htmlToRuns(pair.stale_html ?? ''))) === text,
  );
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

async function markPair(inner: Newsroom, pair: PairRow, now: SentenceUnit | undefined): Promise<void> {
  const stale_html = now ? runsToHtml(now.runs) : noHtml;
  const isBack = stale_html === pair.source_html; // the original says again what it said: nothing is stale
  await updatePair(
    inner,
    pair.id,
    isBack ? { stale_at: null, stale_html: null } : { stale_at: inner.clock.now(), stale_html },
  );
}

/** The pair after which a new sentence stands: the one made of the sentence before it. */
async function pairBefore(
  inner: Newsroom,
  editionId: string,
  change: SentenceChange,
  after: SentenceUnit[],
): Promise<PairRow | null> {
  const pairs = await listPairRows(inner, editionId);
  for (let at = (change.now ?? 0) - 1; at >= 0; at -= 1) {
    const text = bare(textOfRuns(after[at]?.runs ?? []));
    const found = pairs.find(
      (pair) => bare(pair.source_text) === text || bare(pair.stale_html ?? '') === text,
    );
    if (found) return found;
  }
  return pairs[0] ?? null;
}

async function addOpen(
  inner: Newsroom,
  row: TranslationRow,
  now: SentenceUnit,
  after: PairRow | null,
): Promise<PairRow> {
  const { language } = await getLanguage(inner, row.edition_id);
  const position = (after?.position ?? -1) + 1;
  await makeRoomAt(inner, row.edition_id, position);
  const text = textOfRuns(now.runs);
  const pair: PairRow = {
    id: inner.ids.next(),
    edition_id: row.edition_id,
    position,
    block: after?.block ?? now.block,
    block_kind: now.kind,
    source_html: runsToHtml(now.runs),
    source_text: text,
    source_key: sourceKey(text, row.original_language, language),
    target_html: noHtml,
    target_text: '',
    state: 'untranslated' as const,
    reason: '',
    engine_name: null,
    version: null,
    score: null,
    marks_lost: 0,
    unknown_json: '[]',
    stale_at: inner.clock.now(),
    stale_html: runsToHtml(now.runs),
    by_id: null,
    updated_at: inner.clock.now(),
  };
  await putPair(inner, pair);
  return pair;
}
