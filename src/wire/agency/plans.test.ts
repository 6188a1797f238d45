/** What agencies plan: read from their own formats, and never taken for news. */
import { describe, expect, test } from 'vitest';
import { prepare } from '../reading/prepare.ts';

const read = async (text: string) => {
  const { items, plans } = await prepare({
    bytes: new TextEncoder().encode(text),
    contentType: null,
    address: null,
    language: null,
  });
  return { news: items.length, plans };
};

const NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"';

describe('things to come in NewsML-G2', () => {
  test('are events, with when, where and what of each', async () => {
    const { news, plans } =
      await read(`<conceptItem ${NAR} guid="urn:x:1" version="2"><itemMeta><itemClass qcode="cinat:concept"/><pubStatus qcode="stat:usable"/></itemMeta>
      <concept><conceptId qcode="ev:42"/><type qcode="cpnat:event"/><name>Council meets</name><definition>On the budget.</definition>
      <eventDetails><dates><start>2026-11-20T13:00:00+02:00</start><end>2026-11-20T15:00:00+02:00</end></dates>
      <location><name>City Hall</name><broader><name>Pireas</name></broader></location></eventDetails></concept></conceptItem>`);
    expect(news).toBe(0);
    expect(plans).toEqual([
      {
        key: 'ev:42',
        what: 'Council meets',
        place: 'City Hall, Pireas',
        note: 'On the budget.',
        link: null,
        day: null,
        lastDay: null,
        startsAt: Date.UTC(2026, 10, 20, 11),
        endsAt: Date.UTC(2026, 10, 20, 13),
        isCoverage: false,
        isCancelled: false,
      },
    ]);
  });

  test('are planning items, under the event that they name, or on a day without an hour', async () => {
    const item = (
      more: string,
      coverage: string,
    ) => `<planningItem ${NAR} guid="urn:x:p"><itemMeta><itemClass qcode="plinat:newscoverage"/><pubStatus qcode="stat:usable"/>${more}</itemMeta>
      <contentMeta><headline>Party congress</headline><subject qcode="t:1"><related rel="r:day" value="2026-11-21" valuedatatype="Date"/></subject></contentMeta>
      <newsCoverageSet><newsCoverage><planning>${coverage}</planning></newsCoverage></newsCoverageSet></planningItem>`;
    const named = await read(
      item(
        '',
        '<scheduled>2026-11-21T13:15:00+02:00</scheduled><subject type="cpnat:event" qcode="ev:7"><name>Congress</name></subject>',
      ),
    );
    expect([named.news, named.plans]).toMatchObject([
      0,
      [{ key: 'ev:7', isCoverage: true, startsAt: Date.UTC(2026, 10, 21, 11, 15) }],
    ]);
    const day = await read(item('<signal qcode="sttinstruct:remove"/>', ''));
    expect(day.plans).toMatchObject([
      { key: 'urn:x:p', day: '2026-11-21', isCoverage: false, isCancelled: true },
    ]);
  });

  test('recur by rules, dates and what is struck out of them', async () => {
    const { plans } =
      await read(`<conceptItem ${NAR} guid="urn:x:5" version="1"><itemMeta><itemClass qcode="cinat:concept"/></itemMeta>
      <concept><conceptId qcode="ev:5"/><name>Concert</name><eventDetails><dates><start>2026-11-20T19:30:00+02:00</start>
      <duration>PT2H</duration><rDate>2026-12-09</rDate><rRule freq="DAILY" byday="TH FR SA" until="2026-12-05"/>
      <exDate>2026-11-28</exDate><exRule freq="MONTHLY" bymonthday="3"/></dates></eventDetails></concept></conceptItem>`);
    expect(plans).toMatchObject([
      {
        recurs: {
          start: '2026-11-20T19:30:00+02:00',
          rules: [{ freq: 'DAILY', byday: 'TH,FR,SA', until: '2026-12-05' }],
          exceptRules: [{ freq: 'MONTHLY', bymonthday: '3' }],
          dates: ['2026-12-09'],
          struck: ['2026-11-28'],
        },
      },
    ]);
  });

  test('that only bring names for things are neither plans nor news', async () => {
    const person = `<conceptItem ${NAR} guid="urn:x:2"><concept><conceptId qcode="p:1"/><type qcode="cpnat:person"/><name>Anna Petrou</name></concept></conceptItem>`;
    expect(await read(person)).toEqual({ news: 0, plans: [] });
  });
});

