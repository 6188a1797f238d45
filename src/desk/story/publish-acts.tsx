/** What is pressed to publish a story, or to release it while it is held. */
import { dayAndTime } from '../views/words.ts';
import { isUnderEmbargo } from './embargo-words.ts';
import { LivePart } from './live-part.tsx';
import { COPY_FORM, type StoryPartProps } from './story-view.ts';

/** An embargo that was set since the page was opened is none to publish through. */
export function PublishActs(props: StoryPartProps) {
  const { story, frame, when } = props;
  return (
    <LivePart id="publish-acts" class="form" story={story} frame={frame}>
      {isUnderEmbargo(story, when) ? (
        <ReleasePart {...props} />
      ) : (
        <div class="actions">
          <button
            type="submit"
            id="publish-now"
            form={COPY_FORM}
            formaction={`/desk/stories/${story.id}/publication`}
            data-publish-now
          >
            {story.status === 'published' ? 'Publish changes' : 'Publish now'}
          </button>
          <button type="button" class="quiet" popovertarget="publish" popovertargetaction="hide">
            Not now
          </button>
        </div>
      )}
    </LivePart>
  );
}

/** In place of *Publish now*: partners get it, readers when the embargo ends. */
function ReleasePart({ story, when }: Pick<StoryPartProps, 'story' | 'when'>) {
  if (story.embargoUntil === null) return null;
  const until = dayAndTime(story.embargoUntil, when);
  return (
    <>
      <p>
        Under embargo until <b data-embargo>{until}</b>. Released, it is with{' '}
        <a href="/desk/partners">partners</a> at once, with the embargo on it, and with readers by itself at{' '}
        {until}.
      </p>
      {story.release && (
        <p class="source">
          Partners have version {story.release.version} since {dayAndTime(story.release.at, when)}. What you
          change now reaches them with the next release.
        </p>
      )}
      <div class="actions">
        <button
          type="submit"
          id="publish-now"
          form={COPY_FORM}
          formaction={`/desk/stories/${story.id}/release`}
          data-publish-now
        >
          {story.release ? 'Release again' : 'Release under embargo'}
        </button>
      </div>
    </>
  );
}
