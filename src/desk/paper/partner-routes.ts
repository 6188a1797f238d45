/** The routes of partners: who has a key to what is under embargo, and what they are told is to come. */
import type { FastifyReply } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { advisePartners, listAdvisories, withdrawAdvisory } from '../../partners/advisories.ts';
import { addPartner, endPartner, listPartners } from '../../partners/partners.ts';
import { covers } from '../../staff/roles.ts';
import { listReleased } from '../../stories/released.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { fromLocalInput } from '../views/words.ts';
import { PartnersPage, type PartnersPageProps } from './partners-page.tsx';

const doneWords: Record<string, string> = {
  ended: 'Its key opens nothing any more.',
  advised: 'Partners see the advisory when they next ask.',
  withdrawn: 'Partners are told that it will not come.',
};

type Told = Pick<PartnersPageProps, 'done' | 'key' | 'refused'>;

export function registerPartnerRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/partners', (request, reply, visit) =>
    show(desk, reply, visit, { done: doneWords[query(request, 'done')] }),
  );
  routes.post('chief', '/desk/partners', (request, reply, visit) =>
    act(desk, reply, visit, async () => {
      const { key } = await addPartner(newsroom, { name: field(request, 'name'), by: visit.staff });
      return show(desk, reply.header('cache-control', 'no-store'), visit, { key }); // shown now, and never again
    }),
  );
  routes.post('chief', '/desk/partners/:partnerId/end', async (request, reply, { staff }) => {
    await endPartner(newsroom, { partnerId: param(request, 'partnerId'), by: staff });
    return reply.redirect('/desk/partners?done=ended', 303);
  });
  routes.post('editor', '/desk/partners/advisories', (request, reply, visit) =>
    act(desk, reply, visit, async () => {
      const { when } = await openPage(newsroom, visit);
      const [headline, words, at] = ['headline', 'words', 'expectedAt'].map((name) => field(request, name));
      const expectedAt = at ? fromLocalInput(at, when.zone) : null;
      if (at && expectedAt === null)
        throw new Refusal('form-incomplete', {
          fields: { expectedAt: 'Say a day and a time, or leave it empty.' },
        });
      await advisePartners(newsroom, {
        headline: headline ?? '',
        words: words ?? '',
        expectedAt,
        by: visit.staff,
      });
      return reply.redirect('/desk/partners?done=advised', 303);
    }),
  );
  routes.post(
    'editor',
    '/desk/partners/advisories/:advisoryId/withdrawal',
    async (request, reply, { staff }) => {
      await withdrawAdvisory(newsroom, { advisoryId: param(request, 'advisoryId'), by: staff });
      return reply.redirect('/desk/partners?done=withdrawn', 303);
    },
  );
}

/** Does it, or shows the page with why not. */
async function act(
  desk: Desk,
  reply: FastifyReply,
  visit: Visit,
  done: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  try {
    return await done();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal; // a bug is the server's to tell
    const { words, fields, status } = refusal;
    return show(desk, reply.code(status), visit, { refused: { words, fields } });
  }
}

async function show(desk: Desk, reply: FastifyReply, visit: Visit, told: Told): Promise<FastifyReply> {
  const { newsroom } = desk;
  const { frame, when } = await openPage(newsroom, visit);
  const page = PartnersPage({
    frame,
    when,
    site: newsroom.settings.address,
    partners: await listPartners(newsroom),
    released: await listReleased(newsroom),
    advisories: await listAdvisories(newsroom),
    mayAdd: covers(visit.staff.role, 'chief'),
    ...told,
  });
  return sendPage(reply, page);
}
