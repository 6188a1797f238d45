/** The copy in the middle of the editor: a plain form that a script makes comfortable, or the text to read. */

import type { ComponentChildren } from 'preact';
import { bodyCopyOf } from '../../kit/body-copy.ts';
import { directionOf } from '../../kit/language-tag.ts';
import { markup } from '../../views/markup.ts';
import { deskBody } from '../views/desk-body.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import type { StoryPageProps } from './story-view.ts';

const HEADLINE_FITS = 70; // characters: two lines on the front page, one in an alert
const DEK_FITS = 160; // characters: what a search page and an alert show

export function CopyForm(props: StoryPageProps) {
  const { story, edition, typed, basedOn, frame } = props;
  return (
    <form
      id="copy-form"
      class="copy-form"
      method="post"
      action={`/desk/stories/${story.id}/takes`}
      data-story={story.id}
      data-published={story.status === 'published' ? '' : undefined}
      data-edition-language={edition.language}
    >
      <FormToken form={frame.form} />
      <input type="hidden" name="basedOn" value={basedOn} />
      <input type="hidden" name="pictureId" value={typed.pictureId ?? ''} />
      <input type="hidden" name="bodyHtml" value="" disabled />
      <Where {...props} />
      <Line {...props} name="headline" label="Headline" fits={HEADLINE_FITS} />
      <Line {...props} name="dek" label="Dek" fits={DEK_FITS} />
      <Way {...props} />
      <div class="fields">
        <Short {...props} name="byline" label="Byline" placeholder="Who wrote it" />
        <Short {...props} name="dateline" label="Dateline" placeholder="Place" />
      </div>
      <Body {...props} />
      <div class="actions without-script">
        <button type="submit">Save a take</button>
      </div>
    </form>
  );
}

/** Section, language and state over the headline. */
function Where({ story, edition }: StoryPageProps) {
  return (
    <p class="meta-line">
      <span>{story.section?.name ?? 'No section'}</span>
      <span>{englishName(edition.language)}</span>
      {edition.translatedFrom && (
        <a href={`/desk/stories/${story.id}/translation/${edition.id}`}>
          beside its original in {englishName(edition.translatedFrom)}
        </a>
      )}
      <span class={story.status === 'published' ? 'source' : ''}>{story.status}</span>
      {story.alertLevel && <span class={story.alertLevel === 'flash' ? 'live' : ''}>{story.alertLevel}</span>}
      {edition.path && story.status === 'published' && <a href={edition.path}>{edition.path}</a>}
      {story.notPublished.length > 0 && (
        <span class="unsure">Not published: {story.notPublished.join(', ')}</span>
      )}
    </p>
  );
}

type LineName = 'headline' | 'dek' | 'byline' | 'dateline';

function Line(props: StoryPageProps & { name: LineName; label: string; fits: number }) {
  const { name, label, fits, typed } = props;
  const length = [...typed[name]].length;
  return (
    <div class="field">
      <label for={name}>
        {label}
        <span class="count" data-count={name} data-fits={fits} data-over={length > fits ? '' : undefined}>
          {length} of {fits}
        </span>
      </label>
      <textarea id={name} name={name} rows={name === 'headline' ? 2 : 1} {...waysOf(props)}>
        {typed[name]}
      </textarea>
      <Wrong {...props} name={name} />
    </div>
  );
}

function Short(props: StoryPageProps & { name: LineName; label: string; placeholder: string }) {
  const { name, label, placeholder, typed } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} name={name} value={typed[name]} placeholder={placeholder} {...waysOf(props)} />
      <Wrong {...props} name={name} />
    </div>
  );
}

function Wrong({ refused, name }: StoryPageProps & { name: string }) {
  const words = refused?.fields[name];
  return words ? <p class="wrong">{words}</p> : null;
}

/** The steps to us and the credit owed, where a reader will see them: under the headline. */
function Way({ story, frame }: StoryPageProps) {
  if (story.hops.length === 0) return <p class="hops-line">Our own report</p>;
  return (
    <ol class="hops-line" aria-label="How it came to us">
      {story.hops.map((hop) => (
        <li key={hop.id}>
          <bdi>{hop.party || 'someone unknown'}</bdi>
          {hop.link && (
            <small>
              <a href={hop.link} rel="noopener noreferrer" target="_blank">
                original
              </a>
            </small>
          )}
        </li>
      ))}
      {story.hops.at(-1)?.party !== frame.paper && <li>us</li>}
      {story.source?.credit && <li class="credit">credit: {story.source.credit}</li>}
    </ol>
  );
}

function Body(props: StoryPageProps) {
  const { typed, whole } = props;
  return (
    <div class="field body-field" id="body">
      <label for="bodyText">
        Body{' '}
        <span class="without-script">
          An empty line ends a paragraph; ## heading, &gt; quotation, - list, **bold**, *italic*,
          [words](address)
        </span>
      </label>
      <textarea id="bodyText" name="bodyText" rows={20} hidden={!whole} disabled={!whole} {...waysOf(props)}>
        {whole && (typed.bodyText ?? bodyCopyOf(typed.bodyHtml).plainForm())}
      </textarea>
      <template id="body-html" {...markup(typed.bodyHtml)} />
    </div>
  );
}

/** The edition's language and direction, for everything that is copy. */
function waysOf({ edition }: StoryPageProps): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang: edition.language, dir: directionOf(edition.language) };
}

export function ReadOnlyCopy(props: StoryPageProps): ComponentChildren {
  const { typed } = props;
  const ways = waysOf(props);
  return (
    <article class="reading">
      <Where {...props} />
      <h1 {...ways}>{typed.headline}</h1>
      {typed.dek && (
        <p class="dek" {...ways}>
          {typed.dek}
        </p>
      )}
      <Way {...props} />
      <p class="meta-line">
        {typed.byline && <bdi>{typed.byline}</bdi>}
        {typed.dateline && <bdi>{typed.dateline}</bdi>}
      </p>
      <div class="body-text" {...ways} {...markup(deskBody(typed.bodyHtml))} />
    </article>
  );
}
