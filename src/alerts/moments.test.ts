/** Key moments: told once to those who follow the live story, those close together in one, put right where they were told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSending, publishedStory, type Sending } from '../../tests/support/alert-cast.ts';
import { openTestNewsroom } from '../../tests/support/newsroom.ts';
import { addEntry } from '../entries/add-entry.ts';
import { correctEntry, markKeyMoment, withdrawEntry } from '../entries/change-entry.ts';
import { MINUTE } from '../kit/clock.ts';
import { safeBody } from '../kit/safe-html.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import type { StoryFacts } from '../runner/work.ts';
import { killStory } from '../stories/kill.ts';
import { setUpMasthead } from '../stories/masthead.ts';
import { addSource } from '../wire/sources/sources.ts';
import { writeAlert } from './alert.ts';
import { momentFates } from './moment-fates.ts';
import { noteMoment, tellMoments } from './moments.ts';
import { fanOut } from './sending/fan-out.ts';
import { writeKillAlert } from './withdrawal.ts';

describe('key moments', () => {
  let sending: Sending;
  let facts: StoryFacts;
  let written = 0;

  beforeAll(async () => {
    const newsroom = await openTestNewsroom();
    const paper = {
      name: 'The Harbour Post',
      tagline: '',
      language: 'en',
      timeZone: 'Europe/Athens',
      contact: '',
    };
    await setUpMasthead(newsroom, { ...paper, by });
    sending = await openSending(newsroom);
    facts = await publishedStory(newsroom, { level: 'urgent', kind: 'live' });
  });
  afterAll(async () => {
    await sending.stopSending();
    await sending.newsroom.close();
  });

  const copy = (words: string) => ({
    headline: '',
    byline: '',
    bodyHtml: safeBody(`<p>${words}</p>`),
    pictureId: null,
  });
  const write = async (words: string, isKey = true) => {
    written += 1;
    const { storyId, editionId } = facts;
    const { entryId } = await addEntry(sending.newsroom, {
      storyId,
      clientId: `moment-${written}`,
      copy: copy(words),
      isKey,
      by,
    });
    const changed = { storyId, editionId, entryId, what: 'added' as const };
    await noteMoment(sending.newsroom, changed);
    return changed;
  };
  const alerts = () =>
    sending.newsroom.store
      .selectFrom('alerts')
      .selectAll()
      .where('kind', '<>', 'news')
      .orderBy('created_at')
      .orderBy('id')
      .execute();
  const due = () =>
    sending.newsroom.store
      .selectFrom('work')
      .select('run_at')
      .where('event', '=', 'moments-due')
      .orderBy('run_at')
      .execute();
  const tell = async () => {
    await tellMoments(sending.newsroom, facts);
    await sending.newsroom.store.deleteFrom('work').where('event', '=', 'moments-due').execute();
    return alerts();
  };
  const send = (alertId: string) => fanOut(sending.newsroom, { alertId }, { sender: sending.sender });

  it('reach those who follow the story, and nobody who follows all the news', async () => {
    const [follower] = await sending.devices(1, [
      { kind: 'story', subjectId: facts.storyId, level: 'routine' },
    ]);
    const [reader] = await sending.devices(1);
    const news = (await writeAlert(sending.newsroom, facts)) ?? '';
    await send(news);
    await write('The ferry is back in the harbour. All are well.');
    await write('A child waved.', false);
    const [moment] = await tell();
    expect(moment).toMatchObject({
      kind: 'moment',
      level: 'urgent',
      headline: 'The ferry is back in the harbour. All are well.',
      body: 'Night ferry to Lyra turns back in the storm',
    });
    expect(moment?.path).toMatch(/^\/news\/night-ferry-[\w-]+\/entries\/1#entry-1$/);
    await send(moment?.id ?? '');
    expect(follower?.visible.map(({ title }) => title)).toEqual([
      'Night ferry to Lyra turns back in the storm',
      'The ferry is back in the harbour. All are well.',
    ]);
    expect(reader?.visible).toHaveLength(1);
  });

  it('are told once, however often a process is told of them', async () => {
    const before = (await alerts()).length;
    const changed = await write('Harbour master resigns.');
    await noteMoment(sending.newsroom, changed);
    await Promise.all([tellMoments(sending.newsroom, facts), tellMoments(sending.newsroom, facts)]);
    await tell();
    expect(await alerts()).toHaveLength(before + 1);
    await markKeyMoment(sending.newsroom, { entryId: changed.entryId, isKey: false, by });
    await markKeyMoment(sending.newsroom, { entryId: changed.entryId, isKey: true, by });
    await noteMoment(sending.newsroom, { ...changed, what: 'marked' });
    await tell();
    expect(await alerts()).toHaveLength(before + 1);
  });

  it('that come close together wait, and are told in one', async () => {
    const before = (await alerts()).length;
    const at = sending.newsroom.clock.now();
    await write('First ship sails.');
    await write('Second ship sails.');
    expect((await due()).map(({ run_at }) => run_at)).toEqual([at + 10 * MINUTE]);
    sending.newsroom.clock.pass(10 * MINUTE);
    const all = await tell();
    expect(all).toHaveLength(before + 1);
    expect(all.at(-1)).toMatchObject({ headline: 'Second ship sails.', body: 'First ship sails.' });
  });

  it('withdrawn before they were told are not told; put right afterwards, those who were told hear it', async () => {
    sending.newsroom.clock.pass(10 * MINUTE);
    const before = (await alerts()).length;
    const gone = await write('The minister is dead.');
    await withdrawEntry(sending.newsroom, { entryId: gone.entryId, notice: 'He is not.', by });
    await noteMoment(sending.newsroom, { ...gone, what: 'withdrawn' });
    await tell();
    expect(await alerts()).toHaveLength(before);

    const wrong = await write('Forty are hurt.');
    const told = (await tell()).at(-1);
    await send(told?.id ?? '');
    await correctEntry(sending.newsroom, {
      entryId: wrong.entryId,
      copy: copy('Four are hurt.'),
      notice: 'We wrote forty; it is four.',
      by,
    });
    await noteMoment(sending.newsroom, { ...wrong, what: 'corrected' });
    const correction = (await alerts()).at(-1);
    expect(correction).toMatchObject({ kind: 'correction', body: 'We wrote forty; it is four.' });
    await noteMoment(sending.newsroom, { ...wrong, what: 'corrected' });
    expect((await alerts()).at(-1)?.id).toBe(correction?.id);
  });

  it('say at the desk what became of them: told and when, to be told, or not and why', async () => {
    sending.newsroom.clock.pass(10 * MINUTE);
    const told = await write('The bridge is open.');
    const alert = (await tell()).at(-1);
    await send(alert?.id ?? '');
    const waits = await write('The road is open.');
    const gone = await write('The tunnel is open.');
    await withdrawEntry(sending.newsroom, { entryId: gone.entryId, notice: 'It is not.', by });
    const plain = await write('It rains.', false);
    const address = 'https://silent.example/';
    const { sourceId } = await addSource(sending.newsroom, { address, unasked: true, by });
    const { store } = sending.newsroom;
    await store.updateTable('sources').set({ may_alert: 0 }).where('id', '=', sourceId).execute();
    const owned = (id: string | null) =>
      store.updateTable('stories').set({ source_id: id }).where('id', '=', facts.storyId).execute();
    await owned(sourceId);
    const forbidden = await write('The pass is open.');
    await owned(null);
    const fates = await momentFates(
      sending.newsroom,
      [told, waits, gone, plain, forbidden].map(({ entryId }) => entryId),
    );
    expect(fates.get(told.entryId)).toMatchObject({ is: 'told', at: expect.any(Number) });
    expect(fates.get(waits.entryId)).toEqual({ is: 'waits' });
    expect(fates.get(forbidden.entryId)).toEqual({ is: 'untold', why: 'the contract does not allow alerts' });
    expect(fates.has(plain.entryId)).toBe(false);
    sending.newsroom.clock.pass(10 * MINUTE);
    await tell();
    const later = await momentFates(sending.newsroom, [gone.entryId]);
    expect(later.get(gone.entryId)).toEqual({ is: 'untold', why: 'it was withdrawn before it was told' });
  });

  it('are taken back with the story, by whoever was told one', async () => {
    const [late] = await sending.devices(1, [{ kind: 'story', subjectId: facts.storyId, level: 'routine' }]);
    sending.newsroom.clock.pass(10 * MINUTE);
    await write('Talks have begun.');
    await send((await tell()).at(-1)?.id ?? '');
    expect(late?.visible).toHaveLength(1);
    await killStory(sending.newsroom, { storyId: facts.storyId, notice: 'All of it was wrong.', by });
    const kill = await writeKillAlert(sending.newsroom, { ...facts, correctionId: 'k1' });
    await send(kill ?? '');
    expect(late?.visible.at(-1)?.body).toBe('All of it was wrong.');
  });
});
