/** What of stories search knows: exactly what readers have, in the words in which they have it. */
import { htmlToText } from '../kit/safe-html.ts';
import { type FoundText, fileStoryTexts } from '../morgue/morgue.ts';
import type { Newsroom } from '../newsroom.ts';
import { firstPublishedAt, publishedBodies, publishedTexts } from './morgue-queries.ts';

/** Follow-up of publication, correction and kill: makes the morgue agree with what is published. */
export async function fileInMorgue(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await newsroom.transact(async (inner) => {
    const publishedAt = await firstPublishedAt(inner, storyId);
    if (publishedAt === null) return; // readers never had it
    const rows = await publishedTexts(inner, storyId);
    const texts = rows.map(({ id, language, headline, dek, body_html }) => ({
      editionId: id,
      language,
      headline,
      dek,
      body: htmlToText(body_html),
    }));
    await fileStoryTexts(inner, { storyId, publishedAt }, texts);
  });
}

/** What readers have of editions that search found, by their ids. */
export async function publishedTextsOf(
  newsroom: Newsroom,
  editionIds: readonly string[],
): Promise<Map<string, FoundText>> {
  const rows = await publishedBodies(newsroom, editionIds);
  return new Map(
    rows.map(({ id, language, body_html }) => [
      id,
      { editionId: id, entry: null, language, bodyHtml: body_html },
    ]),
  );
}
