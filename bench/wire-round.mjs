// One round of a running wire in a process of its own: sources on loopback polled until nothing is due, everything through to
// a kept item in its cluster, while a reader asks for a story page again and again. Run by wire-running.ts, also with an earlier
// checkout: BUILT PAPER SOURCES ITEMS [DATABASE_URL], where BUILT is what was built of it and PAPER what bench/paper.ts made, as JSON. Prints one line of JSON.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [built, made, sources, items, databaseUrl] = process.argv.slice(2);
const paper = JSON.parse(made);
const SOURCES = Number(sources);
const CALM = 3_000; // ms in which nothing is polled
const EVERY = 300_000; // ms between two polls of a source, as the setting has it

const { openLiveHub } = await verbsOf('alerts/live-hub.js');
const { readSettings } = await verbsOf('kit/settings.js');
const { openNewsroom } = await verbsOf('newsroom.js');
const { openServer } = await verbsOf('server/server.js');
const { openSignIn } = await verbsOf('staff/sign-in.js');
const { pollDue } = await verbsOf('wire/poll.js');
const { migrate } = await verbsOf('store/migrate.js');
const { AMPLE_MEMORY, boundMemory } = await verbsOf('store/migrate.js'); // the earlier one has none
boundMemory?.(AMPLE_MEMORY, 1_000); // as `crier serve` does

/** Today all verbs are built into one file; the earlier one was built file by file. */
function verbsOf(path) {
  const all = join(built, 'wire-verbs.js');
  return import(pathToFileURL(existsSync(all) ? all : join(built, path)).href);
}

const host = fork(fileURLToPath(new URL('./wire-host.mjs', import.meta.url)), [items]);
const [{ port }] = await once(host, 'message');
const newsroom = await openAt(paper.data, `127.0.0.1:${port}`);
const server = await openServer({ newsroom, signIn: openSignIn(newsroom), liveHub: openLiveHub(newsroom) });
try {
  const page = `${await server.listen()}${paper.path}`;
  await addSources(port);
  const calm = await probed(page, () => pause(CALM));
  const fresh = await probed(page, () => pollDue(newsroom));
  await expectAll();
  await newsroom.store.updateTable('sources').set({ next_poll_at: 0, last_polled_at: 0 }).execute();
  const same = await probed(page, () => pollDue(newsroom));
  const { count } = await newsroom.store
    .selectFrom('items')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('cluster_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const round = {
    calm,
    fresh,
    same,
    resident: process.resourceUsage().maxRSS / 1_000,
    clustered: Number(count),
  };
  process.stdout.write(`${JSON.stringify(round)}\n`);
} finally {
  await server.close();
  await newsroom.close();
  host.kill();
}

async function expectAll() {
  const { count } = await newsroom.store
    .selectFrom('item_marks')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) === SOURCES * Number(items)) return;
  // An item that is kept and not marked would be a fault; one that its source was not asked for yet comes with the next poll.
  const { kept } = await newsroom.store
    .selectFrom('items')
    .select(({ fn }) => fn.countAll().as('kept'))
    .executeTakeFirstOrThrow();
  const failing = await newsroom.store
    .selectFrom('sources')
    .select('id')
    .where('failures_in_row', '>', 0)
    .execute();
  throw new Error(`${count} items were marked, ${kept} kept; ${failing.length} sources did not answer`);
}

async function probed(page, work) {
  host.send({ probe: page });
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - began) / 1_000;
  host.send({ stop: true });
  const [{ times }] = await once(host, 'message');
  times.sort((one, other) => one - other);
  return {
    seconds,
    work: (user + system) / 1_000_000,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

async function openAt(data, trusted) {
  const settings = readSettings(data, {
    CRIER_DATA: data,
    CRIER_HOST: '127.0.0.1',
    CRIER_PORT: '0',
    CRIER_TRUSTED_HOSTS: trusted,
    CRIER_LOG_LEVEL: 'error',
    ...(databaseUrl && { CRIER_DATABASE_URL: databaseUrl }),
  });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const opened = await openNewsroom(settings);
  if (databaseUrl) await migrate(opened.store, opened.engine);
  return opened;
}

async function addSources(at) {
  await newsroom.transact(async (inner) => {
    const now = inner.clock.now();
    for (let number = 0; number < SOURCES; number += 1)
      await inner.store
        .insertInto('sources')
        .values({
          id: inner.ids.next(),
          slug: `agency-${number}`,
          name: `Agency ${number}`,
          credit: 'Agency',
          feed_url: `http://127.0.0.1:${at}/${number}`,
          feed_host: `127.0.0.1:${at}`,
          may_alert: 0,
          may_translate: 0,
          publish_unread: 0,
          interval_ms: EVERY,
          next_poll_at: now,
          lease_until: 0,
          failures_in_row: 0,
          created_at: now,
        })
        .execute();
  });
}
