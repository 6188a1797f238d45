/** The replies: the one at hand with its keys, those that wait behind it, and the last verdicts, to take one back. */

import { directionOf } from '../../kit/language-tag.ts';
import type { DeskReply } from '../../replies/read-replies.ts';
import { type DeskFrame, type DeskKey, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { counted, dayAndTime, type PageTime } from '../views/words.ts';
import { DecidedReplies } from './decided-replies.tsx';
import { type ReplyCounts, ReplyTabs } from './reply-tabs.tsx';
import { type One, ReplyBody, ReplyFindings, StoryLine, Who } from './reply-view.tsx';

export interface RepliesPageProps {
  frame: DeskFrame;
  when: PageTime;
  counts: ReplyCounts;
  /** What waits, longest first; the first is at hand. */
  held: DeskReply[];
  /** The reply after which the list begins; the ones before were left for later. */
  after: string;
  decided: DeskReply[];
  done?: string | undefined;
  refused?: string | undefined;
  /** Null for who may not change the list. */
  bannedWords: string[] | null;
}

const keys: DeskKey[] = [
  { keys: ['a'], does: 'approve the reply at hand', foot: true },
  { keys: ['r'], does: 'reject it', foot: true },
  { keys: ['l'], does: 'leave it for later', foot: true },
];

/** Why a reply is rejected; kept with the verdict. */
const reasons = [
  'Not about the story',
  'Attacks a person or a group',
  'Says as a fact what is not known to be one',
  'Gives away something private',
  'Advertising',
  'Sent before',
];

export function RepliesPage(props: RepliesPageProps) {
  const { frame, when, held, after, decided } = props;
  const [first, ...behind] = held;
  const here = after ? `/desk/replies?after=${after}` : '/desk/replies';
  return (
    <DeskPage {...frame} title="Replies" current="replies" keys={keys}>
      <div class="page-head">
        <h1>Replies</h1>
        {after && (
          <a class="btn quiet" href="/desk/replies">
            From the oldest
          </a>
        )}
      </div>
      <ReplyTabs current="replies" {...props.counts} />
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {props.refused && <Notice kind="bad">{props.refused}</Notice>}
      <div id="held" data-live="replies" data-live-from={here}>
        {first ? (
          <AtHand key={first.id} reply={first} form={frame.form} when={when} paper={frame.paper ?? ''} />
        ) : (
          <Nothing after={after} />
        )}
        {behind.length > 0 && <Behind replies={behind} form={frame.form} when={when} />}
      </div>
      <h2>Lately decided</h2>
      <div id="decided" data-live="replies" data-live-from={here}>
        {decided.length === 0 ? (
          <p class="empty">Nothing yet.</p>
        ) : (
          <DecidedReplies replies={decided} form={frame.form} when={when} />
        )}
      </div>
      {props.bannedWords && <BannedWords words={props.bannedWords} form={frame.form} />}
    </DeskPage>
  );
}

function Nothing({ after }: { after: string }) {
  return after ? (
    <p class="empty">
      That was the last one. <a href="/desk/replies">Begin again from the oldest</a>.
    </p>
  ) : (
    <p class="empty">No reply waits. New ones appear here by themselves.</p>
  );
}

function AtHand({ reply, form, when, paper }: One & { paper: string }) {
  return (
    <article class="at-hand" id={`held-${reply.id}`} aria-label={`Reply of ${reply.name}`}>
      <StoryLine reply={reply} />
      <Who reply={reply} when={when} paper={paper} />
      <ReplyBody reply={reply} />
      <ReplyFindings reply={reply} />
      <Verdict reply={reply} form={form} />
    </article>
  );
}

/** The three ways on in one line; the reason, which only a rejection keeps, under them. */
function Verdict({ reply, form }: Pick<One, 'reply' | 'form'>) {
  return (
    <form class="verdict" method="post" action={`/desk/replies/${reply.id}/verdict`}>
      <FormToken form={form} />
      <input type="hidden" name="was" value="held" />
      <div class="actions">
        <button type="submit" name="verdict" value="approve" data-key="a" aria-keyshortcuts="a">
          Approve <kbd>a</kbd>
        </button>
        <button type="submit" name="verdict" value="reject" class="danger" data-key="r" aria-keyshortcuts="r">
          Reject <kbd>r</kbd>
        </button>
        <a class="btn quiet" href={`/desk/replies?after=${reply.id}`} data-key="l" aria-keyshortcuts="l">
          Later <kbd>l</kbd>
        </a>
      </div>
      <p class="why">
        <label for="why">If rejected, because</label>
        <select id="why" name="why">
          {reasons.map((reason) => (
            <option key={reason}>{reason}</option>
          ))}
        </select>
      </p>
    </form>
  );
}

function Behind({ replies, form, when }: { replies: DeskReply[]; form: string; when: PageTime }) {
  return (
    <>
      <h2>{counted(replies.length, 'more', 'more')} behind it</h2>
      <table class="list">
        <thead>
          <tr>
            <th>Reply</th>
            <th>To</th>
            <th>Came</th>
            <th>
              <span class="unseen">Verdict</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {replies.map((reply) => (
            <tr key={reply.id} id={`held-${reply.id}`}>
              <td>
                <b>
                  <bdi>{reply.name}</bdi>
                </b>
                <ReplyBody reply={reply} />
                <ReplyFindings reply={reply} />
              </td>
              <td data-label="To">
                <a href={reply.path} lang={reply.language} dir={directionOf(reply.language)}>
                  {reply.headline}
                </a>
              </td>
              <td class="when" data-label="Came">
                {dayAndTime(reply.receivedAt, when)}
              </td>
              <td>
                <form class="actions" method="post" action={`/desk/replies/${reply.id}/verdict`}>
                  <FormToken form={form} />
                  <input type="hidden" name="was" value="held" />
                  <button type="submit" name="verdict" value="approve" class="small quiet">
                    Approve
                  </button>
                  <button type="submit" name="verdict" value="reject" class="small danger">
                    Reject
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function BannedWords({ words, form }: { words: string[]; form: string }) {
  return (
    <details class="more">
      <summary>Words that ask for care ({words.length})</summary>
      <form class="form" method="post" action="/desk/replies/words">
        <FormToken form={form} />
        <Field
          label="One word or phrase a line"
          name="words"
          hint="A reply with one of them is marked for whoever reads it. None is turned away for a word."
        >
          <textarea id="words" name="words" rows={6} dir="auto">
            {words.join('\n')}
          </textarea>
        </Field>
        <div class="actions">
          <button type="submit" class="quiet">
            Save the list
          </button>
        </div>
      </form>
    </details>
  );
}
