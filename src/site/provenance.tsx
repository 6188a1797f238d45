/** The source line under a headline: the steps by which a story came to us, and its original a tap away. */

import { directionOf } from '../kit/language-tag.ts';
import { type HopStep, stepsOf as hopSteps } from '../sourcing/hops.ts';
import type { PublishedStory } from '../stories/read.ts';
import { aside, commaOf } from '../views/lists.ts';
import { isoOf, languageName, sameDay, shortDayOf, type TimePlace, timeOf } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

interface Props {
  story: PublishedStory;
  paper: string;
  words: Words;
  place: TimePlace;
}

const ROW = 80; // characters of steps that fit in a row on a wide page; more go one under another
const LINE = 6; // characters that the line between two steps takes

export function Provenance({ story, paper, words, place }: Props) {
  const steps = stepsOf(story, paper);
  const from = story.fromLanguage;
  const isTranslated = story.hops.some((hop) => hop.act === 'translated');
  if (story.hops.length === 0 && !story.source) {
    return (
      <div class="provenance" lang={place.language} dir={directionOf(place.language)}>
        <p>
          <b class="known">{words.item.own}</b>
        </p>
      </div>
    );
  }
  return (
    <div class="provenance" lang={place.language} dir={directionOf(place.language)}>
      <ol class={fitsInRow(steps, story.language) ? 'hops' : 'hops many'} aria-label={words.story.way}>
        {steps.map((step, index) => (
          <Step key={index} step={step} story={story} words={words} place={place} />
        ))}
      </ol>
      {(from !== null || story.originalLink || story.source?.credit) && (
        <p>
          {from !== null &&
            isTranslated &&
            `${words.story.translatedFrom(languageName(from, place.language))} `}
          {from !== null && !isTranslated && `${words.story.cameIn(languageName(from, place.language))} `}
          {story.source?.credit && <bdi>{words.story.credit(story.source.credit)}</bdi>}{' '}
          {story.originalLink && (
            <a href={story.originalLink} rel="noopener" hreflang={from ?? undefined}>
              {words.story.readOriginal}
            </a>
          )}
        </p>
      )}
    </div>
  );
}

function Step({
  step,
  story,
  words,
  place,
}: {
  step: HopStep;
  story: PublishedStory;
  words: Words;
  place: TimePlace;
}) {
  const { party, acts, languages, link, at } = step;
  const source = story.source && step.sourceId === story.source.id ? story.source : null;
  const said = [
    ...acts.filter((act) => act !== 'published' && act !== 'reported').map((act) => words.story.acts[act]),
    ...languages.filter((one) => one !== story.language).map((one) => languageName(one, place.language)),
  ];
  return (
    <li class={party === '' ? 'unknown' : undefined}>
      <bdi>
        <Party
          party={party}
          link={link ?? (source && `/source/${source.slug}`)}
          unknown={words.statements.someone}
        />
      </bdi>{' '}
      {(said.length > 0 || at !== null) && (
        <small>
          {aside(place.language, said)}
          {said.length > 0 && at !== null && commaOf(place.language)}
          {at !== null && (
            <time dateTime={isoOf(at)}>
              {!sameDay(place, at, story.firstPublishedAt) &&
                `${shortDayOf(place, at)}${commaOf(place.language)}`}
              {timeOf(place, at)}
            </time>
          )}
        </small>
      )}
    </li>
  );
}

/** Who took a step; nobody knows who is shown as just that. */
function Party({ party, link, unknown }: { party: string; link: string | null; unknown: string }) {
  if (party === '') return <span class="not-sure">{unknown}</span>;
  if (link === null) return <>{party}</>;
  return (
    <a href={link} rel={link.startsWith('/') ? undefined : 'noopener'}>
      {party}
    </a>
  );
}

/** By letters, on the safe side: CSS cannot break a row of steps into a column when it would wrap. */
function fitsInRow(steps: HopStep[], language: string): boolean {
  const letters = steps.map(({ party, acts, languages, at }) => {
    const told = acts.filter((act) => act !== 'published' && act !== 'reported').join(', ').length;
    const small = (at === null ? 0 : 7) + 8 * languages.filter((one) => one !== language).length + told;
    return Math.max(party.length, 8) + small + LINE;
  });
  return letters.reduce((sum, each) => sum + each, -LINE) <= ROW;
}

/** The way to us and, at its end, us. What one party did in a row is one step; our own hour is in the line below. */
function stepsOf(story: PublishedStory, paper: string): HopStep[] {
  const steps = hopSteps(story.hops);
  const last = steps.at(-1);
  if (last && (last.acts.includes('published') || last.party === paper)) return steps;
  const ours: HopStep = {
    party: paper,
    sourceId: null,
    acts: ['published'],
    languages: [story.language],
    link: null,
    at: story.firstPublishedAt,
  };
  return [...steps, ours];
}
