/** The routes of the house style: any editor keeps it, as any editor reads copy by it. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { dropHouseRule, keepHouseRule, listHouseRules } from '../../stories/house-style.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { HouseStylePage, type HouseStyleProps } from './house-style-page.tsx';

const doneWords: Record<string, string> = {
  kept: 'Saved. The checks go by it from now on.',
  dropped: 'Dropped.',
};

export function registerHouseStyleRoutes(routes: EditorRoutes, desk: Desk): void {
  routes.get('editor', '/desk/house-style', (request, reply, visit) =>
    show(desk, reply, visit, { done: doneWords[query(request, 'done')] }),
  );
  routes.post('editor', '/desk/house-style', (request, reply, visit) => keep(desk, request, reply, visit));
  routes.post('editor', '/desk/house-style/:ruleId/removal', async (request, reply, { staff }) => {
    await dropHouseRule(desk.newsroom, { ruleId: param(request, 'ruleId'), by: staff });
    return reply.redirect('/desk/house-style?done=dropped', 303);
  });
}

async function show(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  told: Pick<HouseStyleProps, 'done' | 'refused'>,
) {
  const { frame, when } = await openPage(desk.newsroom, visit);
  return sendPage(
    reply,
    HouseStylePage({ frame, when, rules: await listHouseRules(desk.newsroom), ...told }),
  );
}

async function keep(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
): Promise<FastifyReply> {
  const typed = {
    avoid: field(request, 'avoid'),
    write: field(request, 'write'),
    language: field(request, 'language').trim().toLowerCase(),
  };
  try {
    if (typed.language !== '' && !/^[a-z]{2,3}$/u.test(typed.language))
      throw new Refusal('form-incomplete', { fields: { language: 'Two or three letters, as en or el.' } });
    await keepHouseRule(desk.newsroom, {
      ...typed,
      exact: field(request, 'exact') === 'yes',
      by: visit.staff,
    });
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal; // a bug is the server's to tell
    const { words, fields, status } = refusal;
    return show(desk, reply.code(status), visit, { refused: { typed, words, fields } });
  }
  return reply.redirect('/desk/house-style?done=kept', 303);
}
