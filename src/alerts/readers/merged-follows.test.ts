/** Follows when a story goes on in another, and when that is taken back: nobody is left with what they did not ask for. */
import { expect, it } from 'vitest';
import { publishedStory, subscribed } from '../../../tests/support/alert-cast.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { FakeDevice } from '../../../tests/support/push-service.ts';
import { copyFollows, takeFollowsBack } from './merged-follows.ts';
import { stopStoryFor } from './wishes.ts';

onEachEngine('the follows of a merged story', (newsroom) => {
  it('are copied, and go when it is taken back, but for what the device asked for itself', async () => {
    await setUpHarbourPost(newsroom());
    newsroom().settings.pushServices.push('http://push.example');
    const { storyId } = await publishedStory(newsroom(), { level: null });
    const { storyId: intoId } = await publishedStory(newsroom(), { level: null });
    const follow = (subjectId: string) => ({ kind: 'story' as const, subjectId, level: 'routine' as const });
    const device = () => new FakeDevice('http://push.example');
    const [came, both, later, stopped] = [device(), device(), device(), device()];
    const join = (who: FakeDevice, ...stories: string[]) =>
      subscribed(newsroom(), who, { follows: stories.map(follow) });
    await join(came, storyId);
    await join(both, storyId, intoId);
    const known = await join(later, storyId);
    const { token } = await join(stopped, storyId);
    await stopStoryFor(newsroom(), { token, storyId });
    const of = async (subjectId: string) =>
      (
        await newsroom()
          .store.selectFrom('follows')
          .select('device_id')
          .where('subject_id', '=', subjectId)
          .execute()
      ).length;
    const stops = async () =>
      (await newsroom().store.selectFrom('stopped_stories').select('story_id').execute()).map(
        ({ story_id }) => story_id,
      );
    const had = await of(storyId);
    await copyFollows(newsroom(), { storyId, intoId });
    await copyFollows(newsroom(), { storyId, intoId }); // the runner may come twice
    expect(await of(intoId)).toBe(had);
    expect(await stops()).toContain(intoId);
    await subscribed(newsroom(), later, { follows: [follow(intoId)], token: known.token });
    await takeFollowsBack(newsroom(), { storyId, intoId });
    await takeFollowsBack(newsroom(), { storyId, intoId });
    expect([await of(intoId), await of(storyId)]).toEqual([2, had]); // the one that had it, and the one that asked since
    expect(await stops()).toEqual([storyId]);
    await copyFollows(newsroom(), { storyId, intoId });
    expect(await of(intoId)).toBe(had);
  });
});
