/** A hold until: what an editor can do with a story under embargo, and what partners hear of it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { HOUR } from '../kit/clock.ts';
import type { Refusal } from '../kit/refusal.ts';
import { safeBody } from '../kit/safe-html.ts';
import { type Actor, theNewsroomItself } from '../newsroom.ts';
import { addStaff } from '../staff/staff.ts';
import { correctStory } from './correct.ts';
import { getForDesk } from './desk-read.ts';
import { draftStory } from './draft.ts';
import { saveTake } from './edit.ts';
import { releaseUnderEmbargo, setEmbargo } from './hold-story.ts';
import { killStory, spikeStory } from './kill.ts';
import { publishStory } from './publish.ts';
import { listReleased } from './released.ts';
import { publishDue, scheduleStory, unscheduleStory } from './schedule.ts';

onEachEngine('a story that is held until an instant', (newsroom) => {
  let [editor, reporter]: Actor[] = [];
  let made = 0;
  beforeAll(async () => {
    const account = (role: 'editor' | 'reporter') => ({
      ...{ email: `${role}@hold.example`, password: 'the harbour at night', name: `The ${role}`, role },
      by: theNewsroomItself,
    });
    editor = await addStaff(newsroom(), account('editor'));
    reporter = await addStaff(newsroom(), account('reporter'));
  });

  const by = () => editor as Actor;
  const inHours = (hours: number) => newsroom().clock.now() + hours * HOUR;
  const drafted = async (until: number | null = inHours(2)) => {
    made += 1;
    const bodyHtml = safeBody('<p>The budget of the port is 40 million euros.</p>');
    const copy = {
      ...{ headline: `The budget ${made}`, dek: '', byline: 'Ada Lind', dateline: '' },
      ...{ bodyHtml, pictureId: null },
    };
    const story = await draftStory(newsroom(), { copy, language: 'en', hops: [], by: by() });
    await setEmbargo(newsroom(), { storyId: story.storyId, until, by: by() });
    return { ...story, copy };
  };
  const released = async (until = inHours(2)) => {
    const story = await drafted(until);
    await releaseUnderEmbargo(newsroom(), { storyId: story.storyId, by: by() });
    return story;
  };
  const partnersOf = async (storyId: string) =>
    (await listReleased(newsroom())).find((each) => each.storyId === storyId);
  const desk = (storyId: string) => getForDesk(newsroom(), storyId);
  const codeOf = (refused: Promise<unknown>) =>
    refused.then(
      () => 'done',
      (error: Refusal) => [error.code, error.words, ...Object.values(error.fields ?? {})].join(' '),
    );

  it('is published by nobody before, whatever the reason, and by anybody who may after', async () => {
    const { storyId } = await drafted();
    const now = { storyId, by: by(), override: 'It is out elsewhere.' };
    expect(await codeOf(publishStory(newsroom(), now))).toMatch(
      /^story-not-ready The story is under embargo until/,
    );
    expect(await codeOf(scheduleStory(newsroom(), { ...now, publishAt: inHours(1) }))).toMatch(
      /^story-not-ready/,
    );
    newsroom().clock.pass(2 * HOUR);
    await publishStory(newsroom(), { storyId, by: by() });
    expect((await desk(storyId)).status).toBe('published');
  });

  it('goes to partners as it was released, whatever is written since, and out as it was released', async () => {
    const { storyId, editionId, copy } = await released();
    expect(await partnersOf(storyId)).toMatchObject({ state: 'embargoed', version: 1, path: null });
    const { editions } = await desk(storyId);
    await saveTake(newsroom(), {
      ...{ editionId, copy: { ...copy, headline: 'The budget falls' }, basedOn: editions[0]?.takeId ?? '' },
      by: by(),
    });
    expect((await partnersOf(storyId))?.copy?.headline).toBe(copy.headline);
    newsroom().clock.pass(2 * HOUR);
    await publishDue(newsroom(), { storyId });
    // What nobody has released does not go out, and partners are told not to use what they have.
    expect((await desk(storyId)).status).toBe('draft');
    expect(await partnersOf(storyId)).toMatchObject({ state: 'withdrawn', copy: null, version: 2 });
  });

  it('is released again with what changed, in a new version', async () => {
    const { storyId, editionId, copy } = await released();
    const { editions } = await desk(storyId);
    const changed = { ...copy, headline: 'The budget rises' };
    await saveTake(newsroom(), { editionId, copy: changed, basedOn: editions[0]?.takeId ?? '', by: by() });
    await releaseUnderEmbargo(newsroom(), { storyId, by: by() });
    expect(await partnersOf(storyId)).toMatchObject({ version: 2, copy: { headline: 'The budget rises' } });
    newsroom().clock.pass(2 * HOUR);
    await publishDue(newsroom(), { storyId });
    expect(await partnersOf(storyId)).toMatchObject({ state: 'out', embargoedUntil: null });
    expect((await partnersOf(storyId))?.path).toContain('the-budget-rises');
  });

  describe('whose embargo is changed', () => {
    it('goes out at the new end, sooner or later, and partners have it on their copy', async () => {
      const { storyId } = await released();
      const later = inHours(5);
      await setEmbargo(newsroom(), { storyId, until: later, by: by() });
      expect(await desk(storyId)).toMatchObject({
        status: 'scheduled',
        publishAt: later,
        embargoUntil: later,
      });
      expect(await partnersOf(storyId)).toMatchObject({ embargoedUntil: later, version: 2 });
      newsroom().clock.pass(2 * HOUR);
      await publishDue(newsroom(), { storyId }); // as the work for the old instant would
      expect((await desk(storyId)).status).toBe('scheduled');
      const sooner = inHours(1);
      await setEmbargo(newsroom(), { storyId, until: sooner, by: by() });
      newsroom().clock.pass(HOUR);
      await publishDue(newsroom(), { storyId });
      expect((await desk(storyId)).status).toBe('published');
    });

    it('takes along a schedule that would be before it, and leaves one that is after it', async () => {
      const { storyId } = await drafted(null);
      await scheduleStory(newsroom(), { storyId, publishAt: inHours(1), by: by() });
      const until = inHours(3);
      await setEmbargo(newsroom(), { storyId, until, by: by() });
      expect((await desk(storyId)).publishAt).toBe(until);
      const after = inHours(6);
      await scheduleStory(newsroom(), { storyId, publishAt: after, by: by() });
      await setEmbargo(newsroom(), { storyId, until: inHours(4), by: by() });
      expect((await desk(storyId)).publishAt).toBe(after);
    });

    it('lifted, publishes nothing by itself; partners may use what they have', async () => {
      const { storyId } = await released();
      await setEmbargo(newsroom(), { storyId, until: null, by: by() });
      expect((await desk(storyId)).status).toBe('scheduled');
      expect(await partnersOf(storyId)).toMatchObject({ state: 'lifted', embargoedUntil: null });
      await publishStory(newsroom(), { storyId, by: by() });
      expect((await partnersOf(storyId))?.state).toBe('out');
    });

    it('is changed and lifted by editors; set by anyone, and only for an instant to come', async () => {
      const { storyId } = await drafted(null);
      const set = (until: number | null, who = reporter as Actor) =>
        codeOf(setEmbargo(newsroom(), { storyId, until, by: who }));
      expect(await set(newsroom().clock.now())).toContain('That time has passed.');
      expect(await set(Number.NaN)).toContain('form-incomplete');
      expect(await set(inHours(1))).toBe('done');
      expect(await set(inHours(2))).toContain('role-needed');
      expect(await set(null)).toContain('role-needed');
      expect(await set(null, by())).toBe('done');
    });
  });

  it('that is put away, unscheduled or killed is withdrawn from partners, without its words', async () => {
    const [spiked, unscheduled, killed] = [await released(), await released(), await released()];
    await spikeStory(newsroom(), { storyId: spiked.storyId, by: by() });
    await unscheduleStory(newsroom(), { storyId: unscheduled.storyId, by: by() });
    newsroom().clock.pass(2 * HOUR);
    await publishDue(newsroom(), { storyId: killed.storyId });
    await killStory(newsroom(), { storyId: killed.storyId, notice: 'The figures were false.', by: by() });
    for (const { storyId } of [spiked, unscheduled, killed])
      expect(await partnersOf(storyId)).toMatchObject({ state: 'withdrawn', copy: null, path: null });
    expect((await partnersOf(killed.storyId))?.why).toBe('The figures were false.');
  });

  it('cannot be held once readers have it, and a clock that is put back keeps no correction from them', async () => {
    const { storyId } = await released();
    const before = newsroom().clock.now();
    newsroom().clock.pass(2 * HOUR);
    await publishDue(newsroom(), { storyId });
    newsroom().clock.pass(before - newsroom().clock.now());
    const held = codeOf(setEmbargo(newsroom(), { storyId, until: inHours(9), by: by() }));
    expect(await held).toContain('story-state-wrong Readers have this story');
    await correctStory(newsroom(), { storyId, notice: 'It is 41 million.', by: by() });
    expect((await desk(storyId)).status).toBe('published');
  });

  it('without an embargo is released to nobody', async () => {
    const { storyId } = await drafted(null);
    expect(await codeOf(releaseUnderEmbargo(newsroom(), { storyId, by: by() }))).toContain(
      'under no embargo',
    );
  });
});
