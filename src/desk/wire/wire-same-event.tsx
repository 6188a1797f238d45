/** Beside an item: who else tells of its event, and saying by hand that another does, or that this one does not. */
import { directionOf } from '../../kit/language-tag.ts';
import { FormToken, PaneHead } from '../views/desk-layout.tsx';
import { dayAndTime, englishName } from '../views/words.ts';
import { ClusterActs } from './cluster-acts.tsx';
import { noHold, wirePath } from './wire-pane.tsx';
import type { BesideProps, HeldItem } from './wire-view.ts';

export function SameEvent(props: BesideProps) {
  const { item, when, form } = props;
  const isTold = item.clusterId !== null && item.others.length > 0;
  return (
    <>
      <PaneHead end={isTold && <a href={`/desk/wire/clusters/${item.clusterId}`}>side by side</a>}>
        The same event{isTold && ` · ${item.others.length + 1}`}
      </PaneHead>
      <Others {...props} />
      <div class="facts">
        <div class="fact">
          {item.held ? <Holding {...props} held={item.held} /> : <Hold {...props} isTold={isTold} />}
        </div>
      </div>
      {item.acts.length > 0 && (
        <ClusterActs acts={item.acts} form={form} when={when} backTo={`/desk/wire/${item.id}`} />
      )}
    </>
  );
}

function Others({ item, filter, when }: BesideProps) {
  if (item.others.length === 0) return null;
  return (
    <ol class="facts">
      {item.others.map((other) => (
        <li key={other.itemId} class="fact">
          <span class="k">
            <bdi class="source">{other.sourceName}</bdi>{' '}
            {other.language && `${englishName(other.language)} · `}
            {dayAndTime(other.receivedAt, when)}
            {other.storyId && ' · picked up'}
            {other.status !== 'usable' && <span class="live"> · {other.status}</span>}
          </span>
          <a
            href={wirePath(filter, other.itemId)}
            lang={other.language ?? undefined}
            dir={other.language ? directionOf(other.language) : 'auto'}
          >
            {other.headline}
          </a>
        </li>
      ))}
    </ol>
  );
}

function Hold({ item, filter, form, isTold }: BesideProps & { isTold: boolean }) {
  return (
    <div class="actions">
      <a class="btn quiet small" href={wirePath({ ...filter, with: item.id }, item.id)} data-key="c">
        Another tells of it <kbd>c</kbd>
      </a>
      {isTold && (
        <form method="post" action={`/desk/wire/${item.id}/stand-alone`} class="inline">
          <FormToken form={form} />
          <button type="submit" class="quiet small" data-key="x">
            This one tells of something else <kbd>x</kbd>
          </button>
        </form>
      )}
    </div>
  );
}

/** One item is held, and the other of the two is looked for. */
function Holding({ item, filter, form, held }: BesideProps & { held: HeldItem }) {
  const leave = (
    <a class="btn quiet small" href={wirePath(noHold(filter), item.id)} data-key="l">
      Leave it <kbd>l</kbd>
    </a>
  );
  if (held.id === item.id)
    return (
      <>
        <span>
          Go to the one that tells of the same event, and press <kbd>c</kbd> there.
        </span>
        <div class="actions">{leave}</div>
      </>
    );
  return (
    <>
      <span class="k">Does it tell of the same event as this?</span>
      <b lang={held.language ?? undefined} dir={held.language ? directionOf(held.language) : 'auto'}>
        {held.headline}
      </b>
      <div class="actions">
        {item.others.some(({ itemId }) => itemId === held.id) ? (
          <span>They stand together already.</span>
        ) : (
          <form method="post" action={`/desk/wire/${item.id}/together`} class="inline">
            <FormToken form={form} />
            <input type="hidden" name="with" value={held.id} />
            <button type="submit" class="small" data-key="c">
              Put them together <kbd>c</kbd>
            </button>
          </form>
        )}
        {leave}
      </div>
    </>
  );
}
