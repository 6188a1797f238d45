/** What every step of one move is handed: what was found before it, what is counted, what is doubtful. */
import { createHash } from 'node:crypto';
import type { Actor, Newsroom } from '../../newsroom.ts';
import type { Spool } from '../../store/spool.ts';
import type { Masthead } from '../../stories/masthead.ts';
import type { Copy } from '../../stories/story.ts';
import type { DoubtCode } from '../doubt-names.ts';
import { type PostRecord, UNKNOWN_HOUSE } from '../records.ts';
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

/** What links and pictures of a post are relative to. */
export const baseOf = ({ survey }: MoveWorld, post: Pick<PostRecord, 'address'>): string =>
  [post.address, survey.site.address].find((address) => address !== null && URL.canParse(address)) ??
  UNKNOWN_HOUSE;

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

const VERSION = 1; // of how posts are read here: raised, everything is taken anew where it was not changed

/** By which a post is known to be as it was when it was last taken. */
export function hashOfPost(post: PostRecord): string {
  return digest([VERSION, { ...post, corrections: [] }]);
}

/** By which copy is known to be as it was written by the move. */
export function hashOfCopy(copy: Copy): string {
  const { headline, dek, byline, dateline, bodyHtml, pictureId } = copy;
  return digest([headline, dek, byline, dateline, bodyHtml, pictureId]);
}

export function digest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);
}
