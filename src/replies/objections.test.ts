import { describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { type Translated, translatedStory } from '../../tests/support/translated-cast.ts';
import { DAY, HOUR, MINUTE } from '../kit/clock.ts';
import { Refusal } from '../kit/refusal.ts';
import { theNewsroomItself as by, type Newsroom } from '../newsroom.ts';
import { killStory } from '../stories/kill.ts';
import { forgetSenders } from './forget-senders.ts';
import { readObjection } from './objection.ts';
import { countObjected, listObjected, listObjectedIn, listWeighed } from './read-objections.ts';
import { objectionToken, type SentObjection, takeObjection } from './take-objection.ts';
import { setObjectionAside, settleObjections, settleWithdrawn } from './weigh.ts';

const HIT = 'Nobody was hit.';

/** A reader's word about the sentence that reads so now. */
async function object(
  newsroom: Newsroom,
  story: Translated,
  { about = HIT, ...more }: Partial<SentObjection> & { about?: string } = {},
): Promise<void> {
  const pair = await story.pair(about);
  const { editionId } = story;
  await takeObjection(newsroom, {
    sentence: {
      editionId,
      pairId: pair.id,
      original: pair.sourceText,
      translated: pair.targetText,
      engine: pair.engine,
    },
    reason: 'It says hurt, not hit.',
    better: 'Nobody was hurt.',
    ip: '198.51.100.7',
    honeypot: '',
    token: objectionToken(newsroom, editionId),
    ...more,
  });
}

const refusal = async (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

onEachEngine('objections of readers', (newsroom) => {
  it('gather at their sentence, with both sides, and are counted once a sentence', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story);
    await object(newsroom(), story, { reason: 'Wrong verb.', better: '', ip: '203.0.113.9' });
    await object(newsroom(), story, { about: '1,200 passengers left.', reason: 'They were crew.' });
    const [hit, passengers] = await listObjectedIn(newsroom(), story.editionId);
    expect(hit).toMatchObject({
      original: 'Κανείς δεν χτύπησε.',
      translated: HIT,
      originalLanguage: 'el',
      language: 'en',
      words: [{ reason: 'It says hurt, not hit.', better: 'Nobody was hurt.' }, { reason: 'Wrong verb.' }],
    });
    expect(passengers).toMatchObject({ engine: 'House, 1.6', words: [{ reason: 'They were crew.' }] });
    expect(await countObjected(newsroom())).toBe(2);
  });

  it('are kept once when a form is sent twice', async () => {
    const story = await translatedStory(newsroom());
    await Promise.all([object(newsroom(), story), object(newsroom(), story)]);
    const [gathered] = await listObjectedIn(newsroom(), story.editionId);
    expect(gathered?.words).toHaveLength(1);
  });

  it('are settled by the correction after which the sentence stands no longer, and only those', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story, { ip: '198.51.100.8' });
    await object(newsroom(), story, { about: '1,200 passengers left.', ip: '198.51.100.8' });
    const { takeId, correctionId } = await story.correct(HIT, 'Nobody was hurt.');
    const { editionId } = story;
    for (const _again of [1, 2]) await settleObjections(newsroom(), { editionId, takeId, correctionId });
    const open = await listObjectedIn(newsroom(), editionId);
    expect(open.map(({ translated }) => translated)).toEqual(['1,200 passengers left.']);
    const weighed = await listWeighed(newsroom(), { limit: 50 });
    expect(weighed.filter((one) => one.editionId === editionId)).toMatchObject([
      { state: 'settled', correctionId, translated: HIT },
    ]);
  });

  it('wait on while what readers see stands as it stood, whatever the desk has written since', async () => {
    const story = await translatedStory(newsroom());
    const published = await newsroom()
      .store.selectFrom('editions')
      .select('published_take_id')
      .where('id', '=', story.editionId)
      .executeTakeFirstOrThrow();
    await object(newsroom(), story, { ip: '198.51.101.8' });
    await story.write(HIT, 'Nobody was hurt.');
    const takeId = published.published_take_id ?? '';
    await settleObjections(newsroom(), { editionId: story.editionId, takeId });
    expect(await listObjectedIn(newsroom(), story.editionId)).toHaveLength(1);
  });

  it('are set aside with a reason, together, once', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story, { ip: '198.51.102.8' });
    await object(newsroom(), story, { ip: '198.51.103.8' });
    const { editionId } = story;
    const pairId = (await story.pair(HIT)).id;
    const asked = { editionId, pairId, by: story.reader };
    expect(await refusal(setObjectionAside(newsroom(), { ...asked, why: ' ' }))).toBe('form-incomplete');
    await setObjectionAside(newsroom(), { ...asked, why: 'The idiom says it.' });
    expect(await refusal(setObjectionAside(newsroom(), { ...asked, why: 'Again.' }))).toBe(
      'objection-weighed',
    );
    const weighed = await listWeighed(newsroom(), { limit: 50 });
    expect(weighed.find((one) => one.editionId === editionId)).toMatchObject({
      state: 'set aside',
      decidedWhy: 'The idiom says it.',
      decidedBy: 'Eleni Marku',
      words: [{}, {}],
    });
  });

  it('go with a story that is withdrawn', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story, { ip: '198.51.104.8' });
    await killStory(newsroom(), { storyId: story.storyId, notice: 'It never left.', by });
    await settleWithdrawn(newsroom(), { storyId: story.storyId });
    expect(await listObjectedIn(newsroom(), story.editionId)).toEqual([]);
  });

  it('are refused in number from one place, and when the form is old or not ours', async () => {
    const story = await translatedStory(newsroom());
    const ip = '192.0.2.77';
    for (let time = 1; time <= 6; time += 1) await object(newsroom(), story, { ip, reason: `No. ${time}` });
    expect(await refusal(object(newsroom(), story, { ip, reason: 'No. 7' }))).toBe('too-many-tries');
    newsroom().clock.pass(11 * MINUTE);
    await object(newsroom(), story, { ip, reason: 'No. 7' });
    expect(await refusal(object(newsroom(), story, { token: 'made up' }))).toBe('form-expired');
    const token = objectionToken(newsroom(), story.editionId);
    newsroom().clock.pass(13 * HOUR);
    expect(await refusal(object(newsroom(), story, { token }))).toBe('form-expired');
  });

  it('are set aside by the screen where a program filled the field that people do not see', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story, { honeypot: 'https://casino.example', ip: '198.51.105.8' });
    expect(await listObjectedIn(newsroom(), story.editionId)).toEqual([]);
    const weighed = await listWeighed(newsroom(), { limit: 50 });
    expect(weighed.find((one) => one.editionId === story.editionId)).toMatchObject({
      state: 'set aside',
      decidedBy: null,
      decidedWhy: expect.stringContaining('as programs do'),
    });
  });

  it('keep nothing of the reader: no address, and where they wrote from for two days, as a hash', async () => {
    const story = await translatedStory(newsroom());
    await object(newsroom(), story, { ip: '203.0.113.201' });
    const rows = () =>
      newsroom()
        .store.selectFrom('objections')
        .selectAll()
        .where('edition_id', '=', story.editionId)
        .execute();
    expect(JSON.stringify(await rows())).not.toContain('203.0.113');
    newsroom().clock.pass(2 * DAY + MINUTE);
    await forgetSenders(newsroom());
    expect((await rows()).map((row) => row.sender_hash)).toEqual(['']);
    expect(await listObjected(newsroom(), { limit: 100 })).not.toEqual([]);
  });
});

describe('what a reader may say of a sentence', () => {
  it.each([
    [{ reason: ' \u200b\n', better: '' }, { reason: 'reasonMissing' }],
    [
      { reason: 'x'.repeat(601), better: 'y'.repeat(1_001) },
      { reason: 'reasonLong', better: 'betterLong' },
    ],
  ])('is refused beside its field', (given, faults) => {
    expect(readObjection(given)).toEqual({ faults });
  });

  it('is plain text, whatever was sent', () => {
    const read = readObjection({ reason: 'It <b>is</b> \u202Ewrong\u0000', better: 'γ'.repeat(1_000) });
    expect(read).toMatchObject({ objection: { reason: 'It <b>is</b> wrong' } });
  });
});
