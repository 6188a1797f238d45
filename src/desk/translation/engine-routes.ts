/** The routes of engines and the glossary. Engines hold keys and cost money: an administrator sets them up. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { primaryLanguage } from '../../kit/language-tag.ts';
import { Refusal } from '../../kit/refusal.ts';
import { listPaperLanguages } from '../../stories/languages.ts';
import { readEyeRecord } from '../../translation/ask-eye.ts';
import { moveEngineUp, pauseEngine, resumeEngine, tryEngine } from '../../translation/engine-order.ts';
import {
  addEngine,
  changeEngine,
  type EngineDraft,
  listEngines,
  reads,
  removeEngine,
} from '../../translation/engines.ts';
import { dropTerm, listTerms, putTerm } from '../../translation/glossary.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { EnginesPage, type EnginesProps } from './engines-page.tsx';

export function registerEngineRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/translation', (request, reply, visit) => show(desk, request, reply, visit, {}));
  routes.post('administrator', '/desk/translation/engines', (request, reply, visit) =>
    add(desk, request, reply, visit),
  );
  routes.post('administrator', '/desk/translation/engines/:engineId/change', (request, reply, visit) =>
    change(desk, request, reply, visit),
  );
  const changes = { removal: removeEngine, pause: pauseEngine, resumption: resumeEngine, up: moveEngineUp };
  for (const [path, change] of Object.entries(changes))
    routes.post(
      'administrator',
      `/desk/translation/engines/:engineId/${path}`,
      async (request, reply, { staff }) => {
        await change(newsroom, { engineId: param(request, 'engineId'), by: staff });
        return reply.redirect('/desk/translation', 303);
      },
    );
  routes.post('administrator', '/desk/translation/trial', (request, reply, visit) =>
    trial(desk, request, reply, visit),
  );
  routes.post('editor', '/desk/translation/glossary', async (request, reply, { staff }) => {
    const pair = { from: languageIn(field(request, 'from')), to: languageIn(field(request, 'to')) };
    await putTerm(newsroom, {
      ...pair,
      term: field(request, 'term'),
      translation: field(request, 'translation'),
      by: staff,
    });
    return reply.redirect(`/desk/translation?from=${pair.from}&to=${pair.to}`, 303);
  });
  routes.post('editor', '/desk/translation/glossary/:termId/removal', async (request, reply, { staff }) => {
    await dropTerm(newsroom, { id: param(request, 'termId'), by: staff });
    return reply.redirect('/desk/translation', 303);
  });
}

function languageIn(text: string): string {
  return /^[a-z]{2,3}$/.test(text) ? text : 'en';
}

/** A whole tag: an engine may write Traditional Chinese and not Simplified. */
function tagIn(text: string): string {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(text) ? text : 'en';
}

async function show(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  told: Pick<EnginesProps, 'done' | 'refused' | 'tried' | 'changed'>,
) {
  const { frame, when, language } = await openPage(desk.newsroom, visit);
  const [own = language, other = own === 'en' ? 'el' : 'en'] = (await listPaperLanguages(desk.newsroom)).map(
    primaryLanguage,
  );
  const pair = {
    from: languageIn(asked(request, 'from') || own),
    to: languageIn(asked(request, 'to') || other),
  };
  const [engines, terms] = [await listEngines(desk.newsroom), await listTerms(desk.newsroom, pair)];
  const eye = engines.some(reads) ? await readEyeRecord(desk.newsroom) : undefined;
  return sendPage(
    reply,
    EnginesPage({
      frame,
      when,
      engines,
      eye,
      pair,
      terms,
      changed: query(request, 'change') || undefined,
      ...told,
    }),
  );
}

/** Of the address, or of a form that shows this page again. */
const asked = (request: FastifyRequest, name: string): string =>
  query(request, name) || (request.method === 'POST' ? field(request, name) : '');

async function trial(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const tried = { engineId: field(request, 'engine'), text: field(request, 'text') };
  const pair = { from: tagIn(field(request, 'from')), to: tagIn(field(request, 'to')) };
  const answer = await tryEngine(desk.newsroom, { ...tried, ...pair });
  if (!answer.ok)
    return show(desk, request, reply, visit, { tried, refused: { words: answer.words, fields: {} } });
  const sure = answer.score === null ? '' : `sure by ${Math.round(answer.score * 100)} %`;
  const unknown = answer.unknown.length === 0 ? '' : `did not know ${answer.unknown.join(', ')}`;
  const more = [answer.version, sure, unknown].filter((words) => words !== '' && words !== null).join('; ');
  return show(desk, request, reply, visit, {
    tried,
    done: more === '' ? `“${answer.text}”` : `“${answer.text}” (${more})`,
  });
}

function draftIn(request: FastifyRequest): EngineDraft {
  const ceiling = field(request, 'ceiling').replace(/\D/g, '');
  return {
    kind: field(request, 'kind'),
    name: field(request, 'name'),
    address: field(request, 'address'),
    key: field(request, 'key') || null,
    model: field(request, 'model') || null,
    isInside: field(request, 'inside') === 'yes',
    pairs: field(request, 'pairs'),
    priceMicros: Math.round((Number(field(request, 'price').replace(',', '.')) || 0) * 1_000_000),
    currency: field(request, 'currency'),
    monthlyCharacters: ceiling === '' ? null : Number(ceiling),
  };
}

const add = (desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) =>
  keep(desk, request, reply, visit, {}, () =>
    addEngine(desk.newsroom, { draft: draftIn(request), by: visit.staff }),
  );

function change(desk: Desk, request: FastifyRequest, reply: FastifyReply, visit: Visit) {
  const engineId = param(request, 'engineId');
  return keep(desk, request, reply, visit, { changed: engineId }, () =>
    changeEngine(desk.newsroom, { engineId, draft: draftIn(request), by: visit.staff }),
  );
}

/** Goes back to the list, or shows the form again with what was refused. */
async function keep(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  told: Pick<EnginesProps, 'changed'>,
  act: () => Promise<unknown>,
) {
  try {
    await act();
    return reply.redirect('/desk/translation', 303);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not-found') throw refusal; // a bug is the server's to tell
    const { words, fields } = refusal;
    return show(desk, request, reply.code(refusal.status), visit, { ...told, refused: { words, fields } });
  }
}
