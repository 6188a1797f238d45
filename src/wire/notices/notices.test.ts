/** What a source does to an item after we made a story of it, and what the contract makes of that; on both stores. */
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine, type TestNewsroom } from '../../../tests/support/newsroom.ts';
import { receive } from '../../../tests/support/receive.ts';
import { addEntry } from '../../entries/add-entry.ts';
import { listMadeOfItem } from '../../entries/read-entries.ts';
import { DAY, HOUR } from '../../kit/clock.ts';
import { safeBody } from '../../kit/safe-html.ts';
import { theNewsroomItself } from '../../newsroom.ts';
import { getForDesk } from '../../stories/desk-read.ts';
import { draftStory } from '../../stories/draft.ts';
import { gateOf } from '../../stories/gate.ts';
import { setUpMasthead } from '../../stories/masthead.ts';
import { publishStory } from '../../stories/publish.ts';
import { scheduleStory } from '../../stories/schedule.ts';
import { listItems } from '../items/items.ts';
import { pickUp } from '../items/pick-up.ts';
import { prepare } from '../reading/prepare.ts';
import { addSource, changeSource } from '../sources/sources.ts';
import { whatChanged } from './notice.ts';
import { actOnChange, countNotices, expireDue, listNotices, settleNotice } from './notices.ts';

const by = theNewsroomItself;
const COPY = 'The evening ferry to the island left forty minutes late because of strong winds.';
let number = 0;

/** A source that sends one item, and says of it what a test says. */
async function newSource(newsroom: TestNewsroom, more: Partial<Parameters<typeof addSource>[1]> = {}) {
  number += 1;
  const here = number;
  const { sourceId } = await addSource(newsroom, {
    address: `https://coast${number}.example/feed`,
    unasked: true,
    name: 'Coast Agency',
    by,
    ...more,
  });
  const send = async (item: { headline?: string; text?: string; status?: 'canceled' | 'usable' }) => {
    const { headline = 'Ferry leaves late', text = COPY, status = 'usable' } = item;
    const sent = {
      id: 'ferry',
      url: `https://coast${here}.example/ferry`,
      title: headline,
      content_text: text,
    };
    const bytes = Buffer.from(
      JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Coast', items: [sent] }),
    );
    const prepared = await prepare({ bytes, contentType: null, address: null, language: 'en' });
    for (const one of prepared.items) Object.assign(one, { status, hash: `${one.hash} ${status}` });
    await receive(newsroom, { sourceId, prepared, isFirst: false });
    const [row] = await listItems(newsroom, { sourceId, limit: 1 });
    if (!row) throw new Error('nothing was received');
    if (row.version > 1) await actOnChange(newsroom, { itemId: row.id, version: row.version });
    return row;
  };
  return { sourceId, send };
}

