/** The receipt: how an edition was translated, by what, who read and settled what, and why; it stays with the story. */
import type { Newsroom } from '../newsroom.ts';
import { getTranslationRow, listPairRows, type PairRow } from './queries.ts';

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
