/** The routes of a story's editions: which there are, one in another language begun, one kept at the desk or let out. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { setDeskCopy } from '../../stories/desk-copy.ts';
import { type DeskEdition, getForDesk } from '../../stories/desk-read.ts';
import { isWrittenIn, listPaperLanguages } from '../../stories/languages.ts';
import { type DeskTranslation, findTranslation } from '../../translation/read-translation.ts';
import { startTranslation } from '../../translation/start-translation.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { TranslationsPage } from './translations-page.tsx';

const doneWords: Record<string, string> = {
  held: 'This edition stays at the desk.',
  'let-out': 'This edition goes out with the others, the next time the story does.',
};

export function registerEditionRoutes(routes: EditorRoutes, desk: Desk): void {
  const all = '/desk/stories/:storyId/translation';
  routes.get('reporter', all, (request, reply, visit) => showEditions(desk, request, reply, visit));
  routes.post('reporter', all, (request, reply, visit) =>
    orSentBack(desk, request, reply, visit, () => begin(desk, request, visit)),
  );
  routes.post('editor', `${all}/:editionId/desk-copy`, (request, reply, visit) =>
    orSentBack(desk, request, reply, visit, () => changeDeskCopy(desk, request, visit)),
  );
}

async function showEditions(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  refused?: Refusal,
) {
  const { frame } = await openPage(newsroom, visit);
  const story = await getForDesk(newsroom, param(request, 'storyId'));
  const translations = new Map<string, DeskTranslation>();
  const foreign: string[] = [];
  for (const edition of story.editions) {
    const found = await findTranslation(newsroom, edition.id, { checked: false });
    if (found) translations.set(edition.id, found);
    else if (await isForeign(newsroom, edition)) foreign.push(edition.language);
  }
  const done = doneWords[query(request, 'done')];
  return sendPage(
    reply,
    TranslationsPage({
      frame,
      story,
      translations,
      languages: await listPaperLanguages(newsroom),
      foreign,
      done,
      refused,
    }),
  );
}

/** No translation of ours, not kept at the desk yet, and in a language that readers of this paper have never had from it. */
async function isForeign(newsroom: Newsroom, edition: DeskEdition): Promise<boolean> {
  if (edition.isDeskCopy || edition.path !== null) return false;
  if (await findTranslation(newsroom, edition.id, { checked: false })) return false;
  return !(await isWrittenIn(newsroom, edition.language));
}

/** Goes where it led to, or shows the page again with what was refused. */
async function orSentBack(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  act: () => Promise<string>,
) {
  try {
    return reply.redirect(await act(), 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal; // a bug is the server's to tell
    return showEditions(desk, request, reply.code(refusal.status), visit, refusal);
  }
}

async function begin({ newsroom }: Desk, request: FastifyRequest, visit: Visit): Promise<string> {
  const storyId = param(request, 'storyId');
  const { editions } = await getForDesk(newsroom, storyId);
  const from = editions.find(({ id }) => id === field(request, 'from')) ?? refuse('not-found');
  const { editionId } = await startTranslation(newsroom, {
    storyId,
    fromEditionId: from.id,
    to: field(request, 'language'),
    by: visit.staff,
    keepOriginal: field(request, 'keep') === 'yes' && (await isForeign(newsroom, from)),
  });
  return `/desk/stories/${storyId}/translation/${editionId}`;
}

async function changeDeskCopy({ newsroom }: Desk, request: FastifyRequest, visit: Visit): Promise<string> {
  const story = await getForDesk(newsroom, param(request, 'storyId'));
  const { id: editionId } =
    story.editions.find(({ id }) => id === param(request, 'editionId')) ?? refuse('not-found');
  const isDeskCopy = field(request, 'keep') === 'yes';
  await setDeskCopy(newsroom, { editionId, isDeskCopy, by: visit.staff });
  return `/desk/stories/${story.id}/translation?done=${isDeskCopy ? 'held' : 'let-out'}`;
}
