/** A story's editions: which there are, and one in another language begun. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import type { Refusal } from '../../kit/refusal.ts';
import { type DeskEdition, type DeskStory, editionsForReaders } from '../../stories/desk-read.ts';
import type { DeskTranslation } from '../../translation/read-translation.ts';
import { type DeskFrame, DeskPage, Field, FormToken, Notice } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { englishName } from '../views/words.ts';

export interface TranslationsProps {
  frame: DeskFrame;
  story: DeskStory;
  /** By edition; an edition that is none of them was written here or picked up. */
  translations: Map<string, DeskTranslation>;
  /** Those the paper is read in, its own first. */
  languages: string[];
  /** Languages of its editions that the paper does not write in, and readers do not have. */
  foreign: string[];
  done?: string | undefined;
  refused?: Refusal | undefined;
}

export function TranslationsPage(props: TranslationsProps) {
  const { frame, story, translations, done, refused } = props;
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
      {done && <Notice kind="good">{done}</Notice>}
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
                      {englishName(edition.language)}
                    </a>
                  ) : (
                    englishName(edition.language)
                  )}
                </td>
                <td data-label="Headline">
                  <bdi lang={edition.language}>{edition.copy.headline || '–'}</bdi>
                </td>
                <td data-label="Standing">
                  {standingOf(translation)}
                  {edition.isDeskCopy && ' · stays at the desk'}
                  {edition.path && ' · readers have it'}
                  <DeskCopyForm {...props} edition={edition} />
                </td>
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

/** What a translation is made of stays at the desk, or goes out with it; what readers have stays with them. */
function DeskCopyForm({ frame, story, edition }: TranslationsProps & { edition: DeskEdition }) {
  const isLast = editionsForReaders(story).length < 2;
  if (edition.path !== null || (isLast && !edition.isDeskCopy) || !isOpen(story)) return null;
  return (
    <form
      method="post"
      action={`/desk/stories/${story.id}/translation/${edition.id}/desk-copy`}
      class="inline"
    >
      <FormToken form={frame.form} />
      <button type="submit" class="small quiet" name="keep" value={edition.isDeskCopy ? 'no' : 'yes'}>
        {edition.isDeskCopy ? 'Let it out with the others' : 'Keep it at the desk'}
      </button>
    </form>
  );
}

const isOpen = ({ status }: DeskStory): boolean => status !== 'killed' && status !== 'spiked';

function Begin({ frame, story, languages, foreign }: TranslationsProps) {
  const there = story.editions.map((edition) => primaryLanguage(edition.language));
  const own = languages.map(primaryLanguage).filter((tag) => !there.includes(tag));
  return (
    <form class="form narrow" method="post" action={`/desk/stories/${story.id}/translation`}>
      <FormToken form={frame.form} />
      <h2>Translate this story</h2>
      <div class="fields">
        <Field label="From" name="from">
          <select id="from" name="from">
            {story.editions.map((edition) => (
              <option key={edition.id} value={edition.id}>
                {englishName(edition.language)}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Into" name="language">
          <select id="language" name="language">
            <LanguageOptions chosen={own[0] ?? ''} first={own} without={there} />
          </select>
        </Field>
      </div>
      {foreign.length > 0 && (
        <label class="check">
          <input type="checkbox" name="keep" value="yes" checked />
          {foreign.map(englishName).join(', ')} stays at the desk: the paper is not read in it
        </label>
      )}
      <p class="dim">
        Both columns open at once. Nothing goes out before someone has read it against the original.
      </p>
      <div class="actions">
        <button type="submit">Translate</button>
      </div>
    </form>
  );
}
