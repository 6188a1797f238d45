/**
 * Statements written down: added, taken away, their standing changed, listed. What they ask of the story in which they stand
 * (its state, its lock) is asked by who-says.ts, by which the desk goes.
 */

import { webHref } from '../kit/plain-link.ts';
import { because, type Reason, refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readBody } from '../sourcing/body-text.ts';
import { findWords, wordsBeforePlace } from '../sourcing/find-words.ts';
import type { Hop } from '../sourcing/hops.ts';
import { ensureSpeaker, nameIn } from '../sourcing/speakers.ts';
import {
  type Form,
  forms,
  type Standing,
  type Statement,
  standings,
  type Verbatim,
} from '../sourcing/statement.ts';
import { readRecords, readWords } from '../store/json-column.ts';
import {
  deleteStatement,
  editionIdsOfSpeakers,
  insertStatement,
  type StatementRow,
  selectStatement,
  selectStatements,
  selectStatementsOfStory,
  selectWorkingBody,
  updateStanding,
} from './statement-queries.ts';

const LONGEST_WORDS = 5_000; // characters: longer than any speech a story carries, short enough to look for
const LONGEST_NOTE = 500; // characters of a role, an occasion, a note: they stand in a margin

export interface NewStatement {
  editionId: string;
  speakerName: string;
  speakerRole?: string;
  form: Form;
  /** As they stand in the edition's working take. */
  words: string;
  /** Which of several places, when the same words are there more than once. */
  wordsBefore?: string;
  occasion: string;
  standing: Standing;
  standingNote?: string;
  /** What those say whom it accuses, or that they were asked. */
  answer?: string;
  hops: Hop[];
  originalWords?: string;
  originalLanguage?: string;
  /** Where it is not said: translated when the original words are given, else unknown. */
  verbatim?: Verbatim;
  by: Actor;
}

/** Adds one that an editor confirmed. Refuses words that are not in the story. */
export async function addStatement(newsroom: Newsroom, given: NewStatement): Promise<Statement> {
  checkWritten(given);
  return newsroom.transact(async (inner) => {
    const working = (await selectWorkingBody(inner, given.editionId)) ?? refuse('not-found');
    const body = readBody(working.body_html);
    const place = findWords(body, given.words, given.wordsBefore ?? '');
    if (!place) refuse('form-incomplete', { fields: { words: because('wordsNotInStory') } });
    const role = given.speakerRole?.trim() ?? '';
    const speaker = await ensureSpeaker(inner, { name: given.speakerName, role });
    const now = inner.clock.now();
    const row = {
      id: inner.ids.next(),
      edition_id: given.editionId,
      speaker_id: speaker.id,
      speaker_role: role,
      form: given.form,
      words: given.words.trim(),
      words_before: wordsBeforePlace(body, place),
      original_words: given.originalWords?.trim() || null,
      original_language: given.originalLanguage || null,
      verbatim: given.verbatim ?? (given.originalWords?.trim() ? 'translated' : 'unknown'),
      occasion: given.occasion.trim(),
      hops_json: JSON.stringify(given.hops.map(hopOnly)),
      standing: given.standing,
      standing_note: given.standingNote?.trim() ?? '',
      answer: given.answer?.trim() ?? '',
      confirmed_by_id: given.by.id,
      confirmed_at: now,
      created_at: now,
    };
    await insertStatement(inner, row);
    await tell(inner, given.by, 'add statement', working.story_id, {
      statement: row.id,
      speaker: speaker.name,
    });
    return statementOf((await getRow(inner, row.id)).row);
  });
}

/** Takes one away; its words stay in the story, without their mark. */
export async function removeStatement(
  newsroom: Newsroom,
  { statementId, by }: { statementId: string; by: Actor },
): Promise<void> {
  await newsroom.transact(async (inner) => {
    const { row, storyId } = await getRow(inner, statementId);
    await deleteStatement(inner, statementId);
    const facts = { statement: statementId, speaker: row.speaker_name, words: row.words };
    await tell(inner, by, 'remove statement', storyId, facts);
  });
}

export interface StandingChange {
  statementId: string;
  standing: Standing;
  standingNote?: string;
  /** Kept as it was where it is not given. */
  answer?: string;
  by: Actor;
}