describe('things to come in ninjs', () => {
  test('are events of version 3, with expected days and exact hours', async () => {
    const event = (dates: object) =>
      JSON.stringify({
        uri: 'urn:e:1',
        type: 'event',
        title: 'Summit press conference',
        eventDetails: { dates },
        places: [{ name: 'Litexpo', contactInfo: [{ type: 'physical', address: { locality: 'Vilnius' } }] }],
      });
    expect(await read(event({ expectedStartDate: '2026-11-20' }))).toMatchObject({
      news: 0,
      plans: [
        {
          key: 'urn:e:1',
          what: 'Summit press conference',
          place: 'Litexpo, Vilnius',
          day: '2026-11-20',
          startsAt: null,
        },
      ],
    });
    const hours = await read(
      event({ startDate: '2026-11-20T16:00:00+02:00', expectedEndDate: '2026-11-20' }),
    );
    expect(hours.plans).toMatchObject([{ day: null, startsAt: Date.UTC(2026, 10, 20, 14), endsAt: null }]);
    expect(await read(event({ startDate: '2026-11' }))).toEqual({ news: 0, plans: [] });
  });

  test('are events and planning as Superdesk sends them', async () => {
    const all = JSON.stringify([
      {
        type: 'event',
        guid: 'urn:s:1',
        version: '1',
        language: 'en',
        pubstatus: 'usable',
        state: 'cancelled',
        name: 'Budget vote',
        slugline: 'budget',
        dates: { start: '2026-11-20T09:00:00+0000', end: '2026-11-20T10:00:00+0000', tz: 'Europe/Athens' },
        location: [{ name: 'Parliament' }],
      },
      {
        type: 'planning',
        guid: 'urn:s:2',
        version: '1',
        language: 'en',
        pubstatus: 'usable',
        slugline: 'budget',
        headline: 'Budget vote: text',
        event_item: 'urn:s:1',
        planning_date: '2026-11-20T09:00:00+0000',
        coverages: [{ planning: { scheduled: '2026-11-20T11:00:00+0000' } }],
      },
    ]);
    expect(await read(all)).toMatchObject({
      news: 0,
      plans: [
        {
          key: 'urn:s:1',
          what: 'Budget vote',
          place: 'Parliament',
          isCancelled: true,
          startsAt: Date.UTC(2026, 10, 20, 9),
        },
        { key: 'urn:s:1', what: 'Budget vote: text', isCoverage: true, startsAt: Date.UTC(2026, 10, 20, 11) },
      ],
    });
  });

  test('are read from an export of both, events and planning each in a list of their own', async () => {
    const event = {
      ...{ guid: 'urn:s:1', version: '1', language: 'en', pubstatus: 'usable', name: 'Budget vote' },
      dates: { start: '2026-11-20T09:00:00+0000', end: '2026-11-20T10:00:00+0000', tz: 'Europe/Athens' },
    };
    const coverage = {
      ...{
        guid: 'urn:s:2',
        version: '1',
        language: 'en',
        pubstatus: 'usable',
        headline: 'Budget vote: text',
      },
      ...{ event_item: 'urn:s:1', planning_date: '2026-11-20T11:00:00+0000' },
    };
    const both = [
      { key: 'urn:s:1', what: 'Budget vote', startsAt: Date.UTC(2026, 10, 20, 9), isCoverage: false },
      { key: 'urn:s:1', what: 'Budget vote: text', isCoverage: true },
    ];
    const typed = { events: [{ ...event, type: 'event' }], planning: [{ ...coverage, type: 'planning' }] };
    const inPages = { events: { _items: [event] }, planning: { _items: [coverage] } };
    for (const whole of [typed, { events: [event], planning: [coverage] }, inPages, [typed]])
      expect(await read(JSON.stringify(whole))).toMatchObject({ news: 0, plans: both });
    const alone = JSON.stringify({ events: [], planning: [coverage] });
    expect(await read(alone)).toMatchObject({ news: 0, plans: [both[1]] });
  });

  test('of Superdesk are whole days by the clocks of their zone, without an end where none is known, and off where they were put off', async () => {
    const event = (dates: object, more: object = {}) =>
      read(
        JSON.stringify({
          ...{
            type: 'event',
            guid: 'urn:s:1',
            version: '1',
            language: 'en',
            pubstatus: 'usable',
            name: 'Fair',
          },
          ...{ state: 'scheduled', dates: { tz: 'Europe/Athens', ...dates }, ...more },
        }),
      );
    const evening = { start: '2026-12-01T22:00:00+0000', end: '2026-12-03T21:59:59+0000' };
    for (const dates of [evening, { ...evening, all_day: true }])
      expect((await event(dates)).plans).toMatchObject([
        { day: '2026-12-02', lastDay: '2026-12-03', startsAt: null },
      ]);
    const inUtc = { start: '2026-12-02T00:00:00+0000', end: '2026-12-02T23:59:59+0000', all_day: true };
    expect((await event(inUtc)).plans).toMatchObject([{ day: '2026-12-02', lastDay: null }]);
    const hour = { start: '2026-12-02T08:00:00+0000', end: '2026-12-02T21:59:59+0000', no_end_time: true };
    expect((await event(hour)).plans).toMatchObject([{ startsAt: Date.UTC(2026, 11, 2, 8), endsAt: null }]);
    for (const state of ['postponed', 'rescheduled'])
      expect((await event(hour, { state })).plans).toMatchObject([{ isCancelled: true }]);
    const coverage = await read(
      JSON.stringify({
        ...{ type: 'planning', guid: 'urn:s:2', version: '1', language: 'en', pubstatus: 'usable' },
        ...{ headline: 'Fair: text', planning_date: '2026-12-02T08:00:00+0000' },
        related_events: [
          { _id: 'urn:s:9', link_type: 'secondary' },
          { _id: 'urn:s:1', link_type: 'primary' },
        ],
      }),
    );
    expect(coverage.plans).toMatchObject([{ key: 'urn:s:1', isCoverage: true }]);
  });

  test('recur as version 3 says it, and not as Superdesk does, which sends each by itself', async () => {
    const dates = {
      startDate: '2026-11-20T16:00:00+02:00',
      recurrence: { recurrenceRules: [{ frequency: 'weekly', count: 3 }] },
    };
    const ours = JSON.stringify({
      uri: 'urn:e:2',
      type: 'event',
      title: 'Weekly briefing',
      eventDetails: { dates },
    });
    expect((await read(ours)).plans).toMatchObject([{ recurs: { rules: [{ freq: 'weekly', count: '3' }] } }]);
    const theirs = JSON.stringify({
      type: 'event',
      guid: 'urn:s:3',
      name: 'Weekly briefing',
      recurrence_id: 'urn:s:series',
      dates: { start: '2026-11-20T09:00:00+0000', recurring_rule: { frequency: 'WEEKLY', count: 3 } },
    });
    expect((await read(theirs)).plans[0]).not.toHaveProperty('recurs');
  });

  test('news beside them stays news', async () => {
    const both = JSON.stringify([
      {
        uri: 'urn:n:1',
        type: 'text',
        headline: 'The council voted',
        body_text: 'It did.',
        versioncreated: '2026-11-19T10:00:00Z',
        pubstatus: 'usable',
      },
      {
        uri: 'urn:e:9',
        type: 'event',
        title: 'Next meeting',
        eventDetails: { dates: { startDate: '2026-11-26' } },
      },
    ]);
    expect(await read(both)).toMatchObject({ news: 1, plans: [{ what: 'Next meeting' }] });
  });
});
