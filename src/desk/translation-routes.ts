/** The routes of the two columns: sentences kept, findings settled, and the reading. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { copyTextToHtml } from '../kit/copy-text.ts';
import { Refusal, refuse } from '../kit/refusal.ts';
import { splitSentences } from '../kit/sentences.ts';
import { listObjectedIn } from '../replies/read-objections.ts';
import { getForDesk } from '../stories/desk-read.ts';
import {
  addSentence,
  dropSentence,
  joinPairs,
  movePair,
  type PairEdit,
  splitPair,
  translateAgain,
  translateOpen,
  writeSentence,
} from '../translation/edit-pairs.ts';
import { listEngines } from '../translation/engines.ts';
import {
  type DeskTranslation,
  findTranslation,
  getReceipt,
  markRead,
  settleFinding,
} from '../translation/read-translation.ts';
import { registerEditionRoutes } from './edition-routes.ts';
import type { Desk, EditorRoutes, Visit } from './editor-route.ts';
import { field, param, query, wantsJson } from './form-fields.ts';
import { openPage, sendPage } from './frame.ts';
import { TranslationPage } from './translation-page.tsx';

const doneWords: Record<string, string> = {
  'picked-up':
    'Picked up. Its source and its original link came along; the original stands beside the translation.',
  kept: 'Kept.',
  settled: 'Settled.',
  read: 'Read. It may go out.',
  asked: 'The engines are asked again.',
};

export function registerTranslationRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  const one = '/desk/stories/:storyId/translation/:editionId';
  registerEditionRoutes(routes, desk);
  routes.get('reporter', one, (request, reply, visit) =>
    show(desk, request, reply, visit, doneWords[query(request, 'done')]),
  );
  routes.post('reporter', `${one}/open`, async (request, reply, { staff }) => {
    await translateOpen(newsroom, { editionId: param(request, 'editionId'), by: staff });
    return reply.redirect(`${pathOf(request)}?done=asked`, 303);
  });
  routes.post('reporter', `${one}/sentences/:pairId`, (request, reply, visit) =>
    edit(desk, request, reply, visit),
  );
  routes.post('editor', `${one}/reading`, (request, reply, visit) =>
    orSentBack(desk, request, reply, visit, async () => {
      const asked = { editionId: param(request, 'editionId'), basedOn: field(request, 'basedOn') };
      await markRead(newsroom, { ...asked, override: field(request, 'override'), by: visit.staff });
      return reply.redirect(`${pathOf(request)}?done=read`, 303);
    }),
  );
}

function pathOf(request: FastifyRequest): string {
  return `/desk/stories/${param(request, 'storyId')}/translation/${param(request, 'editionId')}`;
}

async function show(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  done?: string,
  refused?: Refusal,
) {
  const { newsroom } = desk;
  const { frame, when } = await openPage(newsroom, visit);
  const editionId = param(request, 'editionId');
  const translation = (await findTranslation(newsroom, editionId)) ?? refuse('not-found');
  if (translation.storyId !== param(request, 'storyId')) refuse('not-found');
  const story = await getForDesk(newsroom, translation.storyId);
  const [receipt, engines] = [await getReceipt(newsroom, editionId), await listEngines(newsroom)];
  const objected = await listObjectedIn(newsroom, editionId);
  return sendPage(
    reply,
    TranslationPage({ frame, when, story, translation, objected, receipt, engines, done, refused }),
  );
}

/** Does it, or shows the page again with what was refused, so that nothing typed elsewhere is lost. */
async function orSentBack(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  act: () => Promise<unknown>,
) {
  try {
    return await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal; // a bug is the server's to tell
    if (wantsJson(request)) throw refusal;
    return show(desk, request, reply.code(refusal.status), visit, undefined, refusal);
  }
}

function edit(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  return orSentBack(desk, request, reply, visit, async () => {
    const [editionId, pairId] = [param(request, 'editionId'), param(request, 'pairId')];
    const asked: PairEdit = { editionId, pairId, basedOn: field(request, 'basedOn'), by: visit.staff };
    const translation =
      (await findTranslation(desk.newsroom, editionId, { checked: false })) ?? refuse('not-found');
    if (translation.storyId !== param(request, 'storyId')) refuse('not-found');
    await doEdit(desk, request, asked, translation);
    if (wantsJson(request)) {
      const after = await findTranslation(desk.newsroom, editionId, { checked: false });
      return reply.send({ takeId: after?.takeId });
    }
    const done = field(request, 'do') === 'settle' ? 'settled' : 'kept';
    return reply.redirect(`${pathOf(request)}?done=${done}#pair-${pairId}`, 303);
  });
}

async function doEdit(
  { newsroom }: Desk,
  request: FastifyRequest,
  asked: PairEdit,
  translation: DeskTranslation,
): Promise<void> {
  const reason = field(request, 'reason');
  const acts: Record<string, () => Promise<unknown>> = {
    write: () => writeSentence(newsroom, { ...asked, html: lineOf(field(request, 'text')) }),
    join: () => joinPairs(newsroom, asked),
    split: () => splitPair(newsroom, { ...asked, ...firstStops(translation, asked.pairId) }),
    up: () => movePair(newsroom, { ...asked, afterId: neighbour(translation, asked.pairId, -2) }),
    down: () => movePair(newsroom, { ...asked, afterId: neighbour(translation, asked.pairId, 1) }),
    drop: () => dropSentence(newsroom, { ...asked, reason }),
    add: () => addSentence(newsroom, { ...asked, html: lineOf(field(request, 'added')), reason }),
    settle: () =>
      settleFinding(newsroom, {
        ...asked,
        finding: field(request, 'check'),
        words: field(request, 'words'),
        reason,
      }),
    again: async () => {
      const { words } = await translateAgain(newsroom, { ...asked, engineId: field(request, 'engine') });
      if (words !== null) refuse('form-incomplete', { words });
    },
  };
  const act = acts[field(request, 'do') || 'write'] ?? refuse('form-incomplete');
  await act();
}

/** What was typed, as the HTML of one line. */
function lineOf(text: string): string {
  return copyTextToHtml(
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/^(#{1,3} |> |- |\d{1,3}\. )/, '\\$1'),
  )
    .replace(/^<p>/, '')
    .replace(/<\/p>$/, '');
}

/** Where each side ends its first sentence; in the middle at a space where it has only one. */
function firstStops({ pairs, language, originalLanguage }: DeskTranslation, pairId: string) {
  const pair = pairs.find(({ id }) => id === pairId) ?? refuse('not-found');
  return {
    sourceAt: firstEnd(pair.sourceText, originalLanguage),
    targetAt: firstEnd(pair.targetText, language),
  };
}

function firstEnd(text: string, language: string): number {
  const [first, second] = splitSentences(text, language);
  if (first && second) return first.end;
  const half = text.indexOf(' ', Math.floor(text.length / 2));
  return half < 0 ? text.length : half;
}

function neighbour({ pairs }: DeskTranslation, pairId: string, step: number): string | null {
  const at = pairs.findIndex(({ id }) => id === pairId) + step;
  return pairs[Math.min(at, pairs.length - 1)]?.id ?? null;
}
