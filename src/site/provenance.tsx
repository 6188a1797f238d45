/** The source line under a headline: the steps by which a story came to us, and its original a tap away. */
import type { PublishedStory } from '../stories/read.ts';
import { directionOf } from '../views/document.tsx';
import { isoOf, languageName, type Place, sameDay, shortDayOf, timeOf } from '../views/when.ts';
import type { Words } from '../views/words/words.ts';

interface Props {
  story: PublishedStory;
  paper: string;
  words: Words;
  place: Place;
}

type Hop = PublishedStory['hops'][number];

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
        {steps.map((hop, index) => (
          <Step key={index} hop={hop} story={story} words={words} place={place} />
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

function Step({ hop, story, words, place }: { hop: Hop; story: PublishedStory; words: Words; place: Place }) {
  const source = story.source && hop.sourceId === story.source.id ? story.source : null;
  const said = [
    hop.act === 'published' || hop.act === 'reported' ? null : words.story.acts[hop.act],
    hop.language && hop.language !== story.language ? languageName(hop.language, place.language) : null,
  ].filter((part) => part !== null);
  const name = hop.link ? (
    <a href={hop.link} rel="noopener">
      {hop.party}
    </a>
  ) : source ? (
    <a href={`/source/${source.slug}`}>{hop.party}</a>
  ) : (
    hop.party
  );
  return (
    <li>
      <bdi>{name}</bdi>
      {(said.length > 0 || hop.at !== null) && (
        <small>
          {said.join(', ')}
          {said.length > 0 && hop.at !== null && ', '}
          {hop.at !== null && (
            <time dateTime={isoOf(hop.at)}>
              {!sameDay(place, hop.at, story.firstPublishedAt) && `${shortDayOf(place, hop.at)}, `}
              {timeOf(place, hop.at)}
            </time>
          )}
        </small>
      )}
    </li>
  );
}

/** By letters, on the safe side: CSS cannot break a row of steps into a column when it would wrap. */
function fitsInRow(steps: Hop[], language: string): boolean {
  const letters = steps.map((hop) => {
    const act = hop.act === 'published' || hop.act === 'reported' ? 0 : hop.act.length + 1;
    const small =
      (hop.at === null ? 0 : 7) + (hop.language === null || hop.language === language ? 0 : 8) + act;
    return hop.party.length + small + LINE;
  });
  return letters.reduce((sum, each) => sum + each, -LINE) <= ROW;
}

/** The way to us and, at its end, us. What we translated and published is one step: the hour is in the line below. */
function stepsOf(story: PublishedStory, paper: string): Hop[] {
  const hops = story.hops.filter(
    (hop, index) => hop.act !== 'published' || hop.party !== story.hops[index - 1]?.party,
  );
  const isWhole = hops.at(-1)?.act === 'published' || hops.at(-1)?.party === paper;
  return isWhole ? hops : [...hops, ours(paper, story)];
}

function ours(paper: string, story: PublishedStory): Hop {
  return {
    id: 'ours',
    party: paper,
    sourceId: null,
    act: 'published',
    language: story.language,
    link: null,
    at: story.firstPublishedAt,
  };
}
