/** Remarks that call whoever looks: those not looked at first, and how they want to hear of them. */
import type { CallingRemark } from '../../remarks/mentions.ts';
import type { DeskScreen } from '../../remarks/screens.ts';
import { type DeskFrame, type DeskKey, DeskPage, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';

export interface RemarksPageProps {
  frame: DeskFrame;
  when: PageTime;
  mentions: CallingRemark[];
  next: string | null;
  /** Whether mail is set up. */
  mails: boolean;
  /** Where they are told while the desk is closed. */
  screens: DeskScreen[];
}

const keys: DeskKey[] = [
  { keys: ['j', 'k'], does: 'next and previous', foot: true },
  { keys: ['Enter'], does: 'open the story', foot: true },
  { keys: ['e'], does: 'all are seen', foot: true },
];

export function RemarksPage(props: RemarksPageProps) {
  const { frame, when, mentions, next, mails, screens } = props;
  return (
    <DeskPage {...frame} title="Remarks that call you" current={null} keys={keys}>
      <div class="page-head">
        <h1>Remarks that call you</h1>
        <div class="actions">
          <button type="button" class="quiet" data-tell-screen hidden>
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
        {mails ? ' They hear of it by mail, too, unless they look within two minutes.' : ''}
      </p>
      <p class="unsure" data-screen-says="denied" hidden>
        This browser was told not to show notifications from us. You can allow it in the settings of the site.
      </p>
      <p class="unsure" data-screen-says="open" hidden>
        This browser tells you while a desk page is open in it, on another tab too; it cannot be told while
        none is.
      </p>
      <div id="mine" data-live="remarks" data-live-from="/desk/remarks">
        {mentions.length === 0 && <p class="empty">Nobody calls you.</p>}
        <ul class="wants">
          {mentions.map((mention) => (
            <li key={mention.id} id={`mention-${mention.id}`} data-row>
              <span class={mention.seenAt === null ? 'tag live' : 'tag dim'}>
                {mention.seenAt === null ? 'new' : mention.settledAt === null ? 'open' : 'settled'}
              </span>
              <a href={`/desk/stories/${mention.storyId}?pane=beside#remarks`} dir="auto">
                {mention.words}
              </a>
              <span class="dim">
                {mention.byName}, {mention.slug}, {dayAndTime(mention.at, when)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <Screens {...{ frame, when, screens }} />
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

/** What the button leads to, and how it is ended; a screen where somebody signs out is told nothing any more. */
function Screens({ frame, when, screens }: Pick<RemarksPageProps, 'frame' | 'when' | 'screens'>) {
  return (
    <section class="screens" aria-labelledby="screens" hidden={screens.length === 0} data-screens>
      <h2 id="screens">Told on these screens, with the desk closed too</h2>
      <ul class="wants">
        {screens.map(({ id, device, isThis, toldAt, failure }) => (
          <li key={id}>
            <span>
              {device || 'A browser'}
              {isThis && ', this one'}
            </span>
            <span class="dim">
              {toldAt === null ? 'not told of anything yet' : `told ${dayAndTime(toldAt, when)}`}
            </span>
            {failure !== null && <span class="unsure">Its push service says: {failure}</span>}
            <form
              method="post"
              action={`/desk/screens/${id}/end`}
              class="inline"
              data-end-screen={isThis ? 'this' : ''}
            >
              <FormToken form={frame.form} />
              <button type="submit" class="quiet small">
                Tell it no more
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
