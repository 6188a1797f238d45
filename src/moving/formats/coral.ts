/**
 * Coral's collections as its database gives them out: comments, stories and users, each as an array or as an object a line; of
 * Talk 4 too, whose assets are stories; and as the tables of its importer. The files belong together, and are read as one.
 */

import { type JsonObject, objectOf, objectsIn, textIn, textOrNull } from '../json-values.ts';
import { type MoveRecord, type MoveSource, type ReplyRecord, UnreadableSource } from '../records.ts';
import { coralRows, coralTable } from './coral-tables.ts';
import { jsonRows, rowsOrLists } from './json-rows.ts';
import { fileText, firstText } from './open-file.ts';
import { anyTime } from './times.ts';

export const isCoral = (head: string): boolean => coralTable(head) !== null || isCollection(head);

const isCollection = (head: string): boolean =>
  /^\s*[[{]/.test(head) &&
  (/"(?:storyID|asset_id|authorID|parentID|commentCounts|ancestorIDs)"/.test(head) ||
    /^\s*\{\s*"comments"\s*:\s*\[/.test(head) ||
    /^\s*\[?\s*\{[^{}[\]]*"username"/.test(head) ||
    (/"url"/.test(head) && /"(?:metadata|scrapedAt|scraped|closedAt|siteID)"/.test(head)));

export function coralSource(paths: string[], size: number | null): MoveSource {
  return { name: paths.join(', '), format: 'Coral export', size, read: (hear) => readCoral(paths, hear) };
}

async function* readCoral(paths: string[], hear?: (bytes: number) => void): AsyncGenerator<MoveRecord> {
  const stories = new Map<string, string>(); // addresses by id
  const users = new Map<string, { name: string; email: string | null }>();
  const withComments: string[] = [];
  for (const path of paths) {
    let hasComments = false;
    for await (const row of rowsOf(path, hear)) {
      if (isComment(row)) hasComments = true;
      else if (textIn(row.url) !== '') stories.set(textIn(row.id) || textIn(row._id), textIn(row.url));
      else if (textIn(row.username) !== '' || textIn(row.displayName) !== '')
        users.set(textIn(row.id), userOf(row));
    }
    if (hasComments) withComments.push(path);
  }
  if (withComments.length === 0) throw new UnreadableSource('There are no comments in it.');
  yield { kind: 'site', origin: 'coral:', address: null, name: '', tagline: '', language: null };
  for (const path of withComments)
    for await (const row of rowsOf(path)) if (isComment(row)) yield replyOf(row, stories, users);
}

const isComment = (row: JsonObject): boolean =>
  (textIn(row.storyID) !== '' || textIn(row.asset_id) !== '') &&
  !('commentID' in row) && // what a moderator did with one
  ('revisions' in row || 'body' in row || 'status' in row);

function userOf(row: JsonObject): { name: string; email: string | null } {
  const [profile] = objectsIn(row.profiles);
  const mail = textOrNull(row.email) ?? (textIn(profile?.id).includes('@') ? textIn(profile?.id) : null);
  return { name: textIn(row.username) || textIn(row.displayName), email: mail };
}

function replyOf(
  row: JsonObject,
  stories: ReadonlyMap<string, string>,
  users: ReadonlyMap<string, { name: string; email: string | null }>,
): ReplyRecord {
  const author = users.get(textIn(row.authorID) || textIn(row.author_id));
  const last = objectsIn(row.revisions).at(-1);
  return {
    kind: 'reply',
    id: textIn(row.id) || textIn(row._id),
    post: { address: stories.get(textIn(row.storyID) || textIn(row.asset_id)) ?? '' },
    answers: textOrNull(row.parentID) ?? textOrNull(row.parent_id),
    name: author?.name ?? '',
    email: author?.email ?? null,
    html: textIn(last?.body) || textIn(row.body) || mediaOf(last),
    at: dateOf(row.createdAt ?? row.created_at),
    state: row.deletedAt ? 'gone' : stateOf(textIn(row.status)),
  };
}

/** A moving picture without words, by its name and where it is. */
function mediaOf(revision: JsonObject | undefined): string {
  const { title, url } = objectOf(revision?.media);
  return [textIn(title), textIn(url)].filter((part) => part !== '').join(' ');
}

function stateOf(status: string): ReplyRecord['state'] {
  if (/^(?:APPROVED|ACCEPTED|NONE)$/.test(status)) return 'approved';
  if (status === 'REJECTED') return 'gone';
  return status === 'SPAM' ? 'spam' : 'held';
}

/** As MongoDB writes an instant. */
function dateOf(value: unknown): number | null {
  const inside = objectOf(value).$date;
  const number = objectOf(inside).$numberLong;
  return anyTime(number === undefined ? (inside ?? value) : Number(number));
}

const LONGEST_ROW = 2_000_000; // letters of one object; a comment has some thousand

/** Objects of a file: an array's, those of an object's arrays, one a line, or the rows of a table. */
async function* rowsOf(path: string, hear?: (bytes: number) => void): AsyncGenerator<JsonObject> {
  const head = await firstText(path);
  const table = coralTable(head);
  if (table !== null) {
    yield* coralRows(table, fileText(path, hear));
    return;
  }
  const isLines =
    /^\s*\{[^\n]*\}\s*(?:\n|$)/.test(head) && !/^\s*\{\s*"(?:comments|stories|users)"\s*:/.test(head);
  if (!isLines) {
    for await (const { row } of jsonRows(path, rowsOrLists, hear)) yield row;
    return;
  }
  let kept = '';
  for await (const piece of fileText(path, hear)) {
    kept += piece;
    const lines = kept.split('\n');
    kept = lines.pop() ?? '';
    if (kept.length > LONGEST_ROW)
      throw new UnreadableSource('A line of it is longer than two million letters.');
    for (const line of lines) if (line.trim() !== '') yield objectOf(parsedRow(line));
  }
  if (kept.trim() !== '') yield objectOf(parsedRow(kept));
}

function parsedRow(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // JSON.parse has no other way to say no.
    throw new UnreadableSource(`This is no whole JSON: ${(error as Error).message}`);
  }
}