/** The edition in which a statement stands; null where there is no such statement. */
export async function editionOfStatement(newsroom: Newsroom, statementId: string): Promise<string | null> {
  return (await selectStatement(newsroom, statementId))?.edition_id ?? null;
}

/** Says anew what is known of a statement's truth. */
export async function changeStanding(newsroom: Newsroom, given: StandingChange): Promise<Statement> {
  checkWritten(given);
  return newsroom.transact(async (inner) => {
    const { row, storyId } = await getRow(inner, given.statementId);
    const change = {
      standing: given.standing,
      standing_note: given.standingNote?.trim() ?? '',
      answer: given.answer?.trim() ?? row.answer,
    };
    await updateStanding(inner, given.statementId, change);
    const facts = { statement: row.id, from: row.standing, to: given.standing };
    await tell(inner, given.by, 'change standing', storyId, facts);
    return statementOf({ ...row, ...change });
  });
}

/** Editions in which somebody who speaks here speaks too, the newest first. */
export function listEditionsWithSpeakers(
  newsroom: Newsroom,
  asked: { speakerIds: string[]; limit: number },
): Promise<string[]> {
  return editionIdsOfSpeakers(newsroom, asked);
}

/** An edition's statements, in the order in which they were added. */
export async function listStatements(newsroom: Newsroom, editionId: string): Promise<Statement[]> {
  return (await selectStatements(newsroom, editionId)).map(statementOf);
}

/** Those of all a story's editions, in the same order. */
export async function listStatementsOfStory(newsroom: Newsroom, storyId: string): Promise<Statement[]> {
  return (await selectStatementsOfStory(newsroom, storyId)).map(statementOf);
}

function checkWritten(given: Partial<NewStatement>): void {
  const fields: Record<string, Reason> = {};
  const tooLong = (text: string | undefined, most: number) => text !== undefined && text.length > most;
  if (tooLong(given.words, LONGEST_WORDS)) fields.words = because('noLongerThan', { most: LONGEST_WORDS });
  if (tooLong(given.originalWords, LONGEST_WORDS))
    fields.originalWords = because('noLongerThan', { most: LONGEST_WORDS });
  for (const field of ['speakerName', 'speakerRole', 'occasion', 'standingNote', 'answer'] as const) {
    if (tooLong(given[field], LONGEST_NOTE)) fields[field] = because('noLongerThan', { most: LONGEST_NOTE });
  }
  if (given.form !== undefined && !forms.includes(given.form)) fields.form = because('formUnknown');
  if (!standings.some((each) => each === given.standing)) fields.standing = because('standingMissing');
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
}

async function getRow(inner: Newsroom, id: string): Promise<{ row: StatementRow; storyId: string }> {
  const row = (await selectStatement(inner, id)) ?? refuse('not-found');
  const working = (await selectWorkingBody(inner, row.edition_id)) ?? refuse('not-found');
  return { row, storyId: working.story_id };
}

async function tell(
  inner: Newsroom,
  by: Actor,
  act: string,
  storyId: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordAct(inner, { by, act, subjectKind: 'story', subjectId: storyId, facts });
  inner.bell.ring('pages', { touched: [`story:${storyId}`] });
  inner.bell.ring('desk', { what: 'stories', storyId });
}

function hopOnly({ party, sourceId, act, language, link, at }: Hop): Hop {
  return { party, sourceId, act, language, link: webHref(link), at };
}

function printedName({ speaker_id: id, speaker_name: name, variants_json, language }: StatementRow): string {
  return nameIn({ name, variants: readWords('speakers.variants_json', id, variants_json) }, language);
}

function statementOf(row: StatementRow): Statement {
  return {
    id: row.id,
    editionId: row.edition_id,
    form: row.form,
    words: row.words,
    speaker: {
      id: row.speaker_id,
      slug: row.speaker_slug,
      name: printedName(row),
      inConflict: row.in_conflict === 1,
    },
    speakerRole: row.speaker_role,
    wordsBefore: row.words_before,
    originalWords: row.original_words,
    originalLanguage: row.original_language,
    verbatim: row.verbatim,
    occasion: row.occasion,
    hops: readRecords<Hop>('statements.hops_json', row.id, row.hops_json).map(hopOnly),
    standing: row.standing,
    standingNote: row.standing_note,
    answer: row.answer,
    confirmedById: row.confirmed_by_id,
    confirmedAt: row.confirmed_at,
    createdAt: row.created_at,
  };
}
