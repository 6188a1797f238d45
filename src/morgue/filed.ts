/** What is filed of an edition: each of its words once for each place where it may be looked for. */
import { primaryLanguage } from '../kit/language-tag.ts';
import { type FiledEdition, PLACES, type SearchPlace } from './full-text.ts';
import { searchStems } from './stems.ts';
import { filedAs, groupsOf } from './words.ts';

export interface Text {
  editionId: string;
  storyId: string;
  language: string;
  headline: string;
  dek: string;
  /** Without markup. */
  body: string;
  publishedAt: number;
}

const MOST_BYTES = 900_000; // of one edition: PostgreSQL takes a megabyte, and a body of 100,000 different words is none

/** The words of a text as the index keeps them. The headline's come first, so that a bound never cuts them. */
export function filedOf({ headline, dek, body, language, ...ids }: Text): FiledEdition {
  const { editionId, storyId, publishedAt } = ids;
  const primary = primaryLanguage(language);
  const filed = new Set<string>();
  const stems = new Map<string, string[]>(); // many words stand several times
  const stemmed = (word: string) => {
    const had = stems.get(word) ?? searchStems(word, primary);
    stems.set(word, had);
    return had;
  };
  let bytes = 0;
  const put = (word: string) => {
    bytes += filed.has(word) ? 0 : Buffer.byteLength(word) + 1;
    if (bytes <= MOST_BYTES) filed.add(word);
  };
  const file = (text: string, places: SearchPlace[]) => {
    for (const group of groupsOf(text)) {
      const written = group.words.flatMap((word) => word.written.flatMap(stemmed));
      for (const place of places) {
        const [word, stem] = PLACES[place];
        for (const each of filedAs(group)) if (each !== '') put(word + each);
        for (const each of written) put(stem + each);
      }
    }
  };
  file(headline, ['headline', 'dek', 'anywhere']);
  file(dek, ['dek', 'anywhere']);
  file(body, ['anywhere']);
  return { editionId, storyId, publishedAt, words: [...filed] };
}
