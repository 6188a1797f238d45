/** What the desk is shown of moves: the last runs, and what is doubtful, one by one. */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import type { DoubtKind } from '../store/closed-sets.ts';
import { readableRows, readRecord } from '../store/json-column.ts';
import {
  countDoubts,
  type DoubtKey,
  doubtsAround,
  dropSettledOriginals,
  findDoubtRow,
  findOriginalRow,
  openDoubts,
  type ShownDoubtRow,
  settleDoubtRows,
} from './doubt-queries.ts';
import { movedRows } from './moved-queries.ts';
import { lastMoves } from './moves-queries.ts';
import { type OriginalPage, originalIn } from './original.ts';

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

/** By which a doubt is named. */
const doubtKinds: readonly DoubtKind[] = ['post', 'picture', 'reply', 'author', 'site'];

/** As an address or a form names it; null for what is none. */
export function doubtKindIn(word: string): DoubtKind | null {
  return doubtKinds.find((kind) => kind === word) ?? null;
}

export interface DoubtName {
  origin: string;
  kind: DoubtKind;
  foreignId: string;
  code: string;
}

export interface MoveDoubt extends DoubtName {
  words: string;
  address: string | null;
  storyId: string | null;
  /** Of the edition here; null where none came, or the doubt is of no post. */
  headline: string | null;
}

/** One doubt with what stood there, and where it stands among the open ones. */
export interface OpenDoubt {
  doubt: MoveDoubt;
  /** Null where it is of no page there, or came before such were kept. */
  original: OriginalPage | null;
  before: DoubtName | null;
  next: DoubtName | null;
  /** How many stand before it. */
  place: number;
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

/** `code`: only those of that kind stand beside it. Null for one that is settled, or never was. */
export async function findDoubt(
  newsroom: Newsroom,
  which: DoubtName,
  code: string | null,
): Promise<OpenDoubt | null> {
  const row = await findDoubtRow(newsroom, keyOf(which));
  if (!row) return null;
  const [kept, around] = await Promise.all([
    findOriginalRow(newsroom, row),
    doubtsAround(newsroom, row, code),
  ]);
  return {
    doubt: doubtOf(row),
    original: kept && originalIn(kept),
    before: around.before && nameOf(around.before),
    next: around.next && nameOf(around.next),
    place: around.place,
  };
}

/** Pictures of that house that are ours by now, by their ids here. */
export async function picturesHere(
  newsroom: Newsroom,
  origin: string,
  keys: string[],
): Promise<Map<string, string>> {
  const rows = await movedRows(newsroom, { origin, kind: 'picture', ids: [...new Set(keys)] });
  return new Map([...rows].map(([key, { our_id }]) => [key, our_id]));
}

function doubtOf(row: ShownDoubtRow): MoveDoubt {
  const { words, address, our_id, headline } = row;
  return { ...nameOf(row), words, address, storyId: our_id, headline };
}

const nameOf = ({ origin, kind, foreign_id, code }: DoubtKey): DoubtName => ({
  origin,
  kind,
  foreignId: foreign_id,
  code,
});

const keyOf = ({ origin, kind, foreignId, code }: DoubtName): DoubtKey => ({
  origin,
  kind,
  foreign_id: foreignId,
  code,
});

/** Somebody has looked at it. Refuses with `not-found` one that was settled meanwhile. */
export async function settleDoubt(newsroom: Newsroom, given: DoubtName & { by: Actor }): Promise<void> {
  const { foreignId, code, by } = given;
  await newsroom.transact(async (inner) => {
    const many = await settleDoubtRows(inner, keyOf(given), { at: inner.clock.now(), id: by.id });
    if (many === 0) refuse('not-found', { because: 'settledAlready' });
    await dropSettledOriginals(inner);
    const facts = { doubt: code, of: foreignId };
    await recordAct(inner, { by, act: 'settle', subjectKind: 'masthead', subjectId: 'masthead', facts });
    inner.bell.ring('desk', { what: 'moves' });
  });
}

/** All of a kind, as they stand: somebody knows of them. The answer is how many they were. */
export async function settleDoubts(
  newsroom: Newsroom,
  { code, by }: { code: string; by: Actor },
): Promise<number> {
  return newsroom.transact(async (inner) => {
    const many = await settleDoubtRows(inner, { code }, { at: inner.clock.now(), id: by.id });
    await dropSettledOriginals(inner);
    const facts = { doubt: code, many };
    await recordAct(inner, { by, act: 'settle', subjectKind: 'masthead', subjectId: 'masthead', facts });
    inner.bell.ring('desk', { what: 'moves' });
    return many;
  });
}
