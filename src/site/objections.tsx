/** Where a reader says what is wrong with a sentence of a translation, and the small pages after it. None needs script. */

import { directionOf } from '../kit/language-tag.ts';
import { LONGEST_BETTER, LONGEST_REASON, type ObjectedSentence } from '../replies/objection.ts';
import type { PublishedStory } from '../stories/read.ts';
import { languageName } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { FormField, toldBy } from './form-field.tsx';
import { type Frame, SitePage } from './frame.tsx';
import { sentencePath } from './translation-line.tsx';

/** What was typed, for a form that is shown again. */
export interface TypedObjection {
  reason: string;
  better: string;
}

export interface ObjectionProps {
  frame: Frame;
  story: PublishedStory;
  fromLanguage: string;
  sentence: ObjectedSentence;
  /** The form token. */
  token: string;
  typed?: TypedObjection;
  /** Why it was not taken, and words beside the fields. */
  why?: string;
  wrong?: Partial<Record<keyof TypedObjection, string>>;
}

export function ObjectionPage(props: ObjectionProps) {
  const { frame, story, why } = props;
  const { words } = frame;
  const title = why ? words.objections.notYet : words.objections.title;
  return (
    <SitePage frame={frame} head={headOf(props, title)}>
      <div class="replies alone">
        <h1>{title}</h1>
        {why && <p role="alert">{why}</p>}
        <p>
          <StoryLink story={story} />
        </p>
        <BothSides {...props} />
        <ObjectionForm {...props} />
      </div>
    </SitePage>
  );
}

const headOf = ({ frame, story }: Pick<ObjectionProps, 'frame' | 'story'>, title: string) => ({
  title: `${title} — ${frame.masthead.name}`,
  path: story.path,
  index: false,
});

function StoryLink({ story }: Pick<ObjectionProps, 'story'>) {
  return (
    <a href={story.path} lang={story.language} dir={directionOf(story.language)}>
      {story.headline}
    </a>
  );
}

function BothSides({ frame, story, fromLanguage, sentence }: ObjectionProps) {
  const { objections } = frame.words;
  return (
    <dl class="both-sides">
      <div>
        <dt>{objections.ours}</dt>
        <dd lang={story.language} dir={directionOf(story.language)}>
          {sentence.translated}
        </dd>
      </div>
      {sentence.original !== '' && (
        <div>
          <dt>{objections.original(languageName(fromLanguage, frame.place.language))}</dt>
          <dd lang={fromLanguage} dir={directionOf(fromLanguage)}>
            {sentence.original}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** What is wrong, what it should say, and a field that only programs fill in. */
function ObjectionForm({ frame, sentence, token, typed, wrong = {} }: ObjectionProps) {
  const { words } = frame;
  const say = words.objections;
  const field = (name: keyof TypedObjection) => ({ id: `objection-${name}`, wrong: wrong[name] });
  return (
    <form class="reply-form" method="post" action={sentencePath(sentence.editionId, sentence.pairId)}>
      <p class="quiet">{say.readFirst}</p>
      <input type="hidden" name="_form" value={token} />
      <FormField {...field('reason')} label={say.what} hint={say.whatHint}>
        <textarea rows={3} name="reason" maxLength={LONGEST_REASON} required {...toldBy(field('reason'))}>
          {typed?.reason ?? ''}
        </textarea>
      </FormField>
      <FormField {...field('better')} label={say.better} hint={say.betterHint}>
        <textarea rows={3} name="better" maxLength={LONGEST_BETTER} {...toldBy(field('better'))}>
          {typed?.better ?? ''}
        </textarea>
      </FormField>
      <p class="leave-empty" aria-hidden="true">
        <label for="objection-website">{words.replies.leaveEmpty}</label>
        <input type="text" id="objection-website" name="website" tabIndex={-1} autocomplete="off" />
      </p>
      <p>
        <button type="submit">{say.send}</button>
      </p>
    </form>
  );
}

/** After it was sent, or where the sentence stands no longer: a few words, and the way back. */
export function AfterPage(props: { frame: Frame; story: PublishedStory; say: 'thanks' | 'changed' }) {
  const { frame, story } = props;
  const { objections, replies }: Words = frame.words;
  const [title, more] =
    props.say === 'thanks'
      ? [objections.thanks, objections.thanksSay]
      : [objections.changed, objections.changedSay];
  return (
    <SitePage frame={frame} head={headOf(props, title)}>
      <div class="notice">
        <h1>{title}</h1>
        <p>{more}</p>
        <p lang={story.language} dir={directionOf(story.language)}>
          {story.headline}
        </p>
        <p class="ways-out">
          <a class="button" href={story.path}>
            {replies.back}
          </a>
        </p>
      </div>
    </SitePage>
  );
}
