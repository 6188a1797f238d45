/** The routes of the replies room: read, approve, reject, take back, answer. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { bannedWordsOf, setBannedWords } from '../../replies/banned-words.ts';
import { answerReply, approveReply, rejectReply, undoVerdict } from '../../replies/moderate.ts';
import { countObjected } from '../../replies/read-objections.ts';
import { countHeld, listDecided, listHeld } from '../../replies/read-replies.ts';
import type { ReplyState } from '../../replies/reply.ts';
import { covers } from '../../staff/roles.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { RepliesPage } from './replies-page.tsx';
import type { ReplyCounts } from './reply-tabs.tsx';

const MOST_HELD = 50; // on the page; the oldest come first, and the rest follow as these are decided
const MOST_DECIDED = 20;

const done: Record<string, string> = {
  approve: 'Approved: it stands under the story.',
  reject: 'Rejected. It can be taken back below.',
  undo: 'Taken back: the reply is held again.',
  answer: 'Answered: it stands under the reply.',
  words: 'The list of words is kept.',
};

export function registerReplyDeskRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('moderator', '/desk/replies', (request, reply, visit) =>
    showReplies(desk, request, reply, visit, { done: done[query(request, 'done')] }),
  );
  routes.post('moderator', '/desk/replies/:id/verdict', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, field(request, 'verdict'), () => decide(desk, request, visit)),
  );
  routes.post('moderator', '/desk/replies/:id/answer', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'answer', () =>
      answerReply(newsroom, { replyId: param(request, 'id'), text: field(request, 'text'), by: visit.staff }),
    ),
  );
  routes.post('chief', '/desk/replies/words', (request, reply, visit) =>
    orShowAgain(desk, request, reply, visit, 'words', () =>
      setBannedWords(newsroom, { words: field(request, 'words').split(/\r?\n/), by: visit.staff }),
    ),
  );
}

async function decide({ newsroom }: Desk, request: FastifyRequest, { staff }: Visit): Promise<void> {
  const given = { replyId: param(request, 'id'), by: staff, ...seenAs(field(request, 'was')) };
  const verdict = field(request, 'verdict');
  if (verdict === 'approve') await approveReply(newsroom, given);
  else if (verdict === 'reject') await rejectReply(newsroom, { ...given, why: field(request, 'why') });
  else if (verdict === 'undo') await undoVerdict(newsroom, given);
  else refuse('form-incomplete');
}

function seenAs(was: string): { was?: ReplyState } {
  return was === 'held' || was === 'approved' || was === 'rejected' ? { was } : {};
}

async function orShowAgain(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  did: string,
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  try {
    await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal;
    const refused = Object.values(refusal.fields)[0] ?? refusal.words;
    return await showReplies(desk, request, reply.code(refusal.status), visit, { refused });
  }
  return reply.redirect(`/desk/replies?done=${did}`, 303);
}

async function showReplies(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  more: { done?: string | undefined; refused?: string },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const after = /^[\w-]{1,40}$/.test(query(request, 'after')) ? query(request, 'after') : '';
  const page = RepliesPage({
    frame,
    when,
    after,
    counts: await countReplies(newsroom),
    held: await listHeld(newsroom, { limit: MOST_HELD, after }),
    decided: await listDecided(newsroom, { limit: MOST_DECIDED }),
    bannedWords: covers(visit.staff.role, 'chief') ? await bannedWordsOf(newsroom) : null,
    done: more.done,
    refused: more.refused,
  });
  return sendPage(reply, page);
}

/** What waits in each of the two lists. */
export async function countReplies(newsroom: Newsroom): Promise<ReplyCounts> {
  return { held: await countHeld(newsroom), objected: await countObjected(newsroom) };
}
