/** The routes of fronts at the desk: hands, putting out, undo, banner, proof, past. Each an editor's. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tellFront } from '../../alerts/live/live.ts';
import { putUpBanner, takeDownBanner } from '../../fronts/banner.ts';
import {
  dropDraft,
  type FrontActor,
  layHand,
  letGoOf,
  moveHand,
  putOut,
  putStoryBack,
  undoDraft,
  undoPutOut,
} from '../../fronts/change-front.ts';
import { readFrontState } from '../../fronts/front.ts';
import { readPlace } from '../../fronts/places.ts';
import { findStand } from '../../fronts/stands.ts';
import { MINUTE } from '../../kit/clock.ts';
import { Refusal, refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput } from '../views/words.ts';
import { frontAddress } from './front-props.ts';
import { showFront, showFrontChanged } from './front-show.ts';
import { frontNamed } from './front-view.ts';
import { holdEnd } from './front-words.ts';
import { readHandForm } from './hand-typing.ts';
import { PastFrontPage } from './past-page.tsx';
import { ProofPage, proofAddress } from './proof-page.tsx';

type Named = Awaited<ReturnType<typeof frontNamed>>;
type Work = (given: FrontActor & { path: string; zone: string; named: Named }) => Promise<void>;

export function registerFrontRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/front', (request, reply, visit) => showFront(desk, request, reply, visit));
  const change = (path: string, done: string, work: (request: FastifyRequest) => Work) =>
    routes.post('editor', path, (request, reply, visit) =>
      doing(desk, { request, reply, visit, done }, work(request)),
    );
  change('/desk/front/hands', '', (request) => (given) => act(newsroom, request, given));
  change('/desk/front/out', 'out', () => (given) => putOut(newsroom, { ...given, tell: tellFront }));
  change('/desk/front/undo', 'undone', () => (given) => undoDraft(newsroom, given));
  change(
    '/desk/front/undo-out',
    'back',
    () => (given) => undoPutOut(newsroom, { ...given, tell: tellFront }),
  );
  change('/desk/front/drop', 'dropped', () => (given) => dropDraft(newsroom, given));
  change(
    '/desk/front/banner',
    'banner',
    (request) =>
      ({ front, by, zone }) =>
        putUpBanner(newsroom, {
          language: front.language,
          words: field(request, 'words'),
          storyId: field(request, 'story') || null,
          until: fromLocalInput(field(request, 'until'), zone) ?? 0,
          basedOn: field(request, 'basedOn') || null,
          by,
        }),
  );
  change(
    '/desk/front/banner/end',
    'banner-down',
    (request) =>
      ({ front, by }) =>
        takeDownBanner(newsroom, {
          language: front.language,
          basedOn: field(request, 'basedOn') || null,
          by,
        }),
  );
  routes.get('editor', '/desk/front/proof', (request, reply, visit) => proof(desk, request, reply, visit));
  routes.get('editor', '/desk/front/past', (request, reply, visit) => past(desk, request, reply, visit));
}

/** Does it and goes back to the page; a refusal is said there, with what was typed. */
async function doing(
  desk: Desk,
  asked: { request: FastifyRequest; reply: FastifyReply; visit: Visit; done: string },
  work: Work,
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { request, reply, visit, done } = asked;
  const language = field(request, 'language');
  const named = await frontNamed(newsroom, { language, section: field(request, 'section') });
  const { when } = await openPage(newsroom, visit);
  const basedOn = Number(field(request, 'basedOn'));
  try {
    await work({ front: named.front, basedOn, by: visit.staff, path: named.path, zone: when.zone, named });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal; // a bug is the server's to tell
    if (refusal.code === 'front-changed') return showFrontChanged(desk, { ...asked, refusal, named });
    return showFront(desk, request, reply, visit, refusal);
  }
  return reply.redirect(frontAddress(named, done === '' ? '' : `&done=${done}`), 303);
}

/** What a button or a form asks for: 'up|pair.1|ID'. */
async function act(
  newsroom: Newsroom,
  request: FastifyRequest,
  given: FrontActor & { zone: string },
): Promise<void> {
  const [what = '', word = '', storyId = ''] = field(request, 'act').split('|');
  const { front, zone } = given;
  const place = readPlace(word);
  const first = readPlace(front.sectionId === null ? 'lead.1' : 'list.1');
  const end = holdEnd('evening', { now: newsroom.clock.now(), zone });
  const lay = (says: Parameters<typeof layHand>[1]['says']) => layHand(newsroom, { ...given, storyId, says });
  switch (what) {
    case 'first':
      return lay({ place: first });
    case 'to':
      return lay({ place });
    case 'evening':
      return lay({ place: place ?? first, ...(end === null ? {} : { until: end }) });
    case 'urgent': {
      const { draft } = await readFrontState(newsroom, front);
      const had = draft.find((hand) => hand.storyId === storyId);
      return lay({ place: had?.place ?? place ?? first, untilUrgent: !had?.untilUrgent });
    }
    case 'up':
    case 'down':
      if (!place) refuse('form-incomplete', { because: 'noPlaceThere' });
      return moveHand(newsroom, { ...given, storyId, from: place, step: what === 'up' ? -1 : 1 });
    case 'back':
      return putStoryBack(newsroom, { ...given, storyId });
    case 'let-go':
      return letGoOf(newsroom, { ...given, storyId });
    case 'lay':
      return lay(readHandForm(request, { now: newsroom.clock.now(), zone }));
    default:
      return refuse('form-incomplete');
  }
}

async function proof({ newsroom }: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { frame } = await openPage(newsroom, visit);
  const named = await frontNamed(newsroom, whichOf(request));
  const { version, isPending } = await readFrontState(newsroom, named.front);
  const address = proofAddress(newsroom, named.front);
  allowFrames(reply);
  return sendPage(reply, ProofPage({ frame, named, version, isPending, address }));
}

/** Frames are forbidden elsewhere: here a page of our own stands in two, at two widths. */
function allowFrames(reply: FastifyReply): void {
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy === 'string') reply.header('content-security-policy', `${policy}; frame-src 'self'`);
}

async function past({ newsroom }: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const { frame, when } = await openPage(newsroom, visit);
  const named = await frontNamed(newsroom, whichOf(request));
  const exact = /^\d{1,15}$/.test(query(request, 'since')) ? Number(query(request, 'since')) : null;
  const typed = fromLocalInput(query(request, 'at'), when.zone);
  // Of a minute what stood at its end is shown: what was put out within it is what is looked for.
  const at = exact ?? (typed === null ? when.now : Math.min(typed + MINUTE - 1, when.now));
  const stand = await findStand(newsroom, { front: named.front, at });
  const address = stand && proofAddress(newsroom, named.front, stand.from);
  allowFrames(reply);
  return sendPage(reply, PastFrontPage({ frame, when, named, at, stand, address }));
}

export const whichOf = (request: FastifyRequest) => ({
  language: query(request, 'language'),
  section: query(request, 'section'),
});
