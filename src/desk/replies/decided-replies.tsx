/** The last verdicts: each can be taken back, and what was approved can be answered. */

import { directionOf } from '../../kit/language-tag.ts';
import type { DeskReply } from '../../replies/read-replies.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { dayAndTime, type PageTime } from '../views/words.ts';
import { type One, ReplyBody } from './reply-view.tsx';

export function DecidedReplies({
  replies,
  form,
  when,
}: {
  replies: DeskReply[];
  form: string;
  when: PageTime;
}) {
  return (
    <table class="list">
      <thead>
        <tr>
          <th>Reply</th>
          <th>To</th>
          <th>Verdict</th>
          <th>
            <span class="unseen">Change</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {replies.map((reply) => (
          <DecidedRow key={reply.id} reply={reply} form={form} when={when} />
        ))}
      </tbody>
    </table>
  );
}

function DecidedRow({ reply, form, when }: One) {
  return (
    <tr id={`decided-${reply.id}`}>
      <td>
        <b>
          <bdi>{reply.name}</bdi>
        </b>
        {reply.address === null && <span class="tag source"> the desk</span>}
        <ReplyBody reply={reply} />
        {reply.state === 'approved' && reply.address !== null && <AnswerForm reply={reply} form={form} />}
      </td>
      <td data-label="To">
        <a href={`${reply.path}#replies`} lang={reply.language} dir={directionOf(reply.language)}>
          {reply.headline}
        </a>
      </td>
      <td data-label="Verdict">
        <span class={reply.state === 'rejected' ? 'tag live' : 'tag'}>{reply.state}</span>
        <div class="dim">
          {reply.decidedBy ?? 'by the screen'}, {dayAndTime(reply.decidedAt ?? reply.receivedAt, when)}
        </div>
        {reply.decidedWhy && <div class="dim">{reply.decidedWhy}</div>}
      </td>
      <td>
        <form class="inline" method="post" action={`/desk/replies/${reply.id}/verdict`}>
          <FormToken form={form} />
          <input type="hidden" name="was" value={reply.state} />
          <button type="submit" name="verdict" value="undo" class="small quiet">
            Take back
          </button>
        </form>
      </td>
    </tr>
  );
}

function AnswerForm({ reply, form }: { reply: DeskReply; form: string }) {
  const id = `answer-${reply.id}`;
  return (
    <details class="more">
      <summary>Answer as the desk</summary>
      <form class="form" method="post" action={`/desk/replies/${reply.id}/answer`}>
        <FormToken form={form} />
        <Field
          label="Answer"
          name={id}
          hint="It appears at once under the reply, with your name and the desk’s badge."
        >
          <textarea id={id} name="text" rows={3} maxLength={5000} required dir="auto" />
        </Field>
        <div class="actions">
          <button type="submit" class="small">
            Answer
          </button>
        </div>
      </form>
    </details>
  );
}
