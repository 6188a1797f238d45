/**
 * Statements that the finder suggests, beside the copy: F9 confirms the chosen one and goes on, Shift F9 says that it is
 * none, F7 and Shift F7 go round. Nothing of it reaches a reader unconfirmed. Without the script it is plain forms.
 */
import { stepsOf } from '../../sourcing/hops.ts';
import { forms, standings } from '../../sourcing/statement.ts';
import type { Suggestion } from '../../sourcing/suggestions.ts';
import { FormToken, PaneHead } from '../views/desk-layout.tsx';
import { Fold } from './fold.tsx';
import { LivePart } from './live-part.tsx';
import { mayChangeShown, type StoryPartProps } from './story-view.ts';

export interface SuggestionsProps {
  storyId: string;
  form: string;
  suggestions: Suggestion[];
  whole: boolean;
}

export function Suggestions(props: StoryPartProps) {
  if (!mayChangeShown(props)) return null;
  const { story, frame, suggestions, whole } = props;
  return (
    <LivePart id="suggestions" story={story} frame={frame}>
      <SuggestionList storyId={story.id} form={frame.form} {...{ suggestions, whole }} />
    </LivePart>
  );
}

/** The list alone: what the page's script fetches anew while someone writes. */
export function SuggestionList({ storyId, form, suggestions, whole }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <>
      <PaneHead
        end={
          <span class="key">
            <kbd>F9</kbd> confirms
          </span>
        }
      >
        Perhaps said · {suggestions.length}
      </PaneHead>
      <ul class="facts suggestions">
        {suggestions.map((suggestion, index) => (
          <OneSuggestion key={suggestion.digest} {...{ storyId, form, suggestion, index, whole }} />
        ))}
      </ul>
    </>
  );
}

interface OneProps {
  storyId: string;
  form: string;
  suggestion: Suggestion;
  index: number;
  whole: boolean;
}

function OneSuggestion({ storyId, form, suggestion, index, whole }: OneProps) {
  const { digest, pieces, speakerName, speakerRole, cue } = suggestion;
  const first = pieces[0]?.words ?? '';
  return (
    <li class="fact said-line suggestion" data-words={first}>
      <b class={speakerName === '' ? 'unsure' : undefined}>
        <bdi>{speakerName || 'Who says it?'}</bdi>
      </b>
      {speakerRole !== '' && (
        <span class="k" dir="auto">
          {speakerRole}
        </span>
      )}
      <a class="said-words" href="#body" dir="auto" data-suggestion>
        {pieces.map(({ words }) => words).join(' … ')}
      </a>
      <span class="k">
        {suggestion.form}
        {cue !== '' && (
          <>
            {' · '}
            <bdi>{cue}</bdi>
          </>
        )}
        {suggestion.confidence < 0.75 && <span class="unsure"> · not sure</span>}
        {suggestion.needsStanding && <span class="unsure"> · say what is known of it</span>}
      </span>
      <Way suggestion={suggestion} />
      <form method="post" action={`/desk/stories/${storyId}/suggestions/confirmed`} class="form" data-confirm>
        <FormToken form={form} />
        <input type="hidden" name="digest" value={digest} />
        <div class="actions">
          <button type="submit" class="small">
            Confirm
          </button>
          <button
            type="submit"
            class="quiet small"
            formaction={`/desk/stories/${storyId}/suggestions/refused`}
            formnovalidate
            data-refuse
          >
            Not said
          </button>
        </div>
        <Corrections {...{ suggestion, index, whole }} />
      </form>
    </li>
  );
}

/** How it was heard, as far as the copy says so. */
function Way({ suggestion: { hops } }: Pick<OneProps, 'suggestion'>) {
  const steps = stepsOf(hops);
  if (steps.length === 0) return null;
  return (
    <span class="k">
      {steps.map(({ party }, index) => (
        <span key={index}>
          {index > 0 && ' — '}
          {party === '' ? <span class="unsure">someone unknown</span> : <bdi>{party}</bdi>}
        </span>
      ))}
    </span>
  );
}

/** Who, in which form, through whom, and what is known: put right before it is confirmed. */
function Corrections({ suggestion, index, whole }: Pick<OneProps, 'suggestion' | 'index' | 'whole'>) {
  const { speakerName, speakerRole, hops, form, pieces } = suggestion;
  const id = (name: string) => `${name}-s${index}`;
  const line = (
    name: string,
    label: string,
    value: string,
    more: { list?: string; required?: boolean } = {},
  ) => (
    <div class="field">
      <label for={id(name)}>{label}</label>
      <input type="text" id={id(name)} name={name} value={value} dir="auto" autocomplete="off" {...more} />
    </div>
  );
  return (
    <Fold
      class="more"
      whole={whole}
      fold={`change ${suggestion.digest}`}
      open={speakerName === ''}
      summary={<summary>Change it first</summary>}
    >
      {line('speakerName', 'Who says it', speakerName, { list: 'speakers', required: true })}
      {line('speakerRole', 'As what', speakerRole)}
      {pieces.length === 1 && (
        <div class="field">
          <label for={id('words')}>Words, as they stand in the copy</label>
          <textarea id={id('words')} name="words" rows={2} dir="auto">
            {pieces[0]?.words}
          </textarea>
        </div>
      )}
      <div class="fields">
        <Choice id={id('form')} name="form" label="Form" options={forms} chosen={form} />
        <Choice
          id={id('standing')}
          name="standing"
          label="Standing"
          options={standings}
          chosen="unverified"
        />
      </div>
      {line('standingNote', 'What we know of it', '')}
      {line('answer', 'What those accused say', '')}
      {line('occasion', 'Where and when', '')}
      {line('through', 'Through whom, first to last', hops.map(({ party }) => party || '?').join(' — '))}
    </Fold>
  );
}

function Choice(props: {
  id: string;
  name: string;
  label: string;
  options: readonly string[];
  chosen: string;
}) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <select id={props.id} name={props.name}>
        {props.options.map((option) => (
          <option key={option} value={option} selected={option === props.chosen}>
            {option}
          </option>
        ))}
      </select>
    </div>
  );
}
