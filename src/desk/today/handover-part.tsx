/** The handovers on top of the day, the form that writes one, and the page of all of them. */
import type { Handover } from '../../planning/handover.ts';
import { type DeskFrame, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

interface HandoverProps {
  frame: DeskFrame;
  when: PageTime;
  handover: Handover;
}

export function OpenHandovers({
  handovers,
  ...props
}: Omit<HandoverProps, 'handover'> & { handovers: Handover[] }) {
  return (
    <>
      {handovers.map((handover, index) => (
        <article
          key={handover.id}
          class="at-hand handover"
          id={`handover-${handover.id}`}
          aria-label="Handover"
        >
          <Words {...props} handover={handover} />
          <form class="inline" method="post" action={`/desk/today/handovers/${handover.id}/take`}>
            <FormToken form={props.frame.form} />
            <button type="submit" {...(index === 0 ? { 'data-key': 'y', 'aria-keyshortcuts': 'y' } : {})}>
              I have it from here {index === 0 && <kbd>y</kbd>}
            </button>
          </form>
        </article>
      ))}
    </>
  );
}

function Words({ handover, when }: HandoverProps) {
  return (
    <>
      <p class="dim">
        <b>{handover.byName}</b> leaves this, {dayAndTime(handover.at, when)}
        {handover.takenAt !== null &&
          `; taken by ${handover.takenByName ?? 'Crier'}, ${dayAndTime(handover.takenAt, when)}`}
      </p>
      <div class="reply-body" dir="auto">
        {handover.words.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph} class="lines">
            {paragraph}
          </p>
        ))}
      </div>
    </>
  );
}

export function HandoverForm({ frame }: { frame: DeskFrame }) {
  return (
    <details class="more" id="hand-over">
      <summary>Hand over to the next shift</summary>
      <form class="form" method="post" action="/desk/today/handovers">
        <FormToken form={frame.form} />
        <div class="field">
          <label for="handover-words">What they are to know</label>
          <small id="handover-words-hint">
            It stands on top of the day until somebody takes it. It is kept.
          </small>
          <textarea
            id="handover-words"
            name="words"
            rows={5}
            dir="auto"
            data-key="h"
            aria-keyshortcuts="h"
            aria-describedby="handover-words-hint"
            required
          />
        </div>
        <div class="actions">
          <button type="submit">Hand over</button>
          <a href="/desk/today/handovers">Those before</a>
        </div>
      </form>
    </details>
  );
}

export function HandoversPage(props: {
  frame: DeskFrame;
  when: PageTime;
  handovers: Handover[];
  next: string | null;
}) {
  const { frame, when, handovers, next } = props;
  return (
    <DeskPage {...frame} title="Handovers" current="today">
      <div class="page-head">
        <h1>Handovers</h1>
        <a class="btn quiet" href="/desk/today">
          Today
        </a>
      </div>
      {handovers.length === 0 && <p class="empty">Nobody has handed over yet.</p>}
      {handovers.map((handover) => (
        <article key={handover.id} class="at-hand handover" aria-label="Handover">
          <Words frame={frame} when={when} handover={handover} />
        </article>
      ))}
      {next && (
        <p>
          <a class="btn quiet" href={`/desk/today/handovers?before=${next}`}>
            Earlier
          </a>
        </p>
      )}
    </DeskPage>
  );
}
