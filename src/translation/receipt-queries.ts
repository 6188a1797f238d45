/** What is asked for the receipt of a translation: who read it, and what was said of its findings. */
import type { Newsroom } from '../newsroom.ts';

export function getEditionForReceipt(
  newsroom: Newsroom,
  editionId: string,
): Promise<{ story_id: string; language: string; working_take_id: string }> {
  return newsroom.store
    .selectFrom('editions')
    .select(['language', 'story_id', 'working_take_id'])
    .where('id', '=', editionId)
    .executeTakeFirstOrThrow();
}

export function listStaffNames(newsroom: Newsroom, ids: string[]): Promise<{ name: string; id: string }[]> {
  return newsroom.store.selectFrom('staff').select(['id', 'name']).where('id', 'in', ids).execute();
}

export interface AnswerWithNameRow {
  at: number;
  reason: string;
  name: string | null;
  pair_id: string;
  finding: string;
  words: string;
}

export function listAnswersWithNames(newsroom: Newsroom, editionId: string): Promise<AnswerWithNameRow[]> {
  return newsroom.store
    .selectFrom('pair_answers')
    .leftJoin('staff', 'staff.id', 'pair_answers.staff_id')
    .select(['pair_id', 'finding', 'words', 'reason', 'staff.name', 'at'])
    .where('edition_id', '=', editionId)
    .orderBy('at')
    .orderBy('pair_answers.id')
    .execute();
}

export function listReadings(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ id: string; name: string | null; at: number; facts_json: string }[]> {
  return newsroom.store
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.by_id')
    .select(['audit.id', 'audit.at', 'staff.name', 'audit.facts_json'])
    .where('subject_kind', '=', 'story')
    .where('subject_id', '=', storyId)
    .where('act', '=', 'read translation')
    .orderBy('audit.id')
    .execute();
}
