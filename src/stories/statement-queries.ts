/** What the store is asked of statements and of suggestions that were refused; private to this folder. */
import type { Selectable } from 'kysely';
import type { Newsroom } from '../newsroom.ts';
import { keptQuery } from '../store/kept-query.ts';
import type { Tables } from '../store/tables.ts';

export type StatementRow = Selectable<Tables['statements']> & {
  speaker_slug: string;
  speaker_name: string;
  variants_json: string;
  in_conflict: 0 | 1;
  /** The language of the edition that it stands in. */
  language: string;
};

function statementRows({ store }: Pick<Newsroom, 'store'>) {
  return store
    .selectFrom('statements')
    .innerJoin('speakers', 'speakers.id', 'statements.speaker_id')
    .innerJoin('editions', 'editions.id', 'statements.edition_id')
    .selectAll('statements')
    .select(['speakers.slug as speaker_slug', 'speakers.name as speaker_name'])
    .select(['speakers.variants_json', 'speakers.in_conflict', 'editions.language']);
}

/** In the order in which they were added. */
export function selectStatements(newsroom: Newsroom, editionId: string): Promise<StatementRow[]> {
  return statementsOfEdition(newsroom, [editionId]);
}

const statementsOfEdition = keptQuery((at, [editionId = '']) =>
  statementRows(at).where('statements.edition_id', '=', editionId).orderBy('statements.id'),
);

/** Of all a story's editions, in the order in which they were added. */
export function selectStatementsOfStory(newsroom: Newsroom, storyId: string): Promise<StatementRow[]> {
  return statementRows(newsroom).where('editions.story_id', '=', storyId).orderBy('statements.id').execute();
}

export function selectStatement(newsroom: Newsroom, id: string): Promise<StatementRow | undefined> {
  return statementRows(newsroom).where('statements.id', '=', id).executeTakeFirst();
}

export async function insertStatement(
  { store }: Newsroom,
  row: Selectable<Tables['statements']>,
): Promise<void> {
  await store.insertInto('statements').values(row).execute();
}

export async function updateStanding(
  { store }: Newsroom,
  id: string,
  change: { standing: StatementRow['standing']; standing_note: string; answer?: string },
): Promise<void> {
  await store.updateTable('statements').set(change).where('id', '=', id).execute();
}

export async function deleteStatement({ store }: Newsroom, id: string): Promise<void> {
  await store.deleteFrom('statements').where('id', '=', id).execute();
}

/** The edition's story, and the body that is being worked on. */
export function selectWorkingBody(
  { store }: Newsroom,
  editionId: string,
): Promise<{ story_id: string; body_html: string } | undefined> {
  return store
    .selectFrom('editions')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['editions.story_id', 'takes.body_html'])
    .where('editions.id', '=', editionId)
    .executeTakeFirst();
}

/** Every statement of one goes to another; how many. */
export async function moveStatements(
  { store }: Newsroom,
  from: string,
  to: string,
  ids?: readonly string[],
): Promise<number> {
  let update = store.updateTable('statements').set({ speaker_id: to }).where('speaker_id', '=', from);
  if (ids) update = update.where('id', 'in', [...ids]);
  const { numUpdatedRows } = await update.executeTakeFirst();
  return Number(numUpdatedRows);
}

/** What a speaker says in our stories, newest first, with the story of each. */
export function selectStatementsOf({ store }: Newsroom, speakerId: string, limit: number) {
  return store
    .selectFrom('statements')
    .innerJoin('editions', 'editions.id', 'statements.edition_id')
    .innerJoin('takes', 'takes.id', 'editions.working_take_id')
    .select(['statements.id', 'statements.words', 'statements.standing', 'statements.speaker_role'])
    .select(['statements.created_at', 'editions.story_id', 'editions.language', 'takes.headline'])
    .where('statements.speaker_id', '=', speakerId)
    .orderBy('statements.id', 'desc')
    .limit(limit)
    .execute();
}

/** How many statements each speaker has. */
export function countStatements({ store }: Newsroom) {
  return store
    .selectFrom('statements')
    .select(({ fn }) => ['speaker_id', fn.countAll<number>().as('count')])
    .groupBy('speaker_id')
    .execute();
}

/** Stories and editions in which a speaker speaks: their pages change with the speaker. */
export function selectStoriesOf({ store }: Newsroom, speakerId: string) {
  return store
    .selectFrom('statements')
    .innerJoin('editions', 'editions.id', 'statements.edition_id')
    .select('editions.story_id')
    .distinct()
    .where('statements.speaker_id', '=', speakerId)
    .execute();
}

export function selectRefusals({ store }: Newsroom, editionId: string): Promise<{ digest: string }[]> {
  return store
    .selectFrom('suggestion_refusals')
    .select('digest')
    .where('edition_id', '=', editionId)
    .execute();
}

/** Of all a story's editions. */
export function selectRefusalsOfStory({ store }: Newsroom, storyId: string) {
  return store
    .selectFrom('suggestion_refusals')
    .innerJoin('editions', 'editions.id', 'suggestion_refusals.edition_id')
    .select(['suggestion_refusals.edition_id', 'suggestion_refusals.digest'])
    .where('editions.story_id', '=', storyId)
    .execute();
}

export async function insertRefusal(
  { store }: Newsroom,
  row: { edition_id: string; digest: string; by_id: string | null; at: number },
): Promise<void> {
  await store
    .insertInto('suggestion_refusals')
    .values(row)
    .onConflict((clash) => clash.columns(['edition_id', 'digest']).doNothing())
    .execute();
}

/** Editions in which one of them is quoted, the newest statements first. */
export async function editionIdsOfSpeakers(
  { store }: Newsroom,
  { speakerIds, limit }: { speakerIds: string[]; limit: number },
): Promise<string[]> {
  if (speakerIds.length === 0) return [];
  const rows = await store
    .selectFrom('statements')
    .select(['edition_id', 'created_at'])
    .where('speaker_id', 'in', speakerIds)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute();
  return [...new Set(rows.map(({ edition_id }) => edition_id))];
}
