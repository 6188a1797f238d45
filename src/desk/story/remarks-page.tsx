/** Remarks that call whoever looks: those not looked at first, and how they want to hear of them. */
import type { CallingRemark } from '../../remarks/mentions.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

export interface RemarksPageProps {
  frame: DeskFrame;
  when: PageTime;
  mentions: CallingRemark[];
  next: string | null;
  /** Whether mail is set up. */
  mails: boolean;
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous', foot: true },
  { keys: ['Enter'], does: 'open the story', foot: true },
  { keys: ['e'], does: 'all are seen', foot: true },
];

export function RemarksPage({ frame, when, mentions, next, mails }: RemarksPageProps) {
  return (
    <DeskPage {...frame} title="Remarks that call you" current={null} keys={keys}>
      <div class="page-head">
        <h1>Remarks that call you</h1>
        <div class="actions">
          <button type="button" class="quiet" data-ask-to-notify hidden>
            Tell me on this screen
          </button>
          <form class="inline" method="post" action="/desk/remarks/seen">
            <FormToken form={frame.form} />
            <button type="submit" class="quiet" data-key="e" aria-keyshortcuts="e">
              All seen <kbd>e</kbd>
            </button>
          </form>
        </div>
      </div>
      <p class="lead">
        Type @ and the beginning of a name in a remark at a story.
        {mails ? ' They hear of it by mail, too, unless they look before.' : ''}
      </p>
      <div id="mine" data-live="remarks" data-live-from="/desk/remarks">
        {mentions.length === 0 && <p class="empty">Nobody calls you.</p>}
        <ul class="wants">
          {mentions.map((mention) => (
            <li key={mention.id} id={`mention-${mention.id}`} data-row>
              <span class={mention.seenAt === null ? 'tag live' : 'tag dim'}>
                {mention.seenAt === null ? 'new' : mention.settledAt === null ? 'open' : 'settled'}
              </span>
              <a href={`/desk/stories/${mention.storyId}#remarks`} dir="auto">
                {mention.words}
              </a>
              <span class="dim">
                {mention.byName}, {mention.slug}, {dayAndTime(mention.at, when)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {next && (
        <p>
          <a class="btn quiet" href={`/desk/remarks?before=${next}`}>
            Earlier
          </a>
        </p>
      )}
    </DeskPage>
  );
}
