/** An entry with its story held, so that nobody else changes either meanwhile; and the line of the audit for what is done. */
import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { type HeldStory, holdForEntries } from '../stories/live-story.ts';
import { type EntryRow, getEntryRow } from './entry-queries.ts';

/** Who does something to which entry. */
export interface EntryActor {
  entryId: string;
  by: Actor;
}

/** With the story held: what readers see at once is an editor's; what waits is its writer's too. */
export async function inHeldStory(
  newsroom: Newsroom,
  { entryId, by }: EntryActor,
  act: (inner: Newsroom, held: { story: HeldStory; row: EntryRow }) => Promise<void>,
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { story_id: storyId } = await getEntryRow(inner, entryId);
    const story = await holdForEntries(inner, { storyId, by });
    const row = await getEntryRow(inner, entryId); // as it is now that nobody else changes it
    if (row.state !== 'waits' && !story.mayShow) refuse('role-needed', { because: 'publishedIsForEditors' });
    await act(inner, { story, row });
  });
}

export interface EntryRecord {
  story: HeldStory;
  row: EntryRow;
  act: string;
  facts?: Record<string, unknown>;
}

export async function recordEntryAct(
  inner: Newsroom,
  { story, row, act, by, facts = {} }: EntryRecord & { by: Actor },
): Promise<void> {
  await recordAct(inner, {
    by,
    act,
    subjectKind: 'story',
    subjectId: story.id,
    facts: { entry: row.id, number: row.number ?? undefined, ...facts },
  });
}

export function refuseIfGone({ state }: EntryRow): void {
  if (state === 'withdrawn' || state === 'dropped') refuse('entry-changed', { because: 'entryNotOut' });
}
