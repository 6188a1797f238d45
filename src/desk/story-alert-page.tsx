/** How far the alerts of one story are: a part of the editor's page that looks again by itself, and a page without script. */
import type { AlertLine } from '../alerts/progress.ts';
import type { Role } from '../staff/roles.ts';
import { AlertProgress } from './alert-progress.tsx';
import { type DeskFrame, DeskPage } from './desk-layout.tsx';
import type { When } from './words.ts';

interface Lines {
  frame: DeskFrame;
  when: When;
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
      <div id="alert-told">
        {props.told.length === 0 && <p class="empty">Nobody was told of this story.</p>}
        <ToldLines {...props} />
      </div>
    </DeskPage>
  );
}
