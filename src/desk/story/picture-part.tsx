/** The picture at a story's head beside the copy: what it is, what it shows, and how another comes in its place. */
import { Field, FormToken } from '../views/desk-layout.tsx';
import { Fold } from './fold.tsx';
import { PictureWords } from './picture-words.tsx';
import { isWritable, type StoryPageProps } from './story-view.ts';

const PICTURES_TAKEN = 'image/jpeg,image/png,image/webp,image/gif,image/avif,image/tiff'; // a phone makes a JPEG of its HEIC then

export function PicturePart(props: StoryPageProps) {
  const { edition, story, frame, refused } = props;
  const { picture } = edition;
  const writable = isWritable(props);
  return (
    <>
      {picture && (
        <div class="fact">
          <figure class="picture-now">
            <img
              src={picture.sources[0]?.href}
              alt={picture.alt}
              width={picture.width}
              height={picture.height}
            />
            <figcaption>
              {picture.caption} <span class="dim">Picture: {picture.credit || 'no credit'}</span>{' '}
              <a href={`/desk/media/${picture.id}`}>Its page</a>
            </figcaption>
          </figure>
          {writable && (
            <form method="post" action={`/desk/stories/${story.id}/picture/removal`} class="inline">
              <FormToken form={frame.form} />
              <button type="submit" class="quiet small">
                Take it away
              </button>
            </form>
          )}
        </div>
      )}
      {props.mayPublish && writable && <PictureWords {...props} />}
      {writable && (
        <Fold
          class="more"
          whole={props.whole}
          fold="picture"
          open={refused?.fields.picture !== undefined || refused?.fields.alt !== undefined}
          summary={<summary>{picture ? 'Another picture' : 'Add a picture'}</summary>}
        >
          <form method="post" action={`/desk/stories/${story.id}/picture/placement`} data-choose-media>
            <FormToken form={frame.form} />
            <input type="hidden" name="mediaId" value="" />
            <a href={`/desk/media?for=${story.id}`}>From the library</a>
          </form>
          <form
            class="form"
            method="post"
            action={`/desk/stories/${story.id}/picture`}
            enctype="multipart/form-data"
          >
            <FormToken form={frame.form} />
            <Field
              label="File"
              name="picture"
              hint="JPEG, PNG, WebP, GIF, AVIF or TIFF; 64 MB at most."
              wrong={refused?.fields.picture}
            >
              <input id="picture" name="picture" type="file" accept={PICTURES_TAKEN} required />
            </Field>
            <Field label="What it shows, for those who cannot see it" name="alt" wrong={refused?.fields.alt}>
              <input id="alt" name="alt" required dir="auto" />
            </Field>
            <Field label="Caption" name="caption">
              <input id="caption" name="caption" dir="auto" />
            </Field>
            <Field label="Credit" name="credit" wrong={refused?.fields.credit}>
              <input id="credit" name="credit" required dir="auto" placeholder="Who made it" />
            </Field>
            <div class="actions">
              <button type="submit" class="small">
                Add
              </button>
            </div>
          </form>
        </Fold>
      )}
    </>
  );
}
