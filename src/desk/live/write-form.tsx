/** Write and send: one large field and a button; what is rarer opens below it. The same form without script. */
import { standings } from '../../sourcing/statement.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import type { LivePageProps } from './live-props.ts';

export function WriteForm(props: LivePageProps) {
  const { frame, story, typed, mayShow, coverage, shown } = props;
  const wrong = shown.refused?.fields ?? {};
  const waits = !mayShow || (coverage !== null && coverage.endedAt !== null);
  return (
    <form
      method="post"
      action={`/desk/live/${story.id}/entries`}
      enctype="multipart/form-data"
      class="form write-entry"
      data-entry-form
      data-story={story.id}
    >
      <FormToken form={frame.form} />
      <input type="hidden" name="clientId" value={typed.clientId} />
      <input type="hidden" name="pictureId" value={typed.pictureId} />
      <label class="unseen" for="entry-text">
        What happens
      </label>
      <textarea
        id="entry-text"
        name="text"
        rows={4}
        dir="auto"
        placeholder="What happens"
        data-key="i"
        aria-keyshortcuts="i Control+Enter"
        aria-invalid={wrong.text ? 'true' : undefined}
      >
        {typed.text}
      </textarea>
      {wrong.text && <p class="wrong">{wrong.text}</p>}
      <p class="entry-state" data-entry-state role="status" />
      <div class="entry-bar">
        <label class="btn quiet entry-camera">
          <span data-picture-name>{typed.pictureId ? 'Another' : 'Picture'}</span>
          <input type="file" name="picture" accept="image/*" class="unseen" data-entry-picture />
        </label>
        <label class="check">
          <input type="checkbox" name="isKey" value="yes" checked={typed.isKey} />
          Key moment
        </label>
        <button type="submit" data-entry-send>
          {waits ? 'Send to an editor' : 'Send'}
        </button>
      </div>
      <div class="field entry-alt" data-entry-alt>
        <label for="entry-alt">What the picture shows</label>
        <input id="entry-alt" name="alt" dir="auto" value={typed.alt} />
        {typed.pictureId !== '' && (
          <label class="check without-script">
            <input type="checkbox" name="withoutPicture" value="yes" /> Take the picture out
          </label>
        )}
        <p class="actions with-script">
          <button type="button" class="quiet small" data-picture-out>
            Take the picture out
          </button>
        </p>
      </div>
      {(typed.override !== '' || wrong.override || shown.refused) && (
        <Field label="Send all the same, because" name="override" wrong={undefined}>
          <input id="override" name="override" dir="auto" value={typed.override} />
        </Field>
      )}
      <More {...props} />
    </form>
  );
}

function More({ typed, editions, edition, shown, mayAlert }: LivePageProps) {
  const wrong = shown.refused?.fields ?? {};
  const isOpen = Object.keys(wrong).some((name) => name !== 'text' && name !== 'override');
  return (
    <details class="more" open={isOpen || typed.speakerName !== ''}>
      <summary>Headline, who said it, byline</summary>
      <div class="form">
        <Field label="Headline" name="headline" hint="May stay empty." wrong={wrong.headline}>
          <input id="headline" name="headline" dir="auto" value={typed.headline} />
        </Field>
        <fieldset class="set">
          <legend>Who said it</legend>
          <Field label="Name" name="speakerName" wrong={wrong.speakerName}>
            <input id="speakerName" name="speakerName" dir="auto" value={typed.speakerName} />
          </Field>
          <div class="fields">
            <Field label="Who they are" name="speakerRole" wrong={wrong.speakerRole}>
              <input id="speakerRole" name="speakerRole" dir="auto" value={typed.speakerRole} />
            </Field>
            <Field label="Where and when" name="occasion" wrong={wrong.occasion}>
              <input id="occasion" name="occasion" dir="auto" value={typed.occasion} />
            </Field>
          </div>
          <Field
            label="Their words"
            name="saidWords"
            hint="As they stand above; empty for the first paragraph."
            wrong={wrong.saidWords}
          >
            <input id="saidWords" name="saidWords" dir="auto" value={typed.saidWords} />
          </Field>
          <div class="fields">
            <Field label="Heard through" name="heardFrom" hint="Empty: with our own ears.">
              <input id="heardFrom" name="heardFrom" dir="auto" value={typed.heardFrom} />
            </Field>
            <Field label="What is known of it" name="standing" wrong={wrong.standing}>
              <select id="standing" name="standing">
                {standings.map((each) => (
                  <option key={each} value={each} selected={each === typed.standing}>
                    {each}
                  </option>
                ))}
              </select>
            </Field>
          </div>
          <Field label="In our words" name="standingNote" wrong={wrong.standingNote}>
            <input id="standingNote" name="standingNote" dir="auto" value={typed.standingNote} />
          </Field>
        </fieldset>
        <Field label="Byline" name="byline" wrong={wrong.byline}>
          <input id="byline" name="byline" dir="auto" value={typed.byline} />
        </Field>
        {editions.length > 1 ? (
          <Field label="Edition" name="editionId">
            <select id="editionId" name="editionId">
              {editions.map(({ id, language }) => (
                <option key={id} value={id} selected={id === edition.id}>
                  {englishName(language)}
                </option>
              ))}
            </select>
          </Field>
        ) : (
          <input type="hidden" name="editionId" value={edition.id} />
        )}
        {!mayAlert && (
          <p class="dim">The contract with the story’s source forbids alerts: no key moment of it is told.</p>
        )}
      </div>
    </details>
  );
}
