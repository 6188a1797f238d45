/** The receipt: how an edition was translated, by what, who read and settled what, and why; it stays with the story. */
import { z } from 'zod';
import type { Newsroom } from '../newsroom.ts';
import { readRecords, readShape } from '../store/json-column.ts';
import { getTranslationRow, listPairRows, type PairRow, type TranslationRow } from './queries.ts';
import {
  getEditionForReceipt,
  listAnswersWithNames,
  listReadings,
  listStaffNames,
} from './receipt-queries.ts';

export interface TranslationReceipt {
  language: string;
  originalLanguage: string;
  /** What it is a translation of: an item in one of its versions, and the edition of ours that was made of it. */
  original: { itemId: string | null; itemVersion: number | null; editionId: string | null };
  /** Engines with their versions, and how many sentences each gave; an editor's own are under 'desk'. */
  engines: Record<string, number>;
  /** How many sentences of engines an editor has changed since. */
  edited: number;
  /** The last reading. */
  readBy: string | null;
  readAt: number | null;
  /** Whether what stands there now is what was read. */
  isReadAsItStands: boolean;
  /** Every reading, oldest first. */
  readings: { by: string | null; at: number; takeId: string; overridden: string[] }[];
  overridden: { check: string; message: string; reason: string }[];
  settled: OverruledFinding[];
  dropped: ReceiptDecision[];
  added: ReceiptDecision[];
}

/** A finding that somebody said is right as it stands. */
export interface OverruledFinding {
  /** The sentence of the original; empty where the pair is gone. */
  original: string;
  check: string;
  /** What the finding was about. */
  words: string;
  reason: string;
  by: string | null;
  at: number;
}

/** A sentence left out or added. */
export interface ReceiptDecision {
  text: string;
  reason: string;
  by: string | null;
  at: number;
}

/** What stays with the story. */
export async function getReceipt(newsroom: Newsroom, editionId: string): Promise<TranslationReceipt> {
  const row = await getTranslationRow(newsroom, editionId);
  const edition = await getEditionForReceipt(newsroom, editionId);
  const pairs = await listPairRows(newsroom, editionId);
  const names = await namesOf(newsroom, [row.read_by_id, ...pairs.map(({ by_id }) => by_id)]);
  const decided = (state: PairRow['state']): ReceiptDecision[] =>
    pairs
      .filter((pair) => pair.state === state)
      .map((pair) => ({
        text: pair.source_text || pair.target_text,
        reason: pair.reason,
        by: names.get(pair.by_id ?? '') ?? null,
        at: pair.updated_at,
      }));
  return {
    language: edition.language,
    originalLanguage: row.original_language,
    original: {
      itemId: row.item_id,
      itemVersion: row.item_version,
      editionId: row.original_edition_id,
    },
    engines: enginesOf(pairs),
    edited: pairs.filter(({ state, engine_name }) => state === 'edited' && engine_name !== null).length,
    readBy: names.get(row.read_by_id ?? '') ?? null,
    readAt: row.read_at,
    isReadAsItStands: row.read_at !== null && row.read_take_id === edition.working_take_id,
    readings: await readingsOf(newsroom, edition),
    overridden: readRecords('translations.read_overrides_json', row.edition_id, row.read_overrides_json),
    settled: await settledIn(newsroom, row, pairs),
    dropped: decided('dropped'),
    added: decided('added'),
  };
}

function enginesOf(pairs: PairRow[]): Record<string, number> {
  const engines: Record<string, number> = {};
  for (const pair of pairs.filter(({ target_text }) => target_text !== '')) {
    const named = pair.engine_name ? [pair.engine_name, pair.version].filter(Boolean).join(', ') : 'desk';
    const name = pair.state === 'memory' ? 'memory' : named;
    engines[name] = (engines[name] ?? 0) + 1;
  }
  return engines;
}

async function namesOf(newsroom: Newsroom, ids: (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids)].flatMap((id) => id ?? []);
  if (asked.length === 0) return new Map();
  const rows = await listStaffNames(newsroom, asked);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function settledIn(
  newsroom: Newsroom,
  row: TranslationRow,
  pairs: PairRow[],
): Promise<OverruledFinding[]> {
  const answers = await listAnswersWithNames(newsroom, row.edition_id);
  const sources = new Map(pairs.map(({ id, source_text }) => [id, source_text]));
  return answers.map(({ pair_id, finding, name, words, reason, at }) => {
    const original = sources.get(pair_id) ?? '';
    return { original, check: finding, words, reason, by: name, at };
  });
}

const readingFacts = z.object({ language: z.string(), take: z.string(), overridden: z.array(z.string()) });

/** They are acts of the story, and stay when a later take is read again. */
async function readingsOf(
  newsroom: Newsroom,
  edition: { story_id: string; language: string },
): Promise<TranslationReceipt['readings']> {
  const acts = await listReadings(newsroom, edition.story_id);
  return acts.flatMap(({ id, at, name, facts_json }) => {
    const facts = readShape('audit.facts_json', id, facts_json, readingFacts);
    if (facts.language !== edition.language) return [];
    return [{ by: name, at, takeId: facts.take, overridden: facts.overridden }];
  });
}
