/** A translated edition written outside the columns goes back into its pairs. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EngineServer, libreServer } from '../../tests/support/engine-servers.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { getForDesk } from '../stories/desk-read.ts';
import { draftStory } from '../stories/draft.ts';
import { restoreTake, saveTake } from '../stories/edit.ts';
import type { Copy } from '../stories/story.ts';
import { dropSentence, writeSentence } from './edit-pairs.ts';
import { addEngine, listEngines } from './engines.ts';
import { fillTranslation } from './fill-translation.ts';
import { matchSentences } from './match-sentences.ts';
import { OUTSIDE, readBack } from './read-back.ts';
import { type DeskTranslation, findTranslation, markRead } from './read-translation.ts';
import { startTranslation } from './start-translation.ts';

const english: Record<string, string> = {
  'Το πλοίο έφυγε': 'The ferry has left',
  'Η «Αυγή» έφυγε στις 6.45 με 1.200 επιβάτες.': 'The “Avgi” left at 6.45 with 1,200 passengers.',
  'Κανείς δεν χτύπησε.': 'Nobody was hurt.',
  'Το λιμάνι άνοιξε ξανά.': 'The harbour has opened again.',
  'Η έρευνα συνεχίζεται.': 'The inquiry goes on.',
};
const [headline = '', ...sentences] = Object.keys(english);

let server: EngineServer;
beforeAll(async () => {
  server = await libreServer((text) => english[text] ?? text);
});
afterAll(() => server.close());

async function made(newsroom: Newsroom): Promise<{ storyId: string; editionId: string }> {
  if ((await listEngines(newsroom)).length === 0) {
    const draft = { kind: 'libretranslate', name: 'House', address: server.address, key: null, model: null };
    await addEngine(newsroom, {
      draft: { ...draft, isInside: true, pairs: '', priceMicros: 0, monthlyCharacters: null },
      by,
    });
  }
  const copy = {
    headline,
    dek: '',
    byline: '',
    dateline: '',
    pictureId: null,
    bodyHtml: safeBody(
      `<p>${sentences.slice(0, 2).join(' ')}</p><ul><li>${sentences[2]}</li></ul><p>${sentences[3]}</p>`,
    ),
  };
  const { storyId, editionId: greek } = await draftStory(newsroom, { copy, language: 'el', hops: [], by });
  const { editionId } = await startTranslation(newsroom, { storyId, fromEditionId: greek, to: 'en', by });
  await fillTranslation(newsroom, { editionId });
  return { storyId, editionId };
}

async function read(newsroom: Newsroom, editionId: string): Promise<DeskTranslation> {
  const found = await findTranslation(newsroom, editionId);
  if (!found) throw new Error('the edition is no translation');
  return found;
}

/** What the story's page does: the copy is saved, and read back. */
async function saved(newsroom: Newsroom, editionId: string, change: (copy: Copy) => Partial<Copy>) {
  const { storyId, takeId: basedOn } = await read(newsroom, editionId);
  const edition = (await getForDesk(newsroom, storyId)).editions.find(({ id }) => id === editionId);
  if (!edition) throw new Error('no edition');
  const copy = { ...edition.copy, ...change(edition.copy) };
  await newsroom.transact(async (inner) => {
    await saveTake(inner, { editionId, copy, basedOn, by });
    await readBack(inner, { editionId, by });
  });
  return edition.copy.bodyHtml;
}

const inShort = ({ pairs }: DeskTranslation) =>
  pairs.map(({ sourceText, targetText, state }) => [sourceText, targetText, state]);

