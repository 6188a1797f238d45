/** What stood on a front at a past minute, as readers saw it then. */
import type { FrontStand, StandPlace } from '../../fronts/stands.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import { dayAndTime, englishName, localInput, type PageTime } from '../views/words.ts';
import { frontAddress } from './front-props.ts';
import type { FrontView } from './front-view.ts';
import { placeName } from './front-words.ts';

interface PastFrontProps {
  frame: DeskFrame;
  when: PageTime;
  named: Pick<FrontView, 'front' | 'section' | 'sections'>;
  at: number;
  stand: FrontStand | null;
}

export function PastFrontPage({ frame, when, named, at, stand }: PastFrontProps) {
  const { front, section } = named;
  const name = `${section ? section.name : 'The front'} in ${englishName(front.language)}`;
  const past = frontAddress(named).replace('/desk/front', '/desk/front/past');
  return (
    <DeskPage {...frame} title={`${name}, ${dayAndTime(at, when)}`} current="front">
      <div class="page-head">
        <h1>
          {name}, {dayAndTime(at, when)}
        </h1>
        <div class="actions">
          <a class="btn quiet" href={frontAddress(named)}>
            As it stands now
          </a>
        </div>
      </div>
      <form class="past-form" method="get" action="/desk/front/past">
        <input type="hidden" name="language" value={front.language} />
        {section && <input type="hidden" name="section" value={section.slug} />}
        <input
          type="datetime-local"
          name="at"
          value={localInput(at, when.zone)}
          aria-label="At which minute"
        />
        <button type="submit" class="quiet">
          Look
        </button>
      </form>
      {stand === null ? (
        <p class="empty">Of that minute it is not known what stood there: nothing is kept from before.</p>
      ) : (
        <>
          <p class="dim">
            It stood so from {dayAndTime(stand.from, when)}{' '}
            {stand.to === null ? 'until now' : `until ${dayAndTime(stand.to, when)}`}.
          </p>
          <nav class="actions" aria-label="Before and after">
            {stand.before !== null && (
              <a class="btn quiet" rel="prev" href={`${past}&since=${stand.before}`}>
                Before
              </a>
            )}
            {stand.to !== null && (
              <a class="btn quiet" rel="next" href={`${past}&since=${stand.to}`}>
                After
              </a>
            )}
          </nav>
          <ol class="places past" lang={front.language} dir={directionOf(front.language)}>
            {numbered(stand.places).map(({ place, at: number }, index) => (
              <PastPlace key={index} place={place} number={number} sections={named.sections} />
            ))}
          </ol>
        </>
      )}
    </DeskPage>
  );
}

/** Each with its number in its part. */
function numbered(places: StandPlace[]): { place: StandPlace; at: number }[] {
  const counts = new Map<string, number>();
  return places.map((place) => {
    const at = (counts.get(place.place) ?? 0) + 1;
    counts.set(place.place, at);
    return { place, at };
  });
}

function PastPlace(props: { place: StandPlace; number: number; sections: FrontView['sections'] }) {
  const { place, number, sections } = props;
  return (
    <li class={`place at-${place.place.split(':')[0]}`}>
      <span class="where" lang="en" dir="ltr">
        {placeName({ area: place.place, at: number }, sections)}
      </span>
      <div>
        {place.packageName && <span class="package-name">{place.packageName}</span>}
        {place.kicker && <span class="kicker">{place.kicker}</span>}
        <a class="headline" href={`/desk/stories/${place.storyId}`}>
          {place.headline}
        </a>
        {place.dek && <span class="under">{place.dek}</span>}
        {place.related.map(({ storyId, headline }) => (
          <span key={storyId} class="under">
            {headline}
          </span>
        ))}
        {place.status !== 'published' && (
          <span class="meta-line" lang="en" dir="ltr">
            <span class="live">withdrawn since</span>
          </span>
        )}
      </div>
    </li>
  );
}
