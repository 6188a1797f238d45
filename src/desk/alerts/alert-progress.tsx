/** One alert at the desk, on the alerts page and beside its story: what it waits for, how far it is, what can be done. */
import { mayAgree } from '../../alerts/alert-check.ts';
import type { AlertFigures, OriginFigures } from '../../alerts/sending/chunk-figures.ts';
import type { AlertLine } from '../../alerts/sending/progress.ts';
import { whoAgrees } from '../../alerts/standby.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { because, sayReason } from '../../kit/refusal.ts';
import type { Role } from '../../staff/roles.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { counted, type PageTime } from '../views/words.ts';

export interface AlertView {
  alert: AlertLine;
  form: string;
  when: PageTime;
  staff: { id: string; role: Role };
  /** Whether no alert may leave now. */
  isStopped: boolean;
  /** Where a form leads back to: the story, or the list of alerts. */
  back: 'story' | 'alerts';
}

export function AlertProgress(props: AlertView) {
  const { alert } = props;
  const said = { lang: alert.language, dir: directionOf(alert.language) };
  return (
    <div class="alert-line" id={`alert-${alert.id}`}>
      <p class="meta-line">
        <span class={alert.level === 'flash' ? 'live' : ''}>{alert.level}</span>
        {kinds[alert.kind] && <span>{kinds[alert.kind]}</span>}
        <span class={isSending(alert) || alert.state === 'standby' ? 'live' : 'dim'}>{stateOf(alert)}</span>
      </p>
      <p class="alert-told" {...said}>
        <b>{alert.headline}</b> {alert.body}
      </p>
      {alert.state === 'standby' ? <Standby {...props} /> : <Figures {...props} />}
      {isSending(alert) && (
        <OneButton {...props} verb="stop" danger>
          Stop
        </OneButton>
      )}
    </div>
  );
}

const kinds = { news: '', moment: 'key moment', correction: 'correction', kill: 'withdrawal' };

export const isSending = ({ state }: AlertLine) => state === 'waiting' || state === 'sending';

function stateOf(alert: AlertLine): string {
  switch (alert.state) {
    case 'standby':
      return 'has not left';
    case 'waiting':
    case 'sending':
      return 'going out';
    case 'sent':
      return `sent in ${lasted((alert.sentAt ?? 0) - (alert.leftAt ?? alert.at))}`;
    case 'stopped':
      return alert.stoppedWhy ?? 'stopped';
  }
}

/** In which it can be undone, rounded up. */
export function secondsLeft({ leavesAt }: AlertLine, { now }: PageTime): number {
  return Math.ceil(((leavesAt ?? 0) - now) / 1_000);
}

/** What holds it, and the way to take it back. */
function Standby(props: AlertView) {
  const { alert, isStopped, when } = props;
  const left = secondsLeft(alert, when);
  return (
    <div class="standby">
      {isStopped ? (
        <p>It leaves when alerts may go again.</p>
      ) : alert.check ? (
        <p class="unsure">{sayReason(because(whoAgrees[alert.check]))}</p>
      ) : left > 0 ? (
        <p data-leaves-in={left} role="timer">
          Leaves in {left} s
        </p>
      ) : (
        <p>Leaving, as soon as its page answers.</p>
      )}
      <div class="actions">
        {alert.check && mayAgree(alert.check, alert.byId, props.staff) && <Agreement {...props} />}
        <OneButton {...props} verb="undo" danger>
          Undo the alert
        </OneButton>
      </div>
    </div>
  );
}

function Agreement({ alert, form, back }: AlertView) {
  const field = `word-${alert.id}`;
  return (
    <form method="post" action={`/desk/alerts/${alert.id}/agreement`} class="agreement">
      <FormToken form={form} />
      <Back alert={alert} back={back} />
      <label for={field}>Type flash to send it to everyone</label>
      <input id={field} name="flashWord" class="short" autocomplete="off" required />
      <button type="submit">Send the flash</button>
    </form>
  );
}

function OneButton(props: AlertView & { verb: 'undo' | 'stop'; danger?: boolean; children: string }) {
  const { alert, form, verb } = props;
  return (
    <form method="post" action={`/desk/alerts/${alert.id}/${verb}`} class="inline">
      <FormToken form={form} />
      <Back {...props} />
      <button
        type="submit"
        class={props.danger ? 'danger' : 'quiet'}
        data-key={verb === 'undo' ? 'u' : undefined}
      >
        {props.children}
      </button>
    </form>
  );
}

