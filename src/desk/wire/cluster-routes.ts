/** The routes of one event: its copies side by side, and parting and undoing by hand. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kit/refusal.ts';
import { findWhereItWent, listClusterActs, part, undoByHand } from '../../wire/events/cluster-hand.ts';
import { getCluster } from '../../wire/events/clusters.ts';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, fieldList, param } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { ClusterPage } from './cluster-page.tsx';

export function registerClusterRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('reporter', '/desk/wire/clusters/:clusterId', async (request, reply, visit) => {
    const went = await findWhereItWent(newsroom, param(request, 'clusterId'));
    return went ? reply.redirect(clusterPath(went), 303) : show(desk, request, reply, visit);
  });
  routes.post('reporter', '/desk/wire/clusters/:clusterId/part', async (request, reply, visit) => {
    const clusterId = param(request, 'clusterId');
    try {
      await part(newsroom, { clusterId, itemIds: fieldList(request, 'itemId'), by: visit.staff });
      return reply.redirect(clusterPath(clusterId), 303);
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
      const words = refusal.fields.itemId ?? refusal.words;
      return await show(desk, request, reply.code(refusal.status), visit, words);
    }
  });
  routes.post('reporter', '/desk/wire/cluster-acts/:actId/undo', async (request, reply, visit) => {
    const { clusterId } = await undoByHand(newsroom, { actId: param(request, 'actId'), by: visit.staff });
    const back = field(request, 'back');
    // Only to pages of the desk: a form may be sent from anywhere.
    return reply.redirect(/^\/desk\/[\w/-]+$/.test(back) ? back : clusterPath(clusterId), 303);
  });
}

export function clusterPath(clusterId: string): string {
  return `/desk/wire/clusters/${clusterId}`;
}

async function show(
  { newsroom }: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  refused?: string,
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const clusterId = param(request, 'clusterId');
  const cluster = await getCluster(newsroom, clusterId);
  const acts = await listClusterActs(newsroom, clusterId);
  return sendPage(reply, ClusterPage({ frame, cluster, acts, when, refused }));
}
