/** The alerts: each with what it waits for and what became of it; the devices there are, and where to read why. */

import type { DeviceFigures } from '../../alerts/readers/read-alerts.ts';
import type { Canary } from '../../alerts/sending/canary.ts';
import type { PausedOrigin } from '../../alerts/sending/paused-origins.ts';
import type { AlertLine } from '../../alerts/sending/progress.ts';
import type { Role } from '../../staff/roles.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken, Notice } from '../views/desk-layout.tsx';
import { StopButton } from '../views/stop-bar.tsx';
import { ago, atStart, clockTime, counted, dayAndTime, type PageTime } from '../views/words.ts';
import { AlertProgress, isSending, serviceHost } from './alert-progress.tsx';
import { Canaries, CanaryWarning, MarkCanary } from './canary-part.tsx';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  staff: { id: string; role: Role };
  alerts: AlertLine[];
  devices: DeviceFigures;
  paused: PausedOrigin[];
  canaries: Canary[];
  done?: string | undefined;
  refused?: string | undefined;
}

const keys: DeskKey[] = [{ keys: ['u'], does: 'undo the newest alert that has not left', foot: true }];

export function AlertsDeskPage(props: Props) {
  const { frame, alerts, devices, done, refused } = props;
  return (
    <DeskPage {...frame} title="Alerts" current="alerts" keys={keys}>
      <div class="page-head">
        <h1>Alerts</h1>
        <div class="actions">{!frame.stopped && <StopButton {...frame} />}</div>
      </div>
      <p class="lead">
        An alert is written when a story with an alert level is published, once, and leaves when its page
        answers. Its correction goes to everyone who had it.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused}</Notice>}
      <div id="paused" data-live="alerts" data-live-from="/desk/alerts">
        <CanaryWarning {...props} />
        <Paused {...props} />
      </div>
      <div id="alerts" data-live="alerts" data-live-from="/desk/alerts">
        {alerts.length === 0 ? (
          <p class="empty">No alert yet. Give a story an alert level before it is published.</p>
        ) : (
          <Alerts {...props} />
        )}
      </div>
      <h2>Devices</h2>
      <div id="devices" data-live="alerts" data-live-from="/desk/alerts">
        <Devices devices={devices} />
      </div>
      <p>
        <a href="/desk/alerts/devices">Why there are more or fewer than before</a>
      </p>
      <h2>Canaries</h2>
      <div id="canaries" data-live="alerts" data-live-from="/desk/alerts">
        <Canaries {...props} />
      </div>
      <MarkCanary frame={frame} />
    </DeskPage>
  );
}

/** A push service that does not believe us: everything for it waits, and nothing is lost. */
function Paused({ paused, frame, when }: Props) {
  return (
    <>
      {paused.map(({ origin, since, status, why, triedAt }) => (
        <div key={origin} class="notice unsure paused">
          <p>
            <b>{serviceHost(origin)}</b> has refused our signature since {dayAndTime(since, when)} ({status}:{' '}
            {why}
            ). Everything for its devices waits, and none is lost. One device is tried at{' '}
            {clockTime(triedAt, when)}.
          </p>
          <form method="post" action="/desk/alerts/services/resumption" class="inline">
            <FormToken form={frame.form} />
            <input type="hidden" name="origin" value={origin} />
            <button type="submit" class="small">
              Send to it again now
            </button>
          </form>
        </div>
      ))}
    </>
  );
}

/** What has not left and what is going out first: there something can still be done. */
function Alerts(props: Props) {
  const { alerts, frame, when, staff } = props;
  const open = (alert: AlertLine) => alert.state === 'standby' || isSending(alert);
  const inOrder = [...alerts.filter(open), ...alerts.filter((alert) => !open(alert))];
  const view = {
    form: frame.form,
    when,
    staff,
    isStopped: frame.stopped !== undefined,
    back: 'alerts' as const,
  };
  return (
    <ol class="alert-list">
      {inOrder.map((alert) => (
        <li key={alert.id} id={`line-${alert.id}`} class={open(alert) ? 'open' : undefined}>
          <p class="dim">
            <a href={`/desk/stories/${alert.storyId}`}>The story</a> · {dayAndTime(alert.at, when)},{' '}
            {ago(alert.at, when)} · {alert.byName ?? 'by itself'}
            {alert.agreedName && `, agreed by ${alert.agreedName}`}
          </p>
          <AlertProgress {...view} alert={alert} />
        </li>
      ))}
    </ol>
  );
}

function Devices({ devices }: { devices: DeviceFigures }) {
  return (
    <>
      <p>
        {atStart(counted(devices.reachable, 'device'))} can be reached
        {devices.unconfirmed > 0 &&
          `, ${devices.unconfirmed.toLocaleString('en')} asked and not confirmed yet`}
        {devices.quarantined > 0 && (
          <span class="unsure">
            , {devices.quarantined.toLocaleString('en')} refused by their push service again and again
          </span>
        )}
        .
      </p>
      {devices.byOrigin.length > 0 && (
        <ul>
          {devices.byOrigin.map(({ origin, devices: many }) => (
            <li key={origin}>
              {serviceHost(origin)}: {many.toLocaleString('en')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
