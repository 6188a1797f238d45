/** A quotation remembers that its words are a translation; one that comes back into its speaker's language is flagged. */

import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { draftStory } from '../stories/draft.ts';
import { findFindings } from '../stories/findings.ts';
import { addStatement, listStatements } from '../stories/statements.ts';
import { writeSentence } from './edit-pairs.ts';
import { findOriginalWords } from './original-words.ts';
import { findTranslation } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

const [quote, other] = ['“The port will not close in winter,” the mayor said.', 'The weather was good.'];
const [back, rest] = ['«Το λιμάνι δεν θα κλείσει τον χειμώνα», είπε ο δήμαρχος.', 'Ο καιρός ήταν καλός.'];
const hop = { sourceId: null, act: 'reported', link: null, at: null } as const;

/** Told on a Greek radio, reported by an English agency, and translated back into Greek here. */
async function made(newsroom: Newsroom) {
  const { storyId, editionId: english } = await draftStory(newsroom, {
    copy: {
      headline: 'The port stays open',
      dek: '',
      byline: '',
      dateline: '',
      pictureId: null,
      bodyHtml: safeBody(`<p>${quote} ${other}</p>`),
    },
    language: 'en',
    hops: [
      { ...hop, party: 'Radio Thalassa', language: 'el' },
      { ...hop, party: 'Aegean News Agency', language: 'en' },
    ],
    by,
  });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: english, to: 'el', by });
  for (const [at, html] of ['Το λιμάνι μένει ανοιχτό', back, rest].entries()) {
    const now = await findTranslation(newsroom, editionId);
    const edit = { editionId, pairId: now?.pairs[at]?.id ?? '', basedOn: now?.takeId ?? '', by };
    await writeSentence(newsroom, { ...edit, html });
  }
  return { english, editionId };
}

const roundTrips = async (newsroom: Newsroom, editionId: string) =>
  (await findFindings(newsroom, { editionId })).findings.filter(({ check }) => check === 'round-trip');

onEachEngine('a quotation in a translation', (newsroom) => {
  it('that comes back into the language it was said in is flagged beside the copy and in the columns', async () => {
    const { english, editionId } = await made(newsroom());
    expect(await roundTrips(newsroom(), english)).toEqual([]);
    expect(await roundTrips(newsroom(), editionId)).toMatchObject([
      { text: '«Το λιμάνι δεν θα κλείσει τον χειμώνα»' },
    ]);
    const pairs = (await findTranslation(newsroom(), editionId))?.pairs ?? [];
    expect(
      pairs.map(({ findings }) => findings.filter(({ check }) => check === 'round-trip').length),
    ).toEqual([0, 1, 0]);
  });

  it('has its original words with it, and none where there are none', async () => {
    const { english, editionId } = await made(newsroom());
    const words = '«Το λιμάνι δεν θα κλείσει τον χειμώνα»';
    const original = await findOriginalWords(newsroom(), { editionId, words });
    expect(original).toEqual({
      originalWords: '“The port will not close in winter,”',
      originalLanguage: 'en',
      verbatim: 'translated',
    });
    const statement = { editionId, words, speakerName: 'The mayor', form: 'direct', occasion: '' } as const;
    await addStatement(newsroom(), { ...statement, ...original, standing: 'confirmed', hops: [], by });
    expect(await listStatements(newsroom(), editionId)).toMatchObject([
      { verbatim: 'translated', originalWords: original.originalWords, originalLanguage: 'en' },
    ]);
    expect(await roundTrips(newsroom(), editionId)).toHaveLength(1);
    expect(await findOriginalWords(newsroom(), { editionId: english, words: quote })).toEqual({});
    expect(await findOriginalWords(newsroom(), { editionId, words: 'Κάτι άλλο εντελώς.' })).toEqual({});
  });

  it('is let pass where the desk says that these are the words that were said', async () => {
    const { editionId } = await made(newsroom());
    const words = '«Το λιμάνι δεν θα κλείσει τον χειμώνα»';
    const statement = { editionId, words, speakerName: 'The mayor', form: 'direct', occasion: '' } as const;
    await addStatement(newsroom(), {
      ...statement,
      verbatim: 'original',
      standing: 'confirmed',
      hops: [],
      by,
    });
    expect(await roundTrips(newsroom(), editionId)).toEqual([]);
  });
});
