/** What editors answered to findings, as the store keeps it. */
import type { Insertable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import type { FindingAnswersTable } from '../store/copy-tables.ts';
import { keptQuery } from '../store/kept-query.ts';

export const listDismissed = (
  newsroom: Newsroom,
  storyId: string,
): Promise<{ check_name: string; words: string }[]> => dismissedRows(newsroom, [storyId]);

const dismissedRows = keptQuery(({ store }, [storyId = '']) =>
  store
    .selectFrom('finding_answers')
    .select(['check_name', 'words'])
    .where('answer', '=', 'dismissed')
    .where((one) => one.or([one('story_id', '=', storyId), one('is_paper', '=', 1)])),
);

export interface AnswersRow {
  check_name: string;
  answer: 'dismissed' | 'taken';
  times: string | number | bigint;
}

export function countAnswers(newsroom: Newsroom, since: number): Promise<AnswersRow[]> {
  return newsroom.store
    .selectFrom('finding_answers')
    .select(['check_name', 'answer'])
    .select((row) => row.fn.countAll().as('times'))
    .where('at', '>', since)
    .groupBy(['check_name', 'answer'])
    .execute();
}

export function findTaken(
  newsroom: Newsroom,
  storyId: string,
  words: string,
): Promise<{ id: string } | undefined> {
  return newsroom.store
    .selectFrom('finding_answers')
    .select('id')
    .where('story_id', '=', storyId)
    .where('answer', '=', 'taken')
    .where('words', '=', words)
    .executeTakeFirst();
}

export async function putAnswerRow(newsroom: Newsroom, row: Insertable<FindingAnswersTable>): Promise<void> {
  await newsroom.store.insertInto('finding_answers').values(row).execute();
}
