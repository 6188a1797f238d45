/** A film or a sound of our own: played, with its captions by language. */
import { Field, FormToken } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { englishName } from '../views/words.ts';
import type { MediaPageProps } from './media-props.ts';

export function MediaRecording(props: MediaPageProps) {
  const { piece, frame, refused } = props;
  const { file, poster, tracks = [], length } = piece;
  if (!file) return null;
  const Player = piece.kind as 'video'; // a sound has the same parts, but for its still
  return (
    <>
      <figure class="media-whole">
        <Player controls preload="metadata" poster={poster ?? undefined} src={file.href}>
          {tracks.map(({ href, language, label }) => (
            <track key={language} kind="captions" src={href} srcLang={language} label={label} />
          ))}
        </Player>
        <figcaption dir="auto">
          {piece.caption} <span class="dim">{piece.credit}</span>
        </figcaption>
      </figure>
      {length === null && poster === null && (
        <p class="dim">
          Its length and a still of it would be here were ffmpeg on the newsroom’s machine (Debian: apt
          install ffmpeg).
        </p>
      )}
      <section class="fact">
        <h2>Captions</h2>
        <p class="dim">
          {tracks.length === 0 ? 'None yet.' : tracks.map(({ language }) => englishName(language)).join(', ')}
        </p>
        <form
          class="form"
          method="post"
          action={`/desk/media/${piece.id}/tracks`}
          enctype="multipart/form-data"
        >
          <FormToken form={frame.form} />
          <Field label="WebVTT" name="track" wrong={refused?.fields.track}>
            <input id="track" name="track" type="file" accept=".vtt,text/vtt" required />
          </Field>
          <Field label="Language" name="language" wrong={refused?.fields.language}>
            <select id="language" name="language">
              <LanguageOptions chosen="" first={[]} without={tracks.map(({ language }) => language)} />
            </select>
          </Field>
          <button type="submit" class="quiet small">
            Add captions
          </button>
        </form>
      </section>
    </>
  );
}
