/** One published story in a list: headline, dek, the way it came to us. */
import type { ComponentChildren } from 'preact';
import { directionOf } from '../kit/language-tag.ts';
import type { Picture } from '../media/picture.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { PublishedSummary } from '../stories/read.ts';
import { paperWords } from '../views/paper-words.ts';
import { PictureTag } from '../views/picture.tsx';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf, isoOf, languageName, type TimePlace, timeOf } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

interface Props {
  story: PublishedSummary;
  replies: RepliesByStory;
  words: Words;
  place: TimePlace;
  heading?: 'h2' | 'h3' | 'h4';
  dek?: boolean;
  /** Day and time, for lists that are read by date. */
  dated?: boolean;
  class?: string;
  /** Before and after the headline. */
  above?: ComponentChildren;
  below?: ComponentChildren;
}

export function StoryItem({
  story,
  replies,
  words,
  place,
  heading: Heading = 'h2',
  dek = true,
  ...more
}: Props) {
  return (
    <article
      class={`item ${more.class ?? ''}`}
      lang={story.language === place.language ? undefined : story.language}
      dir={
        directionOf(story.language) === directionOf(place.language) ? undefined : directionOf(story.language)
      }
    >
      {more.above}
      <Heading>
        <Kind story={story} words={words} place={place} />
        <a href={story.path}>{story.headline}</a>
      </Heading>
      {dek && story.dek !== '' && <p class="dek">{story.dek}</p>}
      {more.below}
      <Tag
        story={story}
        replies={replies.get(story.storyId) ?? 0}
        {...{ words, place }}
        dated={more.dated ?? false}
      />
    </article>
  );
}

/** What the story is, where it is not plain news: before the headline, and said by whoever reads it aloud. */
function Kind({ story, words, place }: { story: PublishedSummary; words: Words; place: TimePlace }) {
  const label = words.kinds[story.kind];
  if (label === '') return null;
  return (
    <>
      <span class="kind" {...paperWords(place, story.language)}>
        {label}
      </span>{' '}
    </>
  );
}

/** The line under an item: who it came through, its language where that is another, when, how many answered. */
function Tag({
  story,
  replies,
  words,
  place,
  dated,
}: {
  story: PublishedSummary;
  replies: number;
  words: Words;
  place: TimePlace;
  dated: boolean;
}) {
  const own = paperWords(place, story.language);
  return (
    <p class="tag">
      <Spaced>
        <span class="way">
          <WayLine story={story} words={words} place={place} />
        </span>
        {story.language !== place.language && <span>{languageName(story.language, story.language)}</span>}
        {story.fromLanguage && story.fromLanguage !== story.language && (
          <span {...own}>{words.item.from(languageName(story.fromLanguage, place.language))}</span>
        )}
        {story.corrected && (
          <span class="not-sure" {...own}>
            {words.item.corrected}
          </span>
        )}
        {dated && (
          <time dateTime={isoOf(story.firstPublishedAt)} {...own}>
            {dayAndTimeOf(place, story.firstPublishedAt)}
          </time>
        )}
        {replies > 0 && <span {...own}>{words.item.replies(replies)}</span>}
      </Spaced>
    </p>
  );
}

function WayLine({ story, words, place }: { story: PublishedSummary; words: Words; place: TimePlace }) {
  const own = paperWords(place, story.language);
  if (story.hopParties.length === 0)
    return story.source ? <bdi>{story.source.name}</bdi> : <bdi {...own}>{words.item.own}</bdi>;
  return (
    <>
      <span class="aside-voice" {...own}>
        {words.item.way}
      </span>
      {story.hopParties.map((party, index) => (
        <>
          {index > 0 && ' — '}
          <bdi>{party}</bdi>
        </>
      ))}
    </>
  );
}

/** Flash, bulletin or urgent, while it is fresh. */
export function Level({ story, words, place }: { story: PublishedSummary; words: Words; place: TimePlace }) {
  const level = words.levels[story.alertLevel as keyof Words['levels']] ?? '';
  if (level === '') return null;
  return (
    <span class="live">
      <span class="dot" />
      {level} <time dateTime={isoOf(story.publishedAt)}>{timeOf(place, story.publishedAt)}</time>
    </span>
  );
}

/**
 * `sizes` as in HTML; `shape` as the layout shows it; the alternative text is empty where the picture only repeats what the
 * headline links to.
 */
export function Photo({
  picture,
  shape = 'full',
  sizes,
  alt,
  eager,
}: {
  picture: Picture;
  shape?: keyof Picture['shapes'];
  sizes: string;
  alt?: string;
  eager?: boolean;
}) {
  return (
    <PictureTag shown={picture.shapes[shape]} alt={alt ?? picture.alt} sizes={sizes} eager={eager ?? false} />
  );
}
