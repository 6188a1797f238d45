/** The audit, read: who did what, and when, with the names of whom and what it was done to. Nothing here writes. */
import type { Newsroom } from '../newsroom.ts';
import { BrokenColumn, readRecord } from '../store/json-column.ts';
import type { AuditTable } from '../store/staff-tables.ts';
import {
  type AuditFilter,
  headlinesOf,
  headlinesOfAlerts,
  headlinesOfItems,
  listActNames,
  listAudit,
  type NamesById,
  namesOfSources,
  namesOfSpeakers,
  namesOfStaff,
  storyAtSlug,
} from './audit-queries.ts';

export type { AuditFilter } from './audit-queries.ts';

/** One line, as it is shown. */
export interface AuditEntry {
  id: string;
  at: number;
  /** Null for the newsroom by itself. */
  byId: string | null;
  byName: string | null;
  act: string;
  subjectKind: string;
  subjectId: string;
  /** What the subject is called today; null for what has no name, or is gone. */
  subjectName: string | null;
  facts: Record<string, unknown>;
}

const AT_ONCE = 1_000; // lines of one step of a whole reading: a statement of milliseconds, and little memory

/** The lines that are asked for, newest first; `next` is where the rest begins, null at the end. */
export async function readAudit(
  newsroom: Newsroom,
  filter: AuditFilter,
  most: number,
): Promise<{ lines: AuditEntry[]; next: { at: number; id: string } | null }> {
  const rows = await listAudit(newsroom, filter, most + 1);
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  const next = rows.length > most && last ? { at: last.at, id: last.id } : null;
  return { lines: await withNames(newsroom, shown), next };
}

/** All lines that are asked for, step by step, for who writes them out. */
export async function* eachAuditLine(newsroom: Newsroom, filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
  let after = filter.after;
  for (;;) {
    const { lines, next } = await readAudit(newsroom, after ? { ...filter, after } : filter, AT_ONCE);
    if (lines.length > 0) yield lines;
    if (!next) return;
    after = next;
  }
}

/** Every act that was recorded, by its name. */
export function listActsDone(newsroom: Newsroom): Promise<string[]> {
  return listActNames(newsroom);
}

/** The story that was typed: its id, or any address of it at the desk or before readers; null for what leads to none. */
export async function storyTyped(newsroom: Newsroom, typed: string): Promise<string | null> {
  const [id] = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i.exec(typed) ?? [];
  if (id) return id.toLowerCase();
  const [path = ''] = typed.trim().split(/[?#]/);
  const slug = path.split('/').filter(Boolean).at(-1);
  return slug ? storyAtSlug(newsroom, slug) : null;
}

/** Names of each kind are asked for once a page. */
async function withNames(newsroom: Newsroom, rows: AuditTable[]): Promise<AuditEntry[]> {
  const idsOf = (kind: string) => [
    ...new Set(rows.flatMap((row) => (row.subject_kind === kind ? row.subject_id : []))),
  ];
  const asked = async (kind: string, ask: (ids: string[]) => Promise<NamesById>) => {
    const ids = idsOf(kind);
    return [kind, ids.length === 0 ? new Map() : await ask(ids)] as const;
  };
  const people = [...new Set(rows.flatMap((row) => row.by_id ?? []))];
  const staff = people.length === 0 ? new Map() : await namesOfStaff(newsroom, people);
  const names = new Map<string, NamesById>(
    await Promise.all([
      asked('story', (ids) => headlinesOf(newsroom, ids)),
      asked('item', (ids) => headlinesOfItems(newsroom, ids)),
      asked('alert', (ids) => headlinesOfAlerts(newsroom, ids)),
      asked('source', (ids) => namesOfSources(newsroom, ids)),
      asked('staff', (ids) => namesOfStaff(newsroom, ids)),
      asked('speaker', (ids) => namesOfSpeakers(newsroom, ids)),
    ]),
  );
  return rows.map((row) => ({
    id: row.id,
    at: Number(row.at),
    byId: row.by_id,
    byName: row.by_id === null ? null : (staff.get(row.by_id) ?? null),
    act: row.act,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: names.get(row.subject_kind)?.get(row.subject_id) || null,
    facts: factsOf(newsroom, row),
  }));
}

/** A line whose facts cannot be read is still a line: that something was done, by whom and when, stays on the list. */
function factsOf({ log }: Newsroom, row: AuditTable): Record<string, unknown> {
  try {
    return readRecord('audit.facts_json', row.id, row.facts_json);
  } catch (error) {
    if (!(error instanceof BrokenColumn)) throw error;
    log.error('the facts of a line cannot be read', { column: error.column, row: error.id });
    return {};
  }
}
