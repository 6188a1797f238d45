/** What the desk is shown of moves: the last runs, and what is doubtful, one by one. */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { readableRows, readRecord } from '../store/json-column.ts';
import { countDoubts, lastMoves, type MoveDoubtRow, openDoubts, settleDoubtRow } from './moves-queries.ts';

export interface MoveRun {
  id: string;
  what: string;
  /** 'ended': its process is gone, without a word. */
  state: 'moving' | 'moved' | 'stopped' | 'ended';
  stage: string;
  done: number;
  total: number;
  counts: Record<string, number>;
  words: string;
  begunAt: number;
  endedAt: number | null;
}

export interface MoveDoubt {
  origin: string;
  kind: string;
  foreignId: string;
  code: string;
  words: string;
  address: string | null;
  storyId: string | null;
  /** Of the edition here; null where none came, or the doubt is of no post. */
  headline: string | null;
}

const SHOWN_RUNS = 5;
const SHOWN_DOUBTS = 100; // on one page; the next stand there once these are settled

export async function listMoves(newsroom: Newsroom): Promise<MoveRun[]> {
  const now = newsroom.clock.now();
  return readableRows(newsroom.log, await lastMoves(newsroom, SHOWN_RUNS), (row) => ({
    id: row.id,
    what: row.what,
    state: row.state === 'moving' && row.lease_until < now ? 'ended' : row.state,
    stage: row.stage,
    done: Number(row.done),
    total: Number(row.total),
    counts: readRecord<Record<string, number>>('moves.counts_json', row.id, row.counts_json),
    words: row.words,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
  }));
}

/** The oldest first, of one kind where one is named; with how many there are of each. */
export async function listDoubts(
  newsroom: Newsroom,
  code: string | null,
): Promise<{ doubts: MoveDoubt[]; counts: { code: string; count: number }[] }> {
  const rows = await openDoubts(newsroom, { code, limit: SHOWN_DOUBTS });
  return { doubts: rows.map(doubtOf), counts: await countDoubts(newsroom) };
}

function doubtOf(row: MoveDoubtRow & { headline: string | null }): MoveDoubt {
  const { origin, kind, foreign_id, code, words, address, our_id, headline } = row;
  return { origin, kind, foreignId: foreign_id, code, words, address, storyId: our_id, headline };
}

/** Somebody has looked at it. Refuses with `not-found` one that was settled meanwhile. */
export async function settleDoubt(
  newsroom: Newsroom,
  given: Pick<MoveDoubt, 'origin' | 'kind' | 'foreignId' | 'code'> & { by: Actor },
): Promise<void> {
  const { origin, kind, foreignId, code, by } = given;
  await newsroom.transact(async (inner) => {
    const which = { origin, kind, foreign_id: foreignId, code };
    const isDone = await settleDoubtRow(inner, which, { at: inner.clock.now(), id: by.id });
    if (!isDone) refuse('not-found', { because: 'settledAlready' });
    const facts = { doubt: code, of: foreignId };
    await recordAct(inner, { by, act: 'settle', subjectKind: 'masthead', subjectId: 'masthead', facts });
  });
}
