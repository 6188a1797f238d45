/** The desk's side of alerts: what became of each, who is reached, and the buttons that stop, undo and let go. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stopAlert } from '../../alerts/alert.ts';
import { deviceChanges } from '../../alerts/readers/device-changes.ts';
import { countDevices, listRemoved } from '../../alerts/readers/read-alerts.ts';
import { endCanary, listCanaries, markCanary } from '../../alerts/sending/canary.ts';
import { listPausedOrigins, resumeOrigin } from '../../alerts/sending/paused-origins.ts';
import { listAlertLines } from '../../alerts/sending/progress.ts';
import { agreeToAlert, undoAlert } from '../../alerts/standby.ts';
import { liftStop, stopEverything } from '../../alerts/stop.ts';
import { Refusal } from '../../kit/refusal.ts';
import { AlertsDeskPage } from '../alerts/alerts-page.tsx';
import { DevicesPage } from '../alerts/devices-page.tsx';
import { StopPage } from '../alerts/stop-page.tsx';
import type { Desk, EditorRoutes, Visit } from '../door/editor-route.ts';
import { field, param, query } from '../door/form-fields.ts';
import { openPage, sendPage } from '../door/frame.ts';
import { showStory } from './story-show.ts';

const ALERTS_SHOWN = 50;
const REMOVED_SHOWN = 50;
const DAYS_SHOWN = 30;

const doneWords: Record<string, string> = {
  stopped: 'Stopped. What had not gone out stays here.',
  undone: 'Undone. The alert did not leave; the story stays published.',
  agreed: 'Agreed. The flash is on its way.',
  everything: 'Everything is stopped. No alert leaves until someone lets them go again.',
  lifted: 'Alerts go again.',
  canary: 'This browser is a canary now. Its first probe is on its way.',
  'canary-ended': 'No longer a canary. The browser goes on hearing alerts.',
  resumed: 'The push service is sent to again.',
};

export function registerAlertDeskRoutes(routes: EditorRoutes, desk: Desk): void {
  const { newsroom } = desk;
  routes.get('editor', '/desk/alerts', (request, reply, visit) =>
    showAlerts(desk, reply, visit, { done: doneWords[query(request, 'done')] }),
  );
  routes.get('editor', '/desk/alerts/devices', (_request, reply, visit) => showDevices(desk, reply, visit));
  routes.post('editor', '/desk/alerts/:id/stop', (request, reply, visit) =>
    act(desk, request, reply, visit, 'stopped', (alertId) =>
      stopAlert(newsroom, { alertId, by: visit.staff }),
    ),
  );
  routes.post('editor', '/desk/alerts/:id/undo', (request, reply, visit) =>
    act(desk, request, reply, visit, 'undone', (alertId) =>
      undoAlert(newsroom, { alertId, by: visit.staff }),
    ),
  );
  routes.post('editor', '/desk/alerts/:id/agreement', (request, reply, visit) =>
    act(desk, request, reply, visit, 'agreed', (alertId) =>
      agreeToAlert(newsroom, { alertId, word: field(request, 'flashWord'), by: visit.staff }),
    ),
  );
  routes.post('editor', '/desk/alerts/services/resumption', async (request, reply, { staff }) => {
    await resumeOrigin(newsroom, { origin: field(request, 'origin'), by: staff });
    return reply.redirect('/desk/alerts?done=resumed', 303);
  });
  registerCanaries(routes, desk);
  registerStop(routes, desk);
}

/** Devices of the newsroom's own that are probed. */
function registerCanaries(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.post('editor', '/desk/alerts/canaries', async (request, reply, { staff }) => {
    const asked = { token: field(request, 'device'), name: field(request, 'name'), by: staff };
    await markCanary(newsroom, asked);
    return reply.redirect('/desk/alerts?done=canary', 303);
  });
  routes.post('editor', '/desk/alerts/canaries/:id/end', async (request, reply, { staff }) => {
    await endCanary(newsroom, { deviceId: param(request, 'id'), by: staff });
    return reply.redirect('/desk/alerts?done=canary-ended', 303);
  });
}

/** The stop for everything is read by everyone of the staff, and set and lifted by a chief. */
function registerStop(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('staff', '/desk/alerts/everything', async (_request, reply, visit) => {
    const { frame } = await openPage(newsroom, visit);
    return sendPage(reply, StopPage({ frame }));
  });
  routes.post('chief', '/desk/alerts/everything/stop', async (_request, reply, { staff }) => {
    await stopEverything(newsroom, { by: staff });
    return reply.redirect('/desk/alerts?done=everything', 303);
  });
  routes.post('chief', '/desk/alerts/everything/lifting', async (_request, reply, { staff }) => {
    await liftStop(newsroom, { by: staff });
    return reply.redirect('/desk/alerts?done=lifted', 303);
  });
}

/** Does one thing to an alert and goes back to where its button stood: its story, or the list. */
async function act(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  done: string,
  verb: (alertId: string) => Promise<void>,
): Promise<FastifyReply> {
  const storyId = field(request, 'story');
  try {
    await verb(param(request, 'id'));
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.status === 404) throw refusal;
    reply.code(refusal.status);
    if (storyId !== '') return await showStory(desk, reply, visit, { storyId, refused: refusal });
    const words = [refusal.words, ...Object.values(refusal.fields)].join(' ');
    return await showAlerts(desk, reply, visit, { refused: words });
  }
  const back = storyId === '' ? '/desk/alerts' : `/desk/stories/${encodeURIComponent(storyId)}`;
  return reply.redirect(`${back}?done=${done}`, 303);
}

async function showAlerts(
  { newsroom }: Desk,
  reply: FastifyReply,
  visit: Visit,
  said: { done?: string | undefined; refused?: string },
): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const page = AlertsDeskPage({
    frame,
    when,
    staff: visit.staff,
    alerts: await listAlertLines(newsroom, { limit: ALERTS_SHOWN }),
    devices: await countDevices(newsroom),
    paused: await listPausedOrigins(newsroom),
    canaries: await listCanaries(newsroom),
    ...said,
  });
  return sendPage(reply, page);
}

async function showDevices({ newsroom }: Desk, reply: FastifyReply, visit: Visit): Promise<FastifyReply> {
  const { frame, when } = await openPage(newsroom, visit);
  const { reachable } = await countDevices(newsroom);
  const page = DevicesPage({
    frame,
    when,
    reachable,
    changes: await deviceChanges(newsroom, { days: DAYS_SHOWN }),
    removed: await listRemoved(newsroom, { limit: REMOVED_SHOWN }),
  });
  return sendPage(reply, page);
}
