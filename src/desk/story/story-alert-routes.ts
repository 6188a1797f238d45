/** The routes of a story's alert: who would hear it, agreeing to a flash, telling readers of what is out already. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agreeToDraft } from '../../alerts/compose.ts';
import { type AudienceCounter, openAudienceCounter } from '../../alerts/readers/audience.ts';
import { prepareTickets } from '../../alerts/sending/prepare-tickets.ts';
import { listAlertLines } from '../../alerts/sending/progress.ts';
import { Refusal } from '../../kit/refusal.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { isAlertLevel } from '../../stories/story.ts';
import { AudiencePage } from '../alerts/audience-page.tsx';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { backToPart } from './back-to.ts';
import { StoryAlertPage } from './story-alert-page.tsx';
import { ALERTS_OF_STORY, showStory } from './story-show.ts';

export function registerStoryAlertRoutes(routes: EditorRoutes, desk: Desk): void {
  const counter = openAudienceCounter(desk.newsroom);
  routes.get('editor', '/desk/stories/:storyId/audience', (request, reply, visit) =>
    showAudience(desk, counter, { request, reply, visit }),
  );
  routes.get('editor', '/desk/stories/:storyId/alert', (request, reply, visit) =>
    showAlert(desk, request, reply, visit),
  );
  routes.post('editor', '/desk/stories/:storyId/agreement', async (request, reply, visit) => {
    const storyId = param(request, 'storyId');
    try {
      await agreeToDraft(desk.newsroom, { storyId, word: field(request, 'flashWord'), by: visit.staff });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
      return await showStory(desk, reply.code(refusal.status), visit, {
        storyId,
        look: true,
        refused: refusal,
      });
    }
    return backToPart(reply, storyId, { done: 'agreed-draft', part: 'alert', look: true });
  });
}

interface Asked {
  request: FastifyRequest;
  reply: FastifyReply;
  visit: Visit;
}

async function showAudience({ newsroom }: Desk, counter: AudienceCounter, { request, reply, visit }: Asked) {
  const { frame } = await openPage(newsroom, visit);
  const story = await getForDesk(newsroom, param(request, 'storyId'));
  const level = query(request, 'level');
  if (!isAlertLevel(level))
    return sendPage(reply, AudiencePage({ frame, storyId: story.id, level: null, audience: null }));
  if (story.status !== 'killed') prepareTickets(newsroom, { storyId: story.id });
  const audience = await counter.count(story, level);
  return sendPage(reply, AudiencePage({ frame, storyId: story.id, level, audience }));
}

/** How far the story's alerts are; asked again and again while they go out, so it is no more than that. */
async function showAlert({ newsroom }: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { frame, when } = await openPage(newsroom, visit);
  const storyId = param(request, 'storyId');
  const told = await listAlertLines(newsroom, { storyId, limit: ALERTS_OF_STORY });
  if (told.length === 0) await getForDesk(newsroom, storyId); // whether there is such a story at all
  return sendPage(reply, StoryAlertPage({ frame, when, storyId, staff: visit.staff, told }));
}
