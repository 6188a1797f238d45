import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  ferryCopy,
  openSending,
  publishedStory,
  type Sending,
  subscribed,
} from '../../../tests/support/alert-cast.ts';
import { onEachEngine, type TestNewsroom, THAT_DAY } from '../../../tests/support/newsroom.ts';
import type { FakeDevice } from '../../../tests/support/push-service.ts';
import { DAY, HOUR, MINUTE } from '../../kit/clock.ts';
import { theNewsroomItself as by } from '../../newsroom.ts';
import { openSender } from '../../push/sender.ts';
import { correctStory } from '../../stories/correct.ts';
import { saveTake } from '../../stories/edit.ts';
import { killStory } from '../../stories/kill.ts';
import type { AlertLevel } from '../../stories/story.ts';
import { writeAlert, writeCorrectionAlert } from '../alert.ts';
import { readDevice } from '../readers/device-view.ts';
import type { ReaderSettings } from '../readers/reader-settings.ts';
import { changeSettings, hearStoryAgain, stopStoryFor } from '../readers/wishes.ts';
import { fanOut } from './fan-out.ts';
import { tellHeld } from './held.ts';

const night: ReaderSettings = {
  languages: [],
  timeZone: 'Europe/Athens',
  quiet: { from: 22 * 60, to: 7 * 60 },
  breaks: 'flash',
  cap: null,
};
const LATE = 9.5 * HOUR; // from the cast's 14:00 to 23:30 in Athens

