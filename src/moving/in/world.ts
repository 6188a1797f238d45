/** What every step of one move is handed: what was found before it, what is counted, what is doubtful. */
import { createHash } from 'node:crypto';
import type { Actor, Newsroom } from '../../newsroom.ts';
import type { Spool } from '../../store/spool.ts';
import type { Masthead } from '../../stories/masthead.ts';
import type { DoubtCode } from '../doubt-names.ts';
import { instantIn } from '../formats/times.ts';
import type { PostRecord, When } from '../records.ts';
import type { Doubt, DoubtList } from './doubt-list.ts';
import type { Survey } from './survey.ts';

export interface MoveWorld {
  newsroom: Newsroom;
  spool: Spool;
  survey: Survey;
  masthead: Masthead;
  by: Actor;
  /** False in a rehearsal: nothing is written. */
  isReal: boolean;
  /** 'WordPress at post.example'. */
  from: string;
  counts: Map<string, number>;
  doubts: DoubtList;
}

export function tally(world: MoveWorld, what: string, more = 1): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + more);
}

/** What is left out of it is not known, or does not apply. */
type FoundDoubt = Omit<Doubt, 'storyId' | 'postId'> & Partial<Pick<Doubt, 'storyId' | 'postId'>>;

export function doubt(world: MoveWorld, found: FoundDoubt): void {
  world.doubts.add({ storyId: null, postId: null, ...found });
  tally(world, `doubt ${found.code}`);
}

export function doubtPost(
  world: MoveWorld,
  post: PostRecord,
  code: DoubtCode,
  words: string,
  storyId?: string,
): void {
  const address = post.address ?? post.guid;
  const which = { kind: 'post' as const, foreignId: post.id, postId: post.id, storyId: storyId ?? null };
  doubt(world, { ...which, code, words, address });
}

/** An instant; what says only the time of day there is read in the paper's zone. */
export function instantOf(world: MoveWorld, when: When): number | null {
  if (when === null) return null;
  return 'at' in when ? when.at : instantIn(world.masthead.timeZone, when.local);
}

export function digest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}
