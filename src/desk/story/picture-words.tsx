/** What is said of the picture in the language of the edition at hand. */
import { directionOf } from '../../kit/language-tag.ts';
import { Field, FormToken } from '../views/desk-layout.tsx';
import { englishName } from '../views/words.ts';
import type { StoryPageProps } from './story-view.ts';

export function PictureWords({ edition, story, frame, refused }: StoryPageProps) {
  const { picture, language } = edition;
  if (!picture) return null;
  const own = picture.language === language;
  const ways = { lang: language, dir: directionOf(language) };
  const wrong = refused?.fields.pictureAlt;
  return (
    <details class="more" open={wrong !== undefined || !own}>
      <summary>{own ? 'Its words' : `It has no words in ${englishName(language)} yet`}</summary>
      <form class="form" method="post" action={`/desk/stories/${story.id}/picture/words`}>
        <FormToken form={frame.form} />
        <Field label="What it shows, for those who cannot see it" name="pictureAlt" wrong={wrong}>
          <input
            id="pictureAlt"
            name="pictureAlt"
            value={own ? picture.alt : ''}
            placeholder={picture.alt}
            required
            {...ways}
          />
        </Field>
        <Field label="Caption" name="pictureCaption">
          <input
            id="pictureCaption"
            name="pictureCaption"
            value={own ? picture.caption : ''}
            placeholder={picture.caption}
            {...ways}
          />
        </Field>
        <div class="actions">
          <button type="submit" class="small quiet">
            {edition.path === null ? 'Save' : 'Save, and readers have it'}
          </button>
        </div>
      </form>
    </details>
  );
}
