import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { allNews, ferryCopy, openSending, type Sending, subscribed } from '../../tests/support/alert-cast.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import type { FakeDevice } from '../../tests/support/push-service.ts';
import { HOUR, SECOND } from '../kit/clock.ts';
import { theNewsroomItself } from '../newsroom.ts';
import { startLoop } from '../runner/loop.ts';
import type { StoryFacts } from '../runner/work.ts';
import type { Role } from '../staff/roles.ts';
import { addStaff, type Staff } from '../staff/staff.ts';
import { correctStory } from '../stories/correct.ts';
import { draftStory } from '../stories/draft.ts';
import { saveTake } from '../stories/edit.ts';
import { killStory } from '../stories/kill.ts';
import { mergeStory } from '../stories/merge.ts';
import { publishStory } from '../stories/publish.ts';
import { getPublished } from '../stories/read.ts';
import { publishDue, scheduleStory } from '../stories/schedule.ts';
import type { AlertLevel } from '../stories/story.ts';
import { tellReaders, writeAlert, writeCorrectionAlert } from './alert.ts';
import { agreeToDraft, keepAlertText } from './compose.ts';
import { fanOut, sendDueChunks } from './sending/fan-out.ts';
import { agreeToAlert, listToAgree, undoAlert } from './standby.ts';
import { findStop, liftStop, stopEverything } from './stop.ts';
import { writeKillAlert } from './withdrawal.ts';

