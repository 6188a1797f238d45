/** The one press that makes a story of an item: in its own language, or both columns at once. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import { FormToken } from '../views/desk-layout.tsx';
import { LanguageOptions } from '../views/language-options.tsx';
import { englishName } from '../views/words.ts';

export interface PickUpChoice {
  /** The item's; null where nobody knows. */
  language: string | null;
  /** The paper's own. */
  paper: string;
  /** Those the paper is read in, its own first. */
  readIn: string[];
  /** Whether the paper writes in another language than the item's. */
  isForeign: boolean;
  /** By the contract with its source and by its own terms. */
  mayTranslate: boolean;
}

export const PICK_UP = 'pick-up'; // the form on the page that does it

export function PickUpForm(
  props: PickUpChoice & { itemId: string; form: string; isFree: boolean; pictures: number },
) {
  const { itemId, form, isFree, isForeign, mayTranslate, pictures } = props;
  return (
    <form method="post" action={`/desk/wire/${itemId}/pick-up`} id={PICK_UP} class="inline">
      <FormToken form={form} />
      <button type="submit" data-pick-up disabled={!isFree}>
        Pick up <kbd>Enter</kbd>
      </button>
      {pictures > 0 && (
        <label class="check small">
          <input type="checkbox" name="pictures" value="yes" checked disabled={!isFree} /> with{' '}
          {pictures === 1 ? 'its picture' : `${pictures} pictures`}
        </label>
      )}
      {mayTranslate ? (
        <Into {...props} />
      ) : (
        isForeign && <span class="unsure small">Its source does not allow a translation.</span>
      )}
    </form>
  );
}

/** What the paper does not write in is translated unless an editor says otherwise. */
function Into({ language, paper, readIn, isForeign, isFree }: PickUpChoice & { isFree: boolean }) {
  const without = [language ?? '', isForeign ? paper : ''].map(primaryLanguage);
  return (
    <select name="into" aria-label="In which language" disabled={!isFree}>
      {isForeign && (
        <option value={paper} selected>
          translated into {englishName(paper)}
        </option>
      )}
      <option value="" selected={!isForeign}>
        {language ? `in ${englishName(language)}, as it is` : 'as it is'}
      </option>
      <optgroup label="Translated into">
        <LanguageOptions chosen="" first={readIn.map(primaryLanguage)} without={without} />
      </optgroup>
    </select>
  );
}
