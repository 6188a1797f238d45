/**
 * What stands over every page of the desk: that no alert leaves, since when and by whom, with the chief's button for it; and
 * that a flash waits for a second pair of eyes.
 */
import { covers, type Role } from '../../staff/roles.ts';
import { counted } from './words.ts';

export interface SendingStop {
  since: string;
  byName: string;
}

export interface ToAgree {
  id: string;
  headline: string;
  language: string;
}

interface Props {
  staff: { role: Role };
  form: string;
  stopped?: SendingStop;
  toAgree?: ToAgree[];
  givenUp?: number;
}

/** A live place of its own page, because it stands on pages that everyone of the staff may see. */
export function StopBar({ staff, form, stopped, toAgree = [], givenUp = 0 }: Props) {
  return (
    <div id="stopped" data-live="bar" data-live-from="/desk/alerts/everything">
      {stopped && (
        <div class="stop-bar" role="alert">
          <p>
            <b>No alert leaves.</b> {stopped.byName} stopped everything at {stopped.since}.
          </p>
          {covers(staff.role, 'chief') && (
            <form method="post" action="/desk/alerts/everything/lifting" class="inline">
              <input type="hidden" name="_form" value={form} />
              <button
                type="submit"
                class="small"
                data-ask="Let alerts go again? Those that stood by leave at once. What was stopped stays stopped."
              >
                Let alerts go again
              </button>
            </form>
          )}
        </div>
      )}
      {toAgree.map(({ id, headline, language }) => (
        <div key={id} class="agree-bar" role="status">
          <p>
            A flash waits for someone to agree:{' '}
            <b lang={language} dir="auto">
              {headline}
            </b>
          </p>
          <a class="btn quiet small" href={`/desk/alerts#alert-${id}`}>
            Look at it
          </a>
        </div>
      ))}
      {givenUp > 0 && (
        <div class="agree-bar" role="status">
          <p>
            {counted(givenUp, 'piece')} of work failed at every try and {givenUp === 1 ? 'was' : 'were'} given
            up.
          </p>
          <a class="btn quiet small" href="/desk/work">
            Look at it
          </a>
        </div>
      )}
    </div>
  );
}

export function StopButton({ staff, form }: Pick<Props, 'staff' | 'form'>) {
  if (!covers(staff.role, 'chief')) return null;
  return (
    <form method="post" action="/desk/alerts/everything/stop" class="inline">
      <input type="hidden" name="_form" value={form} />
      <button
        type="submit"
        class="danger small"
        data-ask="Stop every alert that is going out, and hold every new one until someone lets them go again?"
      >
        Stop all alerts
      </button>
    </form>
  );
}
