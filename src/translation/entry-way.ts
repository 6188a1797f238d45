/** From which language into which an entry is translated, what contracts say of that, and its words on the other side. */
import type { LiveEntry } from '../entries/entry.ts';
import type { Newsroom } from '../newsroom.ts';
import { getRights } from '../rights/get-rights.ts';
import { rightsOfStory } from '../stories/rights-of-story.ts';
import { getLanguage } from './original-queries.ts';
import { type TranslatedCopy, translateCopy } from './translate-copy.ts';

interface EntryWay {
  from: string;
  to: string;
  /** Who the words are of decides: a contract that forbids it leaves the entry in its own language alone. */
  mayTranslate: boolean;
  mayLeave: boolean;
}

/** By what the story allows, and the item that the entry was made of. */
export async function wayOfEntry(
  newsroom: Newsroom,
  { storyId, itemId, editionId: originalIn }: LiveEntry,
  editionId: string,
): Promise<EntryWay> {
  const rights = [await rightsOfStory(newsroom, storyId)];
  if (itemId !== null) rights.push(await getRights(newsroom, { itemId }));
  return {
    from: (await getLanguage(newsroom, originalIn)).language,
    to: (await getLanguage(newsroom, editionId)).language,
    mayTranslate: rights.every(({ translate }) => translate.allowed),
    mayLeave: rights.every(({ cloud }) => cloud.allowed),
  };
}

export async function copyIn(
  newsroom: Newsroom,
  entry: LiveEntry,
  editionId: string,
  engineId?: string,
): Promise<TranslatedCopy> {
  const { from, to, mayLeave } = await wayOfEntry(newsroom, entry, editionId);
  return translateCopy(newsroom, { entry, from, to, mayLeave, ...(engineId && { engineId }) });
}
