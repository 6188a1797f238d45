/** The routes of speakers: looked at by everyone who writes, kept in order by editors. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { foldForMatch } from '../../sourcing/fold.ts';
import type { SpeakerRole } from '../../sourcing/speakers.ts';
import {
  changeSpeaker,
  getSpeaker,
  listSpeakersAtDesk,
  mergeSpeakers,
  splitSpeaker,
} from '../../stories/keep-speakers.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, fieldList, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput } from '../views/words.ts';
import { SpeakerPage } from './speaker-page.tsx';
import { SpeakersPage } from './speakers-page.tsx';

const doneWords: Record<string, string> = {
  kept: 'Saved. It stands so on every page.',
  merged: 'Merged. Everything said stands under this name now.',
  split: 'Split. What was chosen stands under this name now.',
};

export function registerSpeakerRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/speakers', async (request, reply, visit) => {
    const { frame } = await openPage(newsroom, visit);
    const asked = query(request, 'q').trim();
    const wanted = looseOf(asked);
    const all = await listSpeakersAtDesk(newsroom);
    const speakers = all.filter(({ name, variants }) =>
      [name, ...variants].some((one) => looseOf(one).includes(wanted)),
    );
    return sendPage(reply, SpeakersPage({ frame, speakers, asked }));
  });
  routes.get('reporter', '/desk/speakers/:speakerId', (request, reply, visit) =>
    show(desk, reply, visit, param(request, 'speakerId'), { done: doneWords[query(request, 'done')] }),
  );
  routes.post('editor', '/desk/speakers/:speakerId', (request, reply, visit) =>
    changing(desk, request, reply, visit, 'kept', async (speakerId, zone) => {
      const facts = {
        name: field(request, 'name'),
        variants: field(request, 'variants').split('\n'),
        roles: rolesIn(request, zone, newsroom.clock.now()),
        inConflict: field(request, 'inConflict') === 'yes',
      };
      return (await changeSpeaker(newsroom, { speakerId, ...facts, by: visit.staff })).id;
    }),
  );
  routes.post('editor', '/desk/speakers/:speakerId/merge', (request, reply, visit) =>
    changing(desk, request, reply, visit, 'merged', async (speakerId) => {
      const goneId = field(request, 'other');
      return (await mergeSpeakers(newsroom, { speakerId, goneId, by: visit.staff })).id;
    }),
  );
  routes.post('editor', '/desk/speakers/:speakerId/split', (request, reply, visit) =>
    changing(desk, request, reply, visit, 'split', async (speakerId) => {
      const asked = { name: field(request, 'newName'), statementIds: fieldList(request, 'statement') };
      return (await splitSpeaker(newsroom, { speakerId, ...asked, by: visit.staff })).id;
    }),
  );
}

async function show(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  speakerId: string,
  told: { done?: string | undefined; refused?: Refusal },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(desk.newsroom, visit);
  const { speaker, sayings } = await getSpeaker(desk.newsroom, speakerId);
  const others = (await listSpeakersAtDesk(desk.newsroom)).filter(({ id }) => id !== speakerId);
  const { done, refused } = told;
  const page = { frame, when, speaker, sayings, others, done };
  return sendPage(
    reply,
    SpeakerPage({ ...page, refused: refused && { words: refused.words, fields: refused.fields } }),
  );
}

/** Does one thing to a speaker and goes to the page of whom it left, which says what was done or why not. */
async function changing(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  done: string,
  change: (speakerId: string, zone: string) => Promise<string>,
): Promise<FastifyReply> {
  const speakerId = param(request, 'speakerId');
  const { when } = await openPage(desk.newsroom, visit);
  try {
    const left = await change(speakerId, when.zone);
    return reply.redirect(`/desk/speakers/${left}?done=${done}`, 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    return await show(desk, reply.code(refusal.status), visit, speakerId, { refused: refusal });
  }
}

/** The rows of posts; one without a title is left out, one without a beginning begins now. */
function rolesIn(request: FastifyRequest, zone: string, now: number): SpeakerRole[] {
  const [titles, since, until] = ['title', 'since', 'until'].map((name) => fieldList(request, name));
  return (titles ?? []).map((title, index) => ({
    title: title.trim(),
    since: dayIn(since?.[index], zone) ?? now,
    until: dayIn(until?.[index], zone),
  }));
}

function dayIn(day: string | undefined, zone: string): number | null {
  return day ? fromLocalInput(`${day}T00:00`, zone) : null;
}

function looseOf(name: string): string {
  return foldForMatch(name).replace(/\p{M}/gu, '').toLowerCase();
}
