/** What an editor says this story is to others: above the text, where a reader has to know before reading it. */
import type { ReadersPackage } from '../fronts/packages.ts';
import { directionOf } from '../kit/language-tag.ts';
import type { PublishedSummary } from '../stories/read.ts';
import type { ReadersTies } from '../stories/read-ties.ts';
import { paperWords } from '../views/paper-words.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { packageId } from './after-story.tsx';

interface Props {
  ties: ReadersTies;
  /** Of the story on whose page they stand. */
  language: string;
  words: Words;
  place: TimePlace;
}

/** The later story first: whoever came to the earlier one by an old link goes on from there. */
export function TieLines({ ties, ...how }: Props) {
  const { words } = how;
  const lines = [
    [words.ties.updatedBy, ties.updatedBy],
    [words.ties.correctedBy, ties.correctedBy],
    [words.ties.updates, ties.updates],
    [words.ties.corrects, ties.corrects],
  ] as const;
  if (lines.every(([, stories]) => stories.length === 0)) return null;
  return (
    <div class="ties">
      {lines.flatMap(([says, stories]) =>
        stories.map((story) => (
          <p key={story.editionId}>
            <span {...paperWords(how.place, how.language)}>{says}</span> <StoryLink story={story} {...how} />
          </p>
        )),
      )}
    </div>
  );
}

/** The name of the series, which part of it this is, and the parts beside it. */
export function SeriesLine({ ties: { series }, ...how }: Props) {
  if (!series) return null;
  const { words, place, language } = how;
  const own = paperWords(place, language);
  return (
    <nav class="series" aria-label={words.ties.series}>
      <p>
        <span {...own}>{words.ties.series}:</span>{' '}
        <a href={`/series/${series.slug}`}>
          <bdi>{series.name}</bdi>
        </a>{' '}
        <span class="part" {...own}>
          {words.ties.part(series.number, series.of)}
        </span>
      </p>
      {series.before && (
        <p>
          <span {...own}>{words.ties.partBefore}:</span>{' '}
          <StoryLink story={series.before} {...how} rel="prev" />
        </p>
      )}
      {series.after && (
        <p>
          <span {...own}>{words.ties.partAfter}:</span> <StoryLink story={series.after} {...how} rel="next" />
        </p>
      )}
    </nav>
  );
}

/** What the story is a piece of, each leading to the other pieces below it. */
export function PackageLines({
  packages,
  words,
  place,
  language,
}: Omit<Props, 'ties'> & { packages: ReadersPackage[] }) {
  return (
    <>
      {packages.map(({ name }, at) => (
        <p key={name} class="part-of">
          <span {...paperWords(place, language)}>{words.ties.partOf}</span>{' '}
          <a href={`#${packageId(at)}`}>{name}</a>
        </p>
      ))}
    </>
  );
}

function StoryLink({ story, language, rel }: { story: PublishedSummary; language: string; rel?: string }) {
  const isOther = story.language !== language;
  return (
    <a
      href={story.path}
      rel={rel}
      lang={isOther ? story.language : undefined}
      dir={directionOf(story.language) === directionOf(language) ? undefined : directionOf(story.language)}
    >
      {story.headline}
    </a>
  );
}
