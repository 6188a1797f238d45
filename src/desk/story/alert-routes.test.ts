/** Alerts at the desk, through the door: composed, agreed to, undone, stopped, and read; each by who may do it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allNews, ferryCopy, subscribed } from '../../../tests/support/alert-cast.ts';
import { type DeskDoor, openDeskDoor, type Visitor } from '../../../tests/support/door.ts';
import { setUpHarbourPost } from '../../../tests/support/harbour-post.ts';
import { onEachEngine } from '../../../tests/support/newsroom.ts';
import { PushService } from '../../../tests/support/push-service.ts';
import { tellReaders, writeAlert } from '../../alerts/alert.ts';
import { deviceChanges } from '../../alerts/readers/device-changes.ts';
import { unsubscribe } from '../../alerts/readers/devices.ts';
import { DAY, HOUR, SECOND } from '../../kit/clock.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { draftStory } from '../../stories/draft.ts';
import { registerAlertDeskRoutes } from './alert-routes.ts';
import { registerStoryRoutes } from './story-routes.ts';

onEachEngine('alerts at the desk', (newsroom) => {
  let door: DeskDoor;
  let service: PushService;
  let maria: Visitor;
  let petros: Visitor;
  let anton: Visitor;

  beforeAll(async () => {
    service = await PushService.start();
    newsroom().settings.pushServices.push(service.origin);
    await setUpHarbourPost(newsroom());
    door = await openDeskDoor(newsroom(), (routes, desk) => {
      registerAlertDeskRoutes(routes, desk);
      registerStoryRoutes(routes, desk);
    });
    maria = await door.signedIn('chief');
    petros = await door.signedIn('editor');
    anton = await door.signedIn('reporter');
  });
  afterAll(async () => {
    await door.app.close();
    await service.stop();
  });
  beforeEach(async () => {
    newsroom().settings.flashCheck = 'word';
    await newsroom().store.deleteFrom('follows').execute();
    await newsroom().store.deleteFrom('devices').execute();
  });

  const draft = async () => {
    const made = await draftStory(newsroom(), {
      copy: ferryCopy,
      language: 'en',
      hops: [],
      by: theNewsroomItself,
    });
    return { ...made, path: `/desk/stories/${made.storyId}` };
  };
  const alertsOf = (storyId: string) =>
    newsroom().store.selectFrom('alerts').selectAll().where('story_id', '=', storyId).execute();
  /** What the runner does after a publication. */
  const followUp = async (storyId: string, editionId: string, alertLevel: string) => {
    await writeAlert(newsroom(), { storyId, editionId, takeId: '', alertLevel, first: true });
    return (await alertsOf(storyId))[0]!;
  };
  const statusOf = async (storyId: string) => {
    const row = newsroom()
      .store.selectFrom('stories')
      .select(['status', 'alert_level'])
      .where('id', '=', storyId);
    return await row.executeTakeFirstOrThrow();
  };

  const addEdition = async (storyId: string, language: string) => {
    const { store, ids, clock } = newsroom();
    const [id, take] = [ids.next(), ids.next()];
    const made = { story_id: storyId, language, created_at: clock.now() };
    await store
      .insertInto('editions')
      .values({ id, ...made, slug: `ferry-${take}`, working_take_id: take, published_take_id: null })
      .execute();
    const { bodyHtml, pictureId, ...copy } = ferryCopy;
    const by = { by_id: null, note: '', saved_at: clock.now() };
    await store
      .insertInto('takes')
      .values({
        id: take,
        edition_id: id,
        number: 1,
        ...copy,
        body_html: bodyHtml,
        picture_id: pictureId,
        ...by,
      })
      .execute();
    return id;
  };

  it('is composed with the copy: kept, shown as devices show it, and what may not be told comes back in words', async () => {
    const { path, editionId } = await draft();
    const fields = {
      alertLevel: 'urgent',
      [`alertHeadline-${editionId}`]: 'Ferry is back',
      [`alertBody-${editionId}`]: 'All forty are safe.',
    };
    const saved = await petros.send(`${path}/takes`, fields, path);
    expect(saved.statusCode).toBe(303);
    const { body } = await petros.get(path);
    expect(body.match(/data-shows="headline"[^>]*>Ferry is back</g)).toHaveLength(3);
    expect(body).toContain('13 of 150; whole on every device');
    const long = { ...fields, [`alertHeadline-${editionId}`]: `Paid \u202E${'x'.repeat(200)}` };
    const refused = await petros.send(`${path}/takes`, long, path);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('turns the direction of text (U+202E)');
    expect(refused.body).toContain('x'.repeat(200));
    expect((await petros.get(path)).body).toContain('Ferry is back');
  });

  it('is an editor’s: what a reporter sends of it changes nothing, and a reporter’s page has no fields for it', async () => {
    const { path, storyId, editionId } = await draft();
    const fields = {
      alertLevel: 'flash',
      [`alertHeadline-${editionId}`]: 'Told by a reporter',
      headline: 'Ferry',
    };
    expect((await anton.send(`${path}/takes`, fields, path)).statusCode).toBe(303);
    expect((await statusOf(storyId)).alert_level).toBeNull();
    expect(
      await newsroom()
        .store.selectFrom('alert_texts')
        .selectAll()
        .where('edition_id', '=', editionId)
        .execute(),
    ).toEqual([]);
    expect((await anton.get(path)).body).not.toContain('name="alertLevel"');
    for (const url of ['/desk/alerts', '/desk/alerts/devices', `${path}/audience`, `${path}/alert`])
      expect((await anton.get(url)).statusCode).toBe(403);
    expect((await anton.get('/desk/alerts/everything')).statusCode).toBe(200);
  });

  it('of a flash asks whoever may send one for the word, and keeps all that was typed', async () => {
    const { path, storyId, editionId } = await draft();
    const fields = { alertLevel: 'flash', headline: 'Fire on the quay', override: 'Seen by us.' };
    const refused = await maria.send(`${path}/publication`, fields, path);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Type the word flash');
    expect(refused.body).toContain('Fire on the quay');
    expect((await statusOf(storyId)).status).toBe('draft');
    const sent = await maria.send(`${path}/publication`, { ...fields, flashWord: 'flash' }, path);
    expect(sent.statusCode).toBe(303);
    expect(await followUp(storyId, editionId, 'flash')).toMatchObject({
      check_needed: 'word',
      confirmed_by_id: maria.staff.id,
    });
  });

  it('of an editor’s flash goes out by a chief’s agreement, before or after it is published', async () => {
    const before = await draft();
    const fields = { alertLevel: 'flash', override: 'Seen by us.' };
    await petros.send(`${before.path}/takes`, fields, before.path);
    const look = `${before.path}?look=1`;
    expect((await maria.get(look)).body).toContain('Agree to the flash');
    await maria.send(`${before.path}/agreement`, { flashWord: 'flash' }, look);
    await petros.send(`${before.path}/publication`, fields, before.path);
    expect(await followUp(before.storyId, before.editionId, 'flash')).toMatchObject({
      confirmed_by_id: maria.staff.id,
    });

    const after = await draft();
    await petros.send(`${after.path}/publication`, fields, after.path);
    expect((await statusOf(after.storyId)).status).toBe('published');
    const { id } = await followUp(after.storyId, after.editionId, 'flash');
    expect((await petros.get('/desk/alerts')).body).toContain('when a chief or an administrator agrees');
    expect((await maria.get(before.path)).body).toContain('A flash waits for someone to agree'); // wherever they are
    expect((await anton.get(before.path)).body).not.toContain('A flash waits');
    const own = await petros.send(`/desk/alerts/${id}/agreement`, { flashWord: 'flash' }, '/desk/alerts');
    expect(own.statusCode).toBe(403);
    const agreed = await maria.send(`/desk/alerts/${id}/agreement`, { flashWord: 'flash' }, '/desk/alerts');
    expect(agreed.headers.location).toBe('/desk/alerts?done=agreed');
    expect((await alertsOf(after.storyId))[0]?.confirmed_by_id).toBe(maria.staff.id);
    expect((await maria.get(before.path)).body).not.toContain('A flash waits');
  });

  it('sent by a double click is one, and is undone from where it stands; too late is said in words', async () => {
    const { path, storyId, editionId } = await draft();
    const fields = { alertLevel: 'urgent', override: 'Seen by us.' };
    await Promise.all([1, 2].map(() => petros.send(`${path}/publication`, fields, path)));
    const [{ id } = { id: '' }] = await Promise.all([1, 2].map(() => followUp(storyId, editionId, 'urgent')));
    expect(await alertsOf(storyId)).toHaveLength(1);
    const page = (await petros.get(path)).body;
    expect(page).toMatch(/data-leaves-in="10"/);
    expect(page.match(new RegExp(`/desk/alerts/${id}/undo`, 'g'))).toHaveLength(2); // over the copy, and beside it
    const undone = await petros.send(`/desk/alerts/${id}/undo`, { story: storyId }, path);
    expect(undone.headers.location).toBe(`${path}?done=undone`);
    await tellReaders(newsroom(), { storyId, by: petros.staff });
    const again = (await alertsOf(storyId)).find(({ state }) => state === 'standby')!;
    await newsroom()
      .store.updateTable('alerts')
      .set({ state: 'sent', sent_at: 1 })
      .where('id', '=', again.id)
      .execute();
    const late = await petros.send(`/desk/alerts/${again.id}/undo`, { story: storyId }, path);
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('has left already');
  });

  it('of a translation is composed when the story’s own was told already', async () => {
    const { path, storyId, editionId } = await draft();
    const greek = await addEdition(storyId, 'el');
    await petros.send(`${path}/publication`, { alertLevel: 'urgent', override: 'Seen by us.' }, path);
    await followUp(storyId, editionId, 'urgent');
    const { body } = await petros.get(path);
    expect(body).toContain(`name="alertHeadline-${greek}"`);
    expect(body).not.toContain(`name="alertHeadline-${editionId}"`);
    expect(body).not.toContain('Tell readers now');
  });

  it('is stopped with all others by a chief alone, and every page of the desk says so', async () => {
    const refused = await petros.send('/desk/alerts/everything/stop', {}, '/desk/alerts');
    expect(refused.statusCode).toBe(403);
    await maria.send('/desk/alerts/everything/stop', {}, '/desk/alerts');
    for (const one of [anton, petros]) {
      const { body } = await one.get('/desk/alerts/everything');
      expect(body).toContain('No alert leaves.');
      expect(body).not.toContain('Let alerts go again');
    }
    await maria.send('/desk/alerts/everything/lifting', {}, '/desk/alerts');
    expect((await anton.get('/desk/alerts/everything')).body).not.toContain('No alert leaves.');
  });

  describe('who would hear it', () => {
    const reader = async (wish: Record<string, unknown> = {}, level: 'routine' | 'flash' = 'routine') => {
      const { deviceId, token } = await subscribed(newsroom(), service.makeDevice(), {
        follows: [{ ...allNews, level }],
      });
      if (Object.keys(wish).length > 0)
        await newsroom().store.updateTable('devices').set(wish).where('id', '=', deviceId).execute();
      return { deviceId, token };
    };

    it('is counted: now, after quiet hours, beyond the day’s number, and in which language', async () => {
      const { path, storyId } = await draft();
      await addEdition(storyId, 'el');
      for (let one = 0; one < 3; one++) await reader();
      await reader({ languages_json: '["el"]' });
      await reader({ languages_json: '["fr"]' });
      await reader({ quiet_from: 13 * 60, quiet_to: 15 * 60, time_zone: 'Europe/Athens' }); // it is 14:00 there
      await reader({ quiet_from: 13 * 60, quiet_to: 15 * 60, time_zone: 'Asia/Tokyo' });
      await reader({
        daily_cap: 1,
        told_minutes: String(Math.floor((newsroom().clock.now() - HOUR) / 60_000)).padStart(8, '0'),
      });
      await reader({}, 'flash');
      await reader({ gone_at: 1 });
      const { body } = await petros.get(`${path}/audience?level=urgent`);
      expect(body).toContain(
        '<b>5 devices</b> would hear it now; 1 device at the end of quiet hours, 1 device when the day’s number allows it.',
      );
      expect(body).toContain('6 in English, 1 in Greek');
      expect(body).toContain('1 device follows this and would not hear it');
    });

    it('came and went for reasons that are counted by day, in the paper’s zone', async () => {
      const now = newsroom().clock.now();
      const left = await reader();
      await newsroom()
        .store.updateTable('devices')
        .set({ created_at: now - 2 * DAY })
        .where('id', '=', left.deviceId)
        .execute();
      await reader({
        created_at: now - 40 * DAY,
        gone_at: now - DAY,
        gone_why: 'the push service answered 410',
      });
      await unsubscribe(newsroom(), { token: left.token });
      const before = await reader();
      const browser = service.makeDevice();
      await subscribed(newsroom(), browser);
      await subscribed(newsroom(), browser, { token: before.token }); // the same browser, with what it has now
      const { days, reasons } = await deviceChanges(newsroom(), { days: 7 });
      expect(days).toHaveLength(7);
      expect(days.at(-1)).toMatchObject({ day: '2026-11-19', joined: 2, left: 1, replaced: 1 });
      expect(days.at(-2)).toMatchObject({ day: '2026-11-18', gone: 1 });
      expect(days.at(-3)).toMatchObject({ day: '2026-11-17', joined: 1 });
      expect(reasons.map(({ why }) => why).sort()).toEqual([
        'the push service answered 410',
        'the reader ended it',
        'the same browser came back with another subscription',
      ]);
      const { body } = await petros.get('/desk/alerts/devices');
      expect(body).toContain('the push service answered 410');
    });
  });

  it('that nobody agreed to in time is not counted down', async () => {
    const { path, storyId, editionId } = await draft();
    await petros.send(`${path}/publication`, { alertLevel: 'urgent', override: 'Seen by us.' }, path);
    await followUp(storyId, editionId, 'urgent');
    newsroom().clock.pass(11 * SECOND);
    expect((await petros.get(`${path}/alert`)).body).toContain('Leaving, as soon as its page answers.');
  });
});
