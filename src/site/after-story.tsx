/** Under a story, or beside it where nobody's words stand there: more on this, what comes next, and a way to hand it on. */
import type { ComponentChildren } from 'preact';
import { directionOf } from '../kit/language-tag.ts';
import type { RepliesByStory } from '../replies/read-replies.ts';
import type { PublishedStory, PublishedSummary } from '../stories/read.ts';
import { inLanguage } from '../views/paper-words.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { StoryItem } from './item.tsx';
import type { After } from './related.ts';

interface Props {
  after: After;
  /** Of the stories that it lists. */
  replies: RepliesByStory;
  story: Pick<PublishedStory, 'section' | 'source' | 'language'>;
  words: Words;
  place: TimePlace;
}

export function AfterStory({ after, replies, story, words, place }: Props) {
  const { packages, ties, onThis, isEarlier, more, moreOf, others, next } = after;
  const moreFrom =
    moreOf === 'section'
      ? words.front.more(story.section?.name ?? '')
      : words.ties.moreBy(story.source?.name ?? '');
  const groups: [id: string, heading: ComponentChildren, stories: PublishedSummary[]][] = [
    ...packages.map(({ name, pieces }, at): (typeof groups)[number] => [
      packageId(at),
      <bdi key={name} {...inLanguage(story.language, place.language)}>
        {name}
      </bdi>,
      pieces,
    ]),
    ['related', words.ties.related, ties.related],
    ['on-this', isEarlier ? words.ties.earlier : words.story.more, onThis],
    ['more-from', moreFrom, more],
    ['others', words.frame.allNews, others],
  ];
  const shown = groups.filter(([, , stories]) => stories.length > 0);
  const [first] = shown;
  if (!first) return null;
  const item = { replies, words, place, heading: 'h3' as const, dek: false, dated: true };
  return (
    <section
      class="related"
      lang={place.language}
      dir={directionOf(place.language)}
      aria-labelledby={first[0]}
    >
      {shown.map(([id, heading, stories]) => (
        <>
          <h2 id={id}>{heading}</h2>
          {stories.map((each) => (
            <StoryItem key={each.editionId} story={each} {...item} />
          ))}
        </>
      ))}
      {next && (
        <>
          <h2 class="next">{words.story.next}</h2>
          <StoryItem story={next} {...item} />
        </>
      )}
    </section>
  );
}

/** Where the pieces of a package are listed; its name above leads there. */
export const packageId = (at: number): string => (at === 0 ? 'package' : `package-${at + 1}`);

/** Hidden until the script that can do it is there (browser/share.ts); nothing of anybody else's is asked. */
export function Share({ words: { story }, place }: Pick<Props, 'words' | 'place'>) {
  return (
    <p class="share" lang={place.language} dir={directionOf(place.language)} data-share hidden>
      <button type="button" class="quiet" data-share-by="platform" hidden>
        {story.share}
      </button>{' '}
      <button type="button" class="quiet" data-share-by="copy" hidden>
        {story.copyLink}
      </button>{' '}
      <span role="status" data-share-said data-words={story.linkCopied} />
    </p>
  );
}
