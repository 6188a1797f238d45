/** An act on a live story at the desk, and what is said once it is done or refused. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import type { Desk, Visit } from '../door/editor-route.ts';
import { field, hasField, param, wantsJson } from '../door/form-fields.ts';
import type { ShownLive } from './live-props.ts';
import { showLive } from './live-show.ts';

export const doneWords: Record<string, string> = {
  sent: 'Sent. Readers have it.',
  waits: 'Sent. It waits for an editor to let it out.',
  out: 'Let out. Readers have it.',
  outAll: 'Let out. Readers have them.',
  dropped: 'Dropped. Nobody has read it.',
  corrected: 'Put right. What stood before is kept.',
  withdrawn: 'Withdrawn. The notice stands in its place.',
  key: 'It is a key moment: on top, and told to those who follow.',
  unkeyed: 'It is no key moment any more. Who was told of it was told.',
  pinned: 'Pinned on top.',
  unpinned: 'Taken down.',
  again: 'Translated anew. It waits to be read.',
  older: 'They are being translated, the oldest first, and appear among what waits.',
  said: 'The statement is kept.',
  ended: 'Ended. It stays readable, and entries that come now wait.',
  resumed: 'It goes on.',
};

/** Does it and goes back to the list, or where it says; what is refused stands above it, with its form as it was filled. */
export async function acting(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  act: () => Promise<string | { shown: ShownLive }>,
): Promise<FastifyReply> {
  const storyId = param(request, 'storyId');
  const entryId = param(request, 'entryId');
  try {
    const done = await act();
    if (typeof done !== 'string') return showLive(desk, request, reply, visit, done.shown);
    if (wantsJson(request)) return reply.send({ words: doneWords[done] ?? '' });
    const to = done.startsWith('/')
      ? done
      : `/desk/live/${storyId}?done=${done}${entryId ? `#entry-${entryId}` : ''}`;
    return reply.redirect(to, 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || wantsJson(request) || refusal.status === 404) throw refusal;
    const shown: ShownLive = { refusedAct: { entryId, typed: typedIn(request), words: wordsOf(refusal) } };
    return showLive(desk, request, reply.code(refusal.status), visit, shown);
  }
}

function wordsOf({ words, fields }: Refusal): string {
  return [...new Set([words, ...Object.values(fields)])].join(' ');
}

/** What was sent with an act: nothing that was typed is lost to a no. */
function typedIn(request: FastifyRequest): Record<string, string> {
  const names = ['headline', 'byline', 'text', 'notice', 'summary', 'override'];
  return Object.fromEntries(
    names.filter((name) => hasField(request, name)).map((name) => [name, field(request, name)]),
  );
}