onEachEngine('a story made of an item', (open) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = open();
    const paper = { name: 'The Harbour Post', tagline: '', timeZone: 'Europe/Athens', contact: '' };
    await setUpMasthead(newsroom, { ...paper, language: 'en', by });
  });
  const published = async (more: Parameters<typeof newSource>[1] = {}) => {
    const source = await newSource(newsroom, more);
    const { id: itemId } = await source.send({});
    const { storyId } = await pickUp(newsroom, { itemId, by });
    await publishStory(newsroom, { storyId, by });
    const story = () => getForDesk(newsroom, storyId);
    return { ...source, itemId, storyId, story, notices: () => listNotices(newsroom, { storyId, limit: 9 }) };
  };
  const staleWhy = async (storyId: string) =>
    (
      await newsroom.store
        .selectFrom('editions')
        .select('stale_why')
        .where('story_id', '=', storyId)
        .execute()
    ).map((edition) => edition.stale_why);

  it('that is an entry of a live story is told of there, and withdrawn where the contract ends a story', async () => {
    for (const autoKill of [false, true]) {
      const { send, sourceId } = await newSource(newsroom);
      await newsroom.store
        .updateTable('sources')
        .set({ auto_kill: autoKill ? 1 : 0 })
        .where('id', '=', sourceId)
        .execute();
      const { id: itemId } = await send({});
      const copy = {
        headline: 'The storm, hour by hour',
        dek: 'D',
        byline: 'Ana',
        dateline: '',
        pictureId: null,
      };
      const bodyHtml = safeBody('<p>The storm is at sea.</p>');
      const live = { language: 'en', kind: 'live' as const, hops: [], by, copy: { ...copy, bodyHtml } };
      const { storyId } = await draftStory(newsroom, live);
      await publishStory(newsroom, { storyId, override: 'a test', by });
      const entry = { headline: '', byline: '', bodyHtml: safeBody(`<p>${COPY}</p>`), pictureId: null };
      const origin = { itemId, sourceId, credit: 'Coast Agency', hops: [] };
      const { entryId } = await addEntry(newsroom, {
        ...{ storyId, clientId: `a-client-${itemId}`, copy: entry, origin, override: 'a test', by },
      });
      await send({ status: 'canceled' });
      expect(await listNotices(newsroom, { storyId, limit: 9 })).toMatchObject([
        { kind: 'withdrawn', killed: false, settledAt: null },
      ]);
      const left = await listMadeOfItem(newsroom, itemId);
      expect(left).toEqual(autoKill ? [] : [{ entryId, storyId, isOut: true }]);
    }
  });

  it('is stale when the item is withdrawn, and the desk is told until it has dealt with it', async () => {
    const { send, storyId, story, notices } = await published();
    const before = await countNotices(newsroom);
    await send({ status: 'canceled' });
    expect(await notices()).toMatchObject([
      { kind: 'withdrawn', words: 'Coast Agency has withdrawn this report.', killed: false, settledAt: null },
    ]);
    expect((await story()).status).toBe('published');
    expect(await staleWhy(storyId)).toEqual(['Coast Agency has withdrawn this report.']);
    expect(await countNotices(newsroom)).toBe(before + 1);
    await settleNotice(newsroom, { noticeId: (await notices())[0]?.id ?? '', by });
    expect(await staleWhy(storyId)).toEqual([null]);
    expect(await countNotices(newsroom)).toBe(before);
  });

  it('is killed at once where the contract says so, with a notice to readers', async () => {
    const { send, story, notices } = await published({ autoKill: true });
    await send({ status: 'canceled' });
    expect(await story()).toMatchObject({
      status: 'killed',
      killNotice: 'Coast Agency has withdrawn the report on which this story was based.',
    });
    expect(await notices()).toMatchObject([{ kind: 'withdrawn', killed: true }]);
  });

  it('hears of the same change once, however often the follow-up is run', async () => {
    const { send, itemId, notices } = await published({ autoKill: true });
    const { version } = await send({ status: 'canceled' });
    await actOnChange(newsroom, { itemId, version });
    expect(await notices()).toHaveLength(1);
  });

  it('hears of another headline, of a corrected text with the source’s own note, and not of another date', async () => {
    const { send, notices } = await published();
    await send({ headline: 'Ferry leaves on time' });
    await send({
      headline: 'Ferry leaves on time',
      text: 'The evening ferry left fifty minutes late.\n\nCorrects the delay, which was fifty minutes and not forty.',
    });
    const quieter =
      'The evening ferry left fifty minutes late.\n\nCorrects the delay, which was fifty minutes, and not forty.';
    await send({ headline: 'Ferry leaves on time', text: quieter });
    expect((await notices()).map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'changed: Coast Agency has changed the text. It says: “Corrects the delay, which was fifty minutes and not forty.”',
      'headline: Coast Agency has another headline: “Ferry leaves on time”',
    ]);
  });

  it('is told at the end of its days, and killed where the contract says so', async () => {
    const kept = await published({ keepDays: 2 });
    const killed = await published({ keepDays: 2, autoKill: true });
    await expireDue(newsroom);
    expect(await kept.notices()).toEqual([]);
    newsroom.clock.pass(2 * DAY);
    await expireDue(newsroom);
    await expireDue(newsroom);
    expect(await kept.notices()).toMatchObject([{ kind: 'expired', killed: false }]);
    expect((await killed.story()).status).toBe('killed');
    const [obstacle] = await gateOf(newsroom, kept.storyId);
    expect(obstacle).toMatchObject({ code: 'contract-ended', overridable: false });
  });

  it('does not leave before its embargo, but may be scheduled for its end', async () => {
    const { send } = await newSource(newsroom);
    const { id: itemId } = await send({});
    const { storyId } = await pickUp(newsroom, { itemId, by });
    const until = newsroom.clock.now() + HOUR;
    await newsroom.store
      .updateTable('items')
      .set({ embargo_until: until })
      .where('id', '=', itemId)
      .execute();
    await expect(
      publishStory(newsroom, { storyId, by, override: 'It is public already.' }),
    ).rejects.toMatchObject({
      code: 'story-not-ready',
    });
    await expect(scheduleStory(newsroom, { storyId, by, publishAt: until - 1 })).rejects.toMatchObject({
      code: 'story-not-ready',
    });
    await scheduleStory(newsroom, { storyId, by, publishAt: until });
    expect((await getForDesk(newsroom, storyId)).status).toBe('scheduled');
  });

  it('is not published in another language where the contract does not allow it, but for a reason', async () => {
    const { sourceId, storyId } = await published();
    await newsroom.store
      .updateTable('editions')
      .set({ language: 'el' })
      .where('story_id', '=', storyId)
      .execute();
    expect(await gateOf(newsroom, storyId)).toMatchObject([
      { code: 'translation-not-allowed', overridable: true },
    ]);
    await changeSource(newsroom, { sourceId, mayTranslate: true, by });
    expect(await gateOf(newsroom, storyId)).toEqual([]);
  });

  it('an earlier reason does not let out what was withdrawn since', async () => {
    const { sourceId, send } = await newSource(newsroom);
    const { id: itemId } = await send({});
    const { storyId } = await pickUp(newsroom, { itemId, by });
    await newsroom.store
      .updateTable('editions')
      .set({ language: 'el' })
      .where('story_id', '=', storyId)
      .execute();
    await publishStory(newsroom, { storyId, by, override: 'They agreed on the telephone.' });
    await publishStory(newsroom, { storyId, by });
    await send({ status: 'canceled' });
    await expect(publishStory(newsroom, { storyId, by })).rejects.toMatchObject({ code: 'story-not-ready' });
    expect(sourceId).toBeTruthy();
  });
});

