/** The embargo of a story at the desk: until when, and whether partners have it before readers. */
import { Field } from '../views/desk-layout.tsx';
import { dayAndTime } from '../views/words.ts';
import { COPY_FORM, type StoryPageProps, type StoryPartProps } from './story-view.ts';

/** Where the story is filed: until when it is held. */
export function EmbargoField({ story, typed, refused, when }: StoryPageProps) {
  if (story.status === 'published') return null;
  return (
    <Field
      label={`Hold until (${when.zone})`}
      name="holdUntil"
      hint="An embargo: no reader gets it before, by no way. Empty for none."
      wrong={refused?.fields.holdUntil}
    >
      <input id="holdUntil" name="holdUntil" type="datetime-local" form={COPY_FORM} value={typed.holdUntil} />
    </Field>
  );
}

/** In place of *Publish now*: partners get it, readers when the embargo ends. */
export function ReleasePart({ story, when }: Pick<StoryPartProps, 'story' | 'when'>) {
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
