/** The routes of stories: opened, saved, published, corrected, withdrawn. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellReaders } from '../../alerts/alert.ts';
import { agreeToDraft, asksForWord } from '../../alerts/compose.ts';
import { primaryLanguage } from '../../kit/language-tag.ts';
import { Refusal } from '../../kit/refusal.ts';
import { storyKindIn } from '../../kit/story-kind.ts';
import { asking, type Newsroom } from '../../newsroom.ts';
import { correctStory } from '../../stories/correct.ts';
import { getForForm, readForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { findingsOnce } from '../../stories/findings.ts';
import { gateIn } from '../../stories/gate.ts';
import { releaseUnderEmbargo } from '../../stories/hold-story.ts';
import { killStory, spikeStory } from '../../stories/kill.ts';
import { listPaperLanguages } from '../../stories/languages.ts';
import { releaseLock, takeLock } from '../../stories/lock.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { scheduleStory, unscheduleStory } from '../../stories/schedule.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, hasField, param, query, wantsJson } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { clockTime, fromLocalInput } from '../views/words.ts';
import { backTo, storyDoneWords } from './back-to.ts';
import { templateOf } from './kind-templates.ts';
import { NewStoryPage } from './new-story-page.tsx';
import { registerStoryAlertRoutes } from './story-alert-routes.ts';
import { saveTyped, typedIn, typedOf } from './story-form.ts';
import { registerStoryPartRoutes } from './story-part-routes.ts';
import { showParts } from './story-parts.tsx';
import { getStoryAtDesk, showStory, workedOn } from './story-show.ts';
import { gateClass, gateWords, type StoryForm } from './story-view.ts';
import { registerTieRoutes } from './tie-routes.ts';

export function registerStoryRoutes(routes: EditorRoutes, desk: Desk): void {
  routes.get('reporter', '/desk/stories/new', (_request, reply, visit) => showNewStory(desk, reply, visit));
  routes.post('reporter', '/desk/stories', (request, reply, visit) =>
    beginStory(desk, request, reply, visit),
  );
  routes.get('reporter', '/desk/stories/:storyId', (request, reply, visit) =>
    showStory(desk, reply, visit, {
      storyId: param(request, 'storyId'),
      look: query(request, 'look') !== '',
      whole: query(request, 'whole') !== '',
      at: request.url,
      done: storyDoneWords[query(request, 'done')],
      isBeside: query(request, 'pane') === 'beside',
    }),
  );
  routes.get('reporter', '/desk/stories/:storyId/parts', (request, reply, visit) =>
    showParts(desk, request, reply, visit),
  );
  routes.post('reporter', '/desk/stories/:storyId/takes', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'saved', async () => {}),
  );
  registerPublishing(routes, desk);
  registerLock(routes, desk);
  registerStoryPartRoutes(routes, desk);
  registerStoryAlertRoutes(routes, desk);
  registerTieRoutes(routes, desk);
}

function registerPublishing(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('editor', '/desk/stories/:storyId/publication', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'published', (storyId, typed) =>
      withWord(newsroom, visit, { storyId, typed }, (inner) =>
        publishStory(inner, { storyId, by: visit.staff, ...reasonIn(typed) }),
      ),
    ),
  );
  routes.post('editor', '/desk/stories/:storyId/schedule', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'scheduled', async (storyId, typed, zone) => {
      const publishAt = fromLocalInput(typed.publishAt, zone);
      if (publishAt === null)
        throw new Refusal('form-incomplete', { fields: { publishAt: 'Say a day and a time.' } });
      await withWord(newsroom, visit, { storyId, typed }, (inner) =>
        scheduleStory(inner, { storyId, publishAt, by: visit.staff, ...reasonIn(typed) }),
      );
    }),
  );
  routes.post('editor', '/desk/stories/:storyId/release', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'released', (storyId, typed) =>
      withWord(newsroom, visit, { storyId, typed }, (inner) =>
        releaseUnderEmbargo(inner, { storyId, by: visit.staff, ...reasonIn(typed) }),
      ),
    ),
  );
  routes.post('editor', '/desk/stories/:storyId/telling', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'told', (storyId) =>
      tellReaders(newsroom, { storyId, by: visit.staff }),
    ),
  );
  routes.post('editor', '/desk/stories/:storyId/corrections', (request, reply, visit) =>
    withCopy(desk, request, reply, visit, 'corrected', async (storyId, typed) => {
      const mustChange = field(request, 'noticeAlone') !== 'yes';
      await correctStory(newsroom, { storyId, notice: typed.notice, mustChange, by: visit.staff });
    }),
  );
  routes.post('editor', '/desk/stories/:storyId/schedule/withdrawal', async (request, reply, visit) => {
    const storyId = param(request, 'storyId');
    await unscheduleStory(newsroom, { storyId, by: visit.staff });
    return backTo(reply, storyId, 'unscheduled');
  });
  routes.post('editor', '/desk/stories/:storyId/kill', async (request, reply, visit) => {
    const storyId = param(request, 'storyId');
    await killStory(newsroom, { storyId, notice: field(request, 'notice'), by: visit.staff });
    return backTo(reply, storyId, 'killed');
  });
  routes.post('editor', '/desk/stories/:storyId/spike', async (request, reply, visit) => {
    await spikeStory(newsroom, { storyId: param(request, 'storyId'), by: visit.staff });
    return reply.redirect('/desk/stories', 303);
  });
}

function registerLock(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.post('reporter', '/desk/stories/:storyId/lock', async (request, reply, visit) => {
    const storyId = param(request, 'storyId');
    const anyway = field(request, 'anyway') === 'yes';
    const lock = await takeLock(newsroom, { storyId, by: visit.staff, anyway });
    if (wantsJson(request)) return reply.send({ held: lock.held, holder: lock.holder?.name ?? null });
    return backTo(reply, storyId, 'yours');
  });
  routes.post('reporter', '/desk/stories/:storyId/lock/release', async (request, reply, visit) => {
    await releaseLock(newsroom, { storyId: param(request, 'storyId'), by: visit.staff });
    return reply.code(204).send();
  });
}

/** With the word that a flash asks of whoever sends it; what it asks of others is asked when the story is out. */
async function withWord(
  newsroom: Newsroom,
  visit: Visit,
  { storyId, typed }: { storyId: string; typed: StoryForm },
  act: (inner: Newsroom) => Promise<void>,
): Promise<void> {
  await newsroom.transact(async (inner) => {
    if (await asksForWord(inner, { storyId, by: visit.staff }))
      await agreeToDraft(inner, { storyId, word: typed.flashWord, by: visit.staff });
    await act(inner);
  });
}

