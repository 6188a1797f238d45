/** The routes of remarks: at a story, and those that call whoever asks. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { subscriptionForm } from '../../push/subscription.ts';
import { listMentions, seeMentions } from '../../remarks/mentions.ts';
import { answerRemark, makeRemark, settleRemark } from '../../remarks/remarks.ts';
import { addScreen, endScreen, listScreens } from '../../remarks/screens.ts';
import { covers } from '../../staff/roles.ts';
import { listStaff } from '../../staff/staff.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { backToPart } from './back-to.ts';
import { RemarksPage } from './remarks-page.tsx';
import { showStory } from './story-show.ts';

const A_PAGE = 50; // remarks at once
const base = '/desk/stories/:storyId/remarks';

export function registerRemarkRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('reporter', base, (request, reply, visit) =>
    orShowStory(desk, request, reply, visit, () =>
      makeRemark(newsroom, {
        storyId: param(request, 'storyId'),
        words: field(request, 'words'),
        at: placeIn(request),
        by: visit.staff,
      }),
    ),
  );
  routes.post('reporter', `${base}/:remarkId/answer`, (request, reply, visit) =>
    orShowStory(desk, request, reply, visit, () =>
      answerRemark(newsroom, {
        remarkId: param(request, 'remarkId'),
        words: field(request, 'words'),
        by: visit.staff,
      }),
    ),
  );
  for (const [noun, back] of [
    ['settlement', false],
    ['opening', true],
  ] as const)
    routes.post('reporter', `${base}/:remarkId/${noun}`, (request, reply, visit) =>
      orShowStory(desk, request, reply, visit, () =>
        settleRemark(newsroom, { remarkId: param(request, 'remarkId'), back, by: visit.staff }),
      ),
    );
  routes.get('staff', '/desk/remarks', (request, reply, visit) => showMine(desk, request, reply, visit));
  routes.get('staff', '/desk/remarks/unseen', async (_request, reply, { staff }) => {
    const unseen = await listMentions(newsroom, { staffId: staff.id, isUnseen: true, limit: 5 });
    const people = await listStaff(newsroom);
    return reply.send({
      unseen: unseen.map(({ id, words, byName, storyId }) => ({ id, words, byName, storyId })),
      names: people
        .filter(({ leftAt, role }) => leftAt === null && covers(role, 'reporter'))
        .map(({ name, slug }) => ({ name, slug })),
    });
  });
  routes.post('staff', '/desk/screens', async (request, reply, { staff, sessionId }) => {
    const [endpoint, keyId] = [field(request, 'endpoint'), field(request, 'keyId')];
    const keys = { p256dh: field(request, 'p256dh'), auth: field(request, 'auth') };
    const given = subscriptionForm.safeParse({ endpoint, keyId, keys });
    if (!given.success) return refuse('form-incomplete');
    await addScreen(newsroom, { subscription: given.data, sessionId, by: staff });
    return reply.code(204).send();
  });
  routes.post('staff', '/desk/screens/:screenId/end', async (request, reply, { staff }) => {
    await endScreen(newsroom, { screenId: param(request, 'screenId'), by: staff });
    return reply.redirect('/desk/remarks', 303);
  });
  routes.post('staff', '/desk/remarks/seen', async (_request, reply, { staff }) => {
    await seeMentions(newsroom, { staffId: staff.id, of: 'all' });
    return reply.redirect('/desk/remarks', 303);
  });
}

function placeIn(request: FastifyRequest): { takeId: string; place: number } | null {
  const [, takeId, place] = /^([\w-]+)\.(\d{1,5})$/.exec(field(request, 'place')) ?? [];
  return takeId === undefined ? null : { takeId, place: Number(place) };
}

async function orShowStory(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  act: () => Promise<unknown>,
): Promise<FastifyReply> {
  const storyId = param(request, 'storyId');
  try {
    await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal;
    const words = field(request, 'words');
    const typedRemark = { words, place: field(request, 'place'), answers: param(request, 'remarkId') };
    return showStory(desk, reply.code(refusal.status), visit, { storyId, refused: refusal, typedRemark });
  }
  return backToPart(reply, storyId, { done: 'remarked', part: 'remarks' });
}

async function showMine(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const before = query(request, 'before');
  const asked = { staffId: visit.staff.id, isUnseen: false, limit: A_PAGE + 1 };
  const all = await listMentions(newsroom, before ? { ...asked, before } : asked);
  const mentions = all.slice(0, A_PAGE);
  const next = all.length > A_PAGE ? (mentions.at(-1)?.id ?? null) : null;
  const mails = newsroom.settings.smtpUrl !== undefined;
  const screens = await listScreens(newsroom, { staffId: visit.staff.id, sessionId: visit.sessionId });
  return sendPage(reply, RemarksPage({ frame, when, mentions, next, mails, screens }));
}
