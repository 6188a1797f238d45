/** The routes of the desk's search: found as one types, as a page, saved, and what rang. */
import type { FastifyRequest } from 'fastify';
import { renderToString } from 'preact-render-to-string';
import { type LookupSearch, lookUp } from '../../lookup/lookup.ts';
import {
  changeRings,
  dropSearch,
  listRings,
  listSavedSearches,
  lookAtRings,
  saveSearch,
} from '../../lookup/saved.ts';
import { showRung } from '../../lookup/show-found.ts';
import { lookupKinds, mayFind } from '../../lookup/thing.ts';
import { covers } from '../../staff/roles.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, type PageContext, sendPage } from '../door/frame.ts';
import { deskSearchPath, searchDays } from '../views/search-fields.ts';
import { BellPage, type BellPageProps } from './bell-page.tsx';
import { FoundList } from './found-list.tsx';
import { DeskSearchPage } from './search-page.tsx';

const WHILE_TYPING = 5; // lines of each kind, under the box
const ON_A_PAGE = 8;
const OF_ONE_KIND = 50;

const done: Record<string, string> = {
  saved: 'Saved. It rings when something new fits.',
  ring: 'It rings when something new fits.',
  silence: 'It stays silent.',
  drop: 'Dropped.',
};

export function registerSearchRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('staff', '/desk/search', async (request, reply, visit) => {
    const context = await openPage(newsroom, visit);
    const typed = query(request, 'q').trim();
    const only = onlyIn(request);
    const limit = only ? OF_ONE_KIND : ON_A_PAGE;
    const [answer, saved] = await Promise.all([
      lookUp(newsroom, { ...asked(context, visit, typed), limit, ...(only ? { only } : {}) }),
      listSavedSearches(newsroom, visit.staff.id),
    ]);
    // Whoever looks at a saved search has seen what it rang for.
    const looked = saved.find(({ words, unseen }) => words === typed && unseen > 0);
    if (looked) await lookAtRings(newsroom, { searchId: looked.id, by: visit.staff });
    const group = only && answer.groups[0];
    const below = group?.hasMore ? (group.hits.at(-1)?.number ?? null) : null;
    return sendPage(
      reply,
      DeskSearchPage({
        frame: context.frame,
        when: context.when,
        typed,
        answer,
        saved,
        opensStaff: opensStaff(visit),
        only: only && { kind: only.kind, below },
        done: done[query(request, 'done')],
      }),
    );
  });
  routes.get('staff', '/desk/search/found', async (request, reply, visit) => {
    const context = await openPage(newsroom, visit);
    const typed = query(request, 'q').trim();
    const answer = await lookUp(newsroom, { ...asked(context, visit, typed), limit: WHILE_TYPING });
    const list = FoundList({ answer, typed, when: context.when, opensStaff: opensStaff(visit) });
    return reply.type('text/html; charset=utf-8').send(list === null ? '' : renderToString(list));
  });
  registerSaved(routes, newsroom);
  routes.get('staff', '/desk/bell', async (_request, reply, visit) => {
    const context = await openPage(newsroom, visit);
    const rings = await listRings(newsroom, visit.staff.id);
    const shown = rings.filter(({ kind }) => mayFind(visit.staff.role, kind));
    const hits = await showRung(newsroom, shown);
    const rung: BellPageProps['rung'] = [...new Set(shown.map(({ searchId }) => searchId))].map(
      (searchId) => {
        const of = shown.filter((ring) => ring.searchId === searchId);
        return {
          searchId,
          words: of[0]?.words ?? '',
          hits: of.flatMap(({ thingId }) => hits.get(thingId) ?? []),
        };
      },
    );
    const { frame, when } = context;
    return sendPage(reply, BellPage({ frame, when, rung, opensStaff: opensStaff(visit) }));
  });
  routes.post('staff', '/desk/bell/seen', async (_request, reply, { staff }) => {
    await lookAtRings(newsroom, { searchId: null, by: staff });
    return reply.redirect('/desk/bell', 303);
  });
}

function registerSaved(routes: EditorRoutes, newsroom: Desk['newsroom']): void {
  routes.post('staff', '/desk/search/saved', async (request, reply, visit) => {
    const { when } = await openPage(newsroom, visit);
    const typed = field(request, 'q');
    await saveSearch(newsroom, { typed, days: searchDays(when), by: visit.staff });
    return reply.redirect(`${deskSearchPath(typed)}&done=saved#saved`, 303);
  });
  for (const act of ['ring', 'silence', 'drop'] as const)
    routes.post('staff', `/desk/search/saved/:searchId/${act}`, async (request, reply, { staff }) => {
      const searchId = param(request, 'searchId');
      if (act === 'drop') await dropSearch(newsroom, { searchId, by: staff });
      else await changeRings(newsroom, { searchId, rings: act === 'ring', by: staff });
      return reply.redirect(`/desk/search?done=${act}#saved`, 303);
    });
}

function asked({ when }: PageContext, { staff }: Visit, typed: string): Omit<LookupSearch, 'limit'> {
  return { typed, role: staff.role, days: searchDays(when) };
}

function onlyIn(request: FastifyRequest): Required<LookupSearch>['only'] | null {
  const kind = lookupKinds.find((each) => each === query(request, 'only'));
  if (kind === undefined) return null;
  const below = query(request, 'below');
  return /^\d{1,16}$/.test(below) ? { kind, below: Number(below) } : { kind };
}

const opensStaff = ({ staff }: Visit): boolean => covers(staff.role, 'administrator');
