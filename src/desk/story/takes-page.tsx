/** Every take of a story: what changed in each, and the way back to it. */

import { directionOf } from '../../kit/language-tag.ts';
import type { DeskEdition, DeskStory, TakeLine } from '../../stories/desk-read.ts';
import { type DeskFrame, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { DiffText } from '../views/diff-text.tsx';
import type { WordRun } from '../views/word-diff.ts';
import { dayAndTime, type PageTime } from '../views/words.ts';

export interface TakesPageProps {
  frame: DeskFrame;
  when: PageTime;
  story: DeskStory;
  edition: DeskEdition;
  shown: TakeLine;
  earlier: TakeLine | null;
  changes: WordRun[];
}

export function TakesPage(props: TakesPageProps) {
  const { frame, story, edition, shown, earlier, changes, when } = props;
  const ways = { lang: edition.language, dir: directionOf(edition.language) };
  return (
    <DeskPage {...frame} title={`Takes of ${story.slug}`} current="stories" keys={keys}>
      <div class="page-head">
        <h1>Takes</h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${story.id}`}>
            Back to the story
          </a>
        </div>
      </div>
      <p class="lead" {...ways}>
        {edition.copy.headline || story.slug}
      </p>
      <table class="list">
        <thead>
          <tr>
            <th class="num">Take</th>
            <th>Headline</th>
            <th>By</th>
            <th>Saved</th>
            <th>
              <span class="unseen">Restore</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {edition.takes.map((take) => (
            <Row key={take.id} take={take} {...props} />
          ))}
        </tbody>
      </table>
      <h2>
        {earlier
          ? `What take ${shown.number} changed in take ${earlier.number}`
          : `Take ${shown.number}, the first`}
      </h2>
      <p class="dim">
        {shown.byName ?? 'Crier'}, {dayAndTime(shown.savedAt, when)}
      </p>
      <p class="diff pre" {...ways}>
        <DiffText changes={changes} />
      </p>
    </DeskPage>
  );
}

const keys = [
  { keys: ['j', 'k'], does: 'next and previous take', foot: true },
  { keys: ['Enter'], does: 'what the take changed', foot: true },
];

function Row(props: TakesPageProps & { take: TakeLine }) {
  const { take, story, edition, shown, frame, when } = props;
  const isWorking = take.id === edition.takeId;
  return (
    <tr class={take.id === shown.id ? 'on' : undefined} data-row>
      <td class="num" data-label="Take">
        {take.number}
      </td>
      <td>
        <a class="headline" href={`/desk/stories/${story.id}/takes?take=${take.id}`} dir="auto">
          {take.headline || 'no headline'}
        </a>
        {take.note && <span class="dim"> {take.note}</span>}
        {take.readers && <span class="tag source"> readers {take.readers} this</span>}
        {isWorking && <span class="tag"> being worked on</span>}
      </td>
      <td>{take.byName ?? 'Crier'}</td>
      <td class="when">{dayAndTime(take.savedAt, when)}</td>
      <td>
        {!isWorking && (
          <form
            method="post"
            action={`/desk/stories/${story.id}/takes/${take.id}/restoration`}
            class="inline"
          >
            <FormToken form={frame.form} />
            <button type="submit" class="quiet small">
              Restore
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
