/** Objections as the desk reads them: what waits, gathered by sentence, and what became of the last ones. */

import type { Newsroom } from '../newsroom.ts';
import { readRecords } from '../store/json-column.ts';
import { storyPath } from '../stories/story.ts';
import type { ObjectionState } from './objection.ts';
import { countHeldPairs, deskObjectionRows } from './objection-queries.ts';
import type { ScreenFinding } from './screen.ts';

/** What one reader says. */
export interface ReadersWord {
  id: string;
  reason: string;
  better: string;
  findings: ScreenFinding[];
  receivedAt: number;
}

/** A sentence that readers say is wrong, with all that they say of it. */
export interface ObjectedTo {
  storyId: string;
  editionId: string;
  pairId: string;
  headline: string;
  path: string;
  originalLanguage: string;
  language: string;
  original: string;
  translated: string;
  engine: string | null;
  state: ObjectionState;
  /** Oldest first. */
  words: ReadersWord[];
  decidedAt: number | null;
  decidedBy: string | null;
  decidedWhy: string;
  correctionId: string | null;
}

/** What waits, the sentence that was first objected to first. */
export async function listObjected(newsroom: Newsroom, { limit }: { limit: number }): Promise<ObjectedTo[]> {
  const rows = await deskObjectionRows(newsroom)
    .where('objections.state', '=', 'held')
    .orderBy('objections.received_at')
    .orderBy('objections.id')
    .limit(limit)
    .execute();
  return gathered(rows);
}

/** What waits about one edition, for the two columns. */
export async function listObjectedIn(newsroom: Newsroom, editionId: string): Promise<ObjectedTo[]> {
  const rows = await deskObjectionRows(newsroom)
    .where('objections.state', '=', 'held')
    .where('objections.edition_id', '=', editionId)
    .orderBy('objections.received_at')
    .orderBy('objections.id')
    .execute();
  return gathered(rows);
}

/** What was set aside or settled last, newest first. */
export async function listWeighed(newsroom: Newsroom, { limit }: { limit: number }): Promise<ObjectedTo[]> {
  const rows = await deskObjectionRows(newsroom)
    .where('objections.state', '<>', 'held')
    .orderBy('objections.decided_at', 'desc')
    .orderBy('objections.id')
    .limit(limit)
    .execute();
  return gathered(rows);
}

/** Sentences about which something waits. */
export async function countObjected(newsroom: Newsroom): Promise<number> {
  const { count } = await countHeldPairs(newsroom);
  return Number(count);
}

type DeskRow = Awaited<ReturnType<ReturnType<typeof deskObjectionRows>['execute']>>[number];

/** Several readers about one sentence, as it then read, are one thing to weigh; so is what became of them together. */
function gathered(rows: DeskRow[]): ObjectedTo[] {
  const sentences = new Map<string, ObjectedTo>();
  for (const row of rows) {
    const key = JSON.stringify([row.pair_id, row.translated, row.state, row.decided_at]);
    const sentence = sentences.get(key) ?? sentenceOf(row);
    sentence.words.push({
      id: row.id,
      reason: row.reason,
      better: row.better,
      receivedAt: row.received_at,
      findings: readRecords<ScreenFinding>('objections.screen_json', row.id, row.screen_json),
    });
    sentences.set(key, sentence);
  }
  return [...sentences.values()];
}

function sentenceOf(row: DeskRow): ObjectedTo {
  return {
    storyId: row.story_id,
    editionId: row.edition_id,
    pairId: row.pair_id,
    headline: row.headline ?? '',
    path: storyPath(row.section_slug, row.slug),
    originalLanguage: row.original_language,
    language: row.language,
    original: row.original,
    translated: row.translated,
    engine: row.engine,
    state: row.state,
    words: [],
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedWhy: row.decided_why,
    correctionId: row.correction_id,
  };
}
