/** Calendars at work: what they announce stands on the plan, follows them, and is never lost to whoever took it up. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setUpHarbourPost } from '../../tests/support/harbour-post.ts';
import { onEachEngine, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { DAY, HOUR } from '../kit/clock.ts';
import { instantAt } from '../kit/local-time.ts';
import { theNewsroomItself } from '../newsroom.ts';
import type { PlanRecurrence, ReceivedPlan } from '../runner/work.ts';
import { addStaff, type Staff } from '../staff/staff.ts';
import { addSource } from '../wire/sources/sources.ts';
import {
  bringCalendar,
  endCalendar,
  listCalendars,
  readDueCalendar,
  subscribeCalendar,
} from './calendars.ts';
import { assignPlanItem, changePlanItem } from './change-plan.ts';
import { getPlanItem, listPlan, type PlanItem } from './read-plan.ts';
import { takeReceivedPlans } from './received-plans.ts';

const at = (wall: string): number => instantAt(wall, 'Europe/Athens') ?? 0;
const stamp = (wall: string): string => wall.replace(/[-:]/g, '');
const event = (uid: string, wall: string, more = '') =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART;TZID=Europe/Athens:${stamp(wall)}00\nSUMMARY:${uid}\n${more}END:VEVENT\n`;
const calendar = (...events: string[]) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:City Hall\n${events.join('')}END:VCALENDAR\n`;

/** What the server answers next. */
let answer: { status?: number; type?: string; body: string | 'endless' } = { body: '' };
let server: Server | undefined;
let host = '';

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'text/calendar' });
    if (answer.body !== 'endless') return void response.end(answer.body);
    const line = Buffer.from(`${'X-FILL:1\n'.repeat(8_000)}`);
    const go = () => {
      while (!response.destroyed && response.write(line));
      if (!response.destroyed) response.once('drain', go);
    };
    response.write('BEGIN:VCALENDAR\n');
    go();
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server?.closeAllConnections());

