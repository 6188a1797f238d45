/** The routes of sources: listed, added, changed, paused, polled. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { indexPolicyOf } from '../../rights/index-policy.ts';
import { listSections } from '../../stories/sections.ts';
import { isAlertLevel } from '../../stories/story.ts';
import { makeHookSecret } from '../../wire/arriving/hook.ts';
import { pollNow } from '../../wire/arriving/poll.ts';
import { discoverFeeds } from '../../wire/sources/discover.ts';
import type { Source } from '../../wire/sources/source.ts';
import {
  addSource,
  changeSource,
  getSource,
  listSources,
  pauseSource,
  resumeSource,
  type SourceChange,
} from '../../wire/sources/sources.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, hasField, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { SourcePage } from './source-page.tsx';
import { runningOf } from './source-show.ts';
import { ChooseFeedPage, NewSourcePage, SourcesPage } from './sources-page.tsx';

/** What the page says after an act, by the word in its address. */
const doneWords: Record<string, string> = {
  added: 'Added. It is being asked now; what it sends stands on the wire at once.',
  kept: 'Saved.',
  paused: 'Paused. Nothing is asked of it until it is resumed.',
  resumed: 'Resumed.',
  polled: 'Asked.',
};

export function registerSourceRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/sources', async (_request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    return sendPage(reply, SourcesPage({ frame, when, sources: await listSources(newsroom) }));
  });
  routes.get('editor', '/desk/sources/new', (request, reply, visit) =>
    askForAddress(desk, reply, visit, query(request, 'address')),
  );
  routes.post('editor', '/desk/sources', (request, reply, visit) => takeAddress(desk, request, reply, visit));
  routes.post('chief', '/desk/sources/:sourceId/secret', async (request, reply, visit) => {
    const sourceId = param(request, 'sourceId');
    const { secret } = await makeHookSecret(newsroom, { sourceId, by: visit.staff });
    return showSource(desk, request, reply, visit, { madeSecret: secret });
  });
  routes.get('editor', '/desk/sources/:sourceId', (request, reply, visit) =>
    showSource(desk, request, reply, visit, { done: doneWords[query(request, 'done')] }),
  );
  routes.post('editor', '/desk/sources/:sourceId', (request, reply, visit) =>
    changeIt(desk, request, reply, visit),
  );
  const act = (noun: string, done: string, verb: typeof pauseSource) =>
    routes.post('editor', `/desk/sources/:sourceId/${noun}`, async (request, reply, visit) => {
      const sourceId = param(request, 'sourceId');
      await verb(newsroom, { sourceId, by: visit.staff });
      return backTo(reply, sourceId, done);
    });
  act('pause', 'paused', pauseSource);
  act('pause/end', 'resumed', resumeSource);
  act('poll', 'polled', async (inner, { sourceId }) => {
    await pollNow(inner, { sourceId }); // what went wrong is kept on the source, and shown
  });
}

function backTo(reply: FastifyReply, sourceId: string, done: string): FastifyReply {
  return reply.redirect(`/desk/sources/${sourceId}?done=${done}`, 303);
}

async function askForAddress(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  address: string,
  wrong?: string,
): Promise<FastifyReply> {
  const { frame } = await openPage(desk.newsroom, visit);
  return sendPage(reply, NewSourcePage({ frame, address, wrong }));
}

/** An address with one feed is added; with several, the editor chooses. */
async function takeAddress(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { newsroom } = desk;
  const address = field(request, 'feed') || field(request, 'address').trim();
  try {
    if (address === '') refuse('form-incomplete', { fields: { address: 'Give an address.' } });
    const found = hasField(request, 'feed') ? null : await discoverFeeds(newsroom, { address });
    if (found?.ok && found.feeds.length > 1) {
      const { frame } = await openPage(newsroom, visit);
      return sendPage(reply, ChooseFeedPage({ frame, address, feeds: found.feeds }));
    }
    // The feed itself knows what the source is called; a site only says "All news".
    const feed = found?.ok ? found.feeds[0]?.href : undefined;
    const { sourceId } = await addSource(newsroom, { address: feed ?? address, by: visit.staff });
    return backTo(reply, sourceId, 'added');
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const words = Object.values(refusal.fields)[0] ?? refusal.words;
    return await askForAddress(desk, reply.code(refusal.status), visit, address, words);
  }
}

async function showSource(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  more: { madeSecret?: string; done?: string | undefined; refused?: Refusal; typed?: Partial<Source> },
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame, when, language } = await openPage(newsroom, visit);
  const source = await getSource(newsroom, param(request, 'sourceId'));
  const page = SourcePage({
    frame,
    when,
    source: { ...source, ...more.typed },
    running: await runningOf(newsroom, source, when),
    madeSecret: more.madeSecret,
    sections: await listSections(newsroom),
    paperLanguage: language,
    done: more.done,
    refused: more.refused && { words: more.refused.words, fields: more.refused.fields },
  });
  return sendPage(reply, page);
}

async function changeIt(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const sourceId = param(request, 'sourceId');
  const typed = typedIn(request);
  try {
    await changeSource(desk.newsroom, { sourceId, ...typed, by: visit.staff });
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    return await showSource(desk, request, reply.code(refusal.status), visit, { refused: refusal, typed });
  }
  return backTo(reply, sourceId, 'kept');
}

function typedIn(request: FastifyRequest): Omit<SourceChange, 'sourceId' | 'by'> {
  const isTicked = (name: string) => field(request, name) === 'yes';
  const level = field(request, 'alertLevel');
  return {
    name: field(request, 'name'),
    language: field(request, 'language') || null,
    ...(hasField(request, 'feedUrl') ? { feedUrl: field(request, 'feedUrl').trim() } : {}),
    credit: field(request, 'credit'),
    mayAlert: isTicked('mayAlert'),
    mayTranslate: isTicked('mayTranslate'),
    publishUnread: isTicked('publishUnread'),
    mayUseCloud: isTicked('mayUseCloud'),
    mayFullText: isTicked('mayFullText'),
    takesGenerated: isTicked('takesGenerated'),
    indexPolicy: indexPolicyOf(field(request, 'indexPolicy') || null),
    keepDays: field(request, 'keepDays').trim() === '' ? null : Number(field(request, 'keepDays')),
    autoKill: isTicked('autoKill'),
    isWire: isTicked('isWire'),
    sectionId: field(request, 'sectionId') || null,
    alertLevel: isAlertLevel(level) ? level : null,
  };
}
