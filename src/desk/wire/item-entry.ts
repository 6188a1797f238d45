/** An item of the wire becomes an entry of a live story by one key: its words, its way and its credit come along. */
import { addEntry } from '../../entries/add-entry.ts';
import { listLiveUnderWay } from '../../entries/read-entries.ts';
import { primaryLanguage } from '../../kit/language-tag.ts';
import { because, refuse } from '../../kit/refusal.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { readForEntry } from '../../wire/items/pick-up.ts';

/**
 * Gives the address of the live story at the desk. It stands in the edition of the item’s own language. Pressed twice, it is one.
 * Refuses as `addEntry` and `readForEntry` do, and with `story-state-wrong` where the live story has no edition in its language.
 */
export async function makeItemEntry(
  newsroom: Newsroom,
  { itemId, storyId, by }: { itemId: string; storyId: string; by: Actor },
): Promise<string> {
  const item = await readForEntry(newsroom, itemId);
  const language = item.language ?? 'und';
  const editions = (await listLiveUnderWay(newsroom)).filter((each) => each.storyId === storyId);
  const edition = editions.find((each) => primaryLanguage(each.language) === primaryLanguage(language));
  if (!edition) refuse('story-state-wrong', { because: because('itemInOtherLanguage', { language }) });
  const { headline, byline, bodyHtml, sourceId, credit, hops } = item;
  const { state } = await addEntry(newsroom, {
    storyId,
    editionId: edition.editionId,
    clientId: `item-${itemId}`,
    copy: { headline, byline, bodyHtml, pictureId: null },
    origin: { itemId, sourceId, credit, hops },
    by,
  });
  return `/desk/live/${storyId}?done=${state === 'waits' ? 'waits' : 'sent'}`;
}
