/**
 * The wire running: items a second through the whole way to a stored, clustered item; and thousands of sources polled by
 * one process against a host on loopback, with what a reader's page takes meanwhile.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openLiveHub } from '../src/alerts/live/live-hub.ts';
import { readSettings } from '../src/kit/settings.ts';
import { type Newsroom, openNewsroom } from '../src/newsroom.ts';
import { openServer } from '../src/server/server.ts';
import { openSignIn } from '../src/staff/sign-in.ts';
import { pollDue } from '../src/wire/arriving/poll.ts';
import { makePaper } from './paper.ts';
import { type Result, resultOf, say } from './result.ts';

const SOURCES = Number(process.env.CRIER_BENCH_SOURCES ?? 5_000);
const ITEMS = 2; // in each feed
const EVERY = 300; // seconds between two polls of a source, as the setting has it

export async function measureRunning(): Promise<Result[]> {
  const paper = await makePaper();
  const host = fork(fileURLToPath(new URL('./wire-host.mjs', import.meta.url)), [String(ITEMS)]);
  const [{ port }] = (await once(host, 'message')) as [{ port: number }];
  const newsroom = await openAt(paper.data, `127.0.0.1:${port}`);
  const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub: openLiveHub(newsroom) });
  const page = `${await server.listen()}${paper.path}`;
  try {
    say(`adding ${SOURCES} sources …`);
    await addSources(newsroom, port);
    const calm = await probed(host, page, () => new Promise((resolve) => setTimeout(resolve, 3_000)));
    say('polling all of them, everything new …');
    const fresh = await probed(host, page, () => pollDue(newsroom));
    const { count } = await newsroom.store
      .selectFrom('item_marks')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) !== SOURCES * ITEMS) throw new Error(`${count} items were clustered`);
    await newsroom.store.updateTable('sources').set({ next_poll_at: 0, last_polled_at: 0 }).execute();
    say('and again, nothing new …');
    const same = await probed(host, page, () => pollDue(newsroom));
    return resultsOf({ calm, fresh, same });
  } finally {
    await server.close();
    await newsroom.close();
    host.kill();
    paper.remove();
  }
}

interface Probed {
  seconds: number;
  /** Milliseconds that the page took at the 95th percentile. */
  p95: number;
}

function resultsOf({ calm, fresh, same }: { calm: Probed; fresh: Probed; same: Probed }): Result[] {
  const needed = { peer: `needed at one poll every ${EVERY} s`, peerVersion: '', better: 'more' as const };
  const undisturbed = { peer: 'the same page, nothing polled', peerVersion: '', better: 'less' as const };
  return [
    resultOf({
      ...needed,
      name: `polls of ${SOURCES} sources, all new`,
      value: SOURCES / fresh.seconds,
      unit: 'a second',
      peerValue: SOURCES / EVERY,
    }),
    resultOf({
      ...needed,
      name: 'polls, nothing new',
      value: SOURCES / same.seconds,
      unit: 'a second',
      peerValue: SOURCES / EVERY,
    }),
    resultOf({
      name: 'items read, kept and clustered',
      value: (SOURCES * ITEMS) / fresh.seconds,
      unit: 'a second',
      peer: 'sent by so many sources of 50 a day',
      peerVersion: '',
      peerValue: (SOURCES * 50) / 86_400,
      better: 'more',
    }),
    resultOf({
      ...undisturbed,
      name: 'a story page meanwhile, p95',
      value: fresh.p95,
      unit: 'ms',
      peerValue: calm.p95,
    }),
    resultOf({
      ...undisturbed,
      name: 'and with nothing new, p95',
      value: same.p95,
      unit: 'ms',
      peerValue: calm.p95,
    }),
  ];
}

async function probed(host: ChildProcess, page: string, work: () => Promise<unknown>): Promise<Probed> {
  host.send({ probe: page });
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  host.send({ stop: true });
  const [{ times }] = (await once(host, 'message')) as [{ times: number[] }];
  times.sort((one, other) => one - other);
  return { seconds, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

async function openAt(data: string, trusted: string): Promise<Newsroom> {
  const settings = readSettings(data, {
    CRIER_DATA: data,
    CRIER_HOST: '127.0.0.1',
    CRIER_PORT: '0',
    CRIER_TRUSTED_HOSTS: trusted,
    CRIER_LOG_LEVEL: 'error',
  });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  return openNewsroom(settings);
}

async function addSources(newsroom: Newsroom, port: number): Promise<void> {
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    for (let number = 0; number < SOURCES; number += 1)
      await inner.store
        .insertInto('sources')
        .values({
          ...{ id: inner.ids.next(), slug: `agency-${number}`, name: `Agency ${number}`, credit: 'Agency' },
          ...{ feed_url: `http://127.0.0.1:${port}/${number}`, feed_host: `127.0.0.1:${port}` },
          ...{ may_alert: 0, may_translate: 0, publish_unread: 0, interval_ms: EVERY * 1_000 },
          ...{ next_poll_at: now, lease_until: 0, failures_in_row: 0, created_at: now },
        })
        .execute();
  });
}
