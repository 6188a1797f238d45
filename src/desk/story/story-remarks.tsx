/** What the desk says among itself beside a story: threads at its sentences, answers, and the form for another. Readers see none of it. */
import type { Remark, RemarkThread } from '../../remarks/remarks.ts';
import { FormToken, PaneHead } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';
import { emptyFold } from './fold.tsx';
import { LivePart } from './live-part.tsx';
import type { StoryPartProps } from './story-view.ts';

const SHOWN = 90; // characters of a sentence in the list to choose from

export function AmongOurselves(props: StoryPartProps) {
  return (
    <>
      <PaneHead end={<kbd>Ctrl Alt M</kbd>}>Among ourselves</PaneHead>
      <Remarks {...props} />
      <RemarkForm {...props} />
    </>
  );
}

export function Remarks(props: StoryPartProps) {
  const open = props.remarks.filter(({ settledAt }) => settledAt === null);
  const settled = props.remarks.filter(({ settledAt }) => settledAt !== null);
  return (
    <LivePart id="remarks" class="facts remarks" story={props.story} frame={props.frame}>
      {open.length === 0 && <p class="dim">Nothing is open.</p>}
      {open.map((thread) => (
        <Thread key={thread.id} {...props} thread={thread} />
      ))}
      {settled.length > 0 && (
        <details class="more">
          <summary>Settled ({settled.length})</summary>
          {settled.map((thread) => (
            <Thread key={thread.id} {...props} thread={thread} />
          ))}
        </details>
      )}
    </LivePart>
  );
}

function Thread({ thread, story, frame, when, typedRemark }: StoryPartProps & { thread: RemarkThread }) {
  const path = `/desk/stories/${story.id}/remarks/${thread.id}`;
  return (
    <article class="remark" id={`remark-${thread.id}`} aria-label={`Remark of ${thread.byName}`}>
      {thread.sentence !== '' && (
        <blockquote class={thread.isGone ? 'struck' : ''} dir="auto">
          {thread.sentence}
        </blockquote>
      )}
      {thread.isGone && <p class="unsure">The sentence is no more; those were its words.</p>}
      {[thread, ...thread.answers].map((remark) => (
        <Words key={remark.id} remark={remark} when={when} />
      ))}
      {thread.settledAt === null ? (
        <>
          <form class="remark-answer" method="post" action={`${path}/answer`}>
            <FormToken form={frame.form} />
            <label class="unseen" for={`answer-${thread.id}`}>
              Answer {thread.byName}
            </label>
            <textarea id={`answer-${thread.id}`} name="words" rows={1} dir="auto" data-names required>
              {typedRemark?.answers === thread.id ? typedRemark.words : ''}
            </textarea>
            <button type="submit" class="quiet small">
              Answer
            </button>
          </form>
          <form class="inline" method="post" action={`${path}/settlement`}>
            <FormToken form={frame.form} />
            <button type="submit" class="quiet small">
              Settled
            </button>
          </form>
        </>
      ) : (
        <form class="inline" method="post" action={`${path}/opening`}>
          <FormToken form={frame.form} />
          <span class="dim">
            Settled by {thread.settledByName ?? 'Crier'}, {dayAndTime(thread.settledAt, when)}
          </span>
          <button type="submit" class="quiet small">
            Open again
          </button>
        </form>
      )}
    </article>
  );
}

function Words({ remark, when }: { remark: Remark; when: PageTime }) {
  return (
    <p class="remark-words">
      <b>{remark.byName}</b> <span class="dim">{dayAndTime(remark.at, when)}</span>
      <br />
      <bdi>{remark.words}</bdi>
    </p>
  );
}

/** A sentence is one of a take: the list may come long after the page, from another take than the page was opened with. */
const placeValue = (takeId: string, place: number): string => `${takeId}.${place}`;

/** Its own form outside of what is live: what is typed in it stays. */
function RemarkForm({ story, edition, frame, sentences, typedRemark, whole }: StoryPartProps) {
  const typed = typedRemark?.answers === '' ? typedRemark : null;
  return (
    <form
      class="facts remark-form"
      method="post"
      action={`/desk/stories/${story.id}/remarks`}
      id="remark-form"
    >
      <FormToken form={frame.form} />
      <label for="remark-place">Where</label>
      <select id="remark-place" name="place" dir="auto" {...emptyFold('remark-place', whole)}>
        <option value="">the whole story</option>
        {sentences.map((sentence, place) =>
          sentence === '' ? null : (
            <option
              key={sentence}
              value={placeValue(edition.takeId, place)}
              data-words={sentence}
              selected={typed?.place === placeValue(edition.takeId, place)}
            >
              {sentence.length > SHOWN ? `${sentence.slice(0, SHOWN)}…` : sentence}
            </option>
          ),
        )}
      </select>
      <label for="remark-words">A remark, for the desk alone; @name calls a colleague</label>
      <textarea
        id="remark-words"
        name="words"
        rows={2}
        dir="auto"
        data-names
        aria-keyshortcuts="Control+Alt+M"
        required
      >
        {typed?.words}
      </textarea>
      <div class="actions">
        <button type="submit" class="small">
          Remark
        </button>
      </div>
    </form>
  );
}
