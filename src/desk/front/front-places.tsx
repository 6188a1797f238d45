/** Places of a front at the desk, and the stories that might stand there; each with the acts that keys press. */
import type { Hand } from '../../fronts/hands.ts';
import { placeWord } from '../../fronts/places.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { PaneHead } from '../views/desk-layout.tsx';
import { ReadersNowLine } from '../views/readers-now.tsx';
import { wayWords } from '../views/way-words.ts';
import { ago, englishName } from '../views/words.ts';
import { type FrontPageProps, frontAddress } from './front-props.ts';
import type { FrontRowView } from './front-view.ts';
import { eveningName, holdWords, notUnderWords, placeName } from './front-words.ts';

export function FrontPlaces(props: FrontPageProps) {
  const { view, when } = props;
  const { rows, idle } = view;
  if (rows.length === 0)
    return <p class="empty">Readers have nothing in {englishName(view.front.language)} here yet.</p>;
  return (
    <>
      <ol class="places">
        {rows.map((row) => (
          <PlaceRow key={placeWord(row.place)} {...props} row={row} />
        ))}
      </ol>
      {idle.length > 0 && (
        <>
          <PaneHead>Hands that stand on no place now</PaneHead>
          <ul class="places">
            {idle.map(({ hand, story }) => (
              <li
                key={hand.storyId}
                class="place"
                id={`idle-${hand.storyId}`}
                data-row
                data-story={hand.storyId}
                tabIndex={-1}
              >
                <span class="where">–</span>
                <div>
                  <span class="headline">
                    {hand.headline || story?.headline || 'A story that readers do not have'}
                  </span>
                  <span class="meta-line">
                    <span class="unsure">
                      {story ? 'not among the newest' : 'withdrawn or held: it has left'}
                    </span>
                    <span>{holdWords(hand, when)}</span>
                    {story && <GaveUp hand={hand} view={view} />}
                  </span>
                </div>
                <span class="acts">
                  {story && <PutBack hand={hand} />}
                  <Act act={`let-go|-|${hand.storyId}`} rowKey="x" says="Let go" label="Let go" />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** A button of the form over the places: what it does, where, to which story. */
function Act(props: { act: string; rowKey: string; says: string; label: string }) {
  return (
    <button
      type="submit"
      form="front-act"
      name="act"
      value={props.act}
      class="quiet small"
      data-row-key={props.rowKey}
      title={`${props.label} (${props.rowKey})`}
      aria-label={props.label}
    >
      {props.says}
    </button>
  );
}

/** The place that it gave up for something urgent, by name. */
function GaveUp({ hand, view }: { hand: Hand; view: FrontPageProps['view'] }) {
  const place = hand.place ?? hand.gaveUp;
  return place ? <span class="unsure">gave up {placeName(place, view.sections)}</span> : null;
}

function PutBack({ hand }: { hand: Hand }) {
  if (!hand.place && !hand.gaveUp) return null;
  return <Act act={`back|-|${hand.storyId}`} rowKey="r" says="Put back" label="Put back on its place" />;
}

/** Fetched anew by itself: see browser/desk-front.ts. */
function RowReaders(props: { storyId: string } & Pick<FrontPageProps, 'readers' | 'ways'>) {
  const { storyId, readers, ways } = props;
  const came = (ways.get(storyId) ?? []).slice(0, WAYS);
  return (
    <span data-readers={storyId}>
      <ReadersNowLine readers={readers.get(storyId)} />
      {came.length > 0 && (
        <span class="readers-from" title="In this hour and the one before">
          {' '}
          from {came.map(({ way, reads }) => `${wayWords(way)} ${reads.toLocaleString('en')}`).join(', ')}
        </span>
      )}
    </span>
  );
}

const WAYS = 3; // on which readers came, beside a line; all of them stand on the page of readers

function PlaceRow({ row, view, when, open, readers, ways }: FrontPageProps & { row: FrontRowView }) {
  const { story, hand, related, place, hasPicture, isHeld, leftOut } = row;
  const word = placeWord(place);
  const id = story.storyId;
  const isChanged = hand !== null && hand.headline !== '' && hand.headlineThen !== story.headline;
  return (
    <li
      class={`place at-${place.area.split(':')[0]} ${isHeld ? 'by-hand' : ''}`}
      id={`row-${id}`}
      data-row
      data-story={id}
      data-place={word}
      draggable
      aria-current={open?.storyId === id ? 'true' : undefined}
    >
      <span class="where">{placeName(place, view.sections)}</span>
      <div lang={story.language} dir={directionOf(story.language)}>
        {hand?.packageName && <span class="package-name">{hand.packageName}</span>}
        {hand?.kicker && <span class="kicker">{hand.kicker}</span>}
        <a class="headline" href={frontAddress(view, `&story=${id}#hand-form`)} draggable={false}>
          {hand?.headline || story.headline}
        </a>
        {related.map((one) => (
          <span key={one.storyId} class="under">
            {one.headline}
          </span>
        ))}
        {leftOut.map((one) => (
          <span key={one.storyId} class="small unsure" lang="en" dir="ltr">
            {notUnderWords(one, view.sections)}
          </span>
        ))}
        <span class="meta-line" lang="en" dir="ltr">
          {hand ? <span class={isHeld ? 'source' : ''}>{holdWords(hand, when)}</span> : <span>machine</span>}
          {hand && !isHeld && <GaveUp hand={hand} view={view} />}
          {hasPicture && <span>{hand?.pictureId === story.picture?.id ? 'another picture' : 'picture'}</span>}
          {hand && hand.size !== 'usual' && <span>{hand.size}</span>}
          {isChanged && (
            <span class="unsure">the story’s headline was changed since: “{story.headline}”</span>
          )}
          <RowReaders storyId={id} readers={readers} ways={ways} />
        </span>
      </div>
      <span class="acts">
        <Act act={`up|${word}|${id}`} rowKey="K" says="↑" label="Move up" />
        <Act act={`down|${word}|${id}`} rowKey="J" says="↓" label="Move down" />
        <Act act={`evening|${word}|${id}`} rowKey="h" says="Hold" label={`Hold until ${eveningName(when)}`} />
        <span class="by-key">
          <Act act={`first|${word}|${id}`} rowKey="f" says="First" label="Put first" />
          <Act act={`urgent|${word}|${id}`} rowKey="u" says="Urgent" label="Hold until something urgent" />
        </span>
        {hand && !isHeld && <PutBack hand={hand} />}
        {hand && <Act act={`let-go|${word}|${id}`} rowKey="x" says="×" label="Let go" />}
      </span>
    </li>
  );
}

export function FrontPool({ view, when, words, readers, ways }: FrontPageProps) {
  const { pool, front, section, rows } = view;
  const standing = new Map(rows.map((row) => [row.story.storyId, row.place]));
  return (
    <>
      <form class="pool-form" method="get" action="/desk/front">
        <input type="hidden" name="language" value={front.language} />
        {section && <input type="hidden" name="section" value={section.slug} />}
        <input
          type="search"
          name="words"
          value={words}
          placeholder="Published stories with …"
          aria-label="Published stories with these words"
        />
      </form>
      <ol
        class="places pool"
        id="front-pool"
        data-live="fronts stories"
        data-live-from={frontAddress(view, words === '' ? '' : `&words=${encodeURIComponent(words)}`)}
      >
        {pool.map((story) => {
          const place = standing.get(story.storyId);
          return (
            <li
              key={story.storyId}
              class="place"
              id={`pool-${story.storyId}`}
              data-row
              data-story={story.storyId}
              draggable
            >
              <div lang={story.language} dir={directionOf(story.language)}>
                <a
                  class="headline"
                  href={frontAddress(view, `&story=${story.storyId}#hand-form`)}
                  draggable={false}
                >
                  {story.headline}
                </a>
                <span class="meta-line" lang="en" dir="ltr">
                  <span>{ago(story.firstPublishedAt, when)}</span>
                  {story.alertLevel && story.alertLevel !== 'routine' && (
                    <span class="live">{story.alertLevel}</span>
                  )}
                  {story.unread && <span>unread</span>}
                  {story.picture && <span>picture</span>}
                  {place && <span>{placeName(place, view.sections)}</span>}
                  <RowReaders storyId={story.storyId} readers={readers} ways={ways} />
                </span>
              </div>
              <span class="acts">
                <Act act={`first|-|${story.storyId}`} rowKey="f" says="First" label="Put first" />
              </span>
            </li>
          );
        })}
      </ol>
      {pool.length === 0 && <p class="empty">Nothing that readers have in this language has these words.</p>}
    </>
  );
}
