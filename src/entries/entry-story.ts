/** An entry becomes a story of its own: a draft with its words, who said them, the way they came, and its picture. */

import { refuse } from '../kit/refusal.ts';
import { type Actor, type Newsroom, recordAct } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { nameSpeaker } from '../stories/who-says.ts';
import { entryTitle } from './entry.ts';
import { findEntry } from './read-entries.ts';

/** The entry stays as it is. Refuses with `item-taken` where a story was made of its item already. */
export async function makeEntryStory(
  newsroom: Newsroom,
  { entryId, by }: { entryId: string; by: Actor },
): Promise<{ storyId: string }> {
  return newsroom.transact(async (inner) => {
    const entry = (await findEntry(inner, entryId)) ?? refuse('not-found', { because: 'noSuchEntry' });
    const live = await getForDesk(inner, entry.storyId);
    const language = live.editions.find(({ id }) => id === entry.editionId)?.language ?? 'und';
    const { byline, bodyHtml, itemId, source, hops, statements } = entry;
    const made = await draftStory(inner, {
      copy: {
        headline: asHeadline(entryTitle(entry, language)),
        dek: '',
        byline,
        dateline: '',
        bodyHtml,
        pictureId: entry.picture?.id ?? null,
      },
      language,
      sectionId: live.section?.id ?? null,
      topicNames: live.topics.map(({ name }) => name),
      itemId,
      sourceId: source?.id ?? null,
      hops,
      by,
    });
    for (const { speaker, speakerRole, form, words, occasion, standing, standingNote, ...said } of statements)
      await nameSpeaker(inner, {
        editionId: made.editionId,
        speakerName: speaker.name,
        speakerRole,
        form,
        words,
        occasion,
        standing,
        standingNote,
        hops: said.hops,
        by,
      });
    await recordAct(inner, {
      by,
      act: 'make story of entry',
      subjectKind: 'story',
      subjectId: made.storyId,
      facts: { entry: entryId, live: entry.storyId },
    });
    return { storyId: made.storyId };
  });
}

/** Its first sentence, as headlines are written: without the full stop, where that is not of an abbreviation. */
function asHeadline(title: string): string {
  const last = title.split(/\s/u).at(-1) ?? '';
  return /^[^.]+\.$|[。۔।]$/u.test(last) ? title.slice(0, -1) : title;
}
