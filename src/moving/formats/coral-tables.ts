/**
 * Coral's collections as the three tables that its own importer takes: `comments`, `stories` and `users`, each with a first row that
 * begins with `id`, and columns that are known by their place. What Coral gives one reader of their own comments is another table.
 */
import type { JsonObject } from '../json-values.ts';
import { csvRows } from './lists.ts';

type Table = 'comments' | 'stories' | 'users';

/** Columns in their order, as the collections name them. */
const COLUMNS: Record<Table, readonly string[]> = {
  comments: ['id', 'authorID', 'storyID', 'createdAt', 'body', 'parentID', 'status'],
  stories: ['id', 'url'],
  users: ['id', 'email', 'username'],
};

/** Null for what is no table of Coral's. */
export function coralTable(head: string): Table | null {
  const [first = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const names = first
    .toLowerCase()
    .split(',')
    .map((name) => name.replace(/[\s"_-]/g, ''));
  if (names[0] !== 'id') return null;
  if (names[1] === 'authorid' && names[2] === 'storyid' && names[4] === 'body') return 'comments';
  if (names[1] === 'url' && names.includes('closedat')) return 'stories';
  return names[1] === 'email' && names[2] === 'username' && names.includes('banned') ? 'users' : null;
}

/** What a reader of Coral's may have of their own words: neither who wrote nor what answers what. */
export const isOwnCoralComments = (head: string): boolean =>
  /^\ufeff?"?Comment ID"?\s*,[^\n]*\bComment Text\b/i.test(head);

/** Rows as objects of the collection. A line of the words is one, and a state that is not said is `NONE`. */
export async function* coralRows(table: Table, text: AsyncIterable<string>): AsyncGenerator<JsonObject> {
  for await (const row of csvRows(text)) {
    const cells = Object.values(row);
    const object: JsonObject = Object.fromEntries(
      COLUMNS[table].map((name, at) => [name, (cells[at] ?? '').trim()]),
    );
    if (table !== 'comments') yield object;
    else {
      const [body, status] = [String(object.body), String(object.status).toUpperCase()];
      const known = /^(?:APPROVED|REJECTED)$/.test(status) ? status : 'NONE';
      yield { ...object, body: body.replace(/\r?\n/g, '<br>'), status: known };
    }
  }
}
