/** Under a story, or beside it where nobody's words stand there: more on this, what comes next, and a way to hand it on. */
import { directionOf } from '../kit/language-tag.ts';
import type { TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { StoryItem } from './item.tsx';
import type { After } from './related.ts';

interface Props {
  after: After;
  words: Words;
  place: TimePlace;
}

export function AfterStory({ after: { related, next }, words, place }: Props) {
  if (related.length === 0) return null;
  const item = { words, place, heading: 'h3' as const, dek: false, dated: true };
  return (
    <section
      class="related"
      lang={place.language}
      dir={directionOf(place.language)}
      aria-labelledby="related"
    >
      <h2 id="related">{words.story.more}</h2>
      {related.map((story) => (
        <StoryItem key={story.editionId} story={story} {...item} />
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
