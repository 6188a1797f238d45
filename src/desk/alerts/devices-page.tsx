/** Why there are more or fewer devices than before: by day, by reason, and the last that went. */
import type { DayOfDevices, DeviceChanges } from '../../alerts/readers/device-changes.ts';
import type { RemovedDevice } from '../../alerts/readers/read-alerts.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';
import { serviceHost } from './alert-progress.tsx';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  reachable: number;
  changes: DeviceChanges;
  removed: RemovedDevice[];
}

export function DevicesPage({ frame, when, reachable, changes, removed }: Props) {
  const { days, reasons } = changes;
  const sum = (what: Part) => days.reduce((all, day) => all + day[what], 0);
  return (
    <DeskPage {...frame} title="Devices" current="alerts">
      <div class="page-head">
        <h1>Devices</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/alerts">
            Alerts
          </a>
        </div>
      </div>
      <p class="lead">
        {counted(reachable, 'device')} can be reached. In the last {days.length} days{' '}
        {counted(sum('joined'), 'device')} joined, {sum('left').toLocaleString('en')} left,{' '}
        {sum('gone').toLocaleString('en')} were let go by their browser and{' '}
        {sum('replaced').toLocaleString('en')} came back as another.
      </p>
      <DayChart days={days} />
      <h2>Why they went</h2>
      {reasons.length === 0 ? (
        <p class="empty">None went.</p>
      ) : (
        <ul class="reasons">
          {reasons.map(({ why, devices }) => (
            <li key={why}>
              <b class="num">{devices.toLocaleString('en')}</b> {why}
            </li>
          ))}
        </ul>
      )}
      <h2>The last that went</h2>
      {removed.length === 0 ? <p class="empty">None.</p> : <RemovedList removed={removed} when={when} />}
    </DeskPage>
  );
}

const parts = [
  { part: 'joined', name: 'joined' },
  { part: 'left', name: 'left by themselves' },
  { part: 'gone', name: 'let go by their browser' },
  { part: 'replaced', name: 'came back as another' },
] as const;
type Part = (typeof parts)[number]['part'];

const DAY_WIDTH = 10; // of the drawing, in its own units
const HALF = 50;

/** Who joined stands above the line, who went below it; the table says the same in numbers. */
function DayChart({ days }: { days: DayOfDevices[] }) {
  const most = Math.max(1, ...days.map((day) => Math.max(day.joined, day.left + day.gone + day.replaced)));
  const size = (devices: number) => (devices / most) * HALF;
  return (
    <>
      <svg
        class="day-chart"
        aria-hidden="true"
        viewBox={`0 0 ${days.length * DAY_WIDTH} ${2 * HALF + 1}`}
        preserveAspectRatio="none"
      >
        {days.map((day, place) => (
          <Bars key={day.day} day={day} x={place * DAY_WIDTH} size={size} />
        ))}
        <rect class="line" y={HALF} width={days.length * DAY_WIDTH} height="0.5" />
      </svg>
      <p class="day-ends dim" aria-hidden="true">
        <span>{days[0]?.day}</span>
        <span>most in a day: {most.toLocaleString('en')}</span>
        <span>{days.at(-1)?.day}</span>
      </p>
      <ul class="legend" aria-hidden="true">
        {parts.map(({ part, name }) => (
          <li key={part}>
            <i class={part} /> {name}
          </li>
        ))}
      </ul>
      <details class="more">
        <summary>The same in numbers</summary>
        <DayTable days={days} />
      </details>
    </>
  );
}

function Bars({ day, x, size }: { day: DayOfDevices; x: number; size: (devices: number) => number }) {
  const wide = { x: x + 1, width: DAY_WIDTH - 2 };
  let down = HALF + 0.5;
  return (
    <g>
      <title>{titleOf(day)}</title>
      <rect class="joined" {...wide} y={HALF - size(day.joined)} height={size(day.joined)} />
      {(['left', 'gone', 'replaced'] as const).map((part) => {
        const y = down;
        down += size(day[part]);
        return <rect key={part} class={part} {...wide} y={y} height={size(day[part])} />;
      })}
    </g>
  );
}

const titleOf = (day: DayOfDevices) =>
  `${day.day}: ${parts.map(({ part, name }) => `${day[part].toLocaleString('en')} ${name}`).join(', ')}`;

function DayTable({ days }: { days: DayOfDevices[] }) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Day</th>
          {parts.map(({ part, name }) => (
            <th key={part} class="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map((day) => (
          <tr key={day.day}>
            <td>{day.day}</td>
            {parts.map(({ part, name }) => (
              <td key={part} class="num" data-label={name}>
                {day[part].toLocaleString('en')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RemovedList({ removed, when }: { removed: RemovedDevice[]; when: PageTime }) {
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
            <td data-label="Push service">{serviceHost(origin)}</td>
            <td data-label="Why">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
