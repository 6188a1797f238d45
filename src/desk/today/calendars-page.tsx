/** Calendars: where the plan comes from besides the desk, how each is doing, and how another is added. */
import type { Calendar } from '../../planning/calendars.ts';
import { type DeskFrame, type DeskKey, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { ago, dayAndTime, type PageTime } from '../views/words.ts';

export interface CalendarsPageProps {
  frame: DeskFrame;
  when: PageTime;
  calendars: Calendar[];
  isEditor: boolean;
  typed: { address: string; name: string };
  done?: string | undefined;
  refused?: string | undefined;
}

const keys: DeskKey[] = [{ keys: ['b'], does: 'back to the day', foot: true }];

export function CalendarsPage(props: CalendarsPageProps) {
  const { frame, calendars } = props;
  return (
    <DeskPage {...frame} title="Calendars" current="today" keys={keys}>
      <div class="page-head">
        <h1>Calendars</h1>
        <a class="btn quiet" href="/desk/today" data-key="b" aria-keyshortcuts="b">
          Today <kbd>b</kbd>
        </a>
      </div>
      <p class="lead">
        What they announce stands on the plan. What an editor writes there is never written over by them.
      </p>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <div id="calendars" data-live="plan" data-live-from="/desk/today/calendars">
        {calendars.length === 0 ? (
          <p class="empty">None yet. Sources that send plans over the wire appear here by themselves.</p>
        ) : (
          <Calendars {...props} />
        )}
      </div>
      {props.isEditor && <Subscribe {...props} />}
      {props.isEditor && <Bring {...props} />}
    </DeskPage>
  );
}

function Calendars(props: CalendarsPageProps) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Calendar</th>
          <th>From</th>
          <th>Read</th>
          <th>
            <span class="unseen">Do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.calendars.map((calendar) => (
          <Row key={calendar.id} {...props} calendar={calendar} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ calendar, when, frame, isEditor }: CalendarsPageProps & { calendar: Calendar }) {
  const { kind, address, sourceId, failureWords, okAt } = calendar;
  return (
    <tr data-row id={`calendar-${calendar.id}`}>
      <td>
        <bdi class="headline">{calendar.name}</bdi>
        {failureWords && <span class="meta-line unsure">{failureWords}</span>}
      </td>
      <td data-label="From" class="calendar-address">
        {kind === 'address' && <span class="dim">{address}</span>}
        {kind === 'file' && 'a file'}
        {kind === 'agency' && <a href={`/desk/sources/${sourceId}`}>the wire</a>}
      </td>
      <td class="when" data-label="Read">
        {okAt === null ? 'never' : ago(okAt, when)}
        {kind === 'address' && <span class="dim"> again {dayAndTime(calendar.nextReadAt, when)}</span>}
      </td>
      <td class="row-acts">
        {isEditor && kind !== 'agency' && (
          <div class="actions">
            {kind === 'address' && (
              <form class="inline" method="post" action={`/desk/today/calendars/${calendar.id}/again`}>
                <FormToken form={frame.form} />
                <button type="submit" class="quiet small">
                  Read now
                </button>
              </form>
            )}
            <form class="inline" method="post" action={`/desk/today/calendars/${calendar.id}/end`}>
              <FormToken form={frame.form} />
              <button
                type="submit"
                class="danger small"
                data-ask="What nobody has taken up of it goes from the plan. Go on?"
              >
                Give up
              </button>
            </form>
          </div>
        )}
      </td>
    </tr>
  );
}

function Subscribe({ frame, typed }: CalendarsPageProps) {
  return (
    <>
      <h2>Subscribe to an address</h2>
      <form class="form" method="post" action="/desk/today/calendars">
        <FormToken form={frame.form} />
        <Field
          label="Address"
          name="address"
          hint="Of an iCalendar file: it often ends in .ics, or begins with webcal://."
        >
          <input id="address" name="address" inputMode="url" value={typed.address} required />
        </Field>
        <Field label="What it is called here" name="name" hint="Left empty: as it calls itself.">
          <input id="name" name="name" value={typed.name} dir="auto" />
        </Field>
        <div class="actions">
          <button type="submit">Read it</button>
        </div>
      </form>
    </>
  );
}

function Bring({ frame }: CalendarsPageProps) {
  return (
    <>
      <h2>Bring a file</h2>
      <form class="form" method="post" action="/desk/today/calendars/file" encType="multipart/form-data">
        <FormToken form={frame.form} />
        <Field label="A calendar file (.ics)" name="file">
          <input id="file" type="file" name="file" accept=".ics,text/calendar" required />
        </Field>
        <Field label="What it is called here" name="fileName">
          <input id="fileName" name="fileName" dir="auto" />
        </Field>
        <div class="actions">
          <button type="submit" class="quiet">
            Take it in
          </button>
        </div>
      </form>
    </>
  );
}
