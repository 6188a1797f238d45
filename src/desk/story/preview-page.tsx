/** The working take as a reader will read it, on the paper's own type. */

import { directionOf } from '../../kit/language-tag.ts';
import type { MarkedBody } from '../../sourcing/mark-statements.ts';
import type { DeskEdition, DeskStory } from '../../stories/desk-read.ts';
import { type BodyDress, dressedBody } from '../../views/dressed-body.tsx';
import { markup } from '../../views/markup.ts';
import { type DeskFrame, DeskPage } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';

export interface PreviewPageProps {
  frame: DeskFrame;
  when: PageTime;
  story: DeskStory;
  edition: DeskEdition;
  marked: MarkedBody;
  /** What stands in the body, by id. */
  media: BodyDress['media'];
}

export function PreviewPage(props: PreviewPageProps) {
  const { frame, story, edition } = props;
  return (
    <DeskPage {...frame} title={`Preview of ${edition.copy.headline || story.slug}`} current="stories">
      <div class="page-head">
        <p class="dim">
          Preview of take {edition.takeNumber}. {whoSees(story, edition)}
        </p>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${story.id}`}>
            Back to the story
          </a>
        </div>
      </div>
      <Article {...props} />
    </DeskPage>
  );
}

function whoSees(story: DeskStory, edition: DeskEdition): string {
  if (story.status !== 'published') return 'Readers cannot see it.';
  return edition.hasChanges ? 'Readers see an earlier one until it is published.' : 'Readers see this one.';
}

function Article({ story, edition, marked, media }: PreviewPageProps) {
  const { copy, picture } = edition;
  return (
    <article class="preview" lang={edition.language} dir={directionOf(edition.language)}>
      <p class="meta-line">{story.section?.name}</p>
      <h1>{copy.headline}</h1>
      {copy.dek && <p class="dek">{copy.dek}</p>}
      {story.hops.length > 0 && (
        <ol class="hops">
          {story.hops.map((hop) => (
            <li key={hop.id}>
              <bdi>{hop.party || '?'}</bdi>
            </li>
          ))}
        </ol>
      )}
      <p class="meta-line">
        {copy.byline && <bdi>{copy.byline}</bdi>}
        {copy.dateline && <bdi>{copy.dateline}</bdi>}
        {story.source?.credit && <bdi>{story.source.credit}</bdi>}
      </p>
      {picture && (
        <figure>
          <img
            src={picture.sources.at(-1)?.href}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
          />
          <figcaption>
            {picture.caption} {picture.credit}
          </figcaption>
        </figure>
      )}
      <div class="body-text" {...markup(dressedBody(marked.html, { media }))} />
      <Notes marked={marked} />
    </article>
  );
}

function Notes({ marked }: { marked: MarkedBody }) {
  if (marked.notes.length === 0) return null;
  return (
    <ol class="preview-notes">
      {marked.notes.map((note) => (
        <li key={note.number} id={`statement-${note.number}`}>
          <b>{note.speaker.name}</b>
          {note.role && `, ${note.role}`}
          {note.occasion && `, ${note.occasion}`}. {note.standing}. {note.standingNote}
        </li>
      ))}
    </ol>
  );
}