function Back({ alert, back }: Pick<AlertView, 'alert' | 'back'>) {
  return back === 'story' ? <input type="hidden" name="story" value={alert.storyId} /> : null;
}

/** Of how many devices, and what became of them: parts that hold none are not named, so that what failed stands out. */
function Figures({ alert }: AlertView) {
  const { all, byOrigin } = alert.figures;
  const { tally } = all;
  if (tally.devices === 0 && !isSending(alert)) return <NoDevice alert={alert} />;
  return (
    <>
      <Gauge tally={tally} />
      <dl class="figures">
        <Figure name="devices" number={tally.devices} />
        {parts
          .filter(({ part }) => part === 'accepted' || tally[part] > 0)
          .map(({ part, name }) => (
            <Figure key={part} name={name} number={tally[part]} />
          ))}
        <Times time={all.time} />
      </dl>
      <Waiting alert={alert} />
      {byOrigin.length > 0 && <ByService figures={alert.figures} />}
    </>
  );
}

/** Nobody follows what it tells, or everyone who does is told later. */
function NoDevice({ alert }: { alert: AlertLine }) {
  return (
    <>
      <p class="dim">No device was there to hear it.</p>
      <Waiting alert={alert} />
    </>
  );
}

/** How far it is, in one line: a drawing, because the site's own policy allows no style in the markup. */
function Gauge({ tally }: Pick<OriginFigures, 'tally'>) {
  const all = Math.max(1, tally.devices);
  let at = 0;
  return (
    <svg class="gauge" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
      {parts.map(({ part }) => {
        const [x, width] = [at, (tally[part] / all) * 100];
        at += width;
        return <rect key={part} class={part} x={x} width={width} height="1" />;
      })}
    </svg>
  );
}

const parts = [
  { part: 'accepted', name: 'accepted' },
  { part: 'waiting', name: 'waiting' },
  { part: 'gone', name: 'gone' },
  { part: 'failed', name: 'failed' },
  { part: 'dropped', name: 'not sent' },
] as const;

function Figure({ name, number }: { name: string; number: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{number.toLocaleString('en')}</dd>
    </div>
  );
}

function Times({ time }: Pick<OriginFigures, 'time'>) {
  return (
    <>
      {shares.map(({ key, name }) => {
        const taken = time[key];
        if (taken === null) return null;
        return (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{lasted(taken)}</dd>
          </div>
        );
      })}
    </>
  );
}

const shares = [
  { key: 'half', name: '50 % in' },
  { key: 'ninety', name: '90 % in' },
  { key: 'ninetyNine', name: '99 % in' },
] as const;

function Waiting({ alert }: { alert: AlertLine }) {
  const { held, opens } = alert;
  const later = [
    held.quiet > 0 && `${counted(held.quiet, 'device')} at the end of quiet hours`,
    held.capped > 0 && `${counted(held.capped, 'device')} when the day’s number allows it`,
  ].filter((words) => words !== false);
  return (
    <>
      {later.length > 0 && <p class="dim">Told later: {later.join(', ')}.</p>}
      {opens !== null && (
        <p class="dim">Opened {opens.toLocaleString('en')} times: a sum, nobody is recognised.</p>
      )}
    </>
  );
}

function ByService({ figures }: { figures: AlertFigures }) {
  return (
    <details class="more">
      <summary>By push service, and why</summary>
      {figures.byOrigin.map(({ origin, tally, reasons, time }) => (
        <div key={origin} class="service">
          <p>
            <b>{serviceHost(origin)}</b> {tally.accepted.toLocaleString('en')} of{' '}
            {counted(tally.devices, 'device')}
            {time.ninety !== null && <span class="dim">, 90 % in {lasted(time.ninety)}</span>}
          </p>
          {reasons.length > 0 && (
            <ul>
              {reasons.map(({ what, why, devices }) => (
                <li key={`${what} ${why}`}>
                  {devices.toLocaleString('en')} {whatWords[what]}: {why}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </details>
  );
}

const whatWords = { waiting: 'waiting', gone: 'gone', failed: 'failed', dropped: 'not sent' };

/** The host of an address; the address itself where it is none. */
export const serviceHost = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : origin);

/** '40 ms', '1.4 s', '12 s', '3 min', '2 h'. */
export function lasted(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 120_000) return `${Math.round(ms / 1_000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}
