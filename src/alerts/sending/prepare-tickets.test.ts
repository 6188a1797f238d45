import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allNews, ferryCopy, publishedStory, subscribed } from '../../../tests/support/alert-cast.ts';
import { openTestNewsroom, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { PushService } from '../../../tests/support/push-service.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { openSender, type Sender } from '../../push/sender.ts';
import { draftStory } from '../../stories/draft.ts';
import { writeAlert } from '../alert.ts';
import { fanOut } from './fan-out.ts';
import { openTicketOffice, prepareTickets, type TicketOffice } from './prepare-tickets.ts';

const MOST = 5;

describe('tickets', () => {
  let service: PushService;
  let newsroom: TestNewsroom;
  let sender: Sender;
  let office: TicketOffice;
  beforeEach(async () => {
    service = await PushService.start();
    newsroom = await openTestNewsroom({ settings: { pushServices: [service.origin], tickets: MOST } });
    sender = openSender(newsroom, { threads: 1 });
    office = openTicketOffice(newsroom, sender);
  });
  afterEach(async () => {
    office.close();
    await sender.close();
    await Promise.all([service.stop(), newsroom.close()]);
  });

  const devices = async (many: number, level: 'routine' | 'flash' = 'routine') => {
    const made = Array.from({ length: many }, () => service.makeDevice());
    for (const device of made) await subscribed(newsroom, device, { follows: [{ ...allNews, level }] });
    return made;
  };
  const draft = (alertLevel: 'urgent' | undefined) =>
    draftStory(newsroom, {
      copy: ferryCopy,
      language: 'en',
      ...(alertLevel ? { alertLevel } : {}),
      hops: [],
      by: theNewsroomItself,
    });

  it('are made while an editor writes, for those who would hear, and asking again costs nothing', async () => {
    await devices(3);
    await devices(4, 'flash'); // they hear of nothing less
    const { storyId } = await draft('urgent');
    prepareTickets(newsroom, { storyId });
    prepareTickets(newsroom, { storyId });
    await office.settled();
    expect(await sender.countTickets()).toBe(3);
  });

  it('are used up by the alert, each once, and the alert reads the same with and without one', async () => {
    const readers = await devices(MOST + 4); // more than there is room for
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    prepareTickets(newsroom, { storyId: facts.storyId });
    await office.settled();
    expect(await sender.countTickets()).toBe(MOST);
    await fanOut(newsroom, { alertId: (await writeAlert(newsroom, facts))! }, { sender });
    expect(await sender.countTickets()).toBe(0);
    expect(readers.map((reader) => reader.visible.length)).toEqual(readers.map(() => 1));
  });

  it('are made for nothing that will not be told', async () => {
    await devices(2);
    const { storyId } = await draft(undefined);
    prepareTickets(newsroom, { storyId });
    await office.settled();
    expect(await sender.countTickets()).toBe(0);
  });

  it('are not used for a device whose address changed since', async () => {
    const [old] = await devices(1);
    const facts = await publishedStory(newsroom, { level: 'urgent' });
    prepareTickets(newsroom, { storyId: facts.storyId });
    await office.settled();
    const fresh = service.makeDevice();
    await newsroom.store
      .updateTable('devices')
      .set({
        endpoint_sealed: newsroom.seal.close('device-endpoint', fresh.endpoint),
        auth_sealed: newsroom.seal.close('device-auth', fresh.auth.toString('base64url')),
        p256dh: fresh.pair.getPublicKey(),
      })
      .execute();
    await fanOut(newsroom, { alertId: (await writeAlert(newsroom, facts))! }, { sender });
    expect([old!.visible.length, fresh.visible.length]).toEqual([0, 1]);
  });
});
