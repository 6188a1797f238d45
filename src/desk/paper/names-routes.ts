/** The routes of what sections and topics are called in the paper's other languages. */
import type { FastifyRequest } from 'fastify';
import { refuse } from '../../kit/refusal.ts';
import { keepNames, type NamedKind } from '../../stories/names-elsewhere.ts';
import { listSections, listTopics } from '../../stories/sections.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { fieldList, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { NamesPage } from './names-page.tsx';

export function registerNamesRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('chief', '/desk/masthead/names/:language', async (request, reply, visit) => {
    const { frame } = await openPage(newsroom, visit);
    const page = NamesPage({
      frame,
      language: languageIn(request),
      sections: await listSections(newsroom),
      topics: await listTopics(newsroom),
      done: query(request, 'done') ? 'Saved. Readers have it.' : undefined,
    });
    return sendPage(reply, page);
  });
  routes.post('chief', '/desk/masthead/names/:language', async (request, reply, { staff }) => {
    const language = languageIn(request);
    const names = [...namesIn(request, 'section'), ...namesIn(request, 'topic')];
    await keepNames(newsroom, { language, names, by: staff });
    return reply.redirect(`/desk/masthead/names/${language}?done=kept`, 303);
  });
}

function languageIn(request: FastifyRequest): string {
  try {
    return Intl.getCanonicalLocales(param(request, 'language'))[0] ?? refuse('not-found');
  } catch {
    return refuse('not-found'); // that it throws says that it is no language
  }
}

function namesIn(request: FastifyRequest, kind: NamedKind) {
  const names = fieldList(request, `${kind}Name`);
  return fieldList(request, `${kind}Id`).map((id, row) => ({ kind, id, name: names[row] ?? '' }));
}
