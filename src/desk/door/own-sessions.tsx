/** Where one is signed in: each browser with its place and last use, and ending one from here. */
import type { OwnSession } from '../../staff/sessions.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { ago, dayAndTime, type PageTime } from '../views/words.ts';

export function OwnSessions({
  sessions,
  form,
  when,
}: {
  sessions: OwnSession[];
  form: string;
  when: PageTime;
}) {
  return (
    <>
      <h2 id="sessions">Where you are signed in</h2>
      <table class="list">
        <thead>
          <tr>
            <th>Browser</th>
            <th>From</th>
            <th>Since</th>
            <th>Last used</th>
            <th>
              <span class="unseen">End</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((one) => (
            <Line key={one.id} one={one} form={form} when={when} />
          ))}
        </tbody>
      </table>
      <p class="dim">
        A session ends two weeks after its last use, and after thirty days at the latest. One that is not
        yours: end it, and change your password.
      </p>
    </>
  );
}

function Line({ one, form, when }: { one: OwnSession; form: string; when: PageTime }) {
  const device = one.device || 'An unknown browser';
  return (
    <tr>
      <td>
        {device}
        {one.isThis && <b class="dim"> (this one)</b>}
      </td>
      <td class="dim" data-label="From">
        <bdi>{one.place || 'unknown'}</bdi>
      </td>
      <td class="dim" data-label="Since">
        {dayAndTime(one.since, when)}
      </td>
      <td class="dim" data-label="Last used">
        {one.isThis ? 'now' : ago(one.usedAt, when)}
      </td>
      <td>
        {!one.isThis && (
          <form class="inline" method="post" action={`/desk/staff/me/sessions/${one.id}/end`}>
            <FormToken form={form} />
            <button type="submit" class="small quiet" aria-label={`End the session of ${device}`}>
              End
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
