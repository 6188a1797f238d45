/** The canaries at the desk: devices of the newsroom's own, and whether an alert would reach them now. */
import type { Canary } from '../../alerts/sending/canary.ts';
import { type DeskFrame, FormToken } from '../views/desk-layout.tsx';
import { ago, type PageTime } from '../views/words.ts';
import { serviceHost } from './alert-progress.tsx';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  canaries: Canary[];
}

/** Said above everything else on the page: no canary that should have answered did. */
export function CanaryWarning({ canaries }: Props) {
  const silent = canaries.filter(({ state }) => state === 'silent' || state === 'failing');
  const well = canaries.some(({ state }) => state === 'well');
  if (silent.length === 0) return null;
  return (
    <div class={`notice ${well ? 'unsure' : 'bad'}`} role="status">
      <p>
        {well
          ? 'A canary does not answer: '
          : 'No canary answers. Alerts may not reach readers; look at it before the next one: '}
        {silent.map(({ name, failure }) => `${name}${failure ? ` (${failure})` : ''}`).join(', ')}.
      </p>
    </div>
  );
}

export function Canaries({ frame, when, canaries }: Props) {
  return (
    <>
      {canaries.length > 0 && (
        <table class="list">
          <thead>
            <tr>
              <th scope="col">Canary</th>
              <th scope="col">Push service</th>
              <th scope="col">Last probe</th>
              <th scope="col" aria-label="End it" />
            </tr>
          </thead>
          <tbody>
            {canaries.map((canary) => (
              <tr key={canary.deviceId}>
                <th scope="row">{canary.name}</th>
                <td>{serviceHost(canary.origin)}</td>
                <td>{stateWords(canary, when)}</td>
                <td>
                  <form method="post" action={`/desk/alerts/canaries/${canary.deviceId}/end`} class="inline">
                    <FormToken form={frame.form} />
                    <button type="submit" class="small">
                      End
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function stateWords({ state, heardAt, missed, failure }: Canary, when: PageTime): string {
  const heard = heardAt === null ? 'never yet' : ago(heardAt, when);
  switch (state) {
    case 'well':
      return `arrived ${heard}`;
    case 'waiting':
      return `on its way; last arrived: ${heard}`;
    case 'silent':
      return `${missed} did not arrive; last arrived: ${heard}`;
    case 'failing':
      return `not taken: ${failure}; last arrived: ${heard}`;
    case 'gone':
      return 'its browser has let go of alerts';
  }
}

/** The form is for script: only the browser itself can say which device it is. */
export function MarkCanary({ frame }: Pick<Props, 'frame'>) {
  return (
    <>
      <p>
        A canary is a browser of the newsroom’s own, best a phone and a desktop that are mostly on. It is sent
        a probe every hour, without a sound, and answers by itself. When two in a row do not arrive, this page
        says so.
      </p>
      <form method="post" action="/desk/alerts/canaries" class="inline" data-canary hidden>
        <FormToken form={frame.form} />
        <input type="hidden" name="device" />
        <label for="canary-name">Name</label> <input id="canary-name" name="name" maxLength={60} required />{' '}
        <button type="submit" class="small">
          Make this browser a canary
        </button>
      </form>
      <p data-canary-none>
        This browser does not hear alerts. <a href="/alerts">Turn them on</a>, then come back here.
      </p>
    </>
  );
}
