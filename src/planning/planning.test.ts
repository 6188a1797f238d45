import { expect, test } from 'vitest';
import { colleaguesOnce } from '../../tests/support/colleagues.ts';
import { onEachEngine } from '../../tests/support/newsroom.ts';
import { HOUR, MINUTE } from '../kit/clock.ts';
import { instantAt } from '../kit/local-time.ts';
import { spikeStory } from '../stories/kill.ts';
import {
  addPlanLine,
  addToPlan,
  assignPlanItem,
  changePlanItem,
  draftPlanned,
  dropPlanItem,
} from './change-plan.ts';
import { listHandovers, listOpenHandovers, takeHandover, writeHandover } from './handover.ts';
import { findPlanOfStory, getPlanItem, listOverdue, listPlan } from './read-plan.ts';

const ATHENS = 'Europe/Athens';
const at = (wall: string): number => instantAt(wall, ATHENS) ?? 0;
const bare = { place: '', assignedId: null, dueAt: null, note: '' };

onEachEngine('the plan', (open) => {
  const people = colleaguesOnce();
  const planned = async (day: string, days = 1, more = {}) =>
    (await listPlan(open(), { day, days, limit: 50, ...more })).items;

  test('takes a line with its hour on the paper’s clock, and who does it', async () => {
    const newsroom = open();
    const { petros, anton } = await people(newsroom);
    const { itemId } = await addPlanLine(newsroom, {
      line: '14:30-16:00 Council on the harbour budget @petros due 18:00 (City Hall)',
      day: '2026-11-19',
      by: anton,
    });
    expect(await getPlanItem(newsroom, itemId)).toMatchObject({
      what: 'Council on the harbour budget',
      place: 'City Hall',
      time: { day: null, startsAt: at('2026-11-19T14:30'), endsAt: at('2026-11-19T16:00') },
      assigned: { id: petros.id, name: 'Petros Vamvakas', hasLeft: false },
      dueAt: at('2026-11-19T18:00'),
      state: 'assigned',
    });
  });

  test('ends after midnight by the clocks of that day, and is due then where it would be long before', async () => {
    const newsroom = open();
    const { anton: by } = await people(newsroom);
    const add = async (line: string, day: string) =>
      getPlanItem(newsroom, (await addPlanLine(newsroom, { line, day, by })).itemId);
    // Clocks in Athens skip from three to four in the night to 26 March 2028.
    expect(await add('23:30-04:30 Night watch due 1:00', '2028-03-25')).toMatchObject({
      time: { startsAt: at('2028-03-25T23:30'), endsAt: at('2028-03-26T04:30') },
      dueAt: at('2028-03-26T01:00'),
    });
    expect(await add('20:00 Concert due 15:00', '2026-11-19')).toMatchObject({
      dueAt: at('2026-11-19T15:00'),
    });
    expect(await add('20:00 Concert due tomorrow 9:00', '2026-11-19')).toMatchObject({
      dueAt: at('2026-11-20T09:00'),
    });
  });

  test('refuses a name that is nobody’s, several people’s, or of someone who has left, in words', async () => {
    const newsroom = open();
    const { anton } = await people(newsroom);
    const add = (line: string) => addPlanLine(newsroom, { line, day: '2026-11-19', by: anton });
    await expect(add('Strike @zorba')).rejects.toMatchObject({
      code: 'form-incomplete',
      words: 'Nobody here is called zorba.',
    });
    await expect(add('Strike @gone')).rejects.toMatchObject({
      code: 'staff-left',
      words: 'gone works here no more.',
    });
    await expect(add('14:00 @anton')).rejects.toMatchObject({ words: 'Say what is planned.' });
  });

  test('shows a day by the paper’s clock: what began the evening before, what has no hour, and nothing of the next', async () => {
    const newsroom = open();
    const { anton: by } = await people(newsroom);
    const add = (what: string, from: string, to: string | null) =>
      addToPlan(newsroom, {
        ...bare,
        what,
        time: { day: null, startsAt: at(from), endsAt: to === null ? null : at(to) },
        by,
      });
    await add('late ferry', '2026-12-01T23:30', '2026-12-02T01:00');
    await add('over at midnight', '2026-12-01T22:00', '2026-12-02T00:00');
    await add('first thing', '2026-12-02T00:00', null);
    await add('last thing', '2026-12-02T23:59', null);
    await add('next day', '2026-12-03T00:00', null);
    await addToPlan(newsroom, {
      ...bare,
      what: 'a fair',
      time: { day: '2026-11-30', lastDay: '2026-12-02' },
      by,
    });
    await addToPlan(newsroom, {
      ...bare,
      what: 'St Nicholas',
      time: { day: '2026-12-03', lastDay: null },
      by,
    });
    expect((await planned('2026-12-02')).map(({ what }) => what)).toEqual([
      'a fair',
      'late ferry',
      'first thing',
      'last thing',
    ]);
  });

  test('counts the day where clocks skip midnight, or have it twice', async () => {
    const newsroom = open();
    const { anton: by } = await people(newsroom);
    const masthead = newsroom.store.updateTable('masthead');
    await masthead.set({ time_zone: 'Asia/Beirut' }).execute(); // to summer time at 0:00 of 28 March 2027
    const early = instantAt('2027-03-28T01:00', 'Asia/Beirut') ?? 0;
    await addToPlan(newsroom, {
      ...bare,
      what: 'first hour',
      time: { day: null, startsAt: early, endsAt: null },
      by,
    });
    await addToPlan(newsroom, {
      ...bare,
      what: 'minute before',
      time: { day: null, startsAt: early - MINUTE, endsAt: null },
      by,
    });
    expect((await planned('2027-03-28')).map(({ what }) => what)).toEqual(['first hour']);
    expect((await planned('2027-03-27')).map(({ what }) => what)).toEqual(['minute before']);
    await masthead.set({ time_zone: 'America/Havana' }).execute(); // 0:00 to 1:00 comes twice on 1 November 2026
    const first = instantAt('2026-11-01T00:30', 'America/Havana') ?? 0;
    for (const [what, startsAt] of [
      ['once', first],
      ['and again', first + HOUR],
    ] as const)
      await addToPlan(newsroom, { ...bare, what, time: { day: null, startsAt, endsAt: null }, by });
    expect((await planned('2026-11-01')).map(({ what }) => what)).toEqual(['once', 'and again']);
    await masthead.set({ time_zone: ATHENS }).execute();
  });

  test('goes on after a page, and shows one person’s', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    for (const hour of ['09', '10', '11'])
      await addPlanLine(newsroom, {
        line: `${hour}:00 piece ${hour} ${hour === '10' ? '@petros' : '@anton'}`,
        day: '2026-12-10',
        by: anton,
      });
    const first = await listPlan(newsroom, { day: '2026-12-10', days: 1, limit: 2 });
    expect(first.items.map(({ what }) => what)).toEqual(['piece 09', 'piece 10']);
    const rest = await listPlan(newsroom, { day: '2026-12-10', days: 1, limit: 2, after: first.next ?? '' });
    expect([rest.items.map(({ what }) => what), rest.next]).toEqual([['piece 11'], null]);
    const mine = await planned('2026-12-10', 7, { assignedId: petros.id });
    expect(mine.map(({ what }) => what)).toEqual(['piece 10']);
  });

  test('makes one story of an item, with its slug and byline, and is tied to it both ways', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    const { itemId } = await addPlanLine(newsroom, {
      line: 'Ferry strike vote @petros',
      day: '2026-12-11',
      by: anton,
    });
    const { storyId } = await draftPlanned(newsroom, { itemId, by: anton });
    const item = await getPlanItem(newsroom, itemId);
    expect(item.story).toMatchObject({ storyId, slug: 'ferry-strike-vote', status: 'draft' });
    expect([item.state, item.lacks]).toEqual([
      'writing',
      ['no-words', 'no-section', 'no-picture', 'no-source'],
    ]);
    expect((await findPlanOfStory(newsroom, storyId))?.id).toBe(itemId);
    const takes = await newsroom.store
      .selectFrom('takes')
      .innerJoin('editions', 'editions.id', 'takes.edition_id')
      .select('byline')
      .where('editions.story_id', '=', storyId)
      .execute();
    expect(takes).toEqual([{ byline: 'Petros Vamvakas' }]);
    await expect(draftPlanned(newsroom, { itemId, by: petros })).rejects.toMatchObject({
      code: 'plan-has-story',
    });
    await spikeStory(newsroom, { storyId, by: anton });
    expect(await getPlanItem(newsroom, itemId)).toMatchObject({ state: 'assigned', lacks: ['spiked'] });
    const again = await draftPlanned(newsroom, { itemId, by: petros });
    expect((await getPlanItem(newsroom, itemId)).story?.storyId).toBe(again.storyId);
  });

  test('two who press at once make one story', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    const { itemId } = await addPlanLine(newsroom, { line: 'Two at once', day: '2026-12-12', by: anton });
    const outcomes = await Promise.allSettled(
      [anton, petros].map((by) => draftPlanned(newsroom, { itemId, by })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a change is not written over another that its editor has not seen', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    const { itemId } = await addPlanLine(newsroom, { line: 'Budget', day: '2026-12-13', by: anton });
    const { updatedAt: basedOn, time } = await getPlanItem(newsroom, itemId);
    await assignPlanItem(newsroom, { itemId, staffId: petros.id, by: petros });
    const change = { itemId, basedOn, ...bare, what: 'Budget, again', time, by: anton };
    await expect(changePlanItem(newsroom, change)).rejects.toMatchObject({ code: 'plan-changed' });
    const { updatedAt } = await getPlanItem(newsroom, itemId);
    await changePlanItem(newsroom, { ...change, basedOn: updatedAt });
    expect((await getPlanItem(newsroom, itemId)).what).toBe('Budget, again');
  });

  test('what is over due wants a hand until it is filed, called off or dropped', async () => {
    const newsroom = open();
    const { anton } = await people(newsroom);
    const line = (line: string) => addPlanLine(newsroom, { line, day: '2026-11-19', by: anton });
    const { itemId } = await line('Harbour fees due 12:30');
    await line('Not yet due 14:30');
    const late = async () => (await listOverdue(newsroom, { limit: 10 })).map(({ what }) => what);
    expect(await late()).toEqual(['Harbour fees']);
    await dropPlanItem(newsroom, { itemId, by: anton });
    expect(await late()).toEqual([]);
    await dropPlanItem(newsroom, { itemId, back: true, by: anton });
    expect(await late()).toEqual(['Harbour fees']);
  });

  test('a handover stands until one person takes it, and is kept', async () => {
    const newsroom = open();
    const { anton, petros } = await people(newsroom);
    await expect(writeHandover(newsroom, { words: ' \u0000 ', by: anton })).rejects.toMatchObject({
      words: 'Write what the next shift is to know.',
    });
    const { handoverId } = await writeHandover(newsroom, { words: 'The ferry is still out.', by: anton });
    expect(await listOpenHandovers(newsroom)).toMatchObject([
      { words: 'The ferry is still out.', byName: 'Anton Veresov' },
    ]);
    await takeHandover(newsroom, { handoverId, by: petros });
    await expect(takeHandover(newsroom, { handoverId, by: anton })).rejects.toMatchObject({
      code: 'handover-taken',
      words: 'Petros Vamvakas has taken this over already.',
    });
    expect(await listOpenHandovers(newsroom)).toEqual([]);
    expect(await listHandovers(newsroom, { limit: 5 })).toMatchObject([{ takenByName: 'Petros Vamvakas' }]);
  });
});
