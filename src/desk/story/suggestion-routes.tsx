/** The routes of suggested statements: looked for in copy that is being written, confirmed, refused. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { Refusal, refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Hop } from '../../sourcing/hops.ts';
import { forms, standings } from '../../sourcing/statement.ts';
import type { Suggestion } from '../../sourcing/suggestions.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { listSuggestions, refuseSuggestion } from '../../stories/suggestions.ts';
import { judgeStatement, nameSpeaker } from '../../stories/who-says.ts';
import { findOriginalWords } from '../../translation/original-words.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, hasField, param, wantsJson } from '../door/form-fields.ts';
import { backToPart } from './back-to.ts';
import { registerRemarkRoutes } from './remark-routes.ts';
import { typedIn, typedOf } from './story-form.ts';
import { getStoryAtDesk, hopsBefore, showStory } from './story-show.ts';
import { SuggestionList } from './story-suggestions.tsx';

export function registerSuggestionRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  registerRemarkRoutes(routes, desk); // what the desk says beside the copy, as suggestions are
  const base = '/desk/stories/:storyId';
  routes.post('reporter', `${base}/suggestions`, (request, reply, visit) =>
    look(desk, request, reply, visit),
  );
  routes.post('reporter', `${base}/suggestions/confirmed`, (request, reply, visit) =>
    answering(desk, request, reply, visit, TO_THE_NEXT, () => confirm(desk, request, visit)),
  );
  routes.post('reporter', `${base}/suggestions/refused`, (request, reply, visit) =>
    answering(desk, request, reply, visit, { ...TO_THE_NEXT, done: 'refused' }, async () => {
      const { edition } = await getStoryAtDesk(newsroom, param(request, 'storyId'));
      await refuseSuggestion(newsroom, {
        editionId: edition.id,
        digest: field(request, 'digest'),
        by: visit.staff,
      });
    }),
  );
  routes.post('reporter', `${base}/statements/:statementId/standing`, (request, reply, visit) => {
    const statementId = param(request, 'statementId');
    const back: Back = { done: 'statement', part: `said-${statementId}` };
    return answering(desk, request, reply, visit, back, async () => {
      await judgeStatement(newsroom, { statementId, ...standingIn(request), by: visit.staff });
    });
  });
}

/** The list for the copy as it is typed, without saving it. */
async function look(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { story, edition } = await getStoryAtDesk(newsroom, param(request, 'storyId'));
  const { bodyHtml } = typedIn(request, typedOf(story, edition, 'UTC'), newsroom.settings.address);
  const asked = {
    editionId: edition.id,
    language: edition.language,
    bodyHtml,
    hops: hopsBefore(story, await paperOf(newsroom)),
  };
  const suggestions = await listSuggestions(newsroom, asked);
  const list = SuggestionList({ storyId: story.id, form: visit.form, suggestions, whole: true });
  return reply.type('text/html; charset=utf-8').send(list ? renderToString(list) : '');
}

type Back = Parameters<typeof backToPart>[2];

const TO_THE_NEXT: Back = { done: 'statement', part: 'suggestions' };

/** Answers a script with JSON, and a form with the story's page: what was done, or why not. */
async function answering(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  back: Back,
  act: () => Promise<void>,
): Promise<FastifyReply> {
  const storyId = param(request, 'storyId');
  try {
    await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404 || wantsJson(request)) throw refusal;
    return await showStory(desk, reply.code(refusal.status), visit, { storyId, refused: refusal });
  }
  if (wantsJson(request)) return reply.send({ done: true });
  return backToPart(reply, storyId, back);
}

/** Adds the suggested statement, as far as the form does not say otherwise. Refuses one that the copy no longer holds. */
async function confirm({ newsroom }: Desk, request: FastifyRequest, visit: Visit): Promise<void> {
  const { story, edition } = await getStoryAtDesk(newsroom, param(request, 'storyId'));
  const asked = {
    editionId: edition.id,
    language: edition.language,
    bodyHtml: edition.copy.bodyHtml,
    hops: hopsBefore(story, await paperOf(newsroom)),
  };
  const digest = field(request, 'digest');
  const found = (await listSuggestions(newsroom, asked)).find((each) => each.digest === digest);
  if (!found) return refuse('not-found', { words: 'The copy no longer says this. Save it, and look again.' });
  const isMended = found.pieces.length === 1 && field(request, 'words').trim() !== '';
  await newsroom.transact(async (inner) => {
    for (const { words, wordsBefore } of found.pieces) {
      const said = { words: isMended ? field(request, 'words') : words, wordsBefore };
      await nameSpeaker(inner, {
        editionId: edition.id,
        ...said,
        ...(await findOriginalWords(inner, { editionId: edition.id, words: said.words })),
        speakerName: written(request, 'speakerName', found.speakerName),
        speakerRole: written(request, 'speakerRole', found.speakerRole),
        form: forms.find((form) => form === field(request, 'form')) ?? found.form,
        occasion: field(request, 'occasion'),
        hops: hopsIn(request, found),
        ...standingIn(request),
        by: visit.staff,
      });
    }
  });
}

async function paperOf(newsroom: Newsroom): Promise<string | undefined> {
  return (await findMasthead(newsroom))?.name;
}

function written(request: FastifyRequest, name: string, otherwise: string): string {
  return hasField(request, name) ? field(request, name) : otherwise;
}

function standingIn(request: FastifyRequest) {
  return {
    standing: standings.find((one) => one === field(request, 'standing')) ?? ('unverified' as const),
    standingNote: field(request, 'standingNote'),
    answer: field(request, 'answer'),
  };
}

/** Parties as they were written, first to last; those known keep what is known of them. */
function hopsIn(request: FastifyRequest, { hops }: Suggestion): Hop[] {
  if (!hasField(request, 'through')) return hops;
  const parties = field(request, 'through')
    .split(/\s+[—–-]\s+/u)
    .map((party) => party.trim())
    .filter((party) => party !== '');
  return parties.map((party, index): Hop => {
    const name = party === '?' ? '' : party;
    const known = hops.find((hop) => hop.party === name);
    const act = index === 0 ? 'reported' : 'aggregated';
    return known ?? { party: name, sourceId: null, act, language: null, link: null, at: null };
  });
}
