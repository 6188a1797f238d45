/** A reply as moderators see it: to which story, of whom, what it says, and what the screen said of it. */

import { directionOf } from '../../kit/language-tag.ts';
import type { DeskReply } from '../../replies/read-replies.ts';
import { replyParagraphs } from '../../replies/reply.ts';
import { ago, dayAndTime, type PageTime } from '../views/words.ts';
import { letterToReader } from './letters.ts';

/** One reply, with what a form and a time need. */
export interface One {
  reply: DeskReply;
  form: string;
  when: PageTime;
}

export function StoryLine({ reply }: { reply: DeskReply }) {
  return (
    <p>
      <span class="dim">To</span>{' '}
      <a href={reply.path} lang={reply.language} dir={directionOf(reply.language)}>
        {reply.headline}
      </a>
    </p>
  );
}

export function Who({ reply, when, paper }: { reply: DeskReply; when: PageTime; paper: string }) {
  return (
    <p>
      <b>
        <bdi>{reply.name}</bdi>
      </b>{' '}
      {reply.address && (
        <span class="dim">
          <a href={letterToReader({ ...reply, address: reply.address, paper, text: reply.body })}>
            <bdi>{reply.address}</bdi>
          </a>{' '}
          (only the desk sees this){' '}
        </span>
      )}
      <time class="dim" dateTime={new Date(reply.receivedAt).toISOString()}>
        {dayAndTime(reply.receivedAt, when)}, {ago(reply.receivedAt, when)}
      </time>
    </p>
  );
}

export function ReplyBody({ reply }: { reply: DeskReply }) {
  return (
    <div class="reply-body" dir="auto">
      {replyParagraphs(reply.body).map((lines, at) => (
        <p key={at}>
          {lines.flatMap((line, number) => (number === 0 ? [line] : [<br key={number} />, line]))}
        </p>
      ))}
    </div>
  );
}

/** What the screen said: what asks for care first. */
export function ReplyFindings({ reply }: { reply: DeskReply }) {
  const findings = [...reply.findings].sort((one, other) => weight(one.step) - weight(other.step));
  if (findings.length === 0) return null;
  return (
    <ul>
      {findings.map(({ check, step, words }) => (
        <li key={check} class={step === 'note' ? 'dim' : 'unsure'}>
          {words}
        </li>
      ))}
    </ul>
  );
}

const weight = (step: string) => (step === 'note' ? 1 : 0);
