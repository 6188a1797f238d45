/** A translation as the desk reads it: its pairs side by side, what the checks found at each, and who has read it. */
import { primaryOf } from '../checks/bilingual/translation.ts';
import { comesBack } from '../checks/round-trip.ts';
import { because, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { listPairAnswers, putPairAnswer, updateTranslation } from '../pairs/queries.ts';
import { type DeskFinding, type DeskPair, deskPair, isChecked } from './desk-pair.ts';
import { keepFindings, type PairChecker } from './keep-findings.ts';
import { findReader, getEditionAndSlug, listHopLanguages } from './original-queries.ts';
import { listPairReadingRows, type PairReadingRow } from './pair-reading-queries.ts';
import {
  findTranslationRow,
  listPairRows,
  listSecondVersionRows,
  ringStoryOf,
  type TranslationRow,
} from './queries.ts';

export type { DeskFinding, DeskPair } from './desk-pair.ts';

export interface DeskTranslation {
  editionId: string;
  storyId: string;
  /** The story's short name. */
  slug: string;
  language: string;
  originalLanguage: string;
  state: 'translating' | 'ready' | 'failed';
  failureWords: string | null;
  takeId: string;
  /** Who has read what stands there now; null when nobody has. */
  read: { name: string; at: number } | null;
  pairs: DeskPair[];
  open: number;
  stale: number;
  critical: number;
}

export interface HowRead {
  /** Without it nothing is looked for in the sentences. */
  checked?: boolean;
  /** Where what was found before is remembered. */
  checker?: PairChecker;
}

/** Null for an edition that is no translation. */
export async function findTranslation(
  newsroom: Newsroom,
  editionId: string,
  { checked = true, checker = keepFindings() }: HowRead = {},
): Promise<DeskTranslation | null> {
  const row = await findTranslationRow(newsroom, editionId);
  if (!row) return null;
  const edition = await getEditionAndSlug(newsroom, editionId);
  const seconds = new Map(
    (await listSecondVersionRows(newsroom, editionId)).map((second) => [second.pair_id, second]),
  );
  const rows = await listPairRows(newsroom, editionId);
  const reading = {
    from: primaryOf(row.original_language),
    to: primaryOf(edition.language),
    settled: checked ? await settledIn(newsroom, editionId) : null,
    checker,
    original: rows.map(({ source_text }) => source_text).join('.\n'),
    backBy: checked ? await backBy(newsroom, row, edition) : null,
    readings: checked ? await readingsIn(newsroom, editionId) : new Map(),
  };
  const pairs: DeskPair[] = [];
  let fresh = 0;
  for (const pair of rows) {
    if (checked && !isChecked(pair, reading) && ++fresh % AT_A_TIME === 0) await new Promise(setImmediate);
    pairs.push(deskPair(pair, seconds.get(pair.id), reading));
  }
  const reader = row.read_by_id ? await findReader(newsroom, row.read_by_id) : undefined;
  const isRead = row.read_take_id === edition.working_take_id && row.read_at !== null;
  return {
    editionId,
    storyId: edition.story_id,
    slug: edition.slug,
    language: edition.language,
    originalLanguage: row.original_language,
    state: row.state,
    failureWords: row.failure_words,
    takeId: edition.working_take_id,
    read: isRead ? { name: reader?.name ?? '', at: row.read_at ?? 0 } : null,
    pairs,
    open: pairs.filter(({ state }) => state === 'untranslated').length,
    stale: pairs.filter(({ staleHtml }) => staleHtml !== null).length,
    critical: pairs.flatMap(({ findings }) => findings).filter(isOpenCritical).length,
  };
}

/** Why findings were settled, by pair, check and words. */
async function settledIn(newsroom: Newsroom, editionId: string): Promise<Map<string, string>> {
  const answers = await listPairAnswers(newsroom, editionId);
  return new Map(
    answers.map((answer) => [`${answer.pair_id} ${answer.finding} ${answer.words}`, answer.reason]),
  );
}

/** What others than our rules said, by sentence. */
async function readingsIn(newsroom: Newsroom, editionId: string): Promise<Map<string, PairReadingRow[]>> {
  const byPair = new Map<string, PairReadingRow[]>();
  for (const row of await listPairReadingRows(newsroom, editionId))
    byPair.set(row.pair_id, [...(byPair.get(row.pair_id) ?? []), row]);
  return byPair;
}

/** The language by way of which the story came back into the edition's. */
async function backBy(
  newsroom: Newsroom,
  row: TranslationRow,
  { story_id, language }: { story_id: string; language: string },
): Promise<string | null> {
  const hops = await listHopLanguages(newsroom, story_id);
  return comesBack(language, [...hops.flatMap((hop) => hop.language ?? []), row.original_language]);
}

const AT_A_TIME = 8; // sentences checked before others at the desk have their turn: some 20 ms

const isOpenCritical = (finding: DeskFinding): boolean =>
  finding.severity === 'critical' && finding.settled === null;

/** Settles a finding: it is as it should be, for this reason. */
export async function settleFinding(
  newsroom: Newsroom,
  asked: { editionId: string; pairId: string; finding: string; words: string; reason: string; by: Actor },
): Promise<void> {
  const reason = asked.reason.replace(/\s+/g, ' ').trim();
  if (reason === '') refuse('form-incomplete', { fields: { reason: because('whyRight') } });
  await newsroom.transact(async (inner) => {
    const row = {
      edition_id: asked.editionId,
      pair_id: asked.pairId,
      finding: asked.finding,
      words: asked.words,
      reason,
    };
    await putPairAnswer(inner, {
      ...row,
      id: inner.ids.next(),
      staff_id: asked.by.id,
      at: inner.clock.now(),
    });
    await ringStoryOf(inner, asked.editionId);
  });
}

/**
 * A named person has read the edition as it stands, and answers for it. Refuses while a sentence is open, and while something
 * critical is not settled, unless a reason is given, which is kept.
 */
export async function markRead(
  newsroom: Newsroom,
  asked: { editionId: string; basedOn: string; override?: string; by: Actor; checker?: PairChecker },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { checker = keepFindings() } = asked;
    const translation = await findTranslation(inner, asked.editionId, { checker });
    if (!translation) return refuse('not-found', { because: 'notATranslation' });
    if (translation.takeId !== asked.basedOn) refuse('take-outdated');
    if (translation.open > 0)
      refuse('translation-unsettled', { because: because('sentencesOpen', { open: translation.open }) });
    const critical = translation.pairs.flatMap(({ findings }) => findings).filter(isOpenCritical);
    const override = asked.override?.trim() ?? '';
    if (critical.length > 0 && override === '')
      refuse('translation-unsettled', { words: critical.map(({ message }) => message).join(' ') });
    const overrides = critical.map(({ check, message }) => ({ check, message, reason: override }));
    await updateTranslation(inner, asked.editionId, {
      read_by_id: asked.by.id,
      read_at: inner.clock.now(),
      read_take_id: translation.takeId,
      read_overrides_json: JSON.stringify(overrides),
    });
    const facts = {
      language: translation.language,
      take: translation.takeId,
      overridden: overrides.map(({ check }) => check),
    };
    await recordAct(inner, {
      by: asked.by,
      act: 'read translation',
      subjectKind: 'story',
      subjectId: translation.storyId,
      facts,
    });
    inner.bell.ring('desk', { what: 'stories', storyId: translation.storyId });
  });
}