describe('a change', () => {
  const told = {
    status: 'usable',
    embargoUntil: null,
    headline: 'Ferry leaves late',
    text: 'Forty minutes.',
    language: 'en',
  };
  const said = (after: Partial<typeof told>) =>
    whatChanged(told, { ...told, ...after }, { name: 'Coast', now: 0 });

  it('of quotation marks, capitals and spaces is none', () => {
    expect(said({ headline: '“Ferry  leaves late”', text: 'FORTY minutes' })).toBeNull();
  });

  it.each([
    [
      'en',
      'The 214 passengers are safe, 3 crew are not.',
      'The 217 passengers are safe, 3 crew are not.',
      '“214 passengers” is now “217 passengers”.',
    ],
    ['el', 'Σώοι οι 214 επιβάτες.', 'Σώοι οι 217 επιβάτες.', '“214 επιβάτες” is now “217 επιβάτες”.'],
    ['ru', 'Спасены 214 пассажиров парома.', 'Спасены 217 человек, пассажиров парома.', ''],
    ['ar', 'إنقاذ 214 راكبا.', 'إنقاذ 217 راكبا.', '“214 راكبا” is now “217 راكبا”.'],
  ])('of a number is told with the number, in %s', (language, before, after, words) => {
    const change = whatChanged(
      { ...told, language, text: before },
      { ...told, language, text: after },
      { name: 'Coast', now: 0 },
    );
    expect(change?.words).toBe(`Coast has changed the text. ${words}`.trim());
  });

  it.each([
    ['de', 'Richtigstellung: Es waren 217.'],
    ['el', 'Διόρθωση στη δεύτερη παράγραφο.'],
    ['uk', 'Виправлено кількість.'],
    ['ru', '(Уточнение: 217.)'],
    ['es', 'Fe de erratas: eran 217.'],
    ['ar', 'تصويب: العدد ٢١٧.'],
  ])('that its source calls a correction is told in its words, in %s', (language, note) => {
    const text = `${told.text}\n${note}`;
    const change = whatChanged({ ...told, language }, { ...told, language, text }, { name: 'Coast', now: 0 });
    expect(change?.words).toContain(`It says: “${note}”`);
  });

  it('back to usable is told', () => {
    expect(whatChanged({ ...told, status: 'withheld' }, told, { name: 'Coast', now: 0 })?.kind).toBe('back');
  });
});
