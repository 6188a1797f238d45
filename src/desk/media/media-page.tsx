/** One piece of media: how it is cut, what is said of it, what its file says, where it stands, and its end. */
import { covers } from '../../staff/roles.ts';
import { PictureTag } from '../../views/picture.tsx';
import { DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { dayAndTime } from '../views/words.ts';
import { PICTURE_TYPES } from './library-page.tsx';
import { MediaCuts } from './media-cuts.tsx';
import type { MediaPageProps } from './media-props.ts';
import { MediaRecording } from './media-recording.tsx';
import { MediaSaid } from './media-said.tsx';
import { MediaWordsForm } from './media-words-form.tsx';

export function MediaPage(props: MediaPageProps) {
  const { frame, piece, done, refused, when } = props;
  return (
    <DeskPage {...frame} title={piece.name || 'Picture'} current="media">
      <div class="page-head">
        <h1 dir="auto">{piece.headline || piece.name || 'Picture'}</h1>
        <p class="actions">
          <a href="/desk/media">To the library</a>
        </p>
      </div>
      {done && <Notice kind="good">{done}</Notice>}
      {refused && <Notice kind="bad">{refused.words}</Notice>}
      {piece.ended !== null && (
        <Notice kind="bad">This picture has {endWords[piece.ended] ?? 'ended'}. No page shows it.</Notice>
      )}
      {piece.expiresAt !== null && piece.ended === null && (
        <Notice kind="unsure">
          It may be shown until {dayAndTime(piece.expiresAt, when)}, and leaves every page then.
        </Notice>
      )}
      <div class="media-page">
        <div>
          {piece.ended === null && piece.kind === 'document' && piece.file && (
            <p>
              <a href={piece.file.href}>{piece.name || 'The document'}</a>{' '}
              <span class="dim">{Math.ceil(piece.size / 1024).toLocaleString('en')} kB</span>
            </p>
          )}
          {piece.ended === null && (piece.kind === 'video' || piece.kind === 'audio') && (
            <MediaRecording {...props} />
          )}
          {piece.ended === null && piece.kind === 'picture' && (
            <figure class="media-whole">
              <PictureTag
                shown={piece.shapes.full}
                alt={piece.alt}
                sizes="(min-width: 60rem) 40rem, 92vw"
                eager
              />
              <figcaption dir="auto">
                {piece.caption} <span class="dim">{piece.credit}</span>
              </figcaption>
            </figure>
          )}
          <Stands {...props} />
          {piece.ended === null && piece.kind === 'picture' && <MediaCuts {...props} />}
        </div>
        <div>
          {piece.ended === null && <MediaWordsForm {...props} />}
          <MediaSaid {...props} />
          {piece.ended === null && covers(frame.staff.role, 'editor') && <Ends {...props} />}
        </div>
      </div>
    </DeskPage>
  );
}

const endWords: Record<string, string> = {
  expired: 'run out of its time',
  killed: 'been killed',
  removed: 'been taken out of the library',
  withdrawn: 'gone with the story that was withdrawn',
};

function Stands({ stands }: MediaPageProps) {
  return (
    <section class="fact">
      <h2>Where it stands</h2>
      {stands.length === 0 ? (
        <p class="dim">In no story.</p>
      ) : (
        <ul>
          {stands.map(({ storyId, headline, slug, language, isPublished }) => (
            <li key={`${storyId}-${language}`}>
              <a href={`/desk/stories/${storyId}`}>
                <bdi>{headline || slug}</bdi>
              </a>{' '}
              <span class="dim">{language}</span>
              {isPublished && <span class="source"> · readers see it</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Ends({ frame, piece, stands, refused }: MediaPageProps) {
  const many = new Set(stands.map(({ storyId }) => storyId)).size;
  return (
    <section class="fact media-ends">
      <h2>Another file, or its end</h2>
      <form
        class="form"
        method="post"
        action={`/desk/media/${piece.id}/replacement`}
        enctype="multipart/form-data"
      >
        <FormToken form={frame.form} />
        <Field label="Replace it everywhere" name="picture" wrong={refused?.fields.picture}>
          <input id="picture" name="picture" type="file" accept={PICTURE_TYPES} required />
        </Field>
        <button type="submit" class="quiet small">
          Replace
        </button>
      </form>
      <form method="post" action={`/desk/media/${piece.id}/kill`} class="inline">
        <FormToken form={frame.form} />
        <button
          type="submit"
          class="danger small"
          data-ask={`Kill this picture? It leaves ${many === 0 ? 'the library' : `${many === 1 ? 'one story' : `${many} stories`}, every feed and cache`} at once and cannot come back.`}
        >
          Kill
        </button>
      </form>
      {stands.length === 0 && (
        <form method="post" action={`/desk/media/${piece.id}/removal`} class="inline">
          <FormToken form={frame.form} />
          <button type="submit" class="quiet small" data-ask="Take this picture out of the library?">
            Take it out
          </button>
        </form>
      )}
    </section>
  );
}
