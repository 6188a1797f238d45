/** Under the headline of a translated edition: from which language, by what, checked by whom and when, and the original beside it. */

import { directionOf } from '../kit/language-tag.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { ReaderTranslation } from '../translation/for-readers.ts';
import { paperWords } from '../views/paper-words.ts';
import { dayAndTimeOf, languageName, type Place } from '../views/when.ts';
import type { Words } from '../views/words/words.ts';

interface Props {
  story: PublishedStory;
  translation: ReaderTranslation;
  words: Words;
  place: Place;
}

export function TranslationLine(props: Props) {
  const { story, translation, words, place } = props;
  const { fromLanguage, engines, checked, sentences } = translation;
  return (
    <div class="translated" {...paperWords(place, story.language)}>
      <p>
        {words.story.translatedFrom(languageName(fromLanguage, place.language))}
        {engines.length > 0 && ` ${words.story.translatedBy(engines.join(', '))}`}
        {checked && ` ${words.story.checkedBy(checked.name, dayAndTimeOf(place, checked.at))}`}
      </p>
      {sentences.length > 0 && (
        <details>
          <summary>{words.story.sentences}</summary>
          <dl>
            {sentences.map(({ original, translated }) => (
              <div key={original}>
                <dt lang={story.language} dir={directionOf(story.language)}>
                  {translated}
                </dt>
                <dd lang={fromLanguage} dir={directionOf(fromLanguage)}>
                  {original}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </div>
  );
}
