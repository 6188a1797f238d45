/** What is asked before a story goes out, is corrected, withdrawn or put away. Popovers: they open without script. */
import type { ComponentChildren } from 'preact';
import { mayKill, maySpike } from '../../stories/story.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime } from '../views/words.ts';
import { mayCompose } from './alert-panel.tsx';
import { LivePart } from './live-part.tsx';
import { PublishActs } from './publish-acts.tsx';
import { GoesOut, NoticeAlone } from './story-goes-out.tsx';
import { COPY_FORM, type StoryPageProps, type StoryPartProps } from './story-view.ts';

/** The verbs of the copy form are its own buttons elsewhere: what was typed is saved first, then the verb is done. */
export function StoryPanels(props: StoryPageProps) {
  const { story } = props;
  if (!props.mayPublish) return null;
  return (
    <>
      <PublishPanel {...props} />
      {story.status === 'published' && <CorrectPanel {...props} />}
      {mayKill(story.status) && <KillPanel {...props} />}
    </>
  );
}

function Panel(props: { id: string; title: string; children: ComponentChildren }) {
  return (
    <div class="panel" id={props.id} popover="auto" role="dialog" aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <p class="looking dim" role="status">
        Saving, to look at what stands in the way…
      </p>
      {props.children}
    </div>
  );
}

function PublishPanel(props: StoryPageProps) {
  const { story } = props;
  const isOut = story.status === 'published';
  return (
    <Panel id="publish" title={isOut ? 'Publish the changes' : 'Publish'}>
      <div class="form">
        <PublishGate {...props} />
        {isOut && (
          <p class="dim">
            Readers see this without a notice. Where something was wrong, use{' '}
            <button type="button" class="quiet small" popovertarget="correct">
              Correct… <kbd>Ctrl Shift Enter</kbd>
            </button>{' '}
            and where it should not be out at all{' '}
            <button type="button" class="quiet small" popovertarget="kill">
              Kill… <kbd>Ctrl Alt K</kbd>
            </button>
          </p>
        )}
        <GoesOut {...props} />
        <Alert {...props} />
        <PublishActs {...props} />
        {!isOut && <Later {...props} />}
      </div>
    </Panel>
  );
}

function Close({ panel }: { panel: string }) {
  return (
    <button type="button" class="quiet" popovertarget={panel} popovertargetaction="hide">
      Not now
    </button>
  );
}

/** What stands in the way, and the reason for which it goes out all the same. */
export function PublishGate(props: StoryPartProps) {
  return (
    <LivePart id="publish-gate" class="form" story={props.story} frame={props.frame}>
      <Obstacles {...props} />
      <Override {...props} />
    </LivePart>
  );
}