onEachEngine('an alert that stands by', (open) => {
  let { newsroom, service, sender, stopSending } = {} as Sending;
  const staff = {} as Record<'petros' | 'maria' | 'theo' | 'rhea', Staff>;

  beforeAll(async () => {
    ({ newsroom, service, sender, stopSending } = await openSending(open()));
    const people: [keyof typeof staff, Role][] = [
      ['petros', 'editor'],
      ['rhea', 'editor'],
      ['maria', 'chief'],
      ['theo', 'administrator'],
    ];
    for (const [name, role] of people)
      staff[name] = await addStaff(newsroom, {
        name,
        email: `${name}@post.example`,
        password: 'the harbour at night',
        role,
        by: theNewsroomItself,
      });
  });
  afterAll(() => stopSending());
  beforeEach(async () => {
    newsroom.settings.flashCheck = 'word';
    newsroom.settings.alertUndoSeconds = 10;
    await newsroom.store.deleteFrom('work').execute();
    await newsroom.store.deleteFrom('follows').execute();
    await newsroom.store.deleteFrom('devices').execute();
  });

  const reader = async (): Promise<FakeDevice> => {
    const device = service.makeDevice();
    await subscribed(newsroom, device, { follows: [allNews] });
    await newsroom.store.deleteFrom('work').execute(); // its welcome
    return device;
  };
  const draft = (level: AlertLevel | null, by: Staff) =>
    draftStory(newsroom, {
      copy: ferryCopy,
      language: 'en',
      hops: [],
      by,
      ...(level ? { alertLevel: level } : {}),
    });
  const publish = async (level: AlertLevel, by: Staff) => {
    const story = await draft(level, by);
    await publishStory(newsroom, { storyId: story.storyId, by });
    return story;
  };
  /** Does all the durable work that is due, as the server does, with every follow-up of a story's publication. */
  const work = async () => {
    const loop = startLoop(newsroom, {
      'publication-due': { publish: publishDue },
      'story-published': { alert: writeAlert },
      'story-corrected': { alert: writeCorrectionAlert },
      'story-killed': { alert: writeKillAlert },
      'alert-written': { 'fan out': (inner, facts) => fanOut(inner, facts, { sender }) },
    });
    await loop.drain();
    await loop.stop();
  };
  const alertsOf = (storyId: string) =>
    newsroom.store
      .selectFrom('alerts')
      .selectAll()
      .where('story_id', '=', storyId)
      .orderBy('revision')
      .execute();
  const newsOf = async (storyId: string) => {
    const [alert] = await alertsOf(storyId);
    if (!alert) throw new Error('there is no alert');
    return alert;
  };
  const shownBy = (device: FakeDevice) => device.visible.map(({ title }) => title);

  /** As if the story had been made of what a wire brought. */
  const ofAnItem = async (storyId: string) => {
    const now = newsroom.clock.now();
    const id = newsroom.ids.next();
    const contract = { credit: 'Strait Agency', may_alert: 1, may_translate: 1, publish_unread: 1 } as const;
    const polling = { interval_ms: 1, next_poll_at: now, failures_in_row: 0, created_at: now };
    await newsroom.store
      .insertInto('sources')
      .values({ id, slug: id, name: 'Strait Agency', lease_until: 0, ...contract, ...polling })
      .execute();
    await newsroom.store
      .insertInto('items')
      .values({
        id,
        source_id: id,
        identity: 'lamps',
        version: 1,
        status: 'usable',
        headline: ferryCopy.headline,
        summary: '',
        received_at: now,
        changed_at: now,
      })
      .execute();
    await newsroom.store.updateTable('stories').set({ item_id: id }).where('id', '=', storyId).execute();
  };

  it('waits ten seconds after an editor sent it, and then goes out by itself', async () => {
    const device = await reader();
    const { storyId } = await publish('urgent', staff.petros);
    await work();
    expect(await newsOf(storyId)).toMatchObject({ state: 'standby', by_id: staff.petros.id, left_at: null });
    newsroom.clock.pass(9 * SECOND);
    await work();
    expect(shownBy(device)).toEqual([]);
    newsroom.clock.pass(2 * SECOND);
    await work();
    expect(shownBy(device)).toEqual([ferryCopy.headline]);
    expect((await newsOf(storyId)).state).toBe('sent');
  });

  it('leaves at once where the setting says 0, and when a trusted wire sent it', async () => {
    const device = await reader();
    const wired = await draft('urgent', staff.petros);
    await publishStory(newsroom, { storyId: wired.storyId, by: theNewsroomItself });
    await work();
    expect(device.visible).toHaveLength(1);
    newsroom.settings.alertUndoSeconds = 0;
    await publish('urgent', staff.petros);
    await work();
    expect(device.visible).toHaveLength(2);
  });

  it('is undone within its ten seconds, once and for good, and its story stays', async () => {
    const device = await reader();
    const { storyId } = await publish('urgent', staff.petros);
    await work();
    const { id } = await newsOf(storyId);
    await undoAlert(newsroom, { alertId: id, by: staff.rhea });
    await undoAlert(newsroom, { alertId: id, by: staff.rhea }); // a second click
    newsroom.clock.pass(HOUR);
    await publishStory(newsroom, { storyId, by: staff.petros });
    await work();
    await sendDueChunks(newsroom, { sender });
    expect(shownBy(device)).toEqual([]);
    expect(await newsOf(storyId)).toMatchObject({ state: 'stopped', stopped_why: 'undone before it left' });
    const story = await newsroom.store
      .selectFrom('stories')
      .select('status')
      .where('id', '=', storyId)
      .executeTakeFirst();
    expect(story?.status).toBe('published');
    const undone = await newsroom.store
      .selectFrom('audit')
      .select('by_id')
      .where('act', '=', 'undo')
      .where('subject_id', '=', id)
      .execute();
    expect(undone).toEqual([{ by_id: staff.rhea.id }]);
  });

  it('is either undone or sent, never both, when both come at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const device = await reader();
      const { storyId } = await publish('urgent', staff.petros);
      await work();
      newsroom.clock.pass(11 * SECOND);
      const { id } = await newsOf(storyId);
      const undo = () =>
        undoAlert(newsroom, { alertId: id, by: staff.petros }).then(
          () => 'undone',
          (refusal: { code: string }) => refusal.code,
        );
      const sending = () => fanOut(newsroom, { alertId: id }, { sender });
      const [answer] =
        round % 2 === 0
          ? await Promise.all([undo(), sending()])
          : (await Promise.all([sending(), undo()])).reverse();
      expect(['undone', 'alert-left']).toContain(answer);
      expect(device.visible).toHaveLength(answer === 'undone' ? 0 : 1);
      await newsroom.store.deleteFrom('follows').execute();
    }
  });

  it('can be sent after all when it was undone, as a new alert with the words of now', async () => {
    const device = await reader();
    const { storyId, editionId } = await publish('urgent', staff.petros);
    await work();
    await undoAlert(newsroom, { alertId: (await newsOf(storyId)).id, by: staff.petros });
    const text = { headline: 'Ferry is back in harbour', body: '' };
    await keepAlertText(newsroom, { editionId, text, by: staff.petros });
    await tellReaders(newsroom, { storyId, by: staff.petros });
    await expect(tellReaders(newsroom, { storyId, by: staff.petros })).rejects.toThrow('alert-told');
    newsroom.clock.pass(11 * SECOND);
    await work();
    expect(shownBy(device)).toEqual(['Ferry is back in harbour']);
    expect(device.again).toBe(0);
  });

  it('says the desk’s own words where there are some', async () => {
    const device = await reader();
    const story = await draft('urgent', staff.petros);
    const text = { headline: '  Ferry\nturns back ', body: 'All are safe.' };
    await keepAlertText(newsroom, { editionId: story.editionId, text, by: staff.petros });
    await publishStory(newsroom, { storyId: story.storyId, by: staff.petros });
    newsroom.settings.alertUndoSeconds = 0;
    await work();
    expect(device.visible).toMatchObject([{ title: 'Ferry turns back', body: 'All are safe.' }]);
  });

  it('is one, though desk, schedule, wire and two processes publish its story at the same moment', async () => {
    const device = await reader();
    newsroom.settings.alertUndoSeconds = 0;
    const { storyId, editionId } = await draft('urgent', staff.petros);
    const publishAt = newsroom.clock.now() + SECOND;
    await scheduleStory(newsroom, { storyId, publishAt, by: staff.petros });
    newsroom.clock.pass(2 * SECOND);
    const asks = [staff.petros, staff.petros, staff.maria, theNewsroomItself].map((by) =>
      publishStory(newsroom, { storyId, by }),
    );
    await Promise.allSettled([...asks, publishDue(newsroom, { storyId })]);
    const facts: StoryFacts = { storyId, editionId, takeId: '', alertLevel: 'urgent', first: true };
    await Promise.all(Array.from({ length: 6 }, () => writeAlert(newsroom, facts)));
    await Promise.all([work(), work()]);
    await work();
    expect(await alertsOf(storyId)).toHaveLength(1);
    expect(device.visible).toHaveLength(1);
    expect(device.again).toBe(0);
  });

  it('of a scheduled story waits for its ten seconds too, from the moment it is out', async () => {
    const device = await reader();
    const { storyId } = await draft('urgent', staff.petros);
    const publishAt = newsroom.clock.now() + HOUR;
    await scheduleStory(newsroom, { storyId, publishAt, by: staff.petros });
    newsroom.clock.pass(HOUR + SECOND);
    await work();
    expect(await newsOf(storyId)).toMatchObject({ state: 'standby', by_id: staff.petros.id });
    newsroom.clock.pass(11 * SECOND);
    await work();
    expect(device.visible).toHaveLength(1);
  });

  it('of a flash waits for the typed word of whoever may send one', async () => {
    const device = await reader();
    const { storyId } = await publish('flash', staff.maria);
    await work();
    newsroom.clock.pass(11 * SECOND);
    await work();
    const { id } = await newsOf(storyId);
    expect(device.visible).toHaveLength(0);
    const agree = (by: Staff, word: string) => agreeToAlert(newsroom, { alertId: id, word, by });
    await expect(agree(staff.maria, 'yes')).rejects.toThrow('form-incomplete');
    await expect(agree(staff.petros, 'flash')).rejects.toThrow('role-needed');
    await agree(staff.maria, ' Flash ');
    await work();
    expect(device.visible).toHaveLength(1);
    await expect(agree(staff.maria, 'flash')).resolves.toBeUndefined(); // a second click
    expect(device.visible).toHaveLength(1);
  });

  it('of a flash goes out in its ten seconds where the word was typed before; other words ask again', async () => {
    const device = await reader();
    const said = await draft('flash', staff.maria);
    await agreeToDraft(newsroom, { storyId: said.storyId, word: 'flash', by: staff.maria });
    await publishStory(newsroom, { storyId: said.storyId, by: staff.maria });
    const changed = await draft('flash', staff.maria);
    await agreeToDraft(newsroom, { storyId: changed.storyId, word: 'flash', by: staff.maria });
    const text = { headline: 'Ferry lost', body: '' };
    await keepAlertText(newsroom, { editionId: changed.editionId, text, by: staff.maria });
    await publishStory(newsroom, { storyId: changed.storyId, by: staff.maria });
    await work();
    newsroom.clock.pass(11 * SECOND);
    await work();
    expect(shownBy(device)).toEqual([ferryCopy.headline]);
    expect((await newsOf(changed.storyId)).state).toBe('standby');
  });

  it('of an editor’s flash waits for a chief; of a chief’s, where the setting says so, for anyone else', async () => {
    await reader();
    const ofEditor = await publish('flash', staff.petros);
    newsroom.settings.flashCheck = 'editor';
    const ofChief = await publish('flash', staff.maria);
    await work();
    const agree = async (storyId: string, by: Staff) =>
      agreeToAlert(newsroom, { alertId: (await newsOf(storyId)).id, word: 'flash', by });
    await expect(agree(ofEditor.storyId, staff.rhea)).rejects.toThrow('role-needed');
    await agree(ofEditor.storyId, staff.maria);
    await expect(agree(ofChief.storyId, staff.maria)).rejects.toThrow('role-needed');
    await agree(ofChief.storyId, staff.rhea);
    expect((await newsOf(ofChief.storyId)).confirmed_by_id).toBe(staff.rhea.id);
  });

  it('shows readers a flash as one when nobody needs to agree any more, and not before', async () => {
    await reader();
    const seen = async ({ editionId }: { editionId: string }) =>
      (await getPublished(newsroom, editionId))?.alertLevel ?? null;
    const ofEditor = await publish('flash', staff.petros);
    await work();
    expect(await seen(ofEditor)).toBeNull();
    const { id: alertId } = await newsOf(ofEditor.storyId);
    await agreeToAlert(newsroom, { alertId, word: 'flash', by: staff.maria });
    expect(await seen(ofEditor)).toBe('flash');

    const ofChief = await draft('flash', staff.maria);
    await agreeToDraft(newsroom, { storyId: ofChief.storyId, word: 'flash', by: staff.maria });
    await publishStory(newsroom, { storyId: ofChief.storyId, by: staff.maria });
    expect(await seen(ofChief)).toBeNull();
    await work();
    expect(await seen(ofChief)).toBe('flash');

    const urgent = await publish('urgent', staff.petros);
    expect(await seen(urgent)).toBe('urgent');
  });

  it('never shows readers a flash that was taken back before anybody agreed', async () => {
    await reader();
    const story = await publish('flash', staff.petros);
    await work();
    await undoAlert(newsroom, { alertId: (await newsOf(story.storyId)).id, by: staff.petros });
    await work();
    expect((await getPublished(newsroom, story.editionId))?.alertLevel).toBeNull();
  });

  it('of a flash that came unread from a wire waits for a chief, whatever its contract says', async () => {
    const device = await reader();
    const { storyId } = await draft('flash', staff.petros);
    await ofAnItem(storyId);
    await publishStory(newsroom, { storyId, by: theNewsroomItself });
    await work();
    expect(device.visible).toHaveLength(0);
    expect(await newsOf(storyId)).toMatchObject({ state: 'standby', check_needed: 'chief', by_id: null });
    expect(await listToAgree(newsroom)).toContainEqual(
      expect.objectContaining({ headline: ferryCopy.headline }),
    );
    await agreeToAlert(newsroom, { alertId: (await newsOf(storyId)).id, word: 'flash', by: staff.maria });
    await work();
    expect(device.visible).toHaveLength(1);
  });

  it('does not leave once nobody agreed for as long as it would have lived', async () => {
    const device = await reader();
    const { storyId } = await publish('flash', staff.maria);
    await work();
    newsroom.clock.pass(5 * HOUR);
    await agreeToAlert(newsroom, { alertId: (await newsOf(storyId)).id, word: 'flash', by: staff.maria });
    await work();
    expect(await newsOf(storyId)).toMatchObject({
      state: 'stopped',
      stopped_why: 'nobody let it go in time',
    });
    expect(device.visible).toHaveLength(0);
  });

  it('is withdrawn from those who heard of a story that went on in the one that is killed', async () => {
    const device = await reader();
    const told = async () => {
      const story = await publish('urgent', staff.petros);
      await work();
      newsroom.clock.pass(11 * SECOND);
      await work();
      return story;
    };
    const [merged, into] = [await told(), await told()];
    expect(shownBy(device)).toEqual([ferryCopy.headline, ferryCopy.headline]);
    await mergeStory(newsroom, { storyId: merged.storyId, into: into.storyId, by: staff.petros });
    await killStory(newsroom, { storyId: into.storyId, notice: 'No ferry sank.', by: staff.maria });
    await work();
    await work(); // a follow-up may be done twice
    const kills = async (storyId: string) =>
      (await alertsOf(storyId)).filter(({ kind }) => kind === 'kill').map(({ body }) => body);
    expect([await kills(merged.storyId), await kills(into.storyId)]).toEqual([
      ['No ferry sank.'],
      ['No ferry sank.'],
    ]);
    const inSight = new Map(device.visible.map(({ tag, title }) => [tag, title])); // each takes the place of the one before
    expect([...inSight.values()]).toEqual(['A story was withdrawn', 'A story was withdrawn']);
  });

  it('is taken back by a kill before it left, and nobody hears of either', async () => {
    const device = await reader();
    const { storyId } = await publish('urgent', staff.petros);
    await work();
    await killStory(newsroom, { storyId, notice: 'It was another ferry.', by: staff.maria });
    await work();
    newsroom.clock.pass(11 * SECOND);
    await work();
    expect(device.visible).toHaveLength(0);
    expect((await alertsOf(storyId)).map(({ kind, state }) => [kind, state])).toEqual([['news', 'stopped']]);
  });

  it('is put right by a correction before it left, and tells the right thing once', async () => {
    const device = await reader();
    const { storyId, editionId } = await publish('urgent', staff.petros);
    await work();
    const { working_take_id } = await newsroom.store
      .selectFrom('editions')
      .select('working_take_id')
      .where('id', '=', editionId)
      .executeTakeFirstOrThrow();
    const copy = { ...ferryCopy, headline: 'Day ferry to Lyra turns back' };
    await saveTake(newsroom, { editionId, copy, basedOn: working_take_id, by: staff.petros });
    await correctStory(newsroom, { storyId, notice: 'It was the day ferry.', by: staff.petros });
    await work();
    newsroom.clock.pass(11 * SECOND);
    await work();
    expect(shownBy(device)).toEqual(['Day ferry to Lyra turns back']);
    expect(await alertsOf(storyId)).toHaveLength(1);
  });

  it('waits while everything is stopped, and leaves when that is lifted; what was under way stays stopped', async () => {
    const device = await reader();
    newsroom.settings.alertUndoSeconds = 0;
    const underWay = await draft('urgent', staff.petros);
    await publishStory(newsroom, { storyId: underWay.storyId, by: staff.petros });
    const facts = { ...underWay, takeId: '', alertLevel: 'urgent', first: true };
    await writeAlert(newsroom, facts);
    await expect(stopEverything(newsroom, { by: staff.petros })).rejects.toThrow('role-needed');
    await stopEverything(newsroom, { by: staff.maria });
    expect((await findStop(newsroom))?.byName).toBe('maria');
    const meanwhile = await publish('urgent', staff.petros);
    await work();
    await sendDueChunks(newsroom, { sender });
    expect(device.visible).toHaveLength(0);
    expect((await newsOf(underWay.storyId)).stopped_why).toBe('everything was stopped');
    expect((await newsOf(meanwhile.storyId)).state).toBe('standby');
    await liftStop(newsroom, { by: staff.theo });
    await work();
    expect(await findStop(newsroom)).toBeNull();
    expect(device.visible).toHaveLength(1);
    expect((await newsOf(meanwhile.storyId)).state).toBe('sent');
  });

  it('slips past no stop that comes at the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const device = await reader();
      const { storyId } = await publish('urgent', staff.petros);
      await work();
      newsroom.clock.pass(11 * SECOND);
      const { id } = await newsOf(storyId);
      await Promise.all([
        fanOut(newsroom, { alertId: id }, { sender }),
        stopEverything(newsroom, { by: staff.maria }),
      ]);
      const { state } = await newsOf(storyId);
      expect(['standby', 'stopped', 'sent']).toContain(state);
      if (state === 'standby') expect(device.visible).toHaveLength(0);
      await newsroom.store.updateTable('alerts').set({ state: 'stopped' }).where('id', '=', id).execute();
      await liftStop(newsroom, { by: staff.maria });
      await newsroom.store.deleteFrom('follows').execute();
    }
  });

  it('once it left, is put right in place where it was seen and replaced where it was not, then withdrawn', async () => {
    const [seen, asleep] = [await reader(), await reader()];
    asleep.online = false;
    newsroom.settings.alertUndoSeconds = 0;
    const { storyId } = await publish('urgent', staff.petros);
    await work();
    await correctStory(newsroom, { storyId, notice: 'It was the day ferry.', by: staff.petros });
    await work();
    asleep.wake(); // the push service kept the correction alone for it
    expect(asleep.visible.map(({ revision }) => revision)).toEqual([2]);
    expect(seen.visible.map(({ revision }) => revision)).toEqual([1, 2]);
    asleep.online = false;
    await killStory(newsroom, { storyId, notice: 'It was another island.', by: staff.maria });
    await work();
    asleep.wake();
    for (const device of [seen, asleep]) {
      const last = device.visible.at(-1);
      expect(last).toMatchObject({ title: 'A story was withdrawn', body: 'It was another island.' });
      expect(new Set(device.visible.map(({ tag }) => tag)).size).toBe(1); // each took the place of the one before
    }
  });

  it('leaves only when its page answers, and can be undone until then', async () => {
    const device = await reader();
    const { storyId } = await publish('urgent', staff.petros);
    await work();
    newsroom.clock.pass(11 * SECOND);
    const { id } = await newsOf(storyId);
    const down = { sender, pageAnswers: async () => 503 };
    await expect(fanOut(newsroom, { alertId: id }, down)).rejects.toThrow(
      'the page of the alert answered 503',
    );
    expect((await newsOf(storyId)).state).toBe('standby');
    await fanOut(newsroom, { alertId: id }, { sender, pageAnswers: async () => 200 });
    expect(device.visible).toHaveLength(1);
  });

  it('refuses text that is too long, and characters that turn it round or cannot be shown', async () => {
    const { editionId } = await draft('urgent', staff.petros);
    const keep = (headline: string, body = '') =>
      keepAlertText(newsroom, { editionId, text: { headline, body }, by: staff.petros }).then(
        () => null,
        (refusal: { fields: Record<string, string> }) => Object.values(refusal.fields).join(' '),
      );
    expect(await keep('x'.repeat(10_000))).toContain('10,000 characters');
    expect(await keep('fine', 'y'.repeat(401))).toContain('401 characters; an alert has 400 at most');
    expect(await keep('Paid \u202Egnp.exe')).toContain('turns the direction of text (U+202E) after “Paid”');
    expect(await keep('Bell \u0007 rings')).toContain('cannot be shown (U+0007)');
    expect(await keep('👩‍👩‍👧‍👦'.repeat(150))).toBeNull();
    expect(await keep('\u{FEFF}Sto\u00ADry')).toBeNull();
  });
});
