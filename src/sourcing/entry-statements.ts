/**
 * Who says what in an entry of a live story: the same statements as in a story, of which an entry carries its own. The verbs of
 * entries ask for the story's state before any of this writes.
 */
import { webHref } from '../kit/plain-link.ts';
import { because, type Reason, refuse } from '../kit/refusal.ts';
import type { BodyHtml } from '../kit/safe-html.ts';
import type { Actor, Newsroom } from '../newsroom.ts';
import { readRecords, readWords } from '../store/json-column.ts';
import { readBody } from './body-text.ts';
import {
  deleteEntryStatement,
  type EntryStatementRow,
  insertEntryStatement,
  moveEntryStatements,
  selectEntryStatement,
  selectEntryStatements,
  updateEntryStatement,
} from './entry-statement-queries.ts';
import { findWords } from './find-words.ts';
import type { Hop } from './hops.ts';
import { ensureSpeaker, nameIn } from './speakers.ts';
import { type Form, forms, type Standing, type Statement, standings } from './statement.ts';

const LONGEST_WORDS = 5_000; // characters, as of a statement in a story
const LONGEST_NOTE = 500;

/** A statement as it comes with an entry. */
export interface EntrySaying {
  speakerName: string;
  speakerRole: string;
  form: Form;
  /** As they stand in the entry; empty for all of it. */
  words: string;
  occasion: string;
  hops: Hop[];
  standing: Standing;
  standingNote: string;
}

interface AddedSaying {
  entryId: string;
  bodyHtml: BodyHtml;
  saying: EntrySaying;
  by: Actor;
}

/** Refuses words that are not in the entry, and what a statement of a story would be refused for, by field. */
export async function addEntryStatement(
  inner: Newsroom,
  { entryId, bodyHtml, saying, by }: AddedSaying,
): Promise<void> {
  checkSaying(saying);
  const words = saying.words.trim();
  if (!findWords(readBody(bodyHtml), words, ''))
    refuse('form-incomplete', { fields: { saidWords: because('wordsNotInEntry') } });
  const role = saying.speakerRole.trim();
  const speaker = await ensureSpeaker(inner, { name: saying.speakerName, role });
  await insertEntryStatement(inner, {
    id: inner.ids.next(),
    entry_id: entryId,
    speaker_id: speaker.id,
    speaker_role: role,
    form: saying.form,
    words,
    occasion: saying.occasion.trim(),
    hops_json: JSON.stringify(saying.hops.map((hop) => ({ ...hop, link: webHref(hop.link) }))),
    standing: saying.standing,
    standing_note: saying.standingNote.trim(),
    by_id: by.id,
    created_at: inner.clock.now(),
  });
}

/** Says anew what is known of its truth; gives what stood before, and of which entry it is. */
export async function judgeEntryStatement(
  inner: Newsroom,
  asked: { statementId: string; standing: Standing; standingNote: string },
): Promise<{ entryId: string; before: Standing }> {
  const { statementId, standing, standingNote } = asked;
  checkLengths({ standingNote });
  if (!standings.includes(standing))
    refuse('form-incomplete', { fields: { standing: because('standingMissing') } });
  const row = (await selectEntryStatement(inner, statementId)) ?? refuse('not-found');
  await updateEntryStatement(inner, statementId, { standing, standing_note: standingNote.trim() });
  return { entryId: row.entry_id, before: row.standing };
}

/** Takes it away; its words stay. */
export async function removeEntryStatement(
  inner: Newsroom,
  statementId: string,
): Promise<{ entryId: string }> {
  const row = (await selectEntryStatement(inner, statementId)) ?? refuse('not-found');
  await deleteEntryStatement(inner, statementId);
  return { entryId: row.entry_id };
}

/** Of these entries, by entry, with their speakers' names as readers of the language can read them. */
export async function listEntryStatements(
  newsroom: Newsroom,
  entryIds: readonly string[],
  language: string,
): Promise<Map<string, Statement[]>> {
  const found = new Map<string, Statement[]>();
  if (entryIds.length === 0) return found;
  for (const row of await selectEntryStatements(newsroom, entryIds)) {
    const had = found.get(row.entry_id) ?? [];
    found.set(row.entry_id, [...had, asStatement(row, language)]);
  }
  return found;
}

function checkSaying(saying: EntrySaying): void {
  const fields: Record<string, Reason> = {};
  if (saying.speakerName.trim() === '') fields.speakerName = because('whoSaidMissing');
  if (saying.words.length > LONGEST_WORDS)
    fields.saidWords = because('noLongerThan', { most: LONGEST_WORDS });
  if (!forms.includes(saying.form)) fields.form = because('formUnknown');
  if (!standings.includes(saying.standing)) fields.standing = because('standingMissing');
  if (Object.keys(fields).length > 0) refuse('form-incomplete', { fields });
  const { speakerName, speakerRole, occasion, standingNote } = saying;
  checkLengths({ speakerName, speakerRole, occasion, standingNote });
}

function checkLengths(texts: Record<string, string>): void {
  const tooLong = Object.entries(texts).filter(([, text]) => text.length > LONGEST_NOTE);
  if (tooLong.length === 0) return;
  const why = because('noLongerThan', { most: LONGEST_NOTE });
  refuse('form-incomplete', { fields: Object.fromEntries(tooLong.map(([name]) => [name, why])) });
}

function asStatement(row: EntryStatementRow, language: string): Statement {
  const variants = readWords('speakers.variants_json', row.speaker_id, row.variants_json);
  return {
    id: row.id,
    editionId: '', // it stands in an entry
    speaker: {
      id: row.speaker_id,
      slug: row.speaker_slug,
      name: nameIn({ name: row.speaker_name, variants }, language),
      inConflict: row.in_conflict === 1,
    },
    speakerRole: row.speaker_role,
    form: row.form,
    words: row.words,
    wordsBefore: '',
    originalWords: null,
    originalLanguage: null,
    verbatim: 'unknown',
    occasion: row.occasion,
    hops: readRecords<Hop>('entry_statements.hops_json', row.id, row.hops_json),
    standing: row.standing,
    standingNote: row.standing_note,
    answer: '',
    confirmedById: row.by_id,
    confirmedAt: row.created_at,
    createdAt: row.created_at,
  };
}

/** Everything that one says in entries goes to another; how many. */
export function moveEntrySayings(inner: Newsroom, from: string, to: string): Promise<number> {
  return moveEntryStatements(inner, from, to);
}
