/** Who would hear an alert of a story, counted. A page of its own without script; with it, a part of the editor's. */
import type { Audience } from '../../alerts/readers/audience.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import { counted, englishName } from '../views/words.ts';

interface Props {
  frame: DeskFrame;
  storyId: string;
  /** Null where no level is chosen. */
  level: string | null;
  audience: Audience | null;
}

export function AudiencePage(props: Props) {
  return (
    <DeskPage {...props.frame} title="Who would hear it" current="stories">
      <div class="page-head">
        <h1>Who would hear it</h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${props.storyId}`}>
            The story
          </a>
        </div>
      </div>
      <div id="audience" class="audience">
        <Counted {...props} />
      </div>
    </DeskPage>
  );
}

function Counted({ audience, level }: Props) {
  if (!audience || !level) return <p class="dim">Choose a level, and who would hear it is counted.</p>;
  const { now, quiet, capped, never, byLanguage } = audience;
  const later = [
    quiet > 0 && `${counted(quiet, 'device')} at the end of quiet hours`,
    capped > 0 && `${counted(capped, 'device')} when the day’s number allows it`,
  ].filter((words) => words !== false);
  return (
    <div>
      <p>
        <b>{counted(now, 'device')}</b> would hear it now
        {later.length > 0 && `; ${later.join(', ')}`}.
      </p>
      {byLanguage.length > 1 && (
        <p class="dim">
          {byLanguage
            .map(({ language, devices }) => `${devices.toLocaleString('en')} in ${englishName(language)}`)
            .join(', ')}
          .
        </p>
      )}
      {never > 0 && (
        <p class="dim">
          {counted(never, 'device')} {never === 1 ? 'follows' : 'follow'} this and would not hear it: in no
          language they asked for, or they ended this story.
        </p>
      )}
    </div>
  );
}
