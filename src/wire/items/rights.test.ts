/** The promise to an agency: what its contract or its item forbids is done by no way. */
import { expect, it } from 'vitest';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { tellReaders, writeAlert } from '../../alerts/alert.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { getRights } from '../../rights/get-rights.ts';
import { gateOf } from '../../stories/gate.ts';
import { publishStory } from '../../stories/publish.ts';
import { prepare } from '../reading/prepare.ts';
import { addSource, changeSource } from '../sources/sources.ts';
import { getItem, listItems } from './items.ts';
import { pickUp } from './pick-up.ts';
import { publishUnread } from './publish-unread.ts';

const BODY =
  '<p>The ferry ran aground on Thursday with 112 people aboard, the coast guard said in the evening.</p><p>Nobody was hurt, and the passengers were taken ashore in the harbour of Skaros by fishing boats.</p>';
let number = 0;

/** An item of a source whose contract allows everything, in ninjs, with what it says of itself. */
async function received(newsroom: TestNewsroom, says: Record<string, unknown>) {
  number += 1;
  const contract = { mayAlert: true, mayTranslate: true, publishUnread: true, alertLevel: 'urgent' as const };
  const address = `https://agency-${number}.example/`;
  const { sourceId } = await addSource(newsroom, { address, unasked: true, ...contract, by });
  const item = {
    uri: `${address}${number}`,
    type: 'text',
    language: 'en',
    pubstatus: 'usable',
    headline: `Ferry ${number} runs aground at Skaros`,
    versioncreated: '2026-11-19T11:50:00Z',
    body_html: BODY,
    altids: [],
    ...says,
  };
  const bytes = Buffer.from(JSON.stringify(item));
  const prepared = await prepare({ bytes, contentType: 'application/json', address: null, language: null });
  await receive(newsroom, { sourceId, prepared, isFirst: false });
  const [found] = await listItems(newsroom, { sourceId, limit: 1 });
  if (!found) throw new Error('nothing was received');
  return { itemId: found.id, sourceId };
}

const alertsOf = (newsroom: TestNewsroom, storyId: string) =>
  newsroom.store.selectFrom('alerts').select('id').where('story_id', '=', storyId).execute();

onEachEngine('what an item forbids', (open) => {
  it('sends no alert of an item that forbids alerts: not by the gate, not at publication, not by Tell readers', async () => {
    const newsroom = open();
    await setUpHarbourPost(newsroom);
    const { itemId } = await received(newsroom, { usageterms: 'Not to be sent as push alerts.' });
    const { storyId, editionId } = await pickUp(newsroom, { itemId, alertLevel: 'urgent', by });
    expect((await gateOf(newsroom, storyId)).map(({ code }) => code)).toContain('alert-not-allowed');
    await newsroom.store
      .updateTable('stories')
      .set({ alert_level: null })
      .where('id', '=', storyId)
      .execute();
    await publishStory(newsroom, { storyId, by });
    await newsroom.store
      .updateTable('stories')
      .set({ alert_level: 'urgent' })
      .where('id', '=', storyId)
      .execute();
    await expect(tellReaders(newsroom, { storyId, by })).rejects.toThrow('story-state-wrong');
    const { working_take_id: takeId } = await newsroom.store
      .selectFrom('editions')
      .select('working_take_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    const facts = { storyId, editionId, takeId, alertLevel: 'urgent', first: true };
    expect(await writeAlert(newsroom, facts)).toBeNull();
    expect(await alertsOf(newsroom, storyId)).toEqual([]);
  });

  it('publishes it unread all the same, and tells nobody', async () => {
    const newsroom = open();
    const { itemId } = await received(newsroom, { usageterms: 'No alerts. No SMS.' });
    await publishUnread(newsroom, { itemId });
    const { storyId } = await getItem(newsroom, itemId);
    if (storyId === null) throw new Error('it was not published');
    const story = await newsroom.store
      .selectFrom('stories')
      .select(['status', 'alert_level'])
      .where('id', '=', storyId)
      .executeTakeFirstOrThrow();
    expect(story).toEqual({ status: 'published', alert_level: null });
  });

  it.each([
    [
      'ninjs 3',
      {
        digitalSourceType: {
          name: 'AI',
          uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
        },
      },
    ],
    ['a bare code', { digitalsourcetype: 'compositeWithTrainedAlgorithmicMedia' }],
  ])(
    'keeps copy at the desk that its agency marks as made by trained software (%s), until the contract takes it',
    async (_how, says) => {
      const newsroom = open();
      const { itemId, sourceId } = await received(newsroom, says);
      expect((await getRights(newsroom, { itemId })).generated).toMatch(/TrainedAlgorithmicMedia/i);
      await publishUnread(newsroom, { itemId });
      expect((await getItem(newsroom, itemId)).storyId).toBeNull();
      await changeSource(newsroom, { sourceId, takesGenerated: true, by });
      await publishUnread(newsroom, { itemId });
      expect((await getItem(newsroom, itemId)).storyId).not.toBeNull();
    },
  );
});