function reasonIn(typed: StoryForm): { override?: string } {
  const override = typed.override.trim();
  return override === '' ? {} : { override };
}

type Act = (storyId: string, typed: StoryForm, zone: string) => Promise<unknown>;

/**
 * Saves what the form holds, then acts. A refusal shows the page again with every word that was typed: nothing an editor
 * wrote is lost to a no.
 */
async function withCopy(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  done: string,
  act: Act,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const ask = asking(newsroom);
  const [masthead, story] = await Promise.all([
    findMasthead(ask),
    getForForm(ask, param(request, 'storyId')),
  ]);
  const edition = workedOn(story);
  const zone = masthead?.timeZone ?? 'UTC';
  const typed = typedIn(request, typedOf(story, edition, zone), newsroom.settings.address);
  const basedOn = field(request, 'basedOn') || edition.takeId;
  const by = visit.staff;
  try {
    if (query(request, 'anyway') === 'yes') await takeLock(newsroom, { storyId: story.id, by, anyway: true });
    const take = await saveTyped(newsroom, { story, edition, typed, basedOn, zone, by });
    // Saved is saved, whatever the act says: its refusal then shows the page of the new take.
    await act(story.id, typed, zone);
    if (wantsJson(request)) return await answerSaved(desk, reply, story.id, take, zone);
    return backTo(reply, story.id, done);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || wantsJson(request)) throw refusal; // the server answers scripts, and bugs
    const now = await getStoryAtDesk(newsroom, story.id);
    return await showStory(desk, reply.code(refusal.status), visit, {
      storyId: story.id,
      sentBack: { typed, basedOn: now.edition.takeId },
      refused: inTheseWords(refusal),
    });
  }
}

/** After `take-outdated` the form goes on from the newest take: sending it again is a decision, which is said. */
function inTheseWords(refusal: Refusal): Refusal {
  if (refusal.code === 'take-outdated')
    return new Refusal('take-outdated', {
      words: `Not saved. ${refusal.words} Your text is below; look at the takes first, or save to put it over the newer one.`,
    });
  return refusal;
}

/** For the script of the page: what was saved, and what now stands in the way of publishing. */
async function answerSaved(
  desk: Desk,
  reply: FastifyReply,
  storyId: string,
  take: { takeId: string; number: number },
  zone: string,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { story, reading } = await readForDesk(newsroom, storyId);
  const edition = workedOn(story);
  const at = story.publishAt ?? story.embargoUntil ?? undefined;
  const obstacles = await gateIn(newsroom, reading, { at, findings: findingsOnce(newsroom, reading) });
  const when = { now: newsroom.clock.now(), zone };
  return reply.send({
    ...take,
    savedAt: clockTime(edition.savedAt, when),
    gate: gateWords({ story, obstacles, when }),
    gateClass: gateClass({ story, obstacles }),
  });
}

async function showNewStory(desk: Desk, reply: FastifyReply, visit: Visit): Promise<FastifyReply> {
  const { frame, language } = await openPage(desk.newsroom, visit);
  const own = (await listPaperLanguages(desk.newsroom)).map(primaryLanguage);
  return sendPage(reply, NewStoryPage({ frame, language, own }));
}

async function beginStory(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { language } = await openPage(desk.newsroom, visit);
  const kind = storyKindIn(field(request, 'kind')) ?? 'news';
  const copy = {
    headline: field(request, 'headline'),
    dek: '',
    byline: hasField(request, 'byline') ? field(request, 'byline') : visit.staff.name,
    dateline: '',
    bodyHtml: templateOf(kind, desk.newsroom.settings.address),
    pictureId: null,
  };
  const { storyId } = await draftStory(desk.newsroom, {
    copy,
    language: languageIn(field(request, 'language')) ?? language,
    hops: [],
    kind,
    by: visit.staff,
  });
  return reply.redirect(`/desk/stories/${storyId}`, 303);
}

/** A BCP 47 tag in its normal form; null when it is none. */
function languageIn(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null; // not a tag: the paper's own language is taken
  }
}
