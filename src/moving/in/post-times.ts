/** When readers had a post, and whether they are to have it here: what the other house kept from some comes as a draft. */
import type { PostRecord } from '../records.ts';
import { RULED } from './member-rules.ts';
import { whenPublished } from './when-published.ts';
import { doubtPost, instantOf, type MoveWorld } from './world.ts';
import type { ReadyPost } from './write-posts.ts';

const AT_ONE_INSTANT = 100; // posts; then the next millisecond

/** `out` is null for what readers have not. What is said of it to the desk is said here. */
export function timesOfPost(
  world: MoveWorld,
  post: PostRecord,
): Pick<ReadyPost, 'out' | 'createdAt' | 'schedule'> {
  const now = world.newsroom.clock.now();
  const changed = instantOf(world, post.changed);
  const published = instantOf(world, whenPublished(post));
  const createdAt = Math.min(published ?? changed ?? now, now);
  const none = { out: null, createdAt, schedule: null };
  if (post.isSticky)
    doubtPost(world, post, 'sticky', 'It stood at the top there. Pin it here if it still should.');
  if (isKept(world, post)) return none;
  if (post.state === 'scheduled' && published !== null && published > now)
    return { out: null, createdAt: changed ?? now, schedule: published };
  if (post.state === 'scheduled')
    doubtPost(world, post, 'hour-passed', 'The hour it was scheduled for has passed: a draft here.');
  if (post.state !== 'published') return none;
  if (post.published === null) sayNoDate(world, post, published !== null);
  if (published === null) return none;
  if (published > now) doubtPost(world, post, 'date-ahead', 'Its date is ahead of the clock; now stands in.');
  const first = apart(world, Math.min(published, now));
  const last = Math.min(Math.max(changed ?? first, first), now);
  return { out: { first, last }, createdAt: first, schedule: null };
}

/** Nobody here could give it its day afterwards: what readers had for years must not stand above what is new. */
function sayNoDate(world: MoveWorld, post: PostRecord, isToldOtherwise: boolean): void {
  const words = isToldOtherwise
    ? 'No date says when it was published; the month in its address or its last change stands in.'
    : 'No date says when it was published: a draft here, so that it does not look new.';
  doubtPost(world, post, 'no-date', words);
}

/** True for what some alone read there. */
function isKept(world: MoveWorld, post: PostRecord): boolean {
  const { state } = post;
  if (state === 'private') doubtPost(world, post, 'private', 'It was private there: a draft here.');
  if (state === 'protected')
    doubtPost(world, post, 'protected', 'It had a password there: a draft here, without one.');
  if (state === 'members-only') sayMembersOnly(world, post, `for ${post.readers ?? 'members'} only there`);
  if (state !== 'published' && state !== 'scheduled') return true;
  const rule = world.spool.get<string>(RULED, post.id);
  if (rule === null) return false;
  sayMembersOnly(world, post, `for members only there, by the rule “${rule}”`);
  return true;
}

const sayMembersOnly = (world: MoveWorld, post: PostRecord, what: string): void =>
  doubtPost(
    world,
    post,
    'members-only',
    `It was ${what}: a draft here, which everybody reads once it is published.`,
  );

/** A paper that was moved before may have thousands of one second: the morgue tells a thousand of a millisecond apart. */
function apart({ spool }: MoveWorld, at: number): number {
  const before = spool.get<number>('instant', String(at)) ?? 0;
  spool.put('instant', String(at), before + 1);
  return at + Math.floor(before / AT_ONE_INSTANT);
}
