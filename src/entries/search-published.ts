/** Search over all that readers have: editions of stories, and single entries of live ones. */
import { type FoundText, type Hit, type Search, search } from '../morgue/morgue.ts';
import type { Newsroom } from '../newsroom.ts';
import { publishedTextsOf } from '../stories/file-in-morgue.ts';
import { isFiledIn, listFoundEntries } from './entry-read-queries.ts';

/** See `search` of the morgue; an edition stands once, by its best place. */
export function searchPublished(newsroom: Newsroom, asked: Search): Promise<Hit[]> {
  return search(newsroom, asked, {
    textsOf,
    isIn: (language) => (id) => isFiledIn(language, id),
  });
}

async function textsOf(newsroom: Newsroom, ids: readonly string[]): Promise<Map<string, FoundText>> {
  const texts = await publishedTextsOf(newsroom, ids);
  const others = ids.filter((id) => !texts.has(id));
  for (const { id, edition_id, number, language, body_html } of await listFoundEntries(newsroom, others))
    texts.set(id, {
      editionId: edition_id,
      entry: number === null ? null : Number(number),
      language,
      bodyHtml: body_html,
    });
  return texts;
}
