/** The routes of sources by the list: OPML out, OPML in. */
import { Refusal } from '../../kit/refusal.ts';
import { giveSourceList, type TakenList, takeSourceList } from '../../wire/sources/source-list.ts';
import { listSources } from '../../wire/sources/sources.ts';
import type { Desk, EditorRoutes } from '../door/editor-route.ts';
import { upload } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { SourcesPage } from './sources-page.tsx';

export function registerSourceListRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('editor', '/desk/sources/list', async (_request, reply) =>
    reply
      .type('text/x-opml; charset=utf-8')
      .header('content-disposition', 'attachment; filename="sources.opml"')
      .send(await giveSourceList(newsroom)),
  );
  routes.post('chief', '/desk/sources/list', async (request, reply, visit) => {
    const bytes = upload(request, 'list')?.bytes ?? new Uint8Array();
    const said = await takeSourceList(newsroom, { bytes, by: visit.staff }).then(inWords, (refusal) => {
      if (!(refusal instanceof Refusal)) throw refusal;
      reply.code(refusal.status);
      return { refused: refusal.fields.list ?? refusal.words };
    });
    const { frame, when } = await openPage(newsroom, visit);
    return sendPage(reply, SourcesPage({ frame, when, sources: await listSources(newsroom), ...said }));
  });
}

function inWords({ added, known, problems }: TakenList): { done: string } {
  const there = known > 0 ? ` ${known} ${known === 1 ? 'was' : 'were'} there already.` : '';
  return {
    done: `${added} ${added === 1 ? 'source' : 'sources'} added.${there} ${problems.join(' ')}`.trim(),
  };
}
