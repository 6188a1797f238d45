/** One entry at the desk: who says what in it, and every state that it had. */
import type { LiveEntry } from '../../entries/entry.ts';
import type { EntrySentence, EntryTranslation } from '../../entries/entry-translation.ts';
import type { listEntryStates } from '../../entries/read-entries.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { standings } from '../../sourcing/statement.ts';
import { dressedBody } from '../../views/dressed-body.tsx';
import { markup } from '../../views/markup.ts';
import { type DeskFrame, DeskPage, Field, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, englishName, type PageTime } from '../views/words.ts';

interface Props {
  frame: DeskFrame;
  when: PageTime;
  entry: LiveEntry;
  states: Awaited<ReturnType<typeof listEntryStates>>;
}

export function EntryPage({ frame, when, entry, states }: Props) {
  const back = `/desk/live/${entry.storyId}`;
  return (
    <DeskPage {...frame} title={`Entry of ${dayAndTime(entry.at, when)}`} current="stories">
      <div class="page-head">
        <h1>Entry of {dayAndTime(entry.at, when)}</h1>
        <div class="actions">
          <a class="btn quiet" href={back}>
            Back to the live story
          </a>
        </div>
      </div>
      <section aria-labelledby="said">
        <h2 id="said">Who says what in it</h2>
        {entry.statements.map((statement) => (
          <form
            key={statement.id}
            method="post"
            class="form"
            action={`${back}/entries/${entry.id}/statements/${statement.id}/standing`}
          >
            <FormToken form={frame.form} />
            <p>
              <bdi>{statement.speaker.name}</bdi>: <bdi>{statement.words}</bdi>
            </p>
            <div class="fields">
              <Field label="What is known of it" name={`standing-${statement.id}`}>
                <select id={`standing-${statement.id}`} name="standing">
                  {standings.map((each) => (
                    <option key={each} value={each} selected={each === statement.standing}>
                      {each}
                    </option>
                  ))}
                </select>
              </Field>
              <Field label="In our words" name={`note-${statement.id}`}>
                <input
                  id={`note-${statement.id}`}
                  name="standingNote"
                  dir="auto"
                  value={statement.standingNote}
                />
              </Field>
            </div>
            <div class="actions">
              <button type="submit" class="small">
                Save
              </button>
              <button
                type="submit"
                class="quiet small"
                formaction={`${back}/entries/${entry.id}/statements/${statement.id}/removal`}
              >
                Not said
              </button>
            </div>
          </form>
        ))}
        {!entry.withdrawn && <AddSaying frame={frame} action={`${back}/entries/${entry.id}/statements`} />}
      </section>
      {entry.translation && <HowTranslated translation={entry.translation} when={when} />}
      <section aria-labelledby="states">
        <h2 id="states">Every state it had</h2>
        {states.toReversed().map((state) => (
          <article key={state.number} class="entry-line">
            <p class="entry-line-head">
              {state.number}. <time>{dayAndTime(state.at, when)}</time>{' '}
              <bdi class="dim">{state.byName ?? 'Crier'}</bdi>
            </p>
            {state.notice !== '' && <p>Readers were told: {state.notice}</p>}
            {state.override !== '' && <p class="unsure">Sent all the same: {state.override}</p>}
            <div dir="auto">
              {state.headline !== '' && <h3>{state.headline}</h3>}
              <div class="entry-words" {...markup(dressedBody(state.bodyHtml, { media: entry.media }))} />
            </div>
          </article>
        ))}
      </section>
    </DeskPage>
  );
}

const madeBy: Record<EntrySentence['state'], string> = {
  machine: '',
  memory: 'from what we published before',
  edited: 'written anew by the desk',
  untranslated: 'not translated',
};

/** What stays with the entry: by what each sentence was translated, and who read it. */
function HowTranslated({ translation, when }: { translation: EntryTranslation; when: PageTime }) {
  const { fromLanguage, checked, sentences } = translation;
  return (
    <section aria-labelledby="translated">
      <h2 id="translated">How it was translated</h2>
      <p>
        From {englishName(fromLanguage)}.{' '}
        {checked ? (
          <>
            Read by <bdi>{checked.name}</bdi>, {dayAndTime(checked.at, when)}.
          </>
        ) : (
          'Nobody has read it yet.'
        )}
      </p>
      <ol class="entry-pairs">
        {sentences.map(({ original, translated, engine, state }, at) => (
          <li key={at}>
            <p dir="auto">{translated}</p>
            <p class="dim" lang={fromLanguage} dir={directionOf(fromLanguage)}>
              {original}
            </p>
            <p class="small dim">{[engine, madeBy[state]].filter(Boolean).join(', ') || 'the desk'}</p>
          </li>
        ))}
      </ol>
      {sentences.length === 0 && <p class="dim">Its sentences were not kept with it.</p>}
    </section>
  );
}

function AddSaying({ frame, action }: { frame: DeskFrame; action: string }) {
  const fields = [
    ['speakerName', 'Name'],
    ['speakerRole', 'Who they are'],
    ['saidWords', 'Their words, as they stand in the entry'],
    ['occasion', 'Where and when'],
    ['heardFrom', 'Heard through; empty for our own ears'],
  ] as const;
  return (
    <details class="more">
      <summary>Name who says something</summary>
      <form method="post" action={action} class="form">
        <FormToken form={frame.form} />
        {fields.map(([name, label]) => (
          <Field key={name} label={label} name={name}>
            <input id={name} name={name} dir="auto" required={name === 'speakerName'} />
          </Field>
        ))}
        <div class="actions">
          <button type="submit">Keep the statement</button>
        </div>
      </form>
    </details>
  );
}
