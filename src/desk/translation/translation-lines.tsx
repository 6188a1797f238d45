/** Byline and dateline beside those of the original: the editor writes them as the edition's readers read names. */
import { FormToken } from '../views/desk-layout.tsx';
import { pathOf, type TranslationProps } from './translation-view.ts';

export function TranslationLines({ lines, translation, frame }: TranslationProps) {
  const { original, translated } = lines;
  return (
    <form
      method="post"
      action={`${pathOf(translation)}/lines`}
      class="translation-lines"
      id="translation-lines"
      data-in-place
    >
      <FormToken form={frame.form} />
      {(['byline', 'dateline'] as const).map((name) => (
        <label key={name}>
          <span class="dim small">
            {name === 'byline' ? 'Byline' : 'Dateline'}
            {original[name] !== '' && original[name] !== translated[name] && (
              <>
                {' · '}
                <bdi lang={translation.originalLanguage}>{original[name]}</bdi>
              </>
            )}
          </span>
          <input
            name={name}
            value={translated[name]}
            maxlength={200}
            lang={translation.language}
            dir="auto"
            autocomplete="off"
          />
          <input type="hidden" name={`${name}-was`} value={translated[name]} />
        </label>
      ))}
      <button type="submit" class="small quiet">
        Save
      </button>
    </form>
  );
}
