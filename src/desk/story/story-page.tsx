/** The editor: the wire, the copy, and beside it how the story came to us, who says what in it, and its takes. */
import type { ComponentChildren } from 'preact';
import type { DeskStory } from '../../stories/desk-read.ts';
import { asksForEditor } from '../../stories/may-change.ts';
import { mayCorrect } from '../../stories/story.ts';
import { type DeskKey, DeskPage, FormToken, Notice, Pane, PaneTabs } from '../views/desk-layout.tsx';
import { clockTime, dayAndTime } from '../views/words.ts';
import { WirePane } from '../wire/wire-pane.tsx';
import { WholeWithoutScript } from './fold.tsx';
import { LivePart } from './live-part.tsx';
import { UndoNotice } from './story-alert-page.tsx';
import { StoryBeside } from './story-beside.tsx';
import { CopyForm, ReadOnlyCopy } from './story-copy.tsx';
import { StoryPanels } from './story-panels.tsx';
import {
  COPY_FORM,
  gateClass,
  gateWords,
  isWritable,
  type StoryPageProps,
  type StoryPartProps,
} from './story-view.ts';
import { MergedNotice } from './ties-part.tsx';

const keys: DeskKey[] = [
  { keys: ['Ctrl S'], does: 'save a take', foot: true },
  { keys: ['Ctrl Enter'], does: 'publish…', foot: true },
  { keys: ['Ctrl Shift Enter'], does: 'correct what readers have…' },
  { keys: ['Ctrl Alt K'], does: 'kill: withdraw what readers have…' },
  { keys: ['F8'], does: 'next finding', foot: true },
  { keys: ['Shift F8'], does: 'finding before' },
  { keys: ['F9'], does: 'confirm who says it', foot: true },
  { keys: ['Shift F9'], does: 'not said' },
  { keys: ['F7'], does: 'next suggested statement' },
  { keys: ['Shift F7'], does: 'suggested statement before' },
  { keys: ['Ctrl Alt Enter'], does: 'put the suggestion in', foot: true },
  { keys: ['Ctrl Alt D'], does: 'dismiss the finding, with a reason' },
  { keys: ['Ctrl B'], does: 'bold' },
  { keys: ['Ctrl I'], does: 'italic' },
  { keys: ['Ctrl K'], does: 'link' },
  { keys: ['Ctrl Alt 2'], does: 'heading' },
  { keys: ['Ctrl Alt 0'], does: 'plain paragraph' },
  { keys: ['Ctrl Shift B'], does: 'quotation' },
  { keys: ['Ctrl Shift 8'], does: 'list' },
  { keys: ['Ctrl Alt A'], does: 'the alert' },
  { keys: ['Ctrl Alt T'], does: 'tie it to another story' },
  { keys: ['Ctrl Alt M'], does: 'a remark, at the sentence of the caret' },
  { keys: ['Ctrl Enter'], does: 'in a remark: send it' },
  { keys: ['u'], does: 'undo the alert, while it has not left' },
  { keys: ['Ctrl Shift X'], does: 'who says the selected words', foot: true },
  { keys: ['j', 'k'], does: 'next and previous item of the wire' },
  { keys: ['Enter'], does: 'read it beside the copy' },
  { keys: ['Esc'], does: 'out of the copy, so that single keys work' },
];

export function DeskStoryPage(props: StoryPageProps) {
  const { frame, wire, story, typed } = props;
  const writable = isWritable(props);
  return (
    <DeskPage
      {...frame}
      title={typed.headline || story.slug}
      current="stories"
      panes
      scripts={writable ? ['editor'] : []}
      keys={keys}
      bar={<Bar {...props} />}
      head={props.whole ? undefined : <WholeWithoutScript at={props.at} />}
      foot={
        <>
          <span class="gate" data-gate-unsaved hidden />
          <Gate {...props} />
        </>
      }
    >
      <PaneTabs
        tabs={[
          { pane: 'wire', name: 'Wire' },
          { pane: 'copy', name: 'Copy' },
          { pane: 'beside', name: 'Checks and facts' },
        ]}
        open={opensBeside(props) ? 'beside' : 'copy'}
      />
      <Pane name="wire" label="Wire">
        <WirePane {...wire} isAside />
      </Pane>
      <Pane name="copy" label="Copy">
        {props.alert.mayAsk && (
          <div id="alert-undo" data-live="alerts" data-live-from={`/desk/stories/${story.id}/alert`}>
            <UndoNotice {...props} told={props.alert.told} />
          </div>
        )}
        <Notices {...props} />
        <MergedNotice {...props} />
        {writable && <h1 class="unseen">{typed.headline || story.slug}</h1>}
        {writable ? <CopyForm {...props} /> : <ReadOnlyCopy {...props} />}
      </Pane>
      <Pane name="beside" label="Checks, alert, sources and takes">
        {props.done && props.isBeside && <Notice kind="good">{props.done}</Notice>}
        <StoryBeside {...props} />
      </Pane>
      {writable && <StoryPanels {...props} />}
    </DeskPage>
  );
}

