/** The routes of findings: looked for in copy that is being written, dismissed, taken. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { checksOnCopy } from '../../checks/at-first-use.ts';
import type { Finding, Part } from '../../checks/check.ts';
import { bodyCopyOf } from '../../kit/body-copy.ts';
import { refuse } from '../../kit/refusal.ts';
import { readForDesk } from '../../stories/desk-read.ts';
import { dismissFinding } from '../../stories/finding-answers.ts';
import { findingsIn, findingsOnce } from '../../stories/findings.ts';
import { gateIn } from '../../stories/gate.ts';
import { takeSuggestion } from '../../stories/take-suggestion.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, wantsJson } from '../door/form-fields.ts';
import { backToPart } from './back-to.ts';
import { FindingList } from './story-findings.tsx';
import { typedIn, typedOf } from './story-form.ts';
import { getStoryAtDesk, workedOn } from './story-show.ts';

export function registerFindingRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('reporter', '/desk/stories/:storyId/findings', (request, reply, visit) =>
    look(desk, request, reply, visit),
  );
  routes.post('reporter', '/desk/stories/:storyId/findings/dismissals', async (request, reply, { staff }) => {
    const storyId = param(request, 'storyId');
    const isPaper = field(request, 'for') === 'paper';
    await dismissFinding(newsroom, {
      storyId,
      finding: findingIn(request),
      reason: field(request, 'reason'),
      isPaper,
      by: staff,
    });
    if (wantsJson(request)) return reply.send({ done: true });
    return backToPart(reply, storyId, { done: 'dismissed', part: 'findings' });
  });
  routes.post('reporter', '/desk/stories/:storyId/findings/taken', async (request, reply, { staff }) => {
    const { story, edition } = await getStoryAtDesk(newsroom, param(request, 'storyId'));
    await takeSuggestion(newsroom, {
      editionId: edition.id,
      copy: typedIn(request, typedOf(story, edition, 'UTC'), newsroom.settings.address),
      finding: findingIn(request),
      words: field(request, 'words'),
      from: Number(field(request, 'from')) || 0,
      by: staff,
    });
    return reply.code(204).send();
  });
}

/** The list of findings in the copy as it is typed, without saving it. What keeps the story back is told of the saved one. */
async function look(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { story, reading } = await readForDesk(newsroom, param(request, 'storyId'));
  const edition = workedOn(story);
  const read = reading.editions.find(({ id }) => id === edition.id) ?? refuse('not-found');
  const typed = typedIn(request, typedOf(story, edition, 'UTC'), newsroom.settings.address);
  const found = await findingsIn(newsroom, reading, { edition: read, copy: typed });
  const known = new Set(found.findings.map(({ check }) => check));
  // Obstacles that are findings: in the saved copy they may stand, in the typed one they are looked for anew.
  const { checkNames } = await checksOnCopy();
  const obstacles = (await gateIn(newsroom, reading, { findings: findingsOnce(newsroom, reading) })).filter(
    ({ code }) => !checkNames.has(code) && !known.has(code),
  );
  const list = FindingList({
    ...found,
    storyId: story.id,
    form: visit.form,
    copy: typed,
    bodyText: bodyCopyOf(typed.bodyHtml).text(),
    obstacles,
    isWritable: true,
    whole: true,
  });
  return reply.type('text/html; charset=utf-8').send(renderToString(list));
}

function findingIn(request: FastifyRequest): Pick<Finding, 'check' | 'text' | 'part' | 'message'> {
  const part = (['headline', 'dek', 'byline', 'body', 'hops'] as const).find(
    (one) => one === field(request, 'part'),
  );
  return {
    check: field(request, 'check'),
    text: field(request, 'text'),
    message: field(request, 'message'),
    part: (part ?? 'body') satisfies Part,
  };
}
