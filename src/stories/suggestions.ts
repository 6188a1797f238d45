/** What the finder suggests for an edition, beside who says what in it already and what was refused. */
import { type Actor, asking, type Newsroom } from '../newsroom.ts';
import { listSpeakers } from '../sourcing/speakers.ts';
import { type Suggestion, type SuggestionRequest, suggestionsIn } from '../sourcing/suggestions.ts';
import { insertRefusal, selectRefusals, selectRefusalsOfStory } from './statement-queries.ts';
import { listStatements } from './statements.ts';

/** In the order of the text, without what is kept or was refused. */
export async function listSuggestions(
  newsroom: Newsroom,
  { editionId, ...asked }: Pick<SuggestionRequest, 'language' | 'bodyHtml' | 'hops'> & { editionId: string },
): Promise<Suggestion[]> {
  const ask = asking(newsroom);
  const [known, statements, refusals] = await Promise.all([
    listSpeakers(ask),
    listStatements(ask, editionId),
    selectRefusals(ask, editionId),
  ]);
  return suggestionsIn(newsroom, { ...asked, known, statements, refusals });
}

/** What was refused in a story's editions. */
export function listRefusals(
  newsroom: Newsroom,
  storyId: string,
): Promise<{ edition_id: string; digest: string }[]> {
  return selectRefusalsOfStory(newsroom, storyId);
}

/** Remembers that this is no statement, or not one to be shown. */
export async function refuseSuggestion(
  newsroom: Newsroom,
  { editionId, digest, by }: { editionId: string; digest: string; by: Actor },
): Promise<void> {
  await insertRefusal(newsroom, {
    edition_id: editionId,
    digest: digest.slice(0, 64),
    by_id: by.id,
    at: newsroom.clock.now(),
  });
}
