/** Where a reader's reply is sent, and what is said then. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../kit/refusal.ts';
import type { Newsroom } from '../newsroom.ts';
import { listForStory } from '../replies/read-replies.ts';
import { findRepliedStory, type RepliedStory } from '../replies/story-of-reply.ts';
import { replyToken, takeReply } from '../replies/take-reply.ts';
import type { PublishedStory } from '../stories/read.ts';
import { render } from '../views/document.tsx';
import type { Words } from '../views/words/catalog.ts';
import { findFrame, giveOnce, HTML, nothing, type Site } from './answer.tsx';
import type { Frame } from './frame.tsx';
import { type RepliesProps, ReplyAgainPage, ReplyHeldPage, type TypedReply } from './replies.tsx';
import { LONGEST_FORM, sentField } from './sent-field.ts';

const NOT_KEPT = { 'cache-control': 'no-store' };

/** What the end of a story page shows. The page must be made anew within a day, or its form goes out of date. */
export async function loadReplies(
  newsroom: Newsroom,
  frame: Frame,
  story: PublishedStory,
): Promise<RepliesProps> {
  const { storyId } = story;
  return {
    words: frame.words,
    place: frame.place,
    storyId,
    storyLanguage: story.language,
    token: replyToken(newsroom, storyId),
    replies: await listForStory(newsroom, storyId),
    open: story.repliesOpen,
  };
}

/** `POST /replies/:storyId`, and the page after it. */
export function registerReplyRoutes(app: FastifyInstance, site: Site): void {
  app.post('/replies/:storyId', { bodyLimit: LONGEST_FORM }, async (request, reply) => {
    const { storyId = '' } = request.params as { storyId?: string };
    const typed = typedIn(request);
    try {
      const honeypot = sentField(request, 'website');
      await takeReply(site.newsroom, {
        ...typed,
        storyId,
        token: sentField(request, '_form'),
        ip: request.ip,
        honeypot,
      });
      return reply.headers(NOT_KEPT).redirect(`/replies/${storyId}/held`, 303);
    } catch (refusal) {
      // Asked for again with the words beside the fields; where there is no story to reply to, it is a page like any no
      if (!(refusal instanceof Refusal) || ['not-found', 'story-killed'].includes(refusal.code))
        throw refusal;
      return await showAgain(site, request, reply, { storyId, typed, refusal });
    }
  });
  app.get('/replies/:storyId/held', async (request, reply) => {
    const { storyId = '' } = request.params as { storyId?: string };
    const frame = await findFrame(site.newsroom);
    const story = await findRepliedStory(site.newsroom, storyId);
    if (!frame || !story) return await nothing(site, request, reply);
    const body = render(<ReplyHeldPage frame={frame} story={story} />);
    return await giveOnce(site, request, reply, {
      status: 200,
      type: HTML,
      body,
      shows: [],
      headers: NOT_KEPT,
    });
  });
}

function typedIn(request: FastifyRequest): TypedReply {
  return {
    name: sentField(request, 'name'),
    address: sentField(request, 'address'),
    text: sentField(request, 'text'),
  };
}

interface Refused {
  storyId: string;
  typed: TypedReply;
  refusal: Refusal;
}

async function showAgain(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  { storyId, typed, refusal }: Refused,
): Promise<FastifyReply> {
  const frame = await findFrame(site.newsroom);
  const story: RepliedStory | null = await findRepliedStory(site.newsroom, storyId);
  if (!frame || !story) throw refusal;
  const token = replyToken(site.newsroom, storyId);
  const wrong = faultsInWords(frame.words, refusal.fields);
  const why = whyInWords(frame.words, refusal);
  const page = (
    <ReplyAgainPage frame={frame} story={story} why={why} form={{ storyId, token, typed, wrong }} />
  );
  const headers = refusal.code === 'too-many-tries' ? { ...NOT_KEPT, 'retry-after': '600' } : NOT_KEPT;
  const made = { status: refusal.status, type: HTML, body: render(page), shows: [], headers };
  return await giveOnce(site, request, reply, made);
}

function faultsInWords(
  words: Words,
  faults: Record<string, string>,
): Partial<Record<keyof TypedReply, string>> {
  const sentences: Record<string, string> = words.replies.faults;
  return Object.fromEntries(
    Object.entries(faults).map(([field, fault]) => [field, sentences[fault] ?? words.replies.otherwise]),
  );
}

function whyInWords({ replies }: Words, { code }: Refusal): string {
  if (code === 'form-incomplete') return replies.lookAgain;
  if (code === 'form-expired') return replies.expired;
  if (code === 'too-many-tries') return replies.tooMany;
  if (code === 'replies-closed') return replies.closed;
  return replies.otherwise;
}
