import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { readLines, writeLines } from './lines.ts';
import { findTranslation } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

onEachEngine('byline and dateline of a translation', (newsroom) => {
  it('are written beside those of the original, and not over what someone else wrote meanwhile', async () => {
    const copy = {
      ...{ headline: 'Το πλοίο έφυγε', dek: '', bodyHtml: '<p>Όλα καλά.</p>', pictureId: null },
      ...{ byline: 'Μαρία Λεοντή', dateline: 'Λιμάνι Λύρας' },
    };
    const { storyId, editionId: fromEditionId } = await draftStory(newsroom(), {
      ...{ copy, language: 'el', hops: [], by },
    });
    const { editionId } = await startTranslation(newsroom(), { storyId, fromEditionId, to: 'en', by });
    const was = { byline: 'Μαρία Λεοντή', dateline: 'Λιμάνι Λύρας' };
    const lines = { byline: 'Maria Leontis', dateline: 'Lyra Harbour' };
    await writeLines(newsroom(), { editionId, lines, was, by });
    expect(await readLines(newsroom(), editionId)).toEqual({ original: was, translated: lines });

    const edition = (await getForDesk(newsroom(), storyId)).editions.find(({ id }) => id === editionId);
    expect(edition?.copy).toMatchObject(lines);
    const translation = await findTranslation(newsroom(), editionId, { checked: false });
    expect(translation?.takeId).toBe(edition?.takeId);
    expect(translation?.pairs.map(({ sourceText }) => sourceText)).toEqual(['Το πλοίο έφυγε', 'Όλα καλά.']);

    await expect(writeLines(newsroom(), { editionId, lines: was, was, by })).rejects.toMatchObject({
      code: 'take-outdated',
    });
  });
});