onEachEngine('an alert that waits', (open) => {
  let { newsroom, service, sender, stopSending } = {} as Sending;
  beforeAll(async () => {
    ({ newsroom, service, sender, stopSending } = await openSending(open()));
  });
  afterAll(() => stopSending());
  beforeEach(async () => {
    service.fault = () => null;
    await newsroom.store.deleteFrom('devices').execute();
    newsroom.clock.pass(DAY - ((newsroom.clock.now() - THAT_DAY) % DAY)); // 14:00 in Athens again
  });

  const reader = async (settings: Partial<ReaderSettings> = {}) => {
    const device = service.makeDevice();
    const { token, deviceId } = await subscribed(newsroom, device);
    await changeSettings(newsroom, { token, settings: { ...night, ...settings } });
    return { device, token, deviceId };
  };
  const alert = async (headline: string, level: AlertLevel = 'urgent') => {
    newsroom.clock.pass(MINUTE);
    const facts = await publishedStory(newsroom, { level, copy: { headline } });
    const alertId = (await writeAlert(newsroom, facts)) ?? '';
    await fanOut(newsroom, { alertId }, { sender });
    return { ...facts, alertId };
  };
  const titles = (device: FakeDevice) => device.visible.map(({ title }) => title);
  const states = async (token: string) =>
    (await readDevice(newsroom, token)).sent.map(({ headline, state }) => [headline, state]);

  it('for quiet hours is told as itself at their end, once', async () => {
    const { device, token } = await reader();
    newsroom.clock.pass(LATE);
    await alert('The bridge is closed');
    expect(titles(device)).toEqual([]);
    expect((await readDevice(newsroom, token)).sent).toMatchObject([
      { state: 'held', why: 'quiet', until: THAT_DAY + dayOf(newsroom) + 17 * HOUR },
    ]);
    await tellHeld(newsroom, { sender });
    expect(titles(device)).toEqual([]);
    newsroom.clock.pass(8 * HOUR);
    await tellHeld(newsroom, { sender });
    await tellHeld(newsroom, { sender });
    expect(titles(device)).toEqual(['The bridge is closed']);
    expect(await states(token)).toEqual([['The bridge is closed', 'told']]);
  });

  it('with others is told in one line, the most pressing first; a flash has not waited', async () => {
    const { device, token } = await reader();
    newsroom.clock.pass(LATE);
    await alert('Choir sings on the pier', 'routine');
    await alert('The bridge is closed', 'bulletin');
    await alert('Quake felt along the coast', 'flash');
    await alert('Ferry turns back');
    expect(titles(device)).toEqual(['Quake felt along the coast']);
    newsroom.clock.pass(8 * HOUR);
    await tellHeld(newsroom, { sender });
    const [, gathered] = device.visible;
    expect(gathered).toMatchObject({
      title: '3 stories while it was quiet',
      body: 'The bridge is closed · Ferry turns back · Choir sings on the pier',
    });
    expect((await states(token)).map(([, state]) => state)).toEqual([
      'gathered',
      'told',
      'gathered',
      'gathered',
    ]);
  });

  it('sent again after a crash changes nothing that is seen', async () => {
    const { device, deviceId } = await reader();
    newsroom.clock.pass(LATE);
    await alert('The bridge is closed');
    await alert('Ferry turns back');
    newsroom.clock.pass(8 * HOUR);
    await tellHeld(newsroom, { sender });
    const seen = structuredClone(device.visible);
    await newsroom.store
      .updateTable('held_alerts')
      .set({ done_at: null, became: null })
      .where('device_id', '=', deviceId)
      .execute();
    await tellHeld(newsroom, { sender });
    expect(device.visible).toEqual(seen);
  });

  it('is tried again when the push service does not answer, and tells of a device that is gone', async () => {
    const one = await reader();
    const two = await reader();
    newsroom.clock.pass(LATE);
    await alert('The bridge is closed');
    newsroom.clock.pass(8 * HOUR);
    two.device.gone = true;
    service.fault = ({ token }) => (token === one.device.token ? { reset: 'before' } : null);
    const cut = openSender(newsroom, { threads: 1 });
    await tellHeld(newsroom, { sender: cut });
    await cut.close();
    expect(titles(one.device)).toEqual([]);
    service.fault = () => null;
    newsroom.clock.pass(MINUTE);
    await tellHeld(newsroom, { sender });
    expect(titles(one.device)).toEqual(['The bridge is closed']);
    expect((await readDevice(newsroom, two.token)).goneWhy).toContain('answered 410');
  });

  it('is told as the story reads by then, and a later correction finds the device', async () => {
    const { device } = await reader();
    newsroom.clock.pass(LATE);
    const facts = await alert('Quake of 5.1 felt');
    await change(facts, 'Quake of 4.1 felt');
    expect(titles(device)).toEqual([]);
    newsroom.clock.pass(8 * HOUR);
    await tellHeld(newsroom, { sender });
    expect(titles(device)).toEqual(['Quake of 4.1 felt']);
    await change(facts, 'Quake of 4.2 felt');
    expect(titles(device)).toEqual(['Quake of 4.1 felt', 'Correction: Quake of 4.2 felt']);
  });

  it('is not told when its story was withdrawn, stopped by the reader, or is a day old', async () => {
    const { device, token } = await reader();
    newsroom.clock.pass(LATE);
    const killed = await alert('The mayor resigns');
    const stopped = await alert('The choir sings');
    await killStory(newsroom, { storyId: killed.storyId, notice: 'It was not so.', by });
    await stopStoryFor(newsroom, { token, storyId: stopped.storyId });
    newsroom.clock.pass(8 * HOUR);
    await tellHeld(newsroom, { sender });
    expect(titles(device)).toEqual([]);
    expect((await states(token)).map(([, state]) => state)).toEqual(['withdrawn', 'withdrawn']);
    newsroom.clock.pass(16 * HOUR);
    await alert('The bridge is closed');
    newsroom.clock.pass(25 * HOUR);
    await tellHeld(newsroom, { sender });
    expect((await states(token))[0]).toEqual(['The bridge is closed', 'expired']);
  });

  it('is told at once when the reader ends the quiet', async () => {
    const { device, token } = await reader();
    newsroom.clock.pass(LATE);
    await alert('The bridge is closed');
    await changeSettings(newsroom, { token, settings: { ...night, quiet: null } });
    await tellHeld(newsroom, { sender });
    expect(titles(device)).toEqual(['The bridge is closed']);
  });

  it('above the cap is gathered at six in the evening, and does not count itself', async () => {
    const { device, token } = await reader({ quiet: null, cap: 2 });
    for (const headline of ['One', 'Two', 'Three', 'Four']) await alert(headline);
    expect(titles(device)).toEqual(['One', 'Two']);
    const waits = (await readDevice(newsroom, token)).sent[0];
    expect(waits).toMatchObject({ headline: 'Four', state: 'held', why: 'cap' });
    newsroom.clock.pass(4 * HOUR);
    await tellHeld(newsroom, { sender });
    expect(device.visible[2]).toMatchObject({ title: '2 more stories today', body: 'Four · Three' });
    newsroom.clock.pass(20 * HOUR); // the first two are a day old
    await alert('Five');
    expect(titles(device)).toContain('Five');
  });

  it('of a story that the reader stopped does not come, and comes when they hear it again', async () => {
    const { device, token } = await reader({ quiet: null });
    const facts = await alert('The choir sings');
    await stopStoryFor(newsroom, { token, storyId: facts.storyId });
    expect((await readDevice(newsroom, token)).stopped).toMatchObject([{ headline: 'The choir sings' }]);
    await hearStoryAgain(newsroom, { token, storyId: facts.storyId });
    expect((await readDevice(newsroom, token)).stopped).toEqual([]);
    expect(titles(device)).toEqual(['The choir sings']);
  });

  it('is told in each reader’s own edition, once, also when an edition comes later', async () => {
    const quiet = null;
    const greek = await reader({ quiet, languages: ['el', 'en'] });
    const english = await reader({ quiet, languages: ['en', 'el'] });
    const german = await reader({ quiet, languages: ['de'] });
    const any = await reader({ quiet });
    newsroom.clock.pass(MINUTE);
    const facts = await publishedStory(newsroom, { level: 'urgent', copy: { headline: 'Ferry turns back' } });
    const tell = async (editionId: string) => {
      const alertId = (await writeAlert(newsroom, { ...facts, editionId })) ?? '';
      await fanOut(newsroom, { alertId }, { sender });
    };
    const el = await addEdition(facts, 'el', 'Το πλοίο γύρισε πίσω');
    await tell(el);
    await tell(facts.editionId);
    newsroom.clock.pass(HOUR);
    await tell(await addEdition(facts, 'de', 'Fähre kehrt um'));
    expect(titles(greek.device)).toEqual(['Το πλοίο γύρισε πίσω']);
    expect(titles(english.device)).toEqual(['Ferry turns back']);
    expect(titles(any.device)).toEqual(['Ferry turns back']);
    expect(titles(german.device)).toEqual(['Fähre kehrt um']);
  });

  /** As the translation room will: another edition of the story, published. */
  async function addEdition(facts: { storyId: string; takeId: string }, language: string, headline: string) {
    const id = newsroom.ids.next();
    const of = newsroom.store;
    const take = await of
      .selectFrom('takes')
      .selectAll()
      .where('id', '=', facts.takeId)
      .executeTakeFirstOrThrow();
    const like = await of
      .selectFrom('editions')
      .selectAll()
      .where('id', '=', take.edition_id)
      .executeTakeFirstOrThrow();
    const takeId = newsroom.ids.next();
    await of
      .insertInto('editions')
      .values({
        ...like,
        id,
        language,
        slug: `${like.slug}-${language}`,
        working_take_id: takeId,
        published_take_id: takeId,
        created_at: newsroom.clock.now() + 1,
      })
      .execute();
    await of
      .insertInto('takes')
      .values({ ...take, id: takeId, edition_id: id, headline })
      .execute();
    return id;
  }

  async function change(facts: { storyId: string; editionId: string }, headline: string) {
    const { working_take_id: basedOn } = await newsroom.store
      .selectFrom('editions')
      .select('working_take_id')
      .where('id', '=', facts.editionId)
      .executeTakeFirstOrThrow();
    const copy = { ...ferryCopy, headline };
    await saveTake(newsroom, { editionId: facts.editionId, copy, basedOn, by });
    await correctStory(newsroom, { storyId: facts.storyId, notice: 'The number was wrong.', by });
    const { payload_json } = await newsroom.store
      .selectFrom('work')
      .select('payload_json')
      .where('event', '=', 'story-corrected')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    const alertId = await writeCorrectionAlert(newsroom, JSON.parse(payload_json));
    await fanOut(newsroom, { alertId: alertId ?? '' }, { sender });
  }
});

const dayOf = (newsroom: TestNewsroom) => DAY * Math.floor((newsroom.clock.now() - THAT_DAY) / DAY);
