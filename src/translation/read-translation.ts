/** A translation as the desk reads it: its pairs side by side, what the checks found at each, and who has read it. */
import { checkPair } from '../checks/bilingual/check-translation.ts';
import { type PairFinding, primaryOf } from '../checks/bilingual/translation.ts';
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { findTranslationRow, getTranslationRow, listPairRows, type PairRow } from './queries.ts';
import { htmlToRuns, textOfRuns } from './sentence-units.ts';

export interface DeskFinding extends PairFinding {
  /** The words that it speaks of; with its check they name it. */
  words: string;
  /** Why it was dismissed; null while it stands. */
  settled: string | null;
}

export interface DeskPair {
  id: string;
  block: number;
  kind: string;
  sourceHtml: string;
  sourceText: string;
  targetHtml: string;
  targetText: string;
  state: PairRow['state'];
  reason: string;
  /** 'DeepL', with the version where it says so; null for an editor's own words. */
  engine: string | null;
  marksLost: boolean;
  /** What the original says now; empty when it says nothing any more; null while it is as it was. */
  staleHtml: string | null;
  findings: DeskFinding[];
}

export interface DeskTranslation {
  editionId: string;
  storyId: string;
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

/** Null for an edition that is no translation. Without `checked`, nothing is looked for in the sentences. */
export async function findTranslation(
  newsroom: Newsroom,
  editionId: string,
  { checked = true }: { checked?: boolean } = {},
): Promise<DeskTranslation | null> {
  const row = await findTranslationRow(newsroom, editionId);
  if (!row) return null;
  const edition = await newsroom.store
    .selectFrom('editions')
    .select(['story_id', 'language', 'working_take_id'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const answers = await newsroom.store
    .selectFrom('pair_answers')
    .selectAll()
    .where('edition_id', '=', editionId)
    .execute();
  const settled = new Map(
    answers.map((answer) => [`${answer.pair_id} ${answer.finding} ${answer.words}`, answer.reason]),
  );
  const languages = { from: primaryOf(row.original_language), to: primaryOf(edition.language) };
  const pairs: DeskPair[] = [];
  for (const [index, pair] of (await listPairRows(newsroom, editionId)).entries()) {
    if (checked && index % AT_A_TIME === AT_A_TIME - 1) await new Promise(setImmediate);
    pairs.push(deskPair(pair, languages, checked ? settled : null));
  }
  const reader = row.read_by_id
    ? await newsroom.store
        .selectFrom('staff')
        .select('name')
        .where('id', '=', row.read_by_id)
        .executeTakeFirst()
    : undefined;
  const isRead = row.read_take_id === edition.working_take_id && row.read_at !== null;
  return {
    editionId,
    storyId: edition.story_id,
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

const AT_A_TIME = 8; // sentences checked before others at the desk have their turn: some 20 ms

const isOpenCritical = (finding: DeskFinding): boolean =>
  finding.severity === 'critical' && finding.settled === null;

function deskPair(
  pair: PairRow,
  { from, to }: { from: string; to: string },
  settled: Map<string, string> | null,
): DeskPair {
  const source = pair.stale_html === null ? pair.source_text : textOfRuns(htmlToRuns(pair.stale_html));
  const hasBoth = settled !== null && source !== '' && pair.target_text !== '';
  const found = hasBoth ? checkPair({ source, target: pair.target_text, from, to }) : [];
  return {
    id: pair.id,
    block: pair.block,
    kind: pair.block_kind,
    sourceHtml: pair.source_html,
    sourceText: pair.source_text,
    targetHtml: pair.target_html,
    targetText: pair.target_text,
    state: pair.state,
    reason: pair.reason,
    engine:
      pair.engine_name === null
        ? null
        : [pair.engine_name, pair.version].filter((word) => word !== null).join(', '),
    marksLost: pair.marks_lost === 1,
    staleHtml: pair.stale_html,
    findings: found.map((finding) => {
      const words = wordsOf(finding, source, pair.target_text);
      return { ...finding, words, settled: settled?.get(`${pair.id} ${finding.check} ${words}`) ?? null };
    }),
  };
}

/** The words by which a finding is known again: what it points at, on either side. */
function wordsOf(finding: PairFinding, source: string, target: string): string {
  const cut = (text: string, span: { start: number; end: number } | undefined) =>
    span ? text.slice(span.start, span.end) : '';
  return `${cut(target, finding.target)}|${cut(source, finding.source)}`.slice(0, 200);
}

/** Settles a finding: it is as it should be, for this reason. */
export async function settleFinding(
  newsroom: Newsroom,
  asked: { editionId: string; pairId: string; finding: string; words: string; reason: string; by: Actor },
): Promise<void> {
  const reason = asked.reason.replace(/\s+/g, ' ').trim();
  if (reason === '') refuse('form-incomplete', { fields: { reason: 'Say why it is right as it stands.' } });
  await newsroom.transact(async (inner) => {
    const row = {
      edition_id: asked.editionId,
      pair_id: asked.pairId,
      finding: asked.finding,
      words: asked.words,
      reason,
    };
    await inner.store
      .insertInto('pair_answers')
      .values({ ...row, id: inner.ids.next(), staff_id: asked.by.id, at: inner.clock.now() })
      .execute();
    inner.bell.ring('desk', { what: 'stories' });
  });
}

/**
 * A named person has read the edition as it stands, and answers for it. Refuses while a sentence is open, and while something
 * critical is not settled, unless a reason is given, which is kept.
 */
export async function markRead(
  newsroom: Newsroom,
  asked: { editionId: string; basedOn: string; override?: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const translation = await findTranslation(inner, asked.editionId);
    if (!translation) return refuse('not-found', { words: 'This edition is no translation.' });
    if (translation.takeId !== asked.basedOn) refuse('take-outdated');
    if (translation.open > 0)
      refuse('translation-unsettled', { words: `${translation.open} sentences are not translated yet.` });
    const critical = translation.pairs.flatMap(({ findings }) => findings).filter(isOpenCritical);
    const override = asked.override?.trim() ?? '';
    if (critical.length > 0 && override === '')
      refuse('translation-unsettled', { words: critical.map(({ message }) => message).join(' ') });
    const overrides = critical.map(({ check, message }) => ({ check, message, reason: override }));
    await inner.store
      .updateTable('translations')
      .set({
        read_by_id: asked.by.id,
        read_at: inner.clock.now(),
        read_take_id: translation.takeId,
        read_overrides_json: JSON.stringify(overrides),
      })
      .where('edition_id', '=', asked.editionId)
      .execute();
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
    inner.bell.ring('desk', { what: 'stories' });
  });
}

export interface TranslationReceipt {
  language: string;
  originalLanguage: string;
  /** Engines with their versions, and how many sentences each gave; an editor's own are under 'desk'. */
  engines: Record<string, number>;
  readBy: string | null;
  readAt: number | null;
  overridden: { check: string; message: string; reason: string }[];
  dropped: { text: string; reason: string }[];
  added: { text: string; reason: string }[];
}

/** What stays with the story: which engine, who read it and when, what was overridden, left out and added. */
export async function getReceipt(newsroom: Newsroom, editionId: string): Promise<TranslationReceipt> {
  const row = await getTranslationRow(newsroom, editionId);
  const { language } = await newsroom.store
    .selectFrom('editions')
    .select('language')
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
  const pairs = await listPairRows(newsroom, editionId);
  const engines: Record<string, number> = {};
  for (const pair of pairs.filter(({ target_text }) => target_text !== '')) {
    const name =
      pair.state === 'memory'
        ? 'memory'
        : pair.engine_name
          ? [pair.engine_name, pair.version].filter(Boolean).join(', ')
          : 'desk';
    engines[name] = (engines[name] ?? 0) + 1;
  }
  const reader = row.read_by_id
    ? await newsroom.store
        .selectFrom('staff')
        .select('name')
        .where('id', '=', row.read_by_id)
        .executeTakeFirst()
    : undefined;
  const listed = (state: PairRow['state']) =>
    pairs
      .filter((pair) => pair.state === state)
      .map((pair) => ({ text: pair.source_text || pair.target_text, reason: pair.reason }));
  return {
    language,
    originalLanguage: row.original_language,
    engines,
    readBy: reader?.name ?? null,
    readAt: row.read_at,
    overridden: JSON.parse(row.read_overrides_json) as TranslationReceipt['overridden'],
    dropped: listed('dropped'),
    added: listed('added'),
  };
}