const BESIDE = [
  'words',
  'speakerName',
  'occasion',
  'tiedTo',
  'series',
  'mergeInto',
  'picture',
  'alt',
  'slug',
];

/** Where the hand was, with what was done or with what was refused: on a phone that pane is shown. */
const opensBeside = ({ isBeside, refused, typedRemark }: StoryPageProps): boolean =>
  isBeside || typedRemark !== undefined || BESIDE.some((name) => refused?.fields[name] !== undefined);

function Bar(props: StoryPageProps) {
  const { story, edition, when } = props;
  return (
    <>
      <span class="state" data-save-state>
        take {edition.takeNumber}, {clockTime(edition.savedAt, when)}
      </span>
      {story.kind === 'live' && (
        <a class="btn quiet" href={`/desk/live/${story.id}`}>
          Entries
        </a>
      )}
      <a class="btn quiet" href={`/desk/stories/${story.id}/translation`}>
        Editions
      </a>
      <a class="btn quiet" href={`/desk/stories/${story.id}/preview`}>
        Preview
      </a>
      {isWritable(props) && props.mayPublish && (
        <>
          {mayCorrect(story.status) && (
            <button
              type="button"
              class="quiet to-correct"
              popovertarget="correct"
              aria-keyshortcuts="Control+Shift+Enter"
            >
              Correct…
            </button>
          )}
          <button type="button" popovertarget="publish" data-publish aria-keyshortcuts="Control+Enter">
            {publishWord(story)}
          </button>
        </>
      )}
      {isWritable(props) && !props.mayPublish && (
        <button type="submit" form={COPY_FORM}>
          Save
        </button>
      )}
    </>
  );
}

function publishWord({ status, changed }: DeskStory): string {
  if (status === 'published') return 'Publish changes…';
  if (status !== 'scheduled') return 'Publish…';
  return changed.length > 0 ? 'Schedule again…' : 'Scheduled…';
}

/** What stands in the way of publishing, always in sight. */
export function Gate({ story, frame, obstacles, when }: StoryPartProps) {
  return (
    <LivePart id="gate" inline story={story} frame={frame}>
      <span class={gateClass({ story, obstacles })}>{gateWords({ story, obstacles, when })}</span>
    </LivePart>
  );
}

function Notices(props: StoryPageProps) {
  const { story, lock, frame, done, refused, when } = props;
  return (
    <div class="notices" id="notices">
      {done && !props.isBeside && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{[refused.words, ...Object.values(refused.fields)].join(' ')}</Notice>}
      {lock.holder && !lock.held && (
        <HeldByOther story={story} form={frame.form}>
          <b>{lock.holder.name}</b> has been editing this story since{' '}
          {lock.sinceAt !== null && clockTime(lock.sinceAt, when)}. What you see is the last saved take.
        </HeldByOther>
      )}
      {story.missed && (
        <Notice kind="bad">
          It did not go out at {dayAndTime(story.missed.at, when)}. {story.missed.words}
        </Notice>
      )}
      {!props.mayPublish && asksForEditor(story.status, 'shows') && <EditorsAlone story={story} />}
      {story.status === 'killed' && (
        <Notice kind="bad">This story was killed. Readers are told: {story.killNotice}</Notice>
      )}
      {story.overrideReason && (
        <Notice kind="unsure">Published although something stood in the way: {story.overrideReason}</Notice>
      )}
    </div>
  );
}

/** To whoever is no editor: what of a story that is out, or goes out by itself, is not theirs to change. */
function EditorsAlone({ story }: { story: DeskStory }) {
  if (story.status === 'killed') return null;
  return (
    <Notice kind="unsure">
      {story.status === 'scheduled'
        ? 'The story goes out by itself: an editor changes it, or takes it off its hour first.'
        : 'The story is out. What you save waits until an editor publishes it; who says what, and how it came to us, an editor changes.'}
    </Notice>
  );
}

function HeldByOther(props: { story: DeskStory; form: string; children: ComponentChildren }) {
  return (
    <div class="notice unsure" role="status">
      <p>{props.children}</p>
      <form method="post" action={`/desk/stories/${props.story.id}/lock`} class="actions">
        <FormToken form={props.form} />
        <input type="hidden" name="anyway" value="yes" />
        <button
          type="submit"
          class="small"
          data-ask="Take the story over? Whoever has it open is told at the next save, and keeps a copy."
        >
          Take over
        </button>
      </form>
    </div>
  );
}
