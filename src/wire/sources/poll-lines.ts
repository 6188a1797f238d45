/** The last times a source was asked or sent something: what its page tells. */
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Tables } from '../../store/tables.ts';
import { deletePolls, listPolls, putPolls } from './poll-queries.ts';

export interface Line {
  via: Tables['polls']['via'];
  bytes: number;
  /** When it was begun. */
  began: number;
}

export type PollLine = Omit<Tables['polls'], 'id' | 'source_id'>;

const KEPT_FOR = 14 * DAY;

export interface NewLine extends Line {
  verdict: Tables['polls']['verdict'];
  words?: string | null;
  received?: number;
  changed?: number;
}

export async function putLine(newsroom: Newsroom, sourceId: string, line: NewLine): Promise<void> {
  await putLines(newsroom, [{ sourceId, line }]);
}

export async function putLines(
  newsroom: Newsroom,
  lines: { sourceId: string; line: NewLine }[],
): Promise<void> {
  if (lines.length === 0) return;
  const now = newsroom.clock.now();
  const rows = lines.map(({ sourceId, line }) => {
    const { via, bytes, began, verdict, words = null, received = 0, changed = 0 } = line;
    return {
      id: newsroom.ids.next(),
      source_id: sourceId,
      at: now,
      via,
      verdict,
      words,
      received,
      changed,
      bytes,
      ms: Math.max(0, now - began),
    };
  });
  await putPolls(newsroom, rows);
}

/** Newest first. */
export async function listLines(newsroom: Newsroom, sourceId: string, limit: number): Promise<PollLine[]> {
  return listPolls(newsroom, sourceId, limit);
}

/** Chime: forgets lines older than two weeks. */
export async function prunePollLines(newsroom: Newsroom): Promise<void> {
  const before = newsroom.clock.now() - KEPT_FOR;
  await deletePolls(newsroom, before);
}

const SAMPLE = 240; // bytes shown of an answer that could not be read

/** The beginning of an answer, readable: what is no text is shown by its number. */
export function sampleOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1');
  return text.replace(
    /[^\x20-\x7e\n\t]/g,
    (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
