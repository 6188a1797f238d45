/** What others than our rules said of sentences: kept, read and counted. */
import type { Selectable } from 'kysely';
import type { PairFinding } from '../checks/bilingual/translation.ts';
import type { Newsroom } from '../newsroom.ts';
import type { PairReadingsTable } from '../store/translation-tables.ts';

export type PairReadingRow = Selectable<PairReadingsTable>;

export interface BackAnswer {
  /** The translation translated back. */
  text: string;
  /** Whether it denies what the original denies. */
  agrees: boolean;
}

export interface KeptReading {
  pairId: string;
  editionId: string;
  way: PairReadingRow['way'];
  source: string;
  target: string;
  answer: PairFinding[] | BackAnswer;
  engineName: string;
  version: string | null;
}

/** In place of what was read before. Nothing where the sentence is gone meanwhile. */
export async function keepReading(newsroom: Newsroom, kept: KeptReading): Promise<void> {
  const row = {
    source_text: kept.source,
    target_text: kept.target,
    answer_json: JSON.stringify(kept.answer),
    engine_name: kept.engineName,
    version: kept.version,
    at: newsroom.clock.now(),
  };
  await newsroom.transact(async (inner) => {
    const there = await inner.store
      .selectFrom('sentence_pairs')
      .select('id')
      .where('id', '=', kept.pairId)
      .executeTakeFirst();
    if (!there) return;
    await inner.store
      .insertInto('pair_readings')
      .values({ pair_id: kept.pairId, way: kept.way, edition_id: kept.editionId, ...row })
      .onConflict((clash) => clash.columns(['pair_id', 'way']).doUpdateSet(row))
      .execute();
  });
}

/** Of an edition's sentences, by whichever way of reading. */
export async function listPairReadingRows(newsroom: Newsroom, editionId: string): Promise<PairReadingRow[]> {
  return newsroom.store.selectFrom('pair_readings').selectAll().where('edition_id', '=', editionId).execute();
}

/** What the eye says of every sentence in which it points at something, and how often editors answered a finding of that name. */
export async function countEyeAnswers(
  newsroom: Newsroom,
  finding: string,
): Promise<{ answers: { pair_id: string; answer_json: string }[]; settled: number }> {
  const readings = await newsroom.store
    .selectFrom('pair_readings')
    .select(['pair_id', 'answer_json'])
    .where('way', '=', 'eye')
    .where('answer_json', '!=', '[]')
    .execute();
  const settled = await newsroom.store
    .selectFrom('pair_answers')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('finding', '=', finding)
    .executeTakeFirst();
  return { answers: readings, settled: Number(settled?.count ?? 0) };
}
