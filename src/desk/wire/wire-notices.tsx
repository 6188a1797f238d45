/** What sources did to items after we made stories of them: as lines beside an item or a story, and as the desk's list. */
import type { WireNotice } from '../../wire/notices/notices.ts';
import { type DeskFrame, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

interface LinesProps {
  notices: WireNotice[];
  when: PageTime;
  form: string;
  /** Where one is after settling. */
  backTo: string;
}

/** One line each, with the button that settles it. */
export function NoticeLines({ notices, when, form, backTo }: LinesProps) {
  return (
    <ol class="facts">
      {notices.map((notice) => (
        <li key={notice.id} class="fact" id={`notice-${notice.id}`}>
          <span class={notice.settledAt === null ? 'live' : 'dim'} dir="auto">
            {notice.words}
          </span>
          <span class="k">
            {dayAndTime(notice.at, when)} ·{' '}
            <a href={`/desk/wire/${notice.itemId}?version=${notice.version}`}>what changed</a> ·{' '}
            <a href={`/desk/stories/${notice.storyId}`}>the story</a>, {notice.storyStatus}
            {notice.killed && ', killed by the contract'}
          </span>
          {notice.settledAt === null ? (
            <form method="post" action={`/desk/wire/changed/${notice.id}/settle`} class="inline">
              <FormToken form={form} />
              <input type="hidden" name="back" value={backTo} />
              <button type="submit" class="quiet small">
                Dealt with
              </button>
            </form>
          ) : (
            <span class="k">
              Dealt with{notice.settledByName && ` by ${notice.settledByName}`},{' '}
              {dayAndTime(notice.settledAt, when)}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Everything that waits for the desk. */
export function NoticesPage({
  frame,
  notices,
  when,
}: {
  frame: DeskFrame;
  notices: WireNotice[];
  when: PageTime;
}) {
  return (
    <DeskPage {...frame} title="Changed after pick-up" current="wire">
      <div class="page-head">
        <h1>Changed after pick-up</h1>
        <div class="actions">
          <a class="btn quiet" href="/desk/wire">
            The wire
          </a>
        </div>
      </div>
      <p class="lead">What sources changed, withdrew or ended since we made stories of it.</p>
      <div id="notices" class="narrow" data-live="items stories">
        {notices.length === 0 ? (
          <p class="empty">Nothing waits: every story is as its source has it.</p>
        ) : (
          <ol class="notice-list">
            {notices.map((notice) => (
              <li key={notice.id}>
                <p class="meta-line">
                  <bdi class="source">{notice.sourceName}</bdi>
                </p>
                <p class="t" dir="auto">
                  {notice.headline}
                </p>
                <NoticeLines notices={[notice]} when={when} form={frame.form} backTo="/desk/wire/changed" />
              </li>
            ))}
          </ol>
        )}
      </div>
    </DeskPage>
  );
}
