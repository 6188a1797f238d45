/** Under the headline of a translated edition: from which language, by what, checked by whom and when, and the original beside it. */

import { directionOf } from '../kit/language-tag.ts';
import type { PublishedStory } from '../stories/read.ts';
import type { ReaderSentence, ReaderTranslation } from '../translation/for-readers.ts';
import type { Sibling } from '../translation/kin.ts';
import { paperWords } from '../views/paper-words.ts';
import { languageName, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';
import { saidOfTranslation } from './said-of-translation.ts';

interface Props {
  story: PublishedStory;
  translation: ReaderTranslation;
  /** The edition of ours that it was made of, where readers see that. */
  original: Sibling | null;
  words: Words;
  place: TimePlace;
}

export function TranslationLine(props: Props) {
  const { story, translation, original, words, place } = props;
  const { fromLanguage, sentences } = translation;
  const mayShow = sentences.some(({ original }) => original !== null);
  return (
    <div class="translated" {...paperWords(place, story.language)}>
      <p>
        {saidOfTranslation(translation, words, place)}{' '}
        {original && (
          <a href={original.path} hreflang={original.language}>
            {words.story.readOriginal}
          </a>
        )}
      </p>
      {sentences.length > 0 && (
        <>
          {mayShow && (
            <p class="tap" data-tap>
              {words.objections.tap}
            </p>
          )}
          <details>
            <summary>{mayShow ? words.story.sentences : words.objections.sayWrong}</summary>
            <dl>
              {sentences.map((sentence) => (
                <Sentence key={sentence.pairId} {...props} sentence={sentence} />
              ))}
            </dl>
          </details>
          <template data-say="original">
            {words.objections.original(languageName(fromLanguage, place.language))}
          </template>
          <template data-say="close-original">{words.objections.close}</template>
        </>
      )}
    </div>
  );
}

/** The rows that browser/sentences.ts shows one of where a sentence is tapped. */
function Sentence({ story, translation, words, sentence }: Props & { sentence: ReaderSentence }) {
  const { pairId, original, translated } = sentence;
  return (
    <div data-sentence={pairId}>
      <dt lang={story.language} dir={directionOf(story.language)}>
        {translated}
      </dt>
      {original !== null && (
        <dd lang={translation.fromLanguage} dir={directionOf(translation.fromLanguage)}>
          {original}
        </dd>
      )}
      <dd class="object">
        <a href={sentencePath(translation.editionId, pairId)} rel="nofollow">
          {words.objections.wrong}
        </a>
      </dd>
    </div>
  );
}

/** Where a reader says what is wrong with a sentence. */
export function sentencePath(editionId: string, pairId: string): string {
  return `/sentences/${editionId}/${pairId}`;
}
