/** The embargo of a story at the desk: until when. */
import { Field } from '../views/desk-layout.tsx';
import { COPY_FORM, type StoryPageProps } from './story-view.ts';

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