/** In words, each on a line. */
function Obstacles({ obstacles, waiting }: StoryPartProps) {
  const stay = waiting.map(({ editionId, words }) => (
    <p key={editionId} class="dim" data-waiting>
      {words} It stays at the desk.
    </p>
  ));
  if (obstacles.length === 0) {
    return (
      <>
        <p class="source">Nothing stands in the way.</p>
        {stay}
      </>
    );
  }
  return (
    <div>
      {stay}
      <p class="live">This stands in the way:</p>
      <ul class="obstacles" data-obstacles>
        {obstacles.map(({ code, words, overridable }) => (
          <li key={code}>
            {words} {!overridable && <span class="dim">(cannot be overridden)</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What readers will be told; it is composed beside the story. */
function Alert(props: StoryPageProps) {
  const { alert, typed, refused } = props;
  if (!mayCompose(props)) {
    return alert.told.length > 0 ? <p class="dim">Readers were told: no further alert goes out.</p> : null;
  }
  return (
    <>
      <p>
        Readers are told: <b data-alert-said>{typed.alertLevel || 'no alert'}</b>
        <span data-audience-said />{' '}
        <button type="button" class="quiet small with-script" data-to-alert>
          Compose the alert…
        </button>
      </p>
      {alert.flashCheck === 'word' && (
        <div data-flash hidden={typed.alertLevel !== 'flash'}>
          <Field label="Type flash to send it to everyone" name="flashWord" wrong={refused?.fields.flashWord}>
            <input id="flashWord" name="flashWord" class="short" form={COPY_FORM} autocomplete="off" />
          </Field>
        </div>
      )}
    </>
  );
}

function Override({ obstacles, typed, refused }: StoryPartProps) {
  if (!obstacles.some(({ overridable }) => overridable)) return null;
  return (
    <Field
      label="Publish all the same, because"
      name="override"
      hint="The reason is kept with the story and with your name."
      wrong={refused?.fields.override}
    >
      <textarea id="override" name="override" form={COPY_FORM} rows={2}>
        {typed.override}
      </textarea>
    </Field>
  );
}

function Later({ story, frame, typed, refused, when }: StoryPageProps) {
  return (
    <details class="more" open={story.status === 'scheduled' || refused?.fields.publishAt !== undefined}>
      <summary>Later, by itself</summary>
      <div class="form">
        <Field label={`At (${when.zone})`} name="publishAt" wrong={refused?.fields.publishAt}>
          <input
            id="publishAt"
            name="publishAt"
            type="datetime-local"
            form={COPY_FORM}
            value={typed.publishAt}
          />
        </Field>
        <div class="actions">
          <button
            type="submit"
            class="quiet"
            form={COPY_FORM}
            formaction={`/desk/stories/${story.id}/schedule`}
          >
            {story.status === 'scheduled' ? 'Change the time' : 'Schedule'}
          </button>
          {story.status === 'scheduled' && story.publishAt !== null && (
            <form method="post" action={`/desk/stories/${story.id}/schedule/withdrawal`} class="inline">
              <FormToken form={frame.form} />
              <button type="submit" class="danger">
                Do not publish at {dayAndTime(story.publishAt, when)}
              </button>
            </form>
          )}
        </div>
      </div>
    </details>
  );
}

function CorrectPanel(props: StoryPageProps) {
  const { story, typed, refused } = props;
  return (
    <Panel id="correct" title="Correct the story">
      <div class="form">
        <p class="dim">
          The copy as it stands now is published with this notice. It goes to the page, the corrections log,
          and every device that had the alert.
        </p>
        <NoticeAlone {...props} />
        <Field
          label="What was wrong, and what is right"
          name="notice"
          wrong={refused?.fields.notice}
          hint="“An earlier version said 400 tonnes. It was 40.”"
        >
          <textarea id="notice" name="notice" rows={3} form={COPY_FORM}>
            {typed.notice}
          </textarea>
        </Field>
        <div class="actions">
          <button type="submit" form={COPY_FORM} formaction={`/desk/stories/${story.id}/corrections`}>
            Publish the correction
          </button>
          <Close panel="correct" />
        </div>
      </div>
    </Panel>
  );
}

function KillPanel({ story, frame }: StoryPageProps) {
  return (
    <Panel id="kill" title="Kill the story">
      <form class="form" method="post" action={`/desk/stories/${story.id}/kill`}>
        <FormToken form={frame.form} />
        <p class="dim">
          It leaves every page, list and feed; its address says that it was withdrawn, and why. This cannot be
          taken back.
        </p>
        <Field
          label="What readers are told"
          name="kill-notice"
          hint="Why the story is withdrawn, in a sentence."
        >
          <textarea id="kill-notice" name="notice" rows={3} required />
        </Field>
        <div class="actions">
          <button type="submit" class="danger">
            Kill the story
          </button>
          <Close panel="kill" />
        </div>
      </form>
    </Panel>
  );
}

/** The ways out of a story, at the end of the column beside it. */
export function WaysOut({ story, frame, mayPublish }: StoryPageProps) {
  return (
    <div class="actions">
      {story.status === 'published' && mayPublish && (
        <>
          <button type="button" class="quiet" popovertarget="correct">
            Correct…
          </button>
          <button type="button" class="danger" popovertarget="kill">
            Kill…
          </button>
        </>
      )}
      {maySpike(story.status) && (
        <form method="post" action={`/desk/stories/${story.id}/spike`} class="inline">
          <FormToken form={frame.form} />
          <button
            type="submit"
            class="danger"
            data-ask="Spike this story? It will not be published, and its item is free to be picked up again."
          >
            Spike
          </button>
        </form>
      )}
    </div>
  );
}
