/**
 * Keeps what a person is to look at, in the transaction of what it is about: a move that is killed in between would else have
 * brought a post and lost the doubt of it. With it goes what stood there, so that the desk sees both.
 */
import type { Newsroom } from '../../newsroom.ts';
import { keepDoubts, keepOriginals, type MoveDoubtRow } from '../doubt-queries.ts';
import { lineOfHtml } from '../markup/copy-of-post.ts';
import { packedOriginal } from '../original.ts';
import type { AttachmentRecord, PostRecord, ReplyRecord } from '../records.ts';
import type { Doubt } from './doubt-list.ts';
import type { People } from './people.ts';
import { instantOf, type MoveWorld } from './world.ts';

/** What of these doubts stood there, as far as it is at hand. */
export interface Originals {
  posts?: readonly PostRecord[];
  replies?: readonly ReplyRecord[];
  people?: People;
}

/** The answer is to be called once the transaction has ended well. */
export async function keepUntold(
  inner: Newsroom,
  world: MoveWorld,
  originals: Originals = {},
): Promise<() => void> {
  const doubts = [...world.doubts.untold];
  if (doubts.length === 0) return () => {};
  await keepDoubts(inner, doubtRows(world, doubts));
  await keepOriginals(inner, originalRows(world, doubts, originals));
  return () => world.doubts.told(doubts);
}

function doubtRows({ newsroom, survey }: MoveWorld, doubts: readonly Doubt[]): MoveDoubtRow[] {
  const at = newsroom.clock.now();
  const rows = new Map<string, MoveDoubtRow>();
  for (const { kind, foreignId, code, words, address, storyId, postId } of doubts)
    rows.set(`${kind} ${foreignId} ${code}`, {
      origin: survey.site.origin,
      kind,
      foreign_id: foreignId,
      code,
      words,
      address,
      our_id: storyId,
      post_id: postId,
      at,
      settled_at: null,
      settled_by_id: null,
    });
  return [...rows.values()];
}

function originalRows(
  world: MoveWorld,
  doubts: readonly Doubt[],
  { posts = [], replies = [], people }: Originals,
): Parameters<typeof keepOriginals>[1] {
  const { newsroom, survey } = world;
  const said = { origin: survey.site.origin, moved_at: newsroom.clock.now() };
  const ofPosts = new Set(doubts.flatMap(({ postId }) => postId ?? []));
  const ofReplies = new Set(doubts.flatMap(({ kind, foreignId }) => (kind === 'reply' ? foreignId : [])));
  return [
    ...posts
      .filter(({ id }) => ofPosts.has(id))
      .map((post) => ({
        ...said,
        kind: 'post' as const,
        foreign_id: post.id,
        ...postThere(world, post, people),
      })),
    ...replies
      .filter(({ id }) => ofReplies.has(id))
      .map((reply) => ({ ...said, kind: 'reply' as const, foreign_id: reply.id, ...replyThere(reply) })),
  ];
}

function postThere(world: MoveWorld, post: PostRecord, people: People | undefined) {
  return packedOriginal({
    headline: lineOfHtml(post.headline),
    dek: lineOfHtml(post.dek),
    byline: post.authors.map((id) => people?.nameOf(id) ?? id).join(', '),
    published: instantOf(world, post.published),
    picture: pictureThere(world, post),
    language: post.language,
    markup: post.markup,
    html: post.html,
  });
}

function pictureThere({ spool }: MoveWorld, { picture }: PostRecord): string | null {
  const id = picture?.attachment ?? null;
  const file = id === null ? null : spool.get<AttachmentRecord>('file', id);
  return file?.address ?? picture?.address ?? null;
}

function replyThere({ name, at, html }: ReplyRecord) {
  const none = { headline: '', dek: '', picture: null, language: null };
  return packedOriginal({ ...none, byline: lineOfHtml(name), published: at, markup: 'wordpress', html });
}
