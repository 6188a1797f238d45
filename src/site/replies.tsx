/** Replies under a story, the form to write one, and the two small pages around it. All of it works without script. */

import { directionOf } from '../kit/language-tag.ts';
import { replyParagraphs, type ShownReply } from '../replies/reply.ts';
import { keptPart } from '../views/kept-part.ts';
import { Spaced } from '../views/spaced.tsx';
import { dayAndTimeOf, isoOf, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { FormField, toldBy } from './form-field.tsx';
import { type Frame, SitePage } from './frame.tsx';

/** What was typed, for a form that is shown again. */
export interface TypedReply {
  name: string;
  address: string;
  text: string;
}

export interface ReplyFormProps {
  words: Words;
  storyId: string;
  /** The form token; the same for everyone, as the page is. */
  token: string;
  typed?: TypedReply;
  /** Words beside the fields. */
  wrong?: Partial<Record<keyof TypedReply, string>>;
}

export interface RepliesProps extends ReplyFormProps {
  place: TimePlace;
  /** The story's own language; where it is not the paper's, this part says so. */
  storyLanguage: string;
  replies: ShownReply[];
  open: boolean;
}

/** The end of a story page. */
export function Replies(props: RepliesProps) {
  const { words, place, replies } = props;
  const own =
    props.storyLanguage === place.language ? {} : { lang: place.language, dir: directionOf(place.language) };
  return (
    <section class="replies" id="replies" aria-labelledby="replies-title" {...own}>
      <h2 id="replies-title">
        {words.replies.title}
        {replies.length > 0 && <span class="count"> {countAll(replies)}</span>}
      </h2>
      <div data-live="replies">
        {replies.length === 0 && props.open && <p class="quiet">{words.replies.none}</p>}
        {replies.length > 0 && (
          <ol>
            {replies.map((reply) => (
              <li key={reply.id}>
                <Reply reply={reply} words={words} place={place} />
              </li>
            ))}
          </ol>
        )}
      </div>
      {props.open ? <ReplyFormPart {...props} /> : <p class="quiet">{words.replies.closed}</p>}
    </section>
  );
}

const countAll = (replies: ShownReply[]) => replies.reduce((sum, reply) => sum + 1 + reply.answers.length, 0);

function Reply({
  reply,
  words,
  place,
  heading: Heading = 'h3',
}: {
  reply: ShownReply;
  words: Words;
  place: TimePlace;
  heading?: 'h3' | 'h4';
}) {
  const id = `reply-${reply.id}`;
  return (
    <article class={reply.byDesk ? 'reply by-desk' : 'reply'} id={id} aria-labelledby={`${id}-name`}>
      <header class="reply-head">
        <Spaced>
          <Heading id={`${id}-name`}>
            <bdi>{reply.name}</bdi>
          </Heading>
          {reply.byDesk && <span class="badge">{words.replies.desk}</span>}
          <a href={`#${id}`}>
            <time dateTime={isoOf(reply.receivedAt)}>{dayAndTimeOf(place, reply.receivedAt)}</time>
          </a>
        </Spaced>
      </header>
      <div class="reply-body" dir="auto">
        {replyParagraphs(reply.body).map((lines, at) => (
          <p key={at}>
            {lines.flatMap((line, number) => (number === 0 ? [line] : [<br key={number} />, line]))}
          </p>
        ))}
      </div>
      {reply.answers.length > 0 && (
        <ol aria-label={words.replies.answerTo(reply.name)}>
          {reply.answers.map((answer) => (
            <li key={answer.id}>
              <Reply reply={answer} words={words} place={place} heading="h4" />
            </li>
          ))}
        </ol>
      )}
    </article>
  );
}

/** Name, address, text; and a field that only programs fill in. */
export function ReplyFormPart({ words, storyId, token, typed, wrong }: ReplyFormProps) {
  const say = words.replies;
  const isNew = typed === undefined && wrong === undefined;
  return (
    <form class="reply-form" method="post" action={`/replies/${storyId}`} aria-labelledby="reply-form-title">
      <h3 id="reply-form-title">{say.write}</h3>
      <p class="quiet">{say.readFirst}</p>
      <input type="hidden" name="_form" value={token} />
      {isNew ? (
        keptPart(words, 'reply fields', () => <ReplyFields words={words} />)
      ) : (
        <ReplyFields words={words} typed={typed} wrong={wrong} />
      )}
    </form>
  );
}

function ReplyFields({
  words: { replies: say },
  typed,
  wrong = {},
}: {
  words: Words;
  typed?: TypedReply | undefined;
  wrong?: ReplyFormProps['wrong'] | undefined;
}) {
  const field = (name: keyof TypedReply) => ({ id: `reply-${name}`, wrong: wrong[name] });
  const shared = (name: keyof TypedReply) => ({ name, required: true, ...toldBy(field(name)) });
  return (
    <>
      <div class="two">
        <FormField {...field('name')} label={say.name} hint={say.nameHint}>
          <input
            type="text"
            autocomplete="name"
            maxLength={60}
            value={typed?.name ?? ''}
            {...shared('name')}
          />
        </FormField>
        <FormField {...field('address')} label={say.address} hint={say.addressHint}>
          <input
            type="email"
            autocomplete="email"
            maxLength={254}
            value={typed?.address ?? ''}
            {...shared('address')}
          />
        </FormField>
      </div>
      <FormField {...field('text')} label={say.text} hint={say.textHint}>
        <textarea rows={6} maxLength={5000} {...shared('text')}>
          {typed?.text ?? ''}
        </textarea>
      </FormField>
      <p class="leave-empty" aria-hidden="true">
        <label for="reply-website">{say.leaveEmpty}</label>
        <input type="text" id="reply-website" name="website" tabIndex={-1} autocomplete="off" />
      </p>
      <p>
        <button type="submit">{say.send}</button>
      </p>
    </>
  );
}

/** A form that was not taken, shown again with what was typed and why. */
export function ReplyAgainPage(props: {
  frame: Frame;
  story: { headline: string; path: string; language: string };
  why: string;
  form: Omit<ReplyFormProps, 'words'>;
}) {
  const { frame, story } = props;
  const { words } = frame;
  const title = `${words.replies.notYet} — ${frame.masthead.name}`;
  return (
    <SitePage frame={frame} head={{ title, path: story.path, index: false }}>
      <div class="replies alone">
        <h1>{words.replies.notYet}</h1>
        <p role="alert">{props.why}</p>
        <p>
          <a href={story.path} lang={story.language} dir={directionOf(story.language)}>
            {story.headline}
          </a>
        </p>
        <ReplyFormPart words={words} {...props.form} />
      </div>
    </SitePage>
  );
}

/** After a reply was taken. The story's own page is the same for everyone, so it cannot say this. */
export function ReplyHeldPage(props: {
  frame: Frame;
  story: { headline: string; path: string; language: string };
}) {
  const { frame, story } = props;
  const { words } = frame;
  const title = `${words.replies.heldTitle} — ${frame.masthead.name}`;
  return (
    <SitePage frame={frame} head={{ title, path: story.path, index: false }}>
      <div class="notice">
        <h1>{words.replies.heldTitle}</h1>
        <p>{words.replies.heldSay}</p>
        <p lang={story.language} dir={directionOf(story.language)}>
          {story.headline}
        </p>
        <p class="ways-out">
          <a class="button" href={`${story.path}#replies`}>
            {words.replies.back}
          </a>
        </p>
      </div>
    </SitePage>
  );
}
