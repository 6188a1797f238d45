/** Desk copies: what a translation is made of stays at the desk, whatever is published. */

import { expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { draftTexts } from '../alerts/compose.ts';
import type { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { setDeskCopy } from './desk-copy.ts';
import { listForDesk } from './desk-list.ts';
import { getForDesk } from './desk-read.ts';
import { addEdition, draftStory } from './draft.ts';
import { gateOf, goingEditions, waitingEditions } from './gate.ts';
import { killStory } from './kill.ts';
import { publishStory } from './publish.ts';
import { getPublished, listPublished } from './read.ts';
import { readStory } from './story-reading.ts';

const parts = { dek: '', byline: 'Maria Leontis', dateline: '', pictureId: null };
const greek = { ...parts, headline: 'Το πλοίο έφυγε', bodyHtml: safeBody('<p>Το πλοίο έφυγε στις έξι.</p>') };
const english = {
  ...parts,
  headline: 'The ferry has left',
  bodyHtml: safeBody('<p>The ferry left at six.</p>'),
};

async function made(newsroom: Newsroom) {
  const { storyId, editionId: greekId } = await draftStory(newsroom, {
    copy: greek,
    language: 'el',
    hops: [],
    alertLevel: 'routine',
    by,
  });
  const englishId = await addEdition(newsroom, storyId, { copy: english, language: 'en', by });
  await setDeskCopy(newsroom, { editionId: greekId, isDeskCopy: true, by });
  return { storyId, greekId, englishId };
}

const wordsOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'nothing was refused',
    (error: Refusal) => error.words,
  );

async function announced(newsroom: Newsroom, editionId: string): Promise<string[]> {
  const rows = await newsroom.store.selectFrom('work').select(['event', 'payload_json']).execute();
  return rows.filter((row) => row.payload_json.includes(editionId)).map((row) => row.event);
}

onEachEngine('a desk copy', (newsroom) => {
  it('is not published, announced, listed or written an alert for, and the other edition is', async () => {
    const { storyId, greekId, englishId } = await made(newsroom());
    expect(goingEditions(await readStory(newsroom(), storyId)).map(({ id }) => id)).toEqual([englishId]);
    expect(waitingEditions(await readStory(newsroom(), storyId))).toEqual([]);
    const story = await getForDesk(newsroom(), storyId);
    expect((await draftTexts(newsroom(), story)).map(({ language }) => language)).toEqual(['en']);
    await publishStory(newsroom(), { storyId, by });
    expect(await getPublished(newsroom(), greekId)).toBeNull();
    expect((await getPublished(newsroom(), englishId))?.editions).toEqual([]);
    expect(await announced(newsroom(), greekId)).toEqual([]);
    expect(await announced(newsroom(), englishId)).toContain('story-published');
    const listed = await listPublished(newsroom(), { limit: 50 });
    expect(listed.filter((each) => each.storyId === storyId).map(({ language }) => language)).toEqual(['en']);
    const atDesk = await listForDesk(newsroom(), { limit: 50 });
    expect(atDesk.filter((each) => each.storyId === storyId).map(({ language }) => language)).toEqual(['en']);
    await killStory(newsroom(), { storyId, notice: 'It had not left.', by });
    expect(await announced(newsroom(), greekId)).toEqual([]);
  });

  it('is let out with the others, and what readers have cannot be kept back', async () => {
    const { storyId, greekId } = await made(newsroom());
    await publishStory(newsroom(), { storyId, by });
    await setDeskCopy(newsroom(), { editionId: greekId, isDeskCopy: false, by });
    expect(await getPublished(newsroom(), greekId)).toBeNull(); // not before the story goes out again
    await publishStory(newsroom(), { storyId, by });
    expect((await getPublished(newsroom(), greekId))?.headline).toBe('Το πλοίο έφυγε');
    expect(await wordsOf(setDeskCopy(newsroom(), { editionId: greekId, isDeskCopy: true, by }))).toContain(
      'Readers have this edition',
    );
    const acts = (await getForDesk(newsroom(), storyId)).audit.map(({ act }) => act);
    expect(acts).toContain('keep at the desk');
    expect(acts).toContain('let out');
  });

  it('is never the last edition of its story', async () => {
    const { storyId, englishId } = await made(newsroom());
    expect(await wordsOf(setDeskCopy(newsroom(), { editionId: englishId, isDeskCopy: true, by }))).toBe(
      'The story has no other edition for readers.',
    );
    expect(await gateOf(newsroom(), storyId)).toEqual([]);
  });
});
