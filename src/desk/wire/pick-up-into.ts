/** An item picked up in its own language, or straight into a translation: story, pairs and the engines' work are one act. */
import { primaryLanguage } from '../../kit/language-tag.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { isWrittenIn } from '../../stories/languages.ts';
import { startTranslation } from '../../translation/start-translation.ts';
import { takeItemPictures } from '../../wire/items/item-pictures.ts';
import { pickUp } from '../../wire/items/pick-up.ts';

/**
 * Gives the address of the page to go on from. `into` is a language, or empty for the item's own. What it is translated from
 * stays at the desk, unless the paper is read in that language too. What refuses the translation leaves the item on the wire.
 */
export async function pickUpInto(
  newsroom: Newsroom,
  asked: { itemId: string; into: string; back: number[]; withPictures?: boolean; by: Actor },
): Promise<string> {
  const { itemId, into, back, by } = asked;
  // Before the transaction: servers are asked, and what they gave stands in the library whatever becomes of the item.
  const pictures = asked.withPictures ? await takeItemPictures(newsroom, { itemId, by }) : new Map();
  return newsroom.transact(async (inner) => {
    const { storyId, editionId, language } = await pickUp(inner, { itemId, back, pictures, by });
    const page = `/desk/stories/${storyId}`;
    if (into === '' || primaryLanguage(into) === primaryLanguage(language)) return page;
    const translation = await startTranslation(inner, {
      storyId,
      fromEditionId: editionId,
      to: into,
      by,
      keepOriginal: !(await isWrittenIn(inner, language)),
    });
    return `${page}/translation/${translation.editionId}`;
  });
}
