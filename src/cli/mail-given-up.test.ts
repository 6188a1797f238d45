/** Work that was given up is mailed to administrators: gathered, once each, and not at all where it is settled by then. */
import { afterEach, describe, expect, it } from 'vitest';
import { openMailServer } from '../../tests/support/mail-server.ts';
import { openTestNewsroom, postgresUrl, type TestNewsroom } from '../../tests/support/newsroom.ts';
import { theNewsroomItself as by } from '../newsroom.ts';
import { listGivenUp, tryWorkAgain } from '../runner/given-up.ts';
import { startLoop } from '../runner/loop.ts';
import { announce } from '../runner/work.ts';
import { addStaff } from '../staff/staff.ts';
import { setUpMasthead } from '../stories/masthead.ts';
import { mailGivenUp } from './mail-given-up.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(['sqlite', 'postgres'] as const)('work that was given up (%s)', (engine) => {
  const skips = engine === 'postgres' && !postgresUrl;
  let closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.toReversed()) await close();
    closing = [];
  });
  const open = async () => {
    const server = await openMailServer();
    const newsroom = await openTestNewsroom({ engine, settings: { smtpUrl: server.url } });
    closing = [server.close, newsroom.close];
    const paper = { name: 'The Harbour Post', tagline: '', language: 'en', timeZone: 'UTC', contact: '' };
    await setUpMasthead(newsroom, { ...paper, by });
    for (const [name, role] of [
      ['Ada', 'administrator'],
      ['Ben', 'administrator'],
      ['Cleo', 'editor'],
    ] as const) {
      const email = `${name.toLowerCase()}@post.example`;
      await addStaff(newsroom, { name, email, password: 'the harbour at night', role, by });
    }
    return { server, newsroom };
  };
  const run = async (newsroom: TestNewsroom) => {
    const loop = startLoop(newsroom, {
      'reply-decided': { tell: () => Promise.reject(new Error('the service answers 500')) },
      'work-given-up': { 'mail administrators': mailGivenUp },
    });
    await loop.drain();
    await loop.stop();
  };
  const fail = async (newsroom: TestNewsroom, many: number) => {
    for (let number = 0; number < many; number += 1)
      await newsroom.transact((inner) =>
        announce(inner, { event: 'reply-decided', facts: { replyId: `r${number}` } }),
      );
    for (let tries = 0; tries < 15; tries += 1) {
      await run(newsroom);
      if (tries < 14) newsroom.clock.pass(HOUR);
    }
  };
  const toWhom = (got: string[]) => got.map((mail) => /^To: (\w+)/m.exec(mail)?.[1]).sort();

  it.skipIf(skips)('is told to each administrator in one mail, with why, and no second time', async () => {
    const { server, newsroom } = await open();
    await fail(newsroom, 3);
    expect(server.got).toEqual([]); // what is given up within five minutes goes along
    newsroom.clock.pass(5 * MINUTE);
    await run(newsroom);
    expect(toWhom(server.got)).toEqual(['Ada', 'Ben']);
    const [mail = ''] = server.got;
    expect(mail).toContain('Subject: 3 things were given up at The Harbour Post');
    expect(mail).toContain('the service answers 500');
    expect(mail).toContain('/desk/work');
    await mailGivenUp(newsroom);
    expect(server.got).toHaveLength(2);
  });

  it.skipIf(skips)('that is tried again before, is not told', async () => {
    const { server, newsroom } = await open();
    await fail(newsroom, 1);
    expect(await listGivenUp(newsroom)).toHaveLength(1);
    await tryWorkAgain(newsroom, { workId: null, by });
    newsroom.clock.pass(5 * MINUTE);
    await run(newsroom);
    expect(server.got).toEqual([]);
  });

  it.skipIf(skips)('is told once a mail server that was away is back', async () => {
    const { server, newsroom } = await open();
    await fail(newsroom, 1);
    await server.close();
    newsroom.clock.pass(5 * MINUTE);
    await run(newsroom);
    const back = await openMailServer(() => false, server.port);
    closing = [back.close, newsroom.close];
    newsroom.clock.pass(HOUR);
    await run(newsroom);
    expect(toWhom(back.got)).toEqual(['Ada', 'Ben']);
  });

  it.skipIf(skips)('is not told of the telling that failed at every try', async () => {
    const { server, newsroom } = await open();
    await fail(newsroom, 1);
    await server.close();
    closing = [newsroom.close];
    newsroom.clock.pass(5 * MINUTE);
    for (let tries = 0; tries < 15; tries += 1) {
      await run(newsroom);
      newsroom.clock.pass(HOUR);
    }
    const events = (await listGivenUp(newsroom)).map(({ event }) => event).sort();
    expect(events).toEqual(['reply-decided', 'work-given-up']);
    const left = await newsroom.store.selectFrom('work').select('given_up_at').execute();
    expect(left.filter(({ given_up_at }) => given_up_at === null)).toEqual([]);
  });
});
