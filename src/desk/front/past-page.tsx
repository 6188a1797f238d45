/** What stood on a front at a past minute: its page as readers saw it, and place by place what it led to. */
import type { FrontStand, StandPlace } from '../../fronts/stands.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import { bothEnds, dayAndTime, englishName, localInput, type PageTime } from '../views/words.ts';
import { frontAddress } from './front-props.ts';
import type { FrontView } from './front-view.ts';
import { placeName } from './front-words.ts';
import { BothWidths } from './proof-page.tsx';

interface PastFrontProps {
  frame: DeskFrame;
  when: PageTime;
  named: Pick<FrontView, 'front' | 'section' | 'sections'>;
  at: number;
  stand: FrontStand | null;
  /** Where its page is, whole; null where nothing is known. */
  address: string | null;
}

export function PastFrontPage({ frame, when, named, at, stand, address }: PastFrontProps) {
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
          <p class="dim">It stood so {stoodWhen(stand, when)}.</p>
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
          {address !== null && (
            <>
              <BothWidths path={address.slice(address.indexOf('/proof?'))} name={name} />
              <p class="dim">
                The words and pictures of then; what was withdrawn since is not shown again. By itself:{' '}
                <a href={address.slice(address.indexOf('/proof?'))}>the page</a>, for an hour.
              </p>
              <h2>Place by place</h2>
            </>
          )}
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

function stoodWhen({ from, to }: FrontStand, when: PageTime): string {
  if (to === null) return `from ${dayAndTime(from, when)} until now`;
  const [first, last] = bothEnds(from, to, when);
  return `from ${first} until ${last}`;
}

/** Each with its number in its part. */
function numbered(places: StandPlace[]): { place: StandPlace; at: number }[] {
  const counts = new Map<string, number>();
  return places.map((place) => {
    const at = (counts.get(place.area) ?? 0) + 1;
    counts.set(place.area, at);
    return { place, at };
  });
}

function PastPlace(props: { place: StandPlace; number: number; sections: FrontView['sections'] }) {
  const { place, number, sections } = props;
  const { story, hand, related, isWithdrawn } = place;
  return (
    <li class={`place at-${place.area.split(':')[0]}`}>
      <span class="where" lang="en" dir="ltr">
        {placeName({ area: place.area, at: number }, sections)}
      </span>
      <div>
        {hand?.packageName && <span class="package-name">{hand.packageName}</span>}
        {hand?.kicker && <span class="kicker">{hand.kicker}</span>}
        <a
          class="headline"
          href={`/desk/stories/${story.storyId}`}
          {...(isWithdrawn ? { lang: 'en', dir: 'ltr' } : {})}
        >
          {isWithdrawn ? 'Withdrawn since' : hand?.headline || story.headline}
        </a>
        {story.dek && <span class="under">{story.dek}</span>}
        {related.map(({ storyId, headline }) => (
          <span key={storyId} class="under">
            {headline}
          </span>
        ))}
      </div>
    </li>
  );
}
