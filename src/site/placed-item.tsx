/** A story where it stands on a front: in the dress that a hand gave it, with what stands under it. */
import type { ComponentChildren } from 'preact';
import { type PlacedStory, showsPicture } from '../fronts/arrange.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { Photo, StoryItem } from './item.tsx';

interface Props {
  placed: PlacedStory;
  replies: RepliesByStory;
  words: Words;
  place: TimePlace;
  heading?: 'h2' | 'h3';
  /** Whether the place shows a line under the headline. */
  dek?: boolean;
  dated?: boolean;
  class?: string;
  /** What stands over the headline where no hand gave a kicker; and what stands over that. */
  kicker?: ComponentChildren;
  above?: ComponentChildren;
  below?: ComponentChildren;
}

/** For the mark of a page; where nothing ends there is none. */
export const endsAt = (until: number | undefined): number | undefined =>
  Number.isFinite(until) ? until : undefined;

export function PlacedItem({ placed, replies, words, place, heading = 'h2', dek = true, ...more }: Props) {
  const { story, hand, related } = placed;
  if (placed.isWithdrawn) return <WithdrawnItem {...{ placed, words, heading }} class={more.class ?? ''} />;
  const isPackage = hand !== null && hand.packageName !== '' && related.length > 0;
  const size = hand?.size ?? 'usual';
  const shown = hand?.headline ? { ...story, headline: hand.headline } : story;
  const item = (
    <StoryItem
      story={shown}
      replies={replies}
      words={words}
      place={place}
      heading={heading}
      dek={dek && size !== 'smaller'}
      dated={more.dated ?? false}
      class={[more.class ?? '', size === 'usual' ? '' : size].filter(Boolean).join(' ')}
      above={
        <>
          {more.above}
          {hand?.kicker ? <p class="kicker by-hand">{hand.kicker}</p> : more.kicker}
        </>
      }
      below={
        <>
          {more.below}
          {!isPackage && <Related placed={placed} words={words} />}
        </>
      }
    />
  );
  if (!isPackage) return item;
  return (
    <section
      class={`package ${more.class ?? ''}`}
      lang={other(story.language, place)}
      aria-label={hand.packageName}
    >
      <p class="name">{hand.packageName}</p>
      {item}
      <div class="pieces">
        {related.map((piece) => (
          <StoryItem
            key={piece.editionId}
            story={piece}
            replies={replies}
            words={words}
            place={place}
            heading={below(heading)}
            dek={false}
          />
        ))}
      </div>
    </section>
  );
}

/** Where something stood that was withdrawn since: that it was, and what stood under it. */
function WithdrawnItem(props: Pick<Props, 'placed' | 'words' | 'class'> & { heading: 'h2' | 'h3' }) {
  const { placed, words, heading: Heading } = props;
  return (
    <article class={`item withdrawn ${props.class ?? ''}`}>
      <Heading>{words.front.withdrawn}</Heading>
      <Related placed={placed} words={words} />
    </article>
  );
}

const below = (heading: 'h2' | 'h3') => (heading === 'h2' ? 'h3' : 'h4');
const other = (language: string, place: TimePlace) => (language === place.language ? undefined : language);

function Related({ placed: { related }, words }: { placed: PlacedStory; words: Words }) {
  if (related.length === 0) return null;
  return (
    <ul class="related" aria-label={words.story.more}>
      {related.map((story) => (
        <li key={story.editionId}>
          <a href={story.path}>{story.headline}</a>
        </li>
      ))}
    </ul>
  );
}

/** The picture of a story, where it shows one: it only repeats what the headline leads to. */
export function PlacedPhoto({
  placed,
  shape,
  sizes,
}: {
  placed: PlacedStory;
  shape: 'wide' | 'classic';
  sizes: string;
}) {
  const { picture, path } = placed.story;
  if (!picture || !showsPicture(placed)) return null;
  return (
    <a href={path} tabIndex={-1} aria-hidden="true">
      <Photo picture={picture} shape={shape} sizes={sizes} alt="" />
    </a>
  );
}
