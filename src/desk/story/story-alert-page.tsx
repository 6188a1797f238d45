/** How far the alerts of one story are: a part of the editor's page that looks again by itself, and a page without script. */
import type { AlertLine } from '../../alerts/sending/progress.ts';
import type { Role } from '../../staff/roles.ts';
import { AlertProgress, secondsLeft } from '../alerts/alert-progress.tsx';
import { type DeskFrame, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { englishName, type PageTime } from '../views/words.ts';

interface Lines {
  frame: DeskFrame;
  when: PageTime;
  staff: { id: string; role: Role };
  told: AlertLine[];
}

export function ToldLines({ frame, when, staff, told }: Lines) {
  const view = { form: frame.form, when, staff, isStopped: frame.stopped !== undefined };
  return (
    <>
      {told.map((line) => (
        <AlertProgress key={line.id} {...view} back="story" alert={line} />
      ))}
    </>
  );
}

/** Over the copy, because it is there that an editor looks when the story has just gone out: seconds count. */
export function UndoNotice({ frame, when, told }: Pick<Lines, 'frame' | 'when' | 'told'>) {
  if (frame.stopped) return null;
  const leaving = told.filter(
    (line) => line.state === 'standby' && line.check === null && (line.leavesAt ?? 0) > when.now,
  );
  return (
    <>
      {leaving.map((line) => (
        <div key={line.id} class="notice undo">
          <p>
            The alert{told.length > 1 && ` in ${englishName(line.language)}`}:{' '}
            <b role="timer" data-leaves-in={secondsLeft(line, when)}>
              Leaves in {secondsLeft(line, when)} s
            </b>
          </p>
          <form method="post" action={`/desk/alerts/${line.id}/undo`} class="inline">
            <FormToken form={frame.form} />
            <input type="hidden" name="story" value={line.storyId} />
            <button type="submit" class="danger small" data-key="u">
              Undo it <kbd>u</kbd>
            </button>
          </form>
        </div>
      ))}
    </>
  );
}

export function StoryAlertPage(props: Lines & { storyId: string }) {
  return (
    <DeskPage {...props.frame} title="The alert" current="stories">
      <div class="page-head">
        <h1>The alert</h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${props.storyId}`}>
            The story
          </a>
        </div>
      </div>
      {props.told.length === 0 && <p class="empty">Nobody was told of this story.</p>}
      <div id="alert-undo">
        <UndoNotice {...props} />
      </div>
      <div id="alert-told">
        <ToldLines {...props} />
      </div>
    </DeskPage>
  );
}
