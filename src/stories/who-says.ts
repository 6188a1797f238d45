/**
 * Who says what in a story: the verbs of statements as the desk does them. Readers of a published story see each at once,
 * so the story's state, its lock and the rule of `may-change` are asked before sourcing/ writes anything down.
 */
import { refuse } from '../kit/refusal.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import type { Statement } from '../sourcing/statement.ts';
import { refuseIfLocked } from './lock.ts';
import { refuseUnlessMayChange } from './may-change.ts';
import { getEditionRow, holdStory } from './queries.ts';
import {
  addStatement,
  changeStanding,
  editionOfStatement,
  type NewStatement,
  removeStatement,
  type StandingChange,
} from './statements.ts';

/** Adds a statement. Refuses with `story-locked`; with `role-needed` where readers have the story, or will by themselves. */
export function nameSpeaker(newsroom: Newsroom, given: NewStatement): Promise<Statement> {
  return inStory(newsroom, given.editionId, given.by, (inner) => addStatement(inner, given));
}

/** Takes one away, under the same conditions. */
export async function unnameSpeaker(
  newsroom: Newsroom,
  given: { statementId: string; by: Actor },
): Promise<void> {
  const editionId = await getEditionOf(newsroom, given.statementId);
  await inStory(newsroom, editionId, given.by, (inner) => removeStatement(inner, given));
}

/** Says anew what is known of one, and what those say whom it accuses, under the same conditions. */
export async function judgeStatement(newsroom: Newsroom, given: StandingChange): Promise<Statement> {
  const editionId = await getEditionOf(newsroom, given.statementId);
  return inStory(newsroom, editionId, given.by, (inner) => changeStanding(inner, given));
}

async function getEditionOf(newsroom: Newsroom, statementId: string): Promise<string> {
  return (await editionOfStatement(newsroom, statementId)) ?? refuse('not-found');
}

async function inStory<T>(
  newsroom: Newsroom,
  editionId: string,
  by: Actor,
  act: (inner: Newsroom) => Promise<T>,
): Promise<T> {
  return newsroom.transact(async (inner) => {
    const edition = await getEditionRow(inner, editionId);
    const story = await holdStory(inner, edition.story_id);
    await refuseIfLocked(inner, story.id, by);
    await refuseUnlessMayChange(inner, { story, change: 'shows', by });
    return act(inner);
  });
}
