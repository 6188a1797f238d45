/** How the editions that readers see are related: which was made of which, and how. For pages, feeds and programs alike. */
import type { Newsroom } from '../newsroom.ts';
import type { PublishedStory } from '../stories/read.ts';
import { findReaderTranslation, listTranslationsOf, type ReaderTranslation } from './for-readers.ts';

export type Sibling = PublishedStory['editions'][number];

export interface Kin {
  /** Null for an edition that is no translation. */
  translation: ReaderTranslation | null;
  /** What it was made of, where readers see that too. */
  original: Sibling | null;
  /** What was made of it, and readers see. */
  translations: Sibling[];
}

export async function findKin(newsroom: Newsroom, story: PublishedStory): Promise<Kin> {
  const translation = await findReaderTranslation(newsroom, story);
  const made = story.editions.length > 0 ? await listTranslationsOf(newsroom, story.editionId) : [];
  return {
    translation,
    original: story.editions.find(({ editionId }) => editionId === translation?.originalEditionId) ?? null,
    translations: story.editions.filter(({ editionId }) => made.includes(editionId)),
  };
}
