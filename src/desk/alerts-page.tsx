/** The alerts: each with its level and what became of it, by push service; the devices there are, and why some went. */
import type { Tally } from '../alerts/chunk.ts';
import type { AlertLine, DeviceFigures, Removed } from '../alerts/read-alerts.ts';
import { directionOf } from '../views/document.tsx';
import { type DeskFrame, DeskPage, FormToken, Notice } from './desk-layout.tsx';
import { ago, counted, dayAndTime, type When } from './words.ts';

interface Props {
  frame: DeskFrame;
  when: When;
  alerts: AlertLine[];
  devices: DeviceFigures;
  removed: Removed[];
  done?: string | undefined;
}

export function AlertsPage({ frame, when, alerts, devices, removed, done }: Props) {
  return (
    <DeskPage {...frame} title="Alerts" current="alerts">
      <div class="page-head">
        <h1>Alerts</h1>
      </div>
      <p class="lead">
        An alert is written when a story with an alert level is published, once, and leaves when its page
        answers. Its correction goes to everyone who had it.
      </p>
      {done && <Notice kind="good">{done}</Notice>}
      <div id="alerts" data-live="alerts" data-live-from="/desk/alerts">
        {alerts.length === 0 ? (
          <p class="empty">No alert yet. Give a story an alert level before it is published.</p>
        ) : (
          <Alerts alerts={alerts} form={frame.form} when={when} />
        )}
      </div>
      <h2>Devices</h2>
      <div id="devices" data-live="alerts" data-live-from="/desk/alerts">
        <Devices devices={devices} />
      </div>
      <h2>Devices that went</h2>
      <div id="removed" data-live="alerts" data-live-from="/desk/alerts">
        {removed.length === 0 ? <p class="empty">None.</p> : <RemovedList removed={removed} when={when} />}
      </div>
    </DeskPage>
  );
}

function Alerts({ alerts, form, when }: { alerts: AlertLine[]; form: string; when: When }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Alert</th>
          <th>Level</th>
          <th>State</th>
          <th class="num">Accepted</th>
          <th class="num">Waiting</th>
          <th class="num">Gone</th>
          <th class="num">Failed</th>
          <th>
            <span class="unseen">Stop</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {alerts.map((alert) => (
          <AlertRow key={alert.id} alert={alert} form={form} when={when} />
        ))}
      </tbody>
    </table>
  );
}

const kinds = { news: '', correction: 'correction', kill: 'withdrawal' };
const states = { standby: 'stands by', waiting: 'beginning', sending: 'going out', sent: 'sent', stopped: 'stopped' };

function AlertRow({ alert, form, when }: { alert: AlertLine; form: string; when: When }) {
  const isUnderWay = alert.state === 'waiting' || alert.state === 'sending';
  return (
    <tr id={`alert-${alert.id}`}>
      <td>
        <a href={alert.path} lang={alert.language} dir={directionOf(alert.language)}>
          {alert.headline}
        </a>
        <div class="dim">
          {dayAndTime(alert.at, when)}, {ago(alert.at, when)}
          {kinds[alert.kind] && ` · ${kinds[alert.kind]}`}
        </div>
        <ByOrigin alert={alert} />
      </td>
      <td data-label="Level">
        <span class={alert.level === 'flash' ? 'tag live' : 'tag'}>{alert.level}</span>
      </td>
      <td data-label="State">
        <span class={isUnderWay ? 'tag live' : 'tag'}>{states[alert.state]}</span>
        {alert.sentAt !== null && <div class="dim">in {lasted(alert.sentAt - alert.at)}</div>}
      </td>
      <Figures tally={alert.all} />
      <td>
        {isUnderWay && (
          <form class="inline" method="post" action={`/desk/alerts/${alert.id}/stop`}>
            <FormToken form={form} />
            <button type="submit" class="small danger">
              Stop
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}

function Figures({ tally }: { tally: Tally }) {
  return (
    <>
      <td class="num" data-label="Accepted">
        {number(tally.accepted)} <span class="dim">of {number(tally.devices)}</span>
      </td>
      <td class="num" data-label="Waiting">
        {number(tally.waiting)}
      </td>
      <td class="num" data-label="Gone">
        {number(tally.gone)}
      </td>
      <td class="num" data-label="Failed">
        {number(tally.failed)}
        {tally.dropped > 0 && <div class="dim">{number(tally.dropped)} not sent</div>}
      </td>
    </>
  );
}

function ByOrigin({ alert }: { alert: AlertLine }) {
  if (alert.byOrigin.length === 0) return null;
  return (
    <details class="more">
      <summary>By push service</summary>
      <ul>
        {alert.byOrigin.map(({ origin, tally }) => (
          <li key={origin}>
            {hostOf(origin)}: {number(tally.accepted)} of {number(tally.devices)} accepted
            {tally.waiting > 0 && `, ${number(tally.waiting)} waiting`}
            {tally.gone > 0 && `, ${number(tally.gone)} gone`}
            {tally.failed > 0 && `, ${number(tally.failed)} failed`}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Devices({ devices }: { devices: DeviceFigures }) {
  return (
    <>
      <p>
        {counted(devices.reachable, 'device')} can be reached
        {devices.unconfirmed > 0 && `, ${number(devices.unconfirmed)} asked and not confirmed yet`}
        {devices.quarantined > 0 && (
          <span class="unsure">
            , {number(devices.quarantined)} refused by their push service again and again
          </span>
        )}
        .
      </p>
      {devices.byOrigin.length > 0 && (
        <ul>
          {devices.byOrigin.map(({ origin, devices: many }) => (
            <li key={origin}>
              {hostOf(origin)}: {number(many)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function RemovedList({ removed, when }: { removed: Removed[]; when: When }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>When</th>
          <th>Push service</th>
          <th>Why</th>
        </tr>
      </thead>
      <tbody>
        {removed.map(({ origin, why, at }, place) => (
          <tr key={place}>
            <td class="when" data-label="When">
              {dayAndTime(at, when)}
            </td>
            <td data-label="Push service">{hostOf(origin)}</td>
            <td data-label="Why">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const number = (many: number) => many.toLocaleString('en');

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : origin);

function lasted(ms: number): string {
  if (ms < 1_000) return 'under a second';
  return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}
