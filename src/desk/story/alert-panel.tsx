/** The alert beside its story: its level, its own words in each language, how they look, who hears it, and how far it is. */
import { maySend } from '../../alerts/alert-check.ts';
import { type AlertText, BODY_MOST, HEADLINE_MOST } from '../../alerts/alert-text.ts';
import type { DraftText } from '../../alerts/compose.ts';
import { textFields } from '../../alerts/compose.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { alertLevels } from '../../stories/story.ts';
import { Field, FormToken, PaneHead } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import { Cuts, cutsForScript, Previews } from './alert-preview.tsx';
import { Fold } from './fold.tsx';
import { ToldLines } from './story-alert-page.tsx';
import { COPY_FORM, isWritable, type StoryPageProps } from './story-view.ts';

export function AlertPanel(props: StoryPageProps) {
  const { alert, story } = props;
  if (story.status === 'spiked') return null;
  const isComposed = mayCompose(props);
  return (
    <>
      <PaneHead end={isComposed ? <kbd>Ctrl Alt A</kbd> : undefined}>Alert</PaneHead>
      <div class="facts" id="alert" data-alert-panel data-devices={cutsForScript}>
        <Told {...props} />
        {isComposed && (
          <div class="form">
            <Level {...props} />
            <Audience {...props} />
            <Fold
              class="more"
              whole={props.whole}
              fold="alert"
              open={isOpen(props)}
              summary={<summary>Its words, and how devices show them</summary>}
            >
              {untold(alert).map((text) => (
                <OwnWords key={text.editionId} {...props} text={text} />
              ))}
            </Fold>
            {story.status === 'published' && mayTellNow(alert) && <TellNow {...props} />}
          </div>
        )}
        {!isComposed && story.status !== 'killed' && <Waits {...props} />}
      </div>
    </>
  );
}

/** Whether words and level can still be chosen: the story can be written in, and an edition's news was not told yet. */
export function mayCompose(
  props: Pick<StoryPageProps, 'alert' | 'story' | 'lock' | 'isSentBack' | 'mayPublish'>,
): boolean {
  return props.alert.mayAsk && isWritable(props) && untold(props.alert).length > 0;
}

/** The editions of which nobody was told: a translation may come days after the story. */
function untold({ texts, told }: StoryPageProps['alert']): DraftText[] {
  const gone = told.filter(
    ({ kind, state, leftAt }) => kind === 'news' && (state !== 'stopped' || leftAt !== null),
  );
  return texts.filter(({ language }) => !gone.some((line) => line.language === language));
}

/** Of a story that is out: nobody was told yet, or an alert was taken back before it left. */
function mayTellNow(alert: StoryPageProps['alert']): boolean {
  const isTakenBack = alert.told.some(
    ({ kind, state, leftAt }) => kind === 'news' && state === 'stopped' && leftAt === null,
  );
  return isTakenBack || untold(alert).length === alert.texts.length;
}

/** Folded while no alert is meant to go out: beside the copy there is more to see. */
function isOpen({ typed, refused }: StoryPageProps): boolean {
  return (
    typed.alertLevel !== '' || Object.keys(refused?.fields ?? {}).some((name) => name.startsWith('alert'))
  );
}

function Told(props: StoryPageProps) {
  const { alert, story } = props;
  if (alert.mayAsk)
    return (
      <div id="alert-told" data-live="alerts" data-live-from={`/desk/stories/${story.id}/alert`}>
        <ToldLines {...props} told={alert.told} staff={alert.staff} />
      </div>
    );
  if (alert.told.length === 0) return null;
  return (
    <div>
      {alert.told.map((line) => (
        <p key={line.id}>
          {line.headline} <span class="dim">{line.state === 'sent' ? 'was sent' : line.state}</span>
        </p>
      ))}
    </div>
  );
}

const levelWords: Record<(typeof alertLevels)[number], string> = {
  routine: 'routine: for those who asked for everything',
  urgent: 'urgent: news that changes someone’s day',
  bulletin: 'bulletin: what the town will talk about',
  flash: 'flash: life, death, and what cannot wait',
};

function Level({ typed, story, alert, wireLevel }: StoryPageProps) {
  const isForbidden = story.source !== null && !story.source.mayAlert;
  return (
    <>
      <Field
        label="Tell readers"
        name="alertLevel"
        hint={
          isForbidden && story.source ? (
            <>
              The contract with <a href={`/desk/sources/${story.source.id}`}>{story.source.name}</a> does not
              allow alerts.
            </>
          ) : undefined
        }
      >
        <select id="alertLevel" name="alertLevel" form={COPY_FORM} data-alert-level>
          <option value="">no alert</option>
          {alertLevels.map((level) => (
            <option key={level} value={level} selected={level === typed.alertLevel}>
              {levelWords[level]}
            </option>
          ))}
        </select>
      </Field>
      {wireLevel && typed.alertLevel === '' && !isForbidden && (
        <p class="dim">
          The wire sent it as “{wireLevel.word}”: {wireLevel.level} is suggested.
        </p>
      )}
      {alert.flashCheck && (
        <p class="unsure" data-flash hidden={typed.alertLevel !== 'flash'}>
          {flashWords(alert)}
        </p>
      )}
    </>
  );
}

