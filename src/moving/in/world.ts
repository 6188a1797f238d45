/** What every step of one move is handed: what was found before it, what is counted, what is doubtful. */
import { createHash } from 'node:crypto';
import type { Actor, Newsroom } from '../../newsroom.ts';
import type { Spool } from '../../store/spool.ts';
import type { Masthead } from '../../stories/masthead.ts';
import type { Copy } from '../../stories/story.ts';
import type { PostRecord } from '../records.ts';
import type { Survey } from './survey.ts';

/** Something that a person is to look at. */
export interface Doubt {
  kind: 'post' | 'picture' | 'reply' | 'author' | 'site';
  foreignId: string;
  code: string;
  words: string;
  /** Where it stands in the other house. */
  address: string | null;
  /** The story here. */
  storyId: string | null;
}

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
  doubts: Doubt[];
}

export function tally(world: MoveWorld, what: string, more = 1): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + more);
}

export function doubt(world: MoveWorld, found: Omit<Doubt, 'storyId'> & { storyId?: string | null }): void {
  world.doubts.push({ storyId: null, ...found });
  tally(world, `doubt ${found.code}`);
}

export function doubtPost(
  world: MoveWorld,
  post: PostRecord,
  code: string,
  words: string,
  storyId?: string,
): void {
  const address = post.address ?? post.guid;
  doubt(world, { kind: 'post', foreignId: post.id, code, words, address, storyId: storyId ?? null });
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
