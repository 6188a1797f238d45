/** The steps of a story's way to us, as plain rows to edit; a row without a party is left out. */
import { FormToken } from '../views/desk-layout.tsx';
import { localInput } from '../views/words.ts';
import { Fold } from './fold.tsx';
import type { StoryPageProps } from './story-view.ts';

export const hopActs = ['said', 'reported', 'translated', 'aggregated', 'published'] as const;

/** Rows beyond those there are. */
const SPARE = 2;

export function HopForm({ story, frame, when, whole }: StoryPageProps) {
  const rows = [...story.hops, ...Array.from({ length: SPARE }, () => null)];
  return (
    <Fold class="more" whole={whole} fold="steps" summary={<summary>Change the steps</summary>}>
      <form method="post" action={`/desk/stories/${story.id}/hops`}>
        <FormToken form={frame.form} />
        {rows.map((hop, index) => (
          <fieldset key={index} class="hop-row">
            <legend class="unseen">Step {index + 1}</legend>
            <input type="hidden" name="sourceId" value={hop?.sourceId ?? ''} />
            <input
              class="wide"
              name="party"
              value={hop?.party ?? ''}
              placeholder={hop ? 'Party' : 'Another party'}
              aria-label="Party"
              dir="auto"
            />
            <select name="act" aria-label="What it did">
              {hopActs.map((act) => (
                <option key={act} value={act} selected={act === (hop?.act ?? 'reported')}>
                  {act}
                </option>
              ))}
            </select>
            <input
              name="language"
              value={hop?.language ?? ''}
              placeholder="Language: el"
              aria-label="Language"
            />
            <input
              class="wide"
              name="link"
              type="url"
              value={hop?.link ?? ''}
              placeholder="Link"
              aria-label="Link"
            />
            <input
              class="wide"
              name="at"
              type="datetime-local"
              value={localInput(hop?.at ?? null, when.zone)}
              aria-label="When"
            />
          </fieldset>
        ))}
        <div class="actions">
          <button type="submit" class="small">
            Save these steps
          </button>
        </div>
      </form>
    </Fold>
  );
}
