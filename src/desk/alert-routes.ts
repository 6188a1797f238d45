/** The desk's side of alerts: what became of each, and the button that stops one. */
import { stopAlert } from '../alerts/alert.ts';
import { countDevices, listAlerts, listRemoved } from '../alerts/read-alerts.ts';
import { AlertsPage } from './alerts-page.tsx';
import type { Desk, EditorRoutes } from './editor-route.ts';
import { query } from './form-fields.ts';
import { openPage, sendPage } from './frame.ts';

const ALERTS_SHOWN = 50;
const REMOVED_SHOWN = 50;

export function registerAlertDeskRoutes(routes: EditorRoutes, { newsroom }: Desk): void {
  routes.get('editor', '/desk/alerts', async (request, reply, visit) => {
    const { frame, when } = await openPage(newsroom, visit);
    const page = AlertsPage({
      frame,
      when,
      alerts: await listAlerts(newsroom, { limit: ALERTS_SHOWN }),
      devices: await countDevices(newsroom),
      removed: await listRemoved(newsroom, { limit: REMOVED_SHOWN }),
      done: query(request, 'done') === 'stopped' ? 'Stopped. What had not gone out stays here.' : undefined,
    });
    return sendPage(reply, page);
  });

  routes.post('editor', '/desk/alerts/:id/stop', async (request, reply, { staff }) => {
    const { id } = request.params as { id: string };
    await stopAlert(newsroom, { alertId: id, by: { id: staff.id, name: staff.name } });
    return reply.redirect('/desk/alerts?done=stopped', 303);
  });
}
