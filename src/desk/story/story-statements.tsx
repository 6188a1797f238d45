/** Who says what in a story: the list beside the copy, and the form that adds to it. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import { needsStanding } from '../../sourcing/hops.ts';
import { asksForStanding, forms, type Statement, standings } from '../../sourcing/statement.ts';
import { hasWords, wordsFor } from '../../views/words/words.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import { Fold } from './fold.tsx';
import { LivePart } from './live-part.tsx';
import { mayChangeShown, type StoryPageProps, type StoryPartProps } from './story-view.ts';

/** Who says what in the story, as far as the desk has said so. */
export function Statements(props: StoryPartProps) {
  return (
    <LivePart id="statements" class="facts" story={props.story} frame={props.frame}>
      {props.statements.map((statement) => (
        <StatementFact key={statement.id} statement={statement} {...props} />
      ))}
      {props.statements.length === 0 && <p class="dim">Nobody yet.</p>}
    </LivePart>
  );
}

function StatementFact(props: StoryPartProps & { statement: Statement }) {
  const { statement, story, frame, lost } = props;
  const mustSay = needsStanding(statement.hops, statement.speaker.inConflict);
  const isUnsure = statement.standing !== 'confirmed' && mustSay;
  const asks = asksForStanding(statement);
  return (
    <div class="fact said-line" id={`said-${statement.id}`}>
      <b>{statement.speaker.name}</b>
      {statement.speakerRole && <span class="k">{statement.speakerRole}</span>}
      <span class="said-words" dir="auto">
        {statement.words}
      </span>
      <span class="k">
        {statement.form} ·{' '}
        <span class={isUnsure || statement.standing === 'disputed' ? 'unsure' : ''}>
          {statement.standing}
        </span>
        {statement.occasion && ` · ${statement.occasion}`}
      </span>
      {statement.verbatim === 'translated' && <Original {...statement} />}
      {asks && (
        <span class="unsure">
          {statement.speaker.inConflict ? 'A party to the conflict speaks' : 'Heard at third hand or further'}
          : say what is known of it.
        </span>
      )}
      {statement.answer !== '' && (
        <span class="k" dir="auto">
          Answer: {statement.answer}
        </span>
      )}
      {lost.has(statement.id) && <span class="unsure">These words are no longer in the copy.</span>}
      {mayChangeShown(props) && <StandingForm {...props} open={asks} />}
      {mayChangeShown(props) && (
        <form
          method="post"
          action={`/desk/stories/${story.id}/statements/${statement.id}/removal`}
          class="inline"
        >
          <FormToken form={frame.form} />
          <button type="submit" class="quiet small">
            Take away
          </button>
        </form>
      )}
    </div>
  );
}

/** The words are a translation; these are those that were said, or that we had them from. */
function Original({ originalWords, originalLanguage }: Statement) {
  const language = originalLanguage ?? '';
  return (
    <span class="k">
      Translated{language && ` from ${englishName(language)}`}
      {originalWords && ': '}
      <span lang={language || undefined} dir="auto">
        {originalWords}
      </span>
    </span>
  );
}

/** What is known of it, and what those say whom it accuses. */
function StandingForm({
  statement,
  story,
  edition,
  frame,
  open,
  whole,
}: StoryPartProps & { statement: Statement; open: boolean }) {
  const id = (name: string) => `${name}-${statement.id}`;
  return (
    <Fold class="more" whole={whole} fold={id('standing')} open={open} summary={<summary>Standing</summary>}>
      <form
        method="post"
        action={`/desk/stories/${story.id}/statements/${statement.id}/standing`}
        class="form"
      >
        <FormToken form={frame.form} />
        <Field label="Standing" name={id('standing')}>
          <select id={id('standing')} name="standing">
            {standings.map((one) => (
              <option key={one} value={one} selected={one === statement.standing}>
                {one}
              </option>
            ))}
          </select>
        </Field>
        <Field label="What we know of it" name={id('note')}>
          <input
            id={id('note')}
            name="standingNote"
            value={open ? housePhrase(edition.language) : statement.standingNote}
            dir="auto"
          />
        </Field>
        <Field label="What those accused say" name={id('answer')}>
          <input id={id('answer')} name="answer" value={statement.answer} dir="auto" />
        </Field>
        <div class="actions">
          <button type="submit" class="small">
            Save
          </button>
        </div>
      </form>
    </Fold>
  );
}

/** What the paper says in an edition's language of what nobody could verify; empty in one that it has no words for. */
function housePhrase(language: string): string {
  return hasWords(language) ? wordsFor(language).statements.independent : '';
}

/** Adds one; the script fills in the words that are selected in the copy. */
export function StatementForm(props: StoryPageProps) {
  const { story, frame, speakerNames, refused, sentPart: sent } = props;
  const isWrong = ['words', 'speakerName', 'occasion'].some((name) => refused?.fields[name]);
  return (
    <details class="more" id="add-statement" open={isWrong}>
      <summary>Add a statement</summary>
      <form class="form" method="post" action={`/desk/stories/${story.id}/statements`}>
        <FormToken form={frame.form} />
        <Field label="Words, as they stand in the copy" name="words" wrong={refused?.fields.words}>
          <textarea id="words" name="words" rows={3} required dir="auto">
            {sent.words}
          </textarea>
        </Field>
        <input type="hidden" name="wordsBefore" value={sent.wordsBefore ?? ''} />
        <Field label="Who says it" name="speakerName" wrong={refused?.fields.speakerName}>
          <input
            id="speakerName"
            name="speakerName"
            value={sent.speakerName}
            list="speakers"
            required
            dir="auto"
            autocomplete="off"
          />
        </Field>
        <datalist id="speakers">
          {speakerNames.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label="As what" name="speakerRole">
          <input
            id="speakerRole"
            name="speakerRole"
            value={sent.speakerRole}
            placeholder="Head of the harbour inquiry"
            dir="auto"
          />
        </Field>
        <div class="fields">
          <Choice label="Form" name="form" options={forms} chosen={sent.form} />
          <Choice label="Standing" name="standing" options={standings} chosen={sent.standing} />
        </div>
        <Field label="Where and when" name="occasion">
          <input
            id="occasion"
            name="occasion"
            value={sent.occasion}
            placeholder="to Radio Thalassa, Thursday"
            dir="auto"
          />
        </Field>
        <Field label="What we know of it" name="standingNote">
          <input id="standingNote" name="standingNote" value={sent.standingNote} dir="auto" />
        </Field>
        {hasOtherLanguage(props) && (
          <label class="check">
            <input type="checkbox" name="verbatim" value="original" checked={sent.verbatim === 'original'} />
            These are the words that were said, not a translation of them
          </label>
        )}
        <div class="actions">
          <button type="submit" class="small">
            Add
          </button>
        </div>
      </form>
    </details>
  );
}

/** Only where it came to us through another language can its words be a translation. */
function hasOtherLanguage({ story, edition }: StoryPageProps): boolean {
  const own = primaryLanguage(edition.language);
  return story.hops.some(({ language }) => language !== null && primaryLanguage(language) !== own);
}

function Choice(props: {
  label: string;
  name: string;
  options: readonly string[];
  chosen?: string | undefined;
}) {
  return (
    <Field label={props.label} name={props.name}>
      <select id={props.name} name={props.name}>
        {props.options.map((option) => (
          <option key={option} value={option} selected={option === props.chosen}>
            {option}
          </option>
        ))}
      </select>
    </Field>
  );
}
