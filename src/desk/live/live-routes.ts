/** The routes of a live story at the desk: entries written, let out, corrected, marked and withdrawn; its end. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addEntry } from '../../entries/add-entry.ts';
import {
  correctEntry,
  dropEntry,
  letEntryOut,
  markKeyMoment,
  pinEntry,
  withdrawEntry,
} from '../../entries/change-entry.ts';
import { endLive, resumeLive } from '../../entries/end-live.ts';
import { judgeEntrySaying, nameEntrySpeaker, unnameEntrySpeaker } from '../../entries/entry-sayings.ts';
import { makeEntryStory } from '../../entries/entry-story.ts';
import { findEntry, listEntryStates } from '../../entries/read-entries.ts';
import { copyTextToHtml } from '../../kit/copy-text.ts';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { standings } from '../../sourcing/statement.ts';
import type { Desk, EditorRoutes, RouteRole, Visit } from '../door/editor-route.ts';
import { field, hasField, param, query, wantsJson } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { LARGEST_MEDIA_FORM } from '../media/media-json.ts';
import { copyOfEntry, entryIn, sayingOf, takeSentPicture } from './entry-form.ts';
import { EntryPage } from './entry-page.tsx';
import { acting, doneWords } from './live-acts.ts';
import { showLive } from './live-show.ts';
import { registerEntryTranslationRoutes } from './live-translation-routes.ts';

export function registerLiveRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/live/:storyId', (request, reply, visit) => {
    const done = doneWords[query(request, 'done')];
    return showLive(desk, request, reply, visit, { done });
  });
  routes.post(
    'reporter',
    '/desk/live/:storyId/entries',
    (request, reply, visit) => write(desk, request, reply, visit),
    {
      bodyLimit: LARGEST_MEDIA_FORM,
    },
  );
  routes.get('reporter', '/desk/live/:storyId/entries/:entryId', (request, reply, visit) =>
    showEntry(desk, request, reply, visit),
  );
  registerEntryActs(routes, desk);
  registerEntryTranslationRoutes(routes, desk);
  const act = (
    path: string,
    done: string,
    does: (request: FastifyRequest, by: Visit['staff']) => Promise<void>,
  ) =>
    routes.post('editor', `/desk/live/:storyId/${path}`, (request, reply, visit) =>
      acting(desk, request, reply, visit, async () => {
        await does(request, visit.staff);
        return done;
      }),
    );
  act('end', 'ended', async (request, by) => {
    const storyId = param(request, 'storyId');
    const bodyHtml = copyTextToHtml(field(request, 'summary'), newsroom.settings.address);
    const summary = {
      editionId: field(request, 'editionId'),
      headline: field(request, 'headline'),
      bodyHtml,
    };
    await endLive(newsroom, { storyId, summary, override: field(request, 'override'), by });
  });
  act('resume', 'resumed', (request, by) => resumeLive(newsroom, { storyId: param(request, 'storyId'), by }));
}

type EntryAct = (request: FastifyRequest, asked: { entryId: string; by: Visit['staff'] }) => Promise<void>;

function registerEntryActs(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  const { address } = newsroom.settings;
  const act = (role: RouteRole, path: string, done: string, does: EntryAct) =>
    routes.post(role, `/desk/live/:storyId/entries/:entryId/${path}`, (request, reply, visit) =>
      acting(desk, request, reply, visit, async () => {
        await does(request, { entryId: param(request, 'entryId'), by: visit.staff });
        return done;
      }),
    );
  act('editor', 'out', 'out', (request, asked) =>
    letEntryOut(newsroom, {
      ...asked,
      override: field(request, 'override'),
      takeId: field(request, 'takeId'),
    }),
  );
  act('reporter', 'drop', 'dropped', (_request, asked) => dropEntry(newsroom, asked));
  act('reporter', 'correction', 'corrected', async (request, asked) => {
    const entry = (await findEntry(newsroom, asked.entryId)) ?? refuse('not-found');
    const given = (name: string, had: string) => (hasField(request, name) ? field(request, name) : had);
    const copy = {
      headline: given('headline', entry.headline),
      byline: given('byline', entry.byline),
      bodyHtml: copyTextToHtml(field(request, 'text'), address),
      pictureId: field(request, 'withoutPicture') === 'yes' ? null : (entry.picture?.id ?? null),
    };
    const notice = field(request, 'notice');
    await correctEntry(newsroom, { ...asked, copy, notice, override: field(request, 'override') });
  });
  act('editor', 'withdrawal', 'withdrawn', (request, asked) =>
    withdrawEntry(newsroom, { ...asked, notice: field(request, 'notice') }),
  );
  act('editor', 'key', 'key', (_request, asked) => markKeyMoment(newsroom, { ...asked, isKey: true }));
  act('editor', 'unkey', 'unkeyed', (_request, asked) => markKeyMoment(newsroom, { ...asked, isKey: false }));
  act('editor', 'pin', 'pinned', (_request, asked) => pinEntry(newsroom, { ...asked, isPinned: true }));
  act('editor', 'unpin', 'unpinned', (_request, asked) => pinEntry(newsroom, { ...asked, isPinned: false }));
  act('reporter', 'statements', 'said', async (request, asked) => {
    const entry = (await findEntry(newsroom, asked.entryId)) ?? refuse('not-found');
    const copy = { headline: '', byline: '', bodyHtml: entry.bodyHtml, pictureId: null };
    const saying = sayingOf(entryIn(request), copy);
    if (!saying) refuse('form-incomplete', { fields: { speakerName: 'Who said it?' } });
    await nameEntrySpeaker(newsroom, { ...asked, saying });
  });
  act('reporter', 'statements/:statementId/standing', 'said', async (request, asked) => {
    const standing = standings.find((each) => each === field(request, 'standing'));
    if (!standing) return refuse('form-incomplete', { because: 'standingMissing' });
    const judged = {
      statementId: param(request, 'statementId'),
      standing,
      standingNote: field(request, 'standingNote'),
    };
    return judgeEntrySaying(newsroom, { ...asked, ...judged });
  });
  act('reporter', 'statements/:statementId/removal', 'said', (request, asked) =>
    unnameEntrySpeaker(newsroom, { ...asked, statementId: param(request, 'statementId') }),
  );
  routes.post('reporter', '/desk/live/:storyId/entries/:entryId/story', (request, reply, visit) =>
    acting(desk, request, reply, visit, async () => {
      const { storyId } = await makeEntryStory(newsroom, {
        entryId: param(request, 'entryId'),
        by: visit.staff,
      });
      return `/desk/stories/${storyId}`;
    }),
  );
}

/** Sent again, it is the same entry: whoever lost the answer sends it until there is one. */
async function write(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const storyId = param(request, 'storyId');
  const typed = entryIn(request);
  try {
    typed.pictureId = await takeSentPicture(newsroom, request, visit.staff);
    const copy = copyOfEntry(typed, newsroom.settings.address);
    const sent = await addEntry(newsroom, {
      storyId,
      ...(typed.editionId === '' ? {} : { editionId: typed.editionId }),
      clientId: typed.clientId,
      copy,
      saying: sayingOf(typed, copy),
      isKey: typed.isKey,
      override: typed.override,
      by: visit.staff,
    });
    const done = sent.state === 'waits' ? 'waits' : 'sent';
    if (wantsJson(request))
      return reply.code(sent.isKnown ? 200 : 201).send({ ...sent, words: doneWords[done] });
    return reply.redirect(`/desk/live/${storyId}?done=${done}`, 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || wantsJson(request) || refusal.status === 404) throw refusal;
    const refused = { typed, words: refusal.words, fields: refusal.fields };
    return showLive(desk, request, reply.code(refusal.status), visit, { refused });
  }
}

/** One entry with every state it had. */
async function showEntry(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const entry = await findEntry(newsroom, param(request, 'entryId'));
  if (entry?.storyId !== param(request, 'storyId')) return refuse('not-found', { because: 'noSuchEntry' });
  const { frame, when } = await openPage(newsroom, visit);
  const states = await listEntryStates(newsroom, entry.id);
  return sendPage(reply, EntryPage({ frame, when, entry, states }));
}
