/** The routes of the masthead. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, refuse } from '../../kit/refusal.ts';
import { listPublishedLanguages } from '../../stories/languages.ts';
import { changeMasthead, getMasthead, type Masthead } from '../../stories/masthead.ts';
import { addSection, arrangeSections, listSections, listTopics } from '../../stories/sections.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, fieldList, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { MastheadPage } from './masthead-page.tsx';

export function registerMastheadRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('chief', '/desk/masthead', (request, reply, visit) =>
    showMasthead(desk, reply, visit, query(request, 'done') ? { done: 'Saved.' } : {}),
  );
  routes.post('chief', '/desk/masthead', (request, reply, visit) =>
    orShowAgain(desk, reply, visit, paperIn(request), async () => {
      await changeMasthead(newsroom, { ...checked(paperIn(request)), by: visit.staff });
    }),
  );
  routes.post('chief', '/desk/masthead/sections', (request, reply, visit) =>
    orShowAgain(desk, reply, visit, null, () => arrangeSections(newsroom, sectionsIn(request))),
  );
  routes.post('chief', '/desk/masthead/sections/new', (request, reply, visit) =>
    orShowAgain(desk, reply, visit, null, async () => {
      const name = field(request, 'newSection').replace(/\s+/g, ' ').trim();
      await addSection(newsroom, { name }).catch((refusal: unknown) => {
        if (!(refusal instanceof Refusal)) throw refusal;
        refuse(refusal.code, { fields: { newSection: Object.values(refusal.fields)[0] ?? refusal.words } });
      });
    }),
  );
}

async function showMasthead(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  more: { done?: string; refused?: Refusal; typed?: Masthead },
): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame } = await openPage(newsroom, visit);
  const masthead = await getMasthead(newsroom);
  const page = MastheadPage({
    frame,
    masthead: more.typed ?? masthead,
    languages: (await listPublishedLanguages(newsroom)).filter((language) => language !== masthead.language),
    sections: await listSections(newsroom),
    topics: await listTopics(newsroom),
    done: more.done,
    refused: more.refused && { words: more.refused.words, fields: more.refused.fields },
  });
  return sendPage(reply, page);
}

async function orShowAgain(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  typed: Masthead | null,
  act: () => Promise<void>,
): Promise<FastifyReply> {
  try {
    await act();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    const again = { refused: refusal, ...(typed ? { typed } : {}) };
    return await showMasthead(desk, reply.code(refusal.status), visit, again);
  }
  return reply.redirect('/desk/masthead?done=kept', 303);
}

function paperIn(request: FastifyRequest): Masthead {
  const line = (name: string) => field(request, name).normalize('NFC').replace(/\s+/g, ' ').trim();
  return {
    name: line('name'),
    tagline: line('tagline'),
    language: line('language'),
    timeZone: line('timeZone'),
    contact: line('contact'),
  };
}

/** Sections by the numbers typed beside them; the same number twice keeps their order. */
function sectionsIn(request: FastifyRequest): { id: string; name: string }[] {
  const names = fieldList(request, 'sectionName').map((name) => name.replace(/\s+/g, ' ').trim());
  const orders = fieldList(request, 'order').map(Number);
  if (names.some((name) => name === ''))
    refuse('form-incomplete', { fields: { sections: 'A section needs a name.' } });
  return fieldList(request, 'id')
    .map((id, row) => ({ id, name: names[row] ?? '', order: orders[row] ?? row }))
    .sort((one, other) => one.order - other.order)
    .map(({ id, name }) => ({ id, name }));
}

/** The masthead, or words beside each field that is not as it should be. */
function checked(paper: Masthead): Masthead {
  const fields: Record<string, string> = {};
  if (paper.name === '') fields.name = 'A paper has a name.';
  if (!isLanguage(paper.language)) fields.language = 'Choose a language.';
  if (!isTimeZone(paper.timeZone)) fields.timeZone = 'Choose a time zone.';
  if (paper.contact !== '' && !/^(https:\/\/\S+|(mailto:)?[^@\s]+@[^@\s]+)$/.test(paper.contact))
    fields.contact = 'A mail address, or an address that begins with https://.';
  return Object.keys(fields).length > 0 ? refuse('form-incomplete', { fields }) : paper;
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // that it throws is the answer
  }
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // that it throws is the answer
  }
}
