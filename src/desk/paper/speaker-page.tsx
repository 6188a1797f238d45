/** One speaker: the name that is printed, other spellings, posts over time, what was said; merged with another, or split. */

import type { Speaker, SpeakerRole } from '../../sourcing/speakers.ts';
import type { Saying } from '../../stories/keep-speakers.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { localInput, type PageTime } from '../views/words.ts';

export interface SpeakerPageProps {
  frame: DeskFrame;
  when: PageTime;
  speaker: Speaker;
  sayings: Saying[];
  /** Everybody else, to be merged with. */
  others: { id: string; name: string }[];
  done?: string | undefined;
  refused?: { words: string; fields: Record<string, string> } | undefined;
}

const SPARE = 1; // empty rows for a post more

export function SpeakerPage(props: SpeakerPageProps) {
  const { frame, speaker, refused } = props;
  return (
    <DeskPage {...frame} title={speaker.name} current={null}>
      <div class="page-head">
        <h1 dir="auto">{speaker.name}</h1>
        <a href="/desk/speakers">All speakers</a>
      </div>
      {props.done && <Notice kind="good">{props.done}</Notice>}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      <Facts {...props} />
      <Sayings {...props} />
      <Merging {...props} />
    </DeskPage>
  );
}

function Facts({ frame, when, speaker, refused }: SpeakerPageProps) {
  const posts: (SpeakerRole | null)[] = [...speaker.roles, ...Array.from({ length: SPARE }, () => null)];
  return (
    <form class="form narrow" method="post" action={`/desk/speakers/${speaker.id}`}>
      <FormToken form={frame.form} />
      <Field label="Name, as it is printed" name="name" wrong={refused?.fields.name}>
        <input id="name" name="name" value={speaker.name} required dir="auto" />
      </Field>
      <Field
        label="Other spellings, one a line, in any script"
        name="variants"
        wrong={refused?.fields.variants}
      >
        <textarea id="variants" name="variants" rows={Math.max(2, speaker.variants.length + 1)} dir="auto">
          {speaker.variants.join('\n')}
        </textarea>
      </Field>
      <fieldset>
        <legend>Posts</legend>
        {posts.map((post, index) => (
          <div key={index} class="post-row">
            <input name="title" value={post?.title ?? ''} placeholder="A post" aria-label="Post" dir="auto" />
            <input
              name="since"
              type="date"
              value={day(post?.since ?? null, when)}
              aria-label="Since, as far as we know"
            />
            <input name="until" type="date" value={day(post?.until ?? null, when)} aria-label="Until" />
          </div>
        ))}
      </fieldset>
      <label class="check">
        <input type="checkbox" name="inConflict" value="yes" checked={speaker.inConflict} />
        <span>A party to a conflict: what it says never stands without what is known of it.</span>
      </label>
      <div class="actions">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}

function Sayings({ frame, speaker, sayings, refused }: SpeakerPageProps) {
  return (
    <form class="form" method="post" action={`/desk/speakers/${speaker.id}/split`}>
      <FormToken form={frame.form} />
      <h2>What was said</h2>
      {sayings.length === 0 && <p class="dim">Nothing yet.</p>}
      <ul class="sayings">
        {sayings.map((saying) => (
          <li key={saying.id}>
            <label class="check">
              <input type="checkbox" name="statement" value={saying.id} />
              <span class="said-words" lang={saying.language} dir="auto">
                {saying.words}
              </span>
            </label>
            <small>
              {saying.standing} · <a href={`/desk/stories/${saying.storyId}?look=1`}>{saying.headline}</a>
            </small>
          </li>
        ))}
      </ul>
      <Field label="Those chosen were said by somebody else" name="newName" wrong={refused?.fields.newName}>
        <input id="newName" name="newName" required dir="auto" autocomplete="off" />
      </Field>
      <div class="actions">
        <button type="submit" class="quiet">
          Split
        </button>
      </div>
    </form>
  );
}

function Merging({ frame, speaker, others, refused }: SpeakerPageProps) {
  if (others.length === 0) return null;
  return (
    <form class="form narrow" method="post" action={`/desk/speakers/${speaker.id}/merge`}>
      <FormToken form={frame.form} />
      <h2>The same as</h2>
      <Field label="Whoever is chosen goes into this one" name="other" wrong={refused?.fields.other}>
        <select id="other" name="other" required>
          <option value="">Nobody</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <div class="actions">
        <button type="submit" class="quiet">
          Merge
        </button>
      </div>
    </form>
  );
}

function day(at: number | null, when: PageTime): string {
  return localInput(at, when.zone).slice(0, 'yyyy-mm-dd'.length);
}
