/** A story's editions: which there are, and one in another language begun. */
import type { Refusal } from '../kit/refusal.ts';
import type { DeskStory } from '../stories/desk-read.ts';
import type { DeskTranslation } from '../translation/read-translation.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from './desk-layout.tsx';
import { LanguageOptions } from './language-options.tsx';
import { languageName } from './words.ts';

export interface TranslationsProps {
  frame: DeskFrame;
  story: DeskStory;
  /** By edition; an edition that is none of them was written here or picked up. */
  translations: Map<string, DeskTranslation>;
  /** The paper's own language. */
  language: string;
  refused?: Refusal | undefined;
}

export function TranslationsPage(props: TranslationsProps) {
  const { frame, story, translations, refused } = props;
  return (
    <DeskPage {...frame} title={`Editions of ${story.slug}`} current="stories">
      <div class="page-head">
        <h1>Editions</h1>
        <div class="actions">
          <a class="btn quiet" href={`/desk/stories/${story.id}`}>
            The story
          </a>
        </div>
      </div>
      {refused && <Notice kind="bad">{[refused.words, ...Object.values(refused.fields)].join(' ')}</Notice>}
      <table class="list">
        <thead>
          <tr>
            <th>Language</th>
            <th>Headline</th>
            <th>Standing</th>
          </tr>
        </thead>
        <tbody>
          {story.editions.map((edition) => {
            const translation = translations.get(edition.id);
            return (
              <tr key={edition.id}>
                <td data-label="Language">
                  {translation ? (
                    <a href={`/desk/stories/${story.id}/translation/${edition.id}`}>
                      {languageName(edition.language)}
                    </a>
                  ) : (
                    languageName(edition.language)
                  )}
                </td>
                <td data-label="Headline">
                  <bdi lang={edition.language}>{edition.copy.headline || '–'}</bdi>
                </td>
                <td data-label="Standing">{standingOf(translation)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Begin {...props} />
    </DeskPage>
  );
}

function standingOf(translation: DeskTranslation | undefined): string {
  if (!translation) return 'the original';
  if (translation.state === 'translating') return 'being translated';
  if (translation.open > 0) return `${translation.open} sentences open`;
  if (translation.stale > 0) return `${translation.stale} sentences stale`;
  return translation.read ? `read by ${translation.read.name}` : 'not read yet';
}

function Begin({ frame, story, language }: TranslationsProps) {
  return (
    <form class="form narrow" method="post" action={`/desk/stories/${story.id}/translation`}>
      <FormToken form={frame.form} />
      <h2>Translate this story</h2>
      <div class="fields">
        <Field label="From" name="from">
          <select id="from" name="from">
            {story.editions.map((edition) => (
              <option key={edition.id} value={edition.id}>
                {languageName(edition.language)}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Into" name="language">
          <select id="language" name="language">
            <LanguageOptions chosen={language} />
          </select>
        </Field>
      </div>
      <p class="dim">
        Both columns open at once. Nothing goes out before someone has read it against the original.
      </p>
      <div class="actions">
        <button type="submit">Translate</button>
      </div>
    </form>
  );
}
