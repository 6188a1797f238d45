/** What formats and readers are told of a story's kind. The one table of it; only names that the vocabularies have. */
import type { StoryKind } from '../kit/story-kind.ts';

interface KindFormat {
  /**
   * The type of schema.org (as schema-dts 2.1.0 lists them). It has none for an obituary, for letters or for a correction that stands by itself: an
   * obituary and a correction are articles of news, letters an article of opinions; `genre` says the rest.
   */
  type: string;
  /** IPTC's genre NewsCode (release 2024-02-13). It has none for letters, which are opinions, nor for a correction. Plain news is the kind of what nobody filed otherwise: nothing is claimed of it. */
  genre: { code: string; name: string } | null;
}

const OPINION = { code: 'Opinion', name: 'Opinion' };

export const kindFormats: Record<StoryKind, KindFormat> = {
  news: { type: 'NewsArticle', genre: null },
  analysis: {
    type: 'AnalysisNewsArticle',
    genre: { code: 'Analysis', name: 'Analysis' },
  },
  opinion: { type: 'OpinionNewsArticle', genre: OPINION },
  explainer: {
    type: 'BackgroundNewsArticle',
    genre: { code: 'Background', name: 'Background' },
  },
  live: {
    type: 'LiveBlogPosting',
    genre: { code: 'LiveCoverage', name: 'Live Coverage' },
  },
  correction: { type: 'NewsArticle', genre: null },
  obituary: { type: 'NewsArticle', genre: { code: 'Obituary', name: 'Obituary' } },
  letters: { type: 'OpinionNewsArticle', genre: OPINION },
};

export const GENRES = 'http://cv.iptc.org/newscodes/genre/';

/** The address of the genre; null where the vocabulary has none. */
export function genreOf(kind: StoryKind): string | null {
  const { genre } = kindFormats[kind];
  return genre && GENRES + genre.code;
}