onEachEngine('calendars', (open) => {
  let anton: Staff | undefined;
  const ready = async (): Promise<{ newsroom: TestNewsroom; by: Staff }> => {
    const newsroom = open();
    if (!anton) {
      newsroom.settings.trustedHosts.push(host);
      await setUpHarbourPost(newsroom);
      anton = await addStaff(newsroom, {
        name: 'Anton Veresov',
        email: 'anton@post.example',
        password: 'north-quay-at-five',
        role: 'editor',
        by: theNewsroomItself,
      });
    }
    return { newsroom, by: anton };
  };
  const subscribe = async (path: string, body: string) => {
    const { newsroom, by } = await ready();
    answer = { body };
    const { calendarId } = await subscribeCalendar(newsroom, {
      address: `http://${host}/${path}`,
      name: '',
      by,
    });
    const read = async (next: typeof answer) => {
      answer = next;
      await readDueCalendar(newsroom, { calendarId });
    };
    const items = async (day = '2026-11-19', days = 7): Promise<PlanItem[]> =>
      (await listPlan(newsroom, { day, days, limit: 100 })).items.filter(
        (item) => item.calendar?.id === calendarId,
      );
    const words = async () =>
      (await listCalendars(newsroom)).find(({ id }) => id === calendarId)?.failureWords;
    return { newsroom, by, calendarId, read, items, words };
  };

  test('put what they announce on the plan, and take it off again when it is there no more', async () => {
    const { items, read, newsroom, calendarId } = await subscribe(
      'one',
      calendar(event('Council', '2026-11-20T10:00'), event('Fair', '2026-11-21T09:00')),
    );
    expect((await items()).map(({ what, state }) => [what, state])).toEqual([
      ['Council', 'idea'],
      ['Fair', 'idea'],
    ]);
    expect((await listCalendars(newsroom)).find(({ id }) => id === calendarId)?.name).toBe('City Hall');
    await read({ body: calendar(event('Council', '2026-11-20T10:00')) });
    expect((await items()).map(({ what }) => what)).toEqual(['Council']);
  });

  test('move what they move, and say so until somebody has seen it', async () => {
    const { items, read } = await subscribe('two', calendar(event('Vote', '2026-11-20T10:00')));
    await read({ body: calendar(event('Vote', '2026-11-20T15:00', 'LOCATION:Annex\n')) });
    await read({ body: calendar(event('Vote', '2026-11-20T16:00', 'LOCATION:Annex\n')) });
    const [vote] = await items();
    expect(vote).toMatchObject({ place: 'Annex', time: { startsAt: at('2026-11-20T16:00') } });
    expect(vote?.changes.map(({ part, was, now }) => [part, was, now]).slice(-1)).toMatchObject([
      ['when', { startsAt: at('2026-11-20T10:00') }, { startsAt: at('2026-11-20T16:00') }],
    ]);
    await read({ body: calendar(event('Vote', '2026-11-20T10:00', 'LOCATION:Annex\n')) });
    expect((await items())[0]?.changes.map(({ part }) => part)).toEqual(['place']); // it is when it was
  });

  test('never write over what an editor wrote, nor lose what somebody has', async () => {
    const { items, read, newsroom, by } = await subscribe(
      'three',
      calendar(event('Budget', '2026-11-20T10:00'), event('Strike', '2026-11-20T12:00')),
    );
    const [budget, strike] = await items();
    if (!budget || !strike) throw new Error('not on the plan');
    await changePlanItem(newsroom, {
      itemId: budget.id,
      basedOn: budget.updatedAt,
      what: 'The budget, at last',
      place: budget.place,
      time: budget.time,
      assignedId: null,
      dueAt: null,
      note: '',
      by,
    });
    await assignPlanItem(newsroom, { itemId: strike.id, staffId: by.id, by });
    await read({ body: calendar(event('Budget', '2026-11-20T11:00', 'SUMMARY:Budget debate\n')) });
    const budgetNow = await getPlanItem(newsroom, budget.id);
    expect(budgetNow).toMatchObject({
      what: 'The budget, at last',
      time: { startsAt: at('2026-11-20T11:00') },
    });
    const strikeNow = await getPlanItem(newsroom, strike.id);
    expect(strikeNow.changes).toMatchObject([{ part: 'gone' }]);
    expect(strikeNow.cancelledAt).not.toBeNull();
    await read({ body: calendar(event('Strike', '2026-11-20T12:00')) });
    expect(await getPlanItem(newsroom, strike.id)).toMatchObject({ cancelledAt: null, changes: [] });
    await read({ body: calendar(event('Strike', '2026-11-20T12:00', 'STATUS:CANCELLED\n')) });
    expect((await getPlanItem(newsroom, strike.id)).changes).toMatchObject([{ part: 'cancelled' }]);
  });

  test('that are a web page, without end, broken or away leave the plan as it was, and say why at the desk', async () => {
    const { items, read, words } = await subscribe('four', calendar(event('Stays', '2026-11-20T10:00')));
    for (const [next, said] of [
      [
        { body: '<!doctype html><html><title>Sign in</title></html>', type: 'text/html' },
        'This is a web page, not a calendar.',
      ],
      [{ body: 'endless' }, 'The calendar is larger than 5 MB, or has no end.'],
      [{ body: 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:Sta' }, 'It is cut off'],
      [{ status: 404, body: '' }, 'The server has nothing there.'],
      [{ status: 500, body: '' }, 'The server answers with 500.'],
    ] as const) {
      await read(next);
      expect([(await items()).map(({ what }) => what), await words()]).toEqual([
        ['Stays'],
        expect.stringContaining(said),
      ]);
    }
    await read({ body: calendar(event('Stays', '2026-11-20T10:00')) });
    expect(await words()).toBeNull();
  });

  test('are refused in words at the door, and kept once', async () => {
    const { newsroom, by } = await ready();
    const take = (address: string) => subscribeCalendar(newsroom, { address, name: '', by });
    answer = { body: '<html></html>' };
    await expect(take(`http://${host}/page`)).rejects.toMatchObject({
      code: 'calendar-not-read',
      words: expect.stringContaining('web page'),
    });
    await expect(take('http://192.168.0.1/x.ics')).rejects.toMatchObject({
      words: expect.stringContaining('not on the public internet'),
    });
    await expect(take('file:///etc/passwd')).rejects.toMatchObject({ code: 'calendar-not-read' });
    answer = { body: calendar(event('Once', '2026-11-20T10:00')) };
    await take(`http://${host}/once`);
    await expect(take(`http://${host}/once`)).rejects.toMatchObject({
      words: 'This calendar is read already.',
    });
  });

  test('that recur without end go on day after day, also of a file that was brought once', async () => {
    const { newsroom, by } = await ready();
    const text = calendar(event('Ferry', '2020-01-01T07:00', 'RRULE:FREQ=DAILY\n'));
    const { calendarId } = await bringCalendar(newsroom, {
      bytes: new TextEncoder().encode(text),
      name: 'Ferries',
      by,
    });
    const count = async (day: string) =>
      (await listPlan(newsroom, { day, days: 1, limit: 100 })).items.filter(
        (item) => item.calendar?.id === calendarId,
      ).length;
    const far = new Date(newsroom.clock.now() + 92 * DAY).toISOString().slice(0, 10);
    expect([await count('2026-11-19'), await count(far)]).toEqual([1, 0]);
    newsroom.clock.pass(DAY + HOUR);
    await readDueCalendar(newsroom, { calendarId });
    expect([await count(far), await count('2026-11-19')]).toEqual([1, 1]);
    await endCalendar(newsroom, { calendarId, by });
    expect(await count(far)).toBe(0);
    newsroom.clock.pass(-DAY - HOUR);
  });

  test('of an agency stand under its name; what it will send of an event is not the event', async () => {
    const { newsroom, by } = await ready();
    const { sourceId } = await addSource(newsroom, {
      address: null,
      unasked: true,
      name: 'Aegean Agency',
      by,
    });
    const plan = {
      key: 'event:1',
      what: 'Press conference',
      place: 'Ministry',
      note: '',
      link: null,
      day: null,
      lastDay: null,
      startsAt: at('2026-11-20T13:00'),
      endsAt: null,
      isCoverage: false,
      isCancelled: false,
    };
    const take = (...plans: (typeof plan)[]) =>
      takeReceivedPlans(newsroom, { sourceId, sourceName: 'Aegean Agency', plans });
    const items = async () =>
      (await listPlan(newsroom, { day: '2026-11-20', days: 1, limit: 100 })).items.filter(
        ({ calendar: from }) => from?.name === 'Aegean Agency',
      );
    await take(plan);
    await take({
      ...plan,
      what: 'PICTURE: Press conference',
      startsAt: at('2026-11-20T13:15'),
      isCoverage: true,
    });
    await take(plan);
    expect(await items()).toMatchObject([
      { what: 'Press conference', time: { startsAt: at('2026-11-20T13:00') }, changes: [] },
    ]);
    await take({ ...plan, startsAt: at('2026-11-20T14:00') });
    await take({ ...plan, startsAt: at('2026-11-20T14:00'), isCancelled: true });
    const [off] = await items();
    expect([off?.changes.map(({ part }) => part), off?.cancelledAt !== null]).toEqual([
      ['when', 'cancelled'],
      true,
    ]);
  });

  test('of an agency recur as it says, follow a changed rule, and keep what somebody has', async () => {
    const { newsroom, by } = await ready();
    const { sourceId } = await addSource(newsroom, { address: null, unasked: true, name: 'Rule Wire', by });
    const start = '2026-11-20T19:30:00+02:00';
    const rule = { freq: 'daily', byday: 'TH,FR,SA', until: '2026-12-05T23:59:59+02:00' };
    const plan: ReceivedPlan = {
      key: 'event:9',
      what: 'Concert',
      place: '',
      note: '',
      link: null,
      day: null,
      lastDay: null,
      startsAt: at('2026-11-20T19:30'),
      endsAt: at('2026-11-20T21:00'),
      isCoverage: false,
      isCancelled: false,
      recurs: {
        start,
        rules: [rule],
        exceptRules: [],
        dates: ['2026-12-09T18:00:00+02:00'],
        struck: ['2026-11-28T19:30:00+02:00'],
      },
    };
    const take = (...plans: ReceivedPlan[]) =>
      takeReceivedPlans(newsroom, { sourceId, sourceName: 'Rule Wire', plans });
    const items = async () =>
      (await listPlan(newsroom, { day: '2026-11-19', days: 30, limit: 100 })).items.filter(
        ({ calendar: from }) => from?.name === 'Rule Wire',
      );
    const starts = async () =>
      (await items()).map(({ time }) => (time.day === null ? time.startsAt : Number.NaN));
    await take(plan);
    await take(plan);
    const days = ['20', '21', '26', '27'].map((day) => at(`2026-11-${day}T19:30`));
    const later = ['03', '04', '05'].map((day) => at(`2026-12-${day}T19:30`));
    expect(await starts()).toEqual([...days, ...later, at('2026-12-09T18:00')]);
    const kept = (await items()).find(
      ({ time }) => time.day === null && time.startsAt === at('2026-12-03T19:30'),
    );
    await assignPlanItem(newsroom, { itemId: kept?.id ?? '', staffId: by.id, by });
    const { recurs: _, ...once } = plan;
    await take({ ...once, what: 'PICTURE: Concert', isCoverage: true });
    expect((await items()).map(({ what }) => what)).not.toContain('PICTURE: Concert');
    await take({
      ...once,
      recurs: { ...(plan.recurs as PlanRecurrence), rules: [{ ...rule, byday: 'FR' }], dates: [] },
    });
    const left = await items();
    expect(
      left.map(({ time, cancelledAt }) => [time.day === null && time.startsAt, cancelledAt !== null]),
    ).toEqual([
      [days[0], false],
      [days[3], false],
      [later[0], true],
      [later[1], false],
    ]);
  });

  test('of an agency that recur without end or by rules that nobody can follow stay a year, or one', async () => {
    const { newsroom, by } = await ready();
    const { sourceId } = await addSource(newsroom, {
      address: null,
      unasked: true,
      name: 'Endless Wire',
      by,
    });
    const one = (key: string, rule: Record<string, string>): ReceivedPlan => ({
      ...{ key, what: key, place: '', note: '', link: null, lastDay: null, startsAt: null, endsAt: null },
      ...{ day: '2026-11-20', isCoverage: false, isCancelled: false },
      recurs: { start: '2026-11-20', rules: [rule], exceptRules: [], dates: [], struck: [] },
    });
    const plans = [
      one('weekly', { freq: 'weekly' }),
      one('secondly', { freq: 'secondly' }),
      one('never', { freq: 'yearly', bymonth: '2', bymonthday: '30' }),
      one('nonsense', { freq: 'sometimes', interval: '-3' }),
      one('week 60', { freq: 'yearly', byweekno: '60' }),
    ];
    await takeReceivedPlans(newsroom, { sourceId, sourceName: 'Endless Wire', plans });
    const { items } = await listPlan(newsroom, { day: '2026-11-19', days: 800, limit: 5_000 });
    const own = items.filter(({ calendar: from }) => from?.name === 'Endless Wire');
    const count = (what: string) => own.filter((item) => item.what === what).length;
    expect(['weekly', 'secondly', 'never', 'nonsense', 'week 60'].map(count)).toEqual([53, 1, 1, 1, 1]);
  });
});
