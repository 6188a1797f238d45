/** The routes of the two columns: sentences kept, findings settled, and the reading. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { splitSentences } from '../../kit/sentences.ts';
import { slugOf } from '../../kit/slug.ts';
import { listObjectedIn } from '../../replies/read-objections.ts';
import { askEyeAgain } from '../../translation/ask-eye.ts';
import {
  addSentence,
  dropSentence,
  joinPairs,
  movePair,
  splitPair,
  translateAgain,
  translateOpen,
  writeSentence,
} from '../../translation/edit-pairs.ts';
import { listEngines } from '../../translation/engines.ts';
import { keepFindings, type PairChecker } from '../../translation/keep-findings.ts';
import { readLines, writeLines } from '../../translation/lines.ts';
import type { PairEdit } from '../../translation/pair-edit.ts';
import {
  type DeskTranslation,
  findTranslation,
  type HowRead,
  markRead,
  settleFinding,
} from '../../translation/read-translation.ts';
import { getReceipt } from '../../translation/receipt.ts';
import { askSecond, askSecondWhereDoubted, chooseVersion } from '../../translation/second-versions.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query, wantsJson } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { registerEditionRoutes } from './edition-routes.ts';
import { TranslationPage } from './translation-page.tsx';
import { rowsAnswer } from './translation-rows.tsx';
import type { TranslationProps } from './translation-view.ts';

const doneWords: Record<string, string> = {
  'picked-up':
    'Picked up. Its source and its original link came along; the original stands beside the translation.',
  kept: 'Saved.',
  settled: 'Settled.',
  read: 'Read. It may go out.',
  asked: 'The engines are asked again.',
  doubted: 'Another engine is asked. What it says appears at each sentence, beside what stands there.',
  eye: 'It is reading. What it points at appears at each sentence.',
};

export function registerTranslationRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  const columns = { ...desk, checker: keepFindings() };
  const one = '/desk/stories/:storyId/translation/:editionId';
  registerEditionRoutes(routes, desk);
  routes.get('reporter', one, (request, reply, visit) =>
    show(columns, request, reply, visit, { done: doneWords[query(request, 'done')] }),
  );
  routes.get('reporter', `${one}/rows`, async (request, reply, visit) => {
    const asked = new Set(query(request, 'ids').split(','));
    return reply.send(rowsAnswer(await propsOf(columns, request, visit), asked));
  });
  routes.get('reporter', `${one}/receipt.json`, async (request, reply) => {
    const { storyId, language, slug } = await translationIn(columns, request);
    const receipt = await getReceipt(newsroom, param(request, 'editionId'));
    return reply
      .header(
        'content-disposition',
        `attachment; filename="receipt-${slugOf(slug)}-${slugOf(language)}.json"`,
      )
      .send({ story: storyId, ...receipt });
  });
  routes.post('reporter', `${one}/open`, async (request, reply, { staff }) => {
    const { editionId } = await translationIn(columns, request);
    await translateOpen(newsroom, { editionId, by: staff });
    return wentOn(request, reply, 'asked');
  });
  routes.post('reporter', `${one}/second-versions`, async (request, reply, { staff }) => {
    const { editionId } = await translationIn(columns, request);
    await askSecondWhereDoubted(newsroom, { editionId, by: staff });
    return wentOn(request, reply, 'doubted');
  });
  routes.post('reporter', `${one}/eye`, async (request, reply) => {
    const { editionId } = await translationIn(columns, request);
    await askEyeAgain(newsroom, { editionId });
    return wentOn(request, reply, 'eye');
  });
  routes.post('reporter', `${one}/lines`, (request, reply, visit) =>
    orSentBack(columns, request, reply, visit, async () => {
      const { editionId } = await translationIn(columns, request);
      const lines = { byline: field(request, 'byline'), dateline: field(request, 'dateline') };
      const was = { byline: field(request, 'byline-was'), dateline: field(request, 'dateline-was') };
      await writeLines(newsroom, { editionId, lines, was, by: visit.staff });
      return wentOn(request, reply, 'kept');
    }),
  );
  routes.post('reporter', `${one}/sentences/:pairId`, (request, reply, visit) =>
    edit(columns, request, reply, visit),
  );
  routes.post('editor', `${one}/reading`, (request, reply, visit) =>
    orSentBack(columns, request, reply, visit, async () => {
      const { editionId } = await translationIn(columns, request);
      const asked = { editionId, basedOn: field(request, 'basedOn') };
      const { checker } = columns;
      await markRead(newsroom, { ...asked, override: field(request, 'override'), by: visit.staff, checker });
      return reply.redirect(`${pathOf(request)}?done=read`, 303);
    }),
  );
}

function pathOf(request: FastifyRequest): string {
  return `/desk/stories/${param(request, 'storyId')}/translation/${param(request, 'editionId')}`;
}

/** A script looks again by itself. */
function wentOn(request: FastifyRequest, reply: FastifyReply, done: string): FastifyReply {
  if (wantsJson(request)) return reply.code(204).send();
  return reply.redirect(`${pathOf(request)}?done=${done}`, 303);
}

interface Columns extends Desk {
  /** Remembers what was found in the sentences that are open at the desk. */
  checker: PairChecker;
}

/** The edition of the address, if it is one of the story of the address. */
async function translationIn({ newsroom }: Desk, request: FastifyRequest, how: HowRead = { checked: false }) {
  const translation =
    (await findTranslation(newsroom, param(request, 'editionId'), how)) ?? refuse('not-found');
  if (translation.storyId !== param(request, 'storyId')) refuse('not-found');
  return translation;
}

async function propsOf(columns: Columns, request: FastifyRequest, visit: Visit): Promise<TranslationProps> {
  const { newsroom, checker } = columns;
  const { frame, when } = await openPage(newsroom, visit);
  const editionId = param(request, 'editionId');
  const translation = await translationIn(columns, request, { checker });
  const [receipt, engines] = [await getReceipt(newsroom, editionId), await listEngines(newsroom)];
  const objected = await listObjectedIn(newsroom, editionId);
  const lines = await readLines(newsroom, editionId);
  return { frame, when, translation, lines, objected, receipt, engines };
}

async function show(
  columns: Columns,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  said: { done?: string | undefined; refused?: Refusal },
) {
  return sendPage(reply, TranslationPage({ ...(await propsOf(columns, request, visit)), ...said }));
}

/** Does it, or shows the page again with what was refused, so that nothing typed elsewhere is lost. */
async function orSentBack(
  columns: Columns,
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
    return show(columns, request, reply.code(refusal.status), visit, { refused: refusal });
  }
}

function edit(columns: Columns, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  return orSentBack(columns, request, reply, visit, async () => {
    const [editionId, pairId] = [param(request, 'editionId'), param(request, 'pairId')];
    const asked: PairEdit = { editionId, pairId, basedOn: field(request, 'basedOn'), by: visit.staff };
    const translation = await translationIn(columns, request);
    await doEdit(columns, request, asked, translation);
    if (wantsJson(request))
      return reply.send(rowsAnswer(await propsOf(columns, request, visit), new Set([pairId])));
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
    ask: () => askSecond(newsroom, asked),
    first: () => chooseVersion(newsroom, { ...asked, take: 'first' }),
    second: () => chooseVersion(newsroom, { ...asked, take: 'second' }),
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