onEachEngine('a take saved outside the columns', (newsroom) => {
  it('keeps each sentence beside its original, and tells what was written, added and left out', async () => {
    const { editionId } = await made(newsroom());
    const before = await read(newsroom(), editionId);
    await saved(newsroom(), editionId, ({ bodyHtml }) => ({
      bodyHtml: safeBody(
        bodyHtml
          .replace('with 1,200 passengers', 'with 1,250 passengers')
          .replace(' Nobody was hurt.', '')
          .replace('The inquiry goes on.', 'The inquiry goes on. The mayor speaks on Friday.'),
      ),
    }));
    const after = await read(newsroom(), editionId);
    expect(inShort(after)).toEqual([
      [headline, 'The ferry has left', 'machine'],
      [sentences[0], 'The “Avgi” left at 6.45 with 1,250 passengers.', 'edited'],
      [sentences[1], '', 'dropped'],
      [sentences[2], 'The harbour has opened again.', 'machine'],
      [sentences[3], 'The inquiry goes on.', 'machine'],
      ['', 'The mayor speaks on Friday.', 'added'],
    ]);
    expect(after.pairs.map(({ reason }) => reason)).toEqual(['', '', OUTSIDE, '', '', OUTSIDE]);
    expect(after.pairs[1]).toMatchObject({ engine: 'House', findings: [{ check: 'translation-number' }] });
    expect(after.pairs.slice(0, 5).map(({ id }) => id)).toEqual(before.pairs.map(({ id }) => id));
    // What is written in the columns afterwards goes on from it.
    const edit = { editionId, pairId: after.pairs[5]?.id ?? '', basedOn: after.takeId, by };
    await writeSentence(newsroom(), { ...edit, html: 'The mayor speaks on Saturday.' });
    const story = await getForDesk(newsroom(), after.storyId);
    expect(story.editions.find(({ id }) => id === editionId)?.copy.bodyHtml).toBe(
      '<p>The “Avgi” left at 6.45 with 1,250 passengers.</p><ul><li>The harbour has opened again.</li></ul><p>The inquiry goes on. The mayor speaks on Saturday.</p>',
    );
  });

  it('follows sentences that moved and paragraphs that were parted', async () => {
    const { editionId } = await made(newsroom());
    await saved(newsroom(), editionId, () => ({
      bodyHtml: safeBody(
        '<p>Nobody was hurt.</p><p>The “Avgi” left at 6.45 with 1,200 passengers. The inquiry goes on.</p><ul><li>The harbour has opened again.</li></ul>',
      ),
    }));
    const { pairs } = await read(newsroom(), editionId);
    expect(pairs.map(({ sourceText, state, block }) => [sourceText, state, block])).toEqual([
      [headline, 'machine', 0],
      [sentences[1], 'machine', 1],
      [sentences[0], 'machine', 2],
      [sentences[3], 'machine', 2],
      [sentences[2], 'machine', 3],
    ]);
  });

  it('asks for another reading when a word changed, and for none when only the byline did', async () => {
    const { editionId } = await made(newsroom());
    const { takeId } = await read(newsroom(), editionId);
    await markRead(newsroom(), { editionId, basedOn: takeId, by });
    await saved(newsroom(), editionId, () => ({ byline: 'Maria Leontis' }));
    expect((await read(newsroom(), editionId)).read).not.toBeNull();
    await saved(newsroom(), editionId, () => ({ headline: 'The ferry has sailed' }));
    expect(await read(newsroom(), editionId)).toMatchObject({
      read: null,
      pairs: [{ state: 'edited' }, {}, {}, {}, {}],
    });
  });

  it('brings back what an earlier take had, but not what was left out on purpose', async () => {
    const { storyId, editionId } = await made(newsroom());
    await saved(newsroom(), editionId, ({ bodyHtml }) => ({
      bodyHtml: safeBody(bodyHtml.replace('<p>The inquiry goes on.</p>', '')),
    }));
    const without = await read(newsroom(), editionId);
    expect(without.pairs[4]).toMatchObject({ state: 'dropped', reason: OUTSIDE });
    const edition = (await getForDesk(newsroom(), storyId)).editions.find(({ id }) => id === editionId);
    const earlier = edition?.takes.find(({ number }) => number === 2);
    await newsroom().transact(async (inner) => {
      await restoreTake(inner, { editionId, takeId: earlier?.id ?? '', by });
      await readBack(inner, { editionId, by });
    });
    const back = await read(newsroom(), editionId);
    expect(inShort(back)[4]).toEqual([sentences[3], 'The inquiry goes on.', 'edited']);
    const drop = { editionId, pairId: back.pairs[4]?.id ?? '', basedOn: back.takeId, by };
    await dropSentence(newsroom(), { ...drop, reason: 'Known here.' });
    await saved(newsroom(), editionId, ({ bodyHtml }) => ({
      bodyHtml: safeBody(`${bodyHtml}<p>It is cold.</p>`),
    }));
    expect(inShort(await read(newsroom(), editionId)).slice(4)).toEqual([
      [sentences[3], '', 'dropped'],
      ['', 'It is cold.', 'added'],
    ]);
  });
});

it('a sentence that was open is found by its length and its numbers', () => {
  const open = (source: string) => ({ texts: [], source, isFree: true });
  const before = [
    { texts: ['The ferry left.'], source: 'Το πλοίο έφυγε.', isFree: true },
    open('Ο δήμος θα πληρώσει 12.500 ευρώ για τις επισκευές στην προβλήτα πριν από το καλοκαίρι.'),
    open('Κανείς δεν χτύπησε.'),
  ];
  const after = [
    'The ferry left.',
    'The town will pay 12,500 euros for the repairs on the quay before the summer.',
    'Nobody was hurt.',
  ];
  expect(matchSentences(before, after, { from: 'el', to: 'en' })).toEqual([0, 1, 2]);
});
