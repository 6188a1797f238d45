/** Beside an item on the wire: what its source did to it, who else tells of it, where it comes from, its versions. */
import { PaneHead } from '../views/desk-layout.tsx';
import { counted, dayAndTime } from '../views/words.ts';
import { NoticeLines } from './wire-notices.tsx';
import { wirePath } from './wire-pane.tsx';
import { WirePictures } from './wire-pictures.tsx';
import { SameEvent } from './wire-same-event.tsx';
import type { BesideProps } from './wire-view.ts';

export function Beside(props: BesideProps) {
  const { item, when, form } = props;
  return (
    <>
      {item.notices.length > 0 && (
        <>
          <PaneHead>Changed after pick-up</PaneHead>
          <NoticeLines notices={item.notices} when={when} form={form} backTo={`/desk/wire/${item.id}`} />
        </>
      )}
      <WirePictures {...props} />
      <SameEvent {...props} />
      <PaneHead>Where it comes from</PaneHead>
      <Origin {...props} />
      <PaneHead>{counted(item.versions.length, 'version')}</PaneHead>
      <Versions {...props} />
    </>
  );
}

function Origin({ item, when }: BesideProps) {
  return (
    <div class="facts">
      <div class="fact">
        <b class="source">
          <a href={`/desk/sources/${item.source.id}`}>{item.source.name}</a>
        </b>
        <span>{item.source.credit ? `Credit owed: ${item.source.credit}` : 'No credit line is owed.'}</span>
        <span class="k">
          {item.mayAlert ? 'may be alerted' : 'no alerts'} ·{' '}
          {item.pickUp.mayTranslate ? 'may be translated' : 'no translation'}
        </span>
      </div>
      {item.terms.length > 0 && (
        <div class="fact">
          <span class="k">For this item, its source says</span>
          {item.terms.map((line) => (
            <span key={line} class="unsure" dir="auto">
              {line}
            </span>
          ))}
        </div>
      )}
      {item.generated !== null && (
        <div class="fact">
          <span class="k">Its agency marks it as made by trained software</span>
          <span class="unsure">
            {item.generated}: it is published unread only where the contract says so.
          </span>
        </div>
      )}
      {item.hops.length > 0 && (
        <div class="fact">
          <span class="k">Before it, the copy names</span>
          <ol class="hops">
            {item.hops.map((hop) => (
              <li key={hop.party}>
                <bdi>{hop.party}</bdi>
              </li>
            ))}
          </ol>
        </div>
      )}
      {item.publishedAt !== null && (
        <div class="fact">
          <span class="k">Dated by its source</span>
          <span>{dayAndTime(item.publishedAt, when)}</span>
        </div>
      )}
    </div>
  );
}

function Versions({ item, filter, when }: BesideProps) {
  const path = wirePath(filter, item.id);
  const more = path.includes('?') ? '&' : '?';
  return (
    <ol class="facts" reversed>
      {item.versions.map((version) => (
        <li key={version.number} class="fact">
          <a
            href={`${path}${more}version=${version.number}`}
            aria-current={version.number === item.shownVersion ? 'true' : undefined}
          >
            <b>Version {version.number}</b>, {dayAndTime(version.receivedAt, when)}
          </a>
          <span dir="auto">{version.headline}</span>
          {version.changed && (
            <span class={version.changed.startsWith('another headline') ? 'unsure' : 'dim'}>
              {version.changed}
            </span>
          )}
          <span class="k">
            {version.bytes.toLocaleString('en')} bytes of {version.type}
            {version.number > 1 &&
              version.number === item.shownVersion &&
              ' · changes are marked in the text'}
          </span>
        </li>
      ))}
    </ol>
  );
}
