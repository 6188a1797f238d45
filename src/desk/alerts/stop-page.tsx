/** The stop for everything, as a page: what it does, and its button. Without script it is where the stop is read. */
import { covers } from '../../staff/roles.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import { StopButton } from '../views/stop-bar.tsx';

export function StopPage({ frame }: { frame: DeskFrame }) {
  return (
    <DeskPage
      {...frame}
      title="Stop all alerts"
      current={covers(frame.staff.role, 'editor') ? 'alerts' : null}
    >
      <div class="page-head">
        <h1>Stop all alerts</h1>
      </div>
      <p class="lead">
        The stop holds every alert that has not left, and ends those that are going out: devices that were not
        told yet stay untold. It stays, also when the newsroom is started again, until it is lifted.
      </p>
      {frame.stopped ? (
        <p>Everything is stopped.</p>
      ) : (
        <div class="actions">
          <StopButton {...frame} />
          {!covers(frame.staff.role, 'chief') && <p>A chief or an administrator can stop everything.</p>}
        </div>
      )}
    </DeskPage>
  );
}