/** What a flash will wait for, in words. */
export function flashWords({ flashCheck, staff }: StoryPageProps['alert']): string {
  if (flashCheck === 'word') return 'A flash wakes everyone: type the word flash when you publish.';
  if (flashCheck === 'editor') return 'A flash wakes everyone: it leaves when another editor agrees to it.';
  return maySend(staff.role, 'flash')
    ? 'A flash wakes everyone: it leaves when another chief agrees to it.'
    : 'A flash is a chief’s: the story goes out, and its alert when a chief agrees to it.';
}

/** Counted after the page is there, because on a large paper it takes a moment. */
function Audience({ story, typed }: StoryPageProps) {
  const page = `/desk/stories/${story.id}/audience`;
  const from = `${page}?level=${typed.alertLevel}`;
  return (
    <div id="audience" class="audience" data-live="audience" data-live-from={from} data-audience={page}>
      <p>
        <a href={from}>Who would hear it</a>
      </p>
    </div>
  );
}

function OwnWords(props: StoryPageProps & { text: DraftText }) {
  const { alert, text, frame, edition } = props;
  const { editionId, language } = text;
  const isWorkedOn = editionId === edition.id;
  return (
    <div
      class="alert-own"
      data-alert-words={editionId}
      data-credit={text.credit}
      data-follows={isWorkedOn ? COPY_FORM : undefined}
    >
      {alert.texts.length > 1 && <h3>{englishName(language)}</h3>}
      <Words {...props} part="headline" label="First line of the alert" most={HEADLINE_MOST} />
      <Words {...props} part="body" label="and what stands under it" most={BODY_MOST} />
      <Previews
        editionId={editionId}
        language={language}
        text={shownText(props)}
        paper={frame.paper ?? 'Crier'}
        site={alert.site}
      />
    </div>
  );
}

function Words(
  props: StoryPageProps & { text: DraftText; part: keyof AlertText; label: string; most: number },
) {
  const { text, part, label, most, refused } = props;
  const name = textFields(text.editionId)[part];
  return (
    <Field
      label={label}
      name={name}
      wrong={refused?.fields[name]}
      hint={<Cuts part={part} text={shownText(props)[part]} most={most} of={text.editionId} />}
    >
      <textarea
        id={name}
        name={name}
        form={COPY_FORM}
        rows={part === 'headline' ? 2 : 3}
        maxlength={most * 4}
        placeholder={text.edition[part] || 'as the story has it'}
        lang={text.language}
        dir={directionOf(text.language)}
        data-alert-part={part}
      >
        {ownText(props)[part]}
      </textarea>
    </Field>
  );
}

/** As typed and sent back, else as kept. */
function ownText({ typed, text }: StoryPageProps & { text: DraftText }): AlertText {
  return typed.alertTexts[text.editionId] ?? text.own;
}

function shownText(props: StoryPageProps & { text: DraftText }): AlertText {
  const own = ownText(props);
  return {
    headline: own.headline || props.text.edition.headline,
    body: own.body ? props.text.withCredit(own.body) : props.text.edition.body,
  };
}

/** For a story that is out already and of which nobody was told. */
function TellNow({ story }: StoryPageProps) {
  return (
    <div class="actions">
      <button type="submit" form={COPY_FORM} formaction={`/desk/stories/${story.id}/telling`} data-tell-now>
        Tell readers now
      </button>
    </div>
  );
}

/** For whoever does not write the story: what it will say, and the place to agree to a flash before it is published. */
function Waits(props: StoryPageProps) {
  const { alert, story, frame } = props;
  if (alert.told.length > 0 || !story.alertLevel) {
    return alert.told.length > 0 ? null : <p class="dim">No alert.</p>;
  }
  const mayLook = alert.mayAsk && story.alertLevel === 'flash' && story.status !== 'published';
  return (
    <div class="form">
      <p>
        Goes out as <b class={story.alertLevel === 'flash' ? 'live' : undefined}>{story.alertLevel}</b>.
      </p>
      {alert.texts.map(({ editionId, language, spoken }) => (
        <p key={editionId} class="alert-told" lang={language} dir={directionOf(language)}>
          <b>{spoken.headline}</b> {spoken.body}
        </p>
      ))}
      {mayLook && (
        <form method="post" action={`/desk/stories/${story.id}/agreement`} class="form">
          <FormToken form={frame.form} />
          <Field
            label="Type flash to agree to it as it reads now"
            name="agreeWord"
            hint="Any change asks again."
          >
            <input id="agreeWord" name="flashWord" class="short" autocomplete="off" required />
          </Field>
          <div class="actions">
            <button type="submit">Agree to the flash</button>
          </div>
        </form>
      )}
    </div>
  );
}
