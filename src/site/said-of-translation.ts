/** What a page and a feed say of a translation: from which language, by what, checked by whom and when. */
import type { ReaderTranslation } from '../translation/for-readers.ts';
import { listOf } from '../views/lists.ts';
import { dayAndTimeOf, languageName, type TimePlace } from '../views/when.ts';
import type { Words } from '../views/words/catalog.ts';

type Said = Pick<ReaderTranslation, 'fromLanguage' | 'engines' | 'checked'>;

export function saidOfTranslation(
  { fromLanguage, engines, checked }: Said,
  { story }: Words,
  place: TimePlace,
): string {
  const names = listOf(place.language, [...new Set(engines.map(({ name }) => name))]);
  return [
    story.translatedFrom(languageName(fromLanguage, place.language)),
    ...(names === '' ? [] : [story.translatedBy(names)]),
    ...(checked ? [story.checkedBy(checked.name, dayAndTimeOf(place, checked.at))] : []),
  ].join(' ');
}
