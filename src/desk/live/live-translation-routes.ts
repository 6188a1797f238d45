/** Entries in another language at the desk: an engine asked again, older ones asked for, and many let out that were read together. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { letEntryOut } from '../../entries/change-entry.ts';
import { findEntry } from '../../entries/read-entries.ts';
import { htmlToCopyText } from '../../kit/copy-text.ts';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { askEntryAgain } from '../../translation/ask-entry-again.ts';
import { askOlderEntries } from '../../translation/translate-entry.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, fieldList, param } from '../door/form-fields.ts';
import { acting } from './live-acts.ts';
import { showLive } from './live-show.ts';

export function registerEntryTranslationRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('reporter', '/desk/live/:storyId/entries/:entryId/again', (request, reply, visit) =>
    askAgain(desk, request, reply, visit),
  );
  routes.post('editor', '/desk/live/:storyId/older', (request, reply, visit) =>
    acting(desk, request, reply, visit, async () => {
      const [storyId, editionId] = [param(request, 'storyId'), field(request, 'editionId')];
      await askOlderEntries(newsroom, { storyId, editionId, by: visit.staff });
      return `/desk/live/${storyId}?edition=${encodeURIComponent(editionId)}&done=older`;
    }),
  );
  routes.post('editor', '/desk/live/:storyId/out', (request, reply, visit) =>
    letOutAll(desk, request, reply, visit),
  );
}

/** What waits is written anew; what readers have stands in its form as the engine would have it, and nothing has changed yet. */
function askAgain(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { newsroom } = desk;
  return acting(desk, request, reply, visit, async () => {
    const [entryId, engineId] = [param(request, 'entryId'), field(request, 'engineId')];
    const entry = await findEntry(newsroom, entryId);
    if (entry?.storyId !== param(request, 'storyId')) refuse('not-found', { because: 'noSuchEntry' });
    const asked = { entryId, by: visit.staff, ...(engineId && { engineId }) };
    const { offer } = await askEntryAgain(newsroom, asked);
    if (offer === null) return 'again';
    const typed = { headline: offer.headline, text: htmlToCopyText(offer.bodyHtml) };
    return { shown: { offer: { entryId, typed } } };
  });
}

/** As they were read: what somebody wrote anew meanwhile, and what a check stops, goes on waiting. */
async function letOutAll(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { newsroom } = desk;
  const kept: string[] = [];
  let many = 0;
  for (const read of fieldList(request, 'read')) {
    const [entryId = '', takeId = ''] = read.split(' ');
    try {
      await letEntryOut(newsroom, { entryId, takeId, by: visit.staff });
      many += 1;
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      kept.push(refusal.words);
    }
  }
  if (kept.length === 0) return reply.redirect(`/desk/live/${param(request, 'storyId')}?done=outAll`, 303);
  const said = `${many} let out. ${kept.length} wait: ${[...new Set(kept)].join(' ')}`;
  return showLive(desk, request, reply.code(409), visit, {
    refusedAct: { entryId: 'all', typed: {}, words: said },
  });
}
