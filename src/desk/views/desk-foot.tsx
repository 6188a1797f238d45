/** The foot of every desk page, which shows its keys, and the list of all of them. */
import type { ComponentChildren } from 'preact';

/** A key that this page knows, for the foot and the list behind `?`. */
export interface DeskKey {
  keys: string[];
  does: string;
  /** Shown in the foot too. */
  foot?: boolean;
}

interface KeyListProps {
  keys: DeskKey[];
  /** Those that this role opens. */
  rooms: readonly { room: string; name: string; key: string }[];
  /** Whether `n` begins a story. */
  mayBegin: boolean;
}

export function DeskFoot(props: { keys: DeskKey[]; end: ComponentChildren }) {
  return (
    <footer class="desk-foot">
      {props.keys
        .filter((key) => key.foot)
        .map((key) => (
          <span key={key.does} class="key">
            <Keys keys={key.keys} /> {key.does}
          </span>
        ))}
      <span class="key">
        <kbd>?</kbd> all keys
      </span>
      {props.end && <span class="foot-end">{props.end}</span>}
    </footer>
  );
}

function Keys({ keys }: { keys: string[] }) {
  return (
    <>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  );
}

/** Everything that a key does, behind `?`. */
export function KeyList({ keys, rooms, mayBegin }: KeyListProps) {
  return (
    <dialog id="all-keys" aria-label="All keys">
      <h2>All keys</h2>
      <dl>
        {keys.map((key) => (
          <KeyLine key={key.does} {...key} />
        ))}
        {rooms.map((room) => (
          <KeyLine key={room.room} keys={['g', room.key]} does={`go to ${room.name}`} />
        ))}
        {mayBegin && !keys.some((key) => key.keys.includes('n')) && (
          <KeyLine keys={['n']} does="a new story of our own" />
        )}
        <KeyLine keys={['/']} does="search" />
        <KeyLine keys={['?']} does="this list" />
      </dl>
      <form method="dialog">
        <button type="submit" class="quiet">
          Close <kbd>Esc</kbd>
        </button>
      </form>
    </dialog>
  );
}

function KeyLine({ keys, does }: DeskKey) {
  return (
    <div>
      <dt>
        <Keys keys={keys} />
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
