import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { writeSentence } from './edit-pairs.ts';
import { readLines, writeLines } from './lines.ts';
import { findTranslation, markRead } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

onEachEngine('byline and dateline of a translation', (newsroom) => {
  it('are written beside those of the original, and not over what someone else wrote meanwhile', async () => {
    const copy = {
      headline: 'Το πλοίο έφυγε',
      dek: '',
      bodyHtml: safeBody('<p>Όλα καλά.</p>'),
      pictureId: null,
      byline: 'Μαρία Λεοντή',
      dateline: 'Λιμάνι Λύρας',
    };
    const { storyId, editionId: fromEditionId } = await draftStory(newsroom(), {
      copy,
      language: 'el',
      hops: [],
      by,
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

    for (const [index, html] of ['The ferry has left', 'All is well.'].entries()) {
      const { pairs, takeId } = (await findTranslation(newsroom(), editionId, { checked: false }))!;
      await writeSentence(newsroom(), {
        editionId,
        pairId: pairs[index]?.id ?? '',
        html,
        basedOn: takeId,
        by,
      });
    }
    const basedOn = (await findTranslation(newsroom(), editionId, { checked: false }))?.takeId ?? '';
    await markRead(newsroom(), { editionId, basedOn, override: '', by });
    const signed = { ...lines, byline: 'M. Leontis' };
    await writeLines(newsroom(), { editionId, lines: signed, was: lines, by });
    const still = await findTranslation(newsroom(), editionId, { checked: false });
    expect(still?.takeId).not.toBe(basedOn);
    expect(still?.read, 'a byline asks for no new reading').not.toBeNull();

    await expect(writeLines(newsroom(), { editionId, lines: was, was, by })).rejects.toMatchObject({
      code: 'take-outdated',
    });
  });
});
