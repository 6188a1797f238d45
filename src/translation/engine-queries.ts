/** Engines, what they have used and what they have said, as the store keeps it. */

import type { Insertable, Selectable, Updateable } from 'kysely';
import type { SafeHtml } from '../kit/safe-html.ts';
import type { Newsroom } from '../newsroom.ts';
import type { EnginesTable, EngineUsageTable, TranslationCacheTable } from '../store/translation-tables.ts';

export async function putCached(
  newsroom: Newsroom,
  key: string,
  row: {
    at: number;
    text: string;
    score: number | null;
    engine_name: string;
    version: string | null;
    unknown_json: string;
  },
): Promise<void> {
  await newsroom.store
    .insertInto('translation_cache')
    .values({ key, ...row })
    .onConflict((clash) => clash.column('key').doUpdateSet(row))
    .execute();
}

export async function updateEngine(
  inner: Newsroom,
  engineId: string,
  changes: Updateable<EnginesTable>,
): Promise<void> {
  await inner.store.updateTable('engines').set(changes).where('id', '=', engineId).execute();
}

export async function putEngine(inner: Newsroom, row: Insertable<EnginesTable>): Promise<void> {
  await inner.store.insertInto('engines').values(row).execute();
}

export async function deleteEngine(inner: Newsroom, engineId: string): Promise<void> {
  await inner.store.deleteFrom('engines').where('id', '=', engineId).execute();
}

export function listUsage(newsroom: Newsroom, month: string): Promise<Selectable<EngineUsageTable>[]> {
  return newsroom.store.selectFrom('engine_usage').selectAll().where('month', '=', month).execute();
}

export function listEverUsed(newsroom: Newsroom): Promise<{ engine_id: string }[]> {
  return newsroom.store.selectFrom('engine_usage').select('engine_id').distinct().execute();
}

export async function addUsage(
  newsroom: Newsroom,
  row: Insertable<EngineUsageTable>,
  characters: number,
  cost: number,
): Promise<void> {
  await newsroom.store
    .insertInto('engine_usage')
    .values(row)
    .onConflict((clash) =>
      clash.columns(['engine_id', 'month']).doUpdateSet((row) => ({
        characters: row('engine_usage.characters', '+', characters),
        requests: row('engine_usage.requests', '+', 1),
        cost_micros: row('engine_usage.cost_micros', '+', cost),
      })),
    )
    .execute();
}

export function findInMemory(
  newsroom: Newsroom,
  sourceKey: string,
): Promise<{ target_html: SafeHtml; target_text: string } | undefined> {
  return newsroom.store
    .selectFrom('sentence_pairs')
    .innerJoin('translations', 'translations.edition_id', 'sentence_pairs.edition_id')
    .innerJoin('editions', 'editions.id', 'sentence_pairs.edition_id')
    .innerJoin('stories', 'stories.id', 'editions.story_id')
    .select(['sentence_pairs.target_html', 'sentence_pairs.target_text'])
    .where('source_key', '=', sourceKey)
    .where('sentence_pairs.target_text', '<>', '')
    .where('sentence_pairs.stale_at', 'is', null)
    .where('translations.read_at', 'is not', null)
    .where('stories.status', '=', 'published')
    .orderBy('sentence_pairs.updated_at', 'desc')
    .executeTakeFirst();
}

export function listCached(newsroom: Newsroom, keys: string[]): Promise<Selectable<TranslationCacheTable>[]> {
  return newsroom.store.selectFrom('translation_cache').selectAll().where('key', 'in', keys).execute();
}
