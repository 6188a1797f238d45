/**
 * Where PostgreSQL is the wall: claims, notices and chunks a second of 1, 3 and 6 processes on one server; and what a page from
 * memory, a device told and a follow-up cost three processes behind nginx, beside one, in processor time.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { theNewsroomItself as by, type Newsroom } from '../src/newsroom.ts';
import { announceAll } from '../src/runner/work.ts';
import { openPostgres } from '../src/store/engine.ts';
import { migrateStore } from '../src/store/migrate.ts';
import { setUpMasthead } from '../src/stories/masthead.ts';
import { openSeveral, type Several } from '../tests/e2e/support/three.ts';
import { publishedStory, subscribed } from '../tests/support/alert-cast.ts';
import { openCluster } from '../tests/support/cluster.ts';
import { PushService } from '../tests/support/push-service.ts';
import { answersASecond } from './load.ts';
import { type Result, resultOf, say } from './result.ts';

const SECONDS = 3; // of each run at the wall
const ROWS = 40_000; // to be claimed: more than six processes take in that time on this kind of machine
const PAGE_SECONDS = 4;
const WARM_SECONDS = 5; // of each process by itself: V8 compiles what answers pages for some ten thousand of them, in each anew
const LINES = 11; // open at once for each process, so that each has as many pages in a turn of its loop
const DEVICES = 1_500;
const FOLLOW_UPS = 1_500;
const TICK = 10; // ms; USER_HZ is 100 on Linux
const program = fileURLToPath(new URL('./several-process.ts', import.meta.url));

export async function measureSeveral(): Promise<Result[]> {
  const cluster = await openCluster();
  try {
    return [...(await measureWall(cluster.address)), ...(await measureThree(cluster))];
  } finally {
    cluster.stop();
  }
}

async function measureWall(address: string): Promise<Result[]> {
  const store = await openPostgres(address);
  await migrateStore(store, 'postgres');
  await sql`alter table alert_chunks drop constraint alert_chunks_alert_id_fkey`.execute(store); // chunks of no alert
  const results: Result[] = [];
  for (const what of ['claims', 'notices', 'chunks']) {
    let one = 0;
    for (const many of [1, 3, 6]) {
      await fill(store, what);
      const rate = await rateOf(what, address, many);
      say(`${what}, ${many} processes: ${Math.round(rate)} a second`);
      if (many === 1) one = rate;
      else
        results.push(
          beside(`${what} a second, ${many} processes`, {
            value: rate,
            peerValue: one,
            unit: '/s',
            better: 'more',
          }),
        );
    }
  }
  await store.destroy();
  return results;
}

interface Figures {
  value: number;
  peerValue: number;
  unit: string;
  better: 'more' | 'less';
}

const beside = (name: string, figures: Figures): Result =>
  resultOf({ name, ...figures, peer: 'one process', peerVersion: '' });

async function fill(store: Awaited<ReturnType<typeof openPostgres>>, what: string): Promise<void> {
  const now = Date.now();
  await store.deleteFrom('work').execute();
  await store.deleteFrom('alert_chunks').execute();
  if (what === 'notices') return;
  for (let from = 0; from < ROWS; from += 2_000) {
    const ids = Array.from({ length: 2_000 }, () => randomUUID());
    if (what === 'claims')
      await store
        .insertInto('work')
        .values(ids.map((id) => workRow(id, now)))
        .execute();
    else
      await store
        .insertInto('alert_chunks')
        .values(ids.map((id) => chunkRow(id, now)))
        .execute();
  }
}

const workRow = (id: string, now: number) => ({
  id,
  event: 'reply-decided',
  verb: 'tell open pages',
  lane: 'editors' as const,
  payload_json: '{"replyId":"none"}',
  unique_key: null,
  run_at: now - 1_000,
  attempts: 0,
  lease_until: 0,
  failure: null,
  given_up_at: null,
  created_at: now,
});

const chunkRow = (id: string, now: number) => ({
  id,
  alert_id: 'none',
  origin: 'https://push.example',
  first_device_id: '',
  last_device_id: '',
  device_ids_json: '[]',
  outcomes: '',
  lease_until: 0,
  attempts: 0,
  run_at: now - 1_000,
  done_at: null,
});

async function rateOf(what: string, address: string, many: number): Promise<number> {
  const children = Array.from({ length: many }, () => startOne(what, address));
  await Promise.all(children.map(({ line }) => line()));
  for (const { child } of children) child.stdin?.write('go\n');
  const said = await Promise.all(children.map(({ line }) => line()));
  return said.reduce((sum, text) => sum + (JSON.parse(text) as { count: number }).count, 0) / SECONDS;
}

function startOne(what: string, address: string): { child: ChildProcess; line(): Promise<string> } {
  const words = ['--import', 'tsx', program, what, address, String(SECONDS)];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, line: async () => String((await lines.next()).value ?? '') };
}

interface Costs {
  page: number;
  /** With the lines that one process has, shared by all. */
  sharedPage: number;
  device: number;
  followUp: number;
}

async function measureThree(cluster: Awaited<ReturnType<typeof openCluster>>): Promise<Result[]> {
  const costs = new Map<number, Costs>();
  for (const many of [1, 3]) {
    const database = `post${many}`;
    await cluster.ask(`create database ${database}`);
    costs.set(many, await costsOf(cluster.address.replace(/post$/, database), many));
  }
  const [one, three] = [costs.get(1), costs.get(3)];
  if (!one || !three) throw new Error('both were measured');
  const cost = (name: string, of: keyof Costs) =>
    beside(name, { value: three[of], peerValue: one[of], unit: 'µs', better: 'less' });
  return [
    cost('processor time of a page from memory, three processes, each as busy as the one', 'page'),
    cost('processor time of a page from memory, three processes sharing the load of the one', 'sharedPage'),
    cost('processor time of a device told, three processes', 'device'),
    cost('processor time of a follow-up, three processes', 'followUp'),
  ];
}

async function costsOf(database: string, many: number): Promise<Costs> {
  const service = await PushService.start();
  const settings = {
    CRIER_PUSH_SERVICES: service.origin,
    CRIER_ALERT_UNDO_SECONDS: '0',
    CRIER_LOG_LEVEL: 'silent',
    CRIER_TICKETS: '0',
  };
  const several = await openSeveral({ database, many, settings });
  try {
    const { director } = several;
    await setUpMasthead(director, {
      name: 'The Harbour Post',
      tagline: '',
      language: 'en',
      timeZone: 'UTC',
      contact: 'desk@post.example',
      by,
    });
    await warmUp(several);
    const page = await pageCost(several, many * LINES);
    const sharedPage = await pageCost(several, LINES);
    const device = await deviceCost(several, service);
    const followUp = await followUpCost(several);
    say(
      `${many} processes: ${page.toFixed(1)} µs a page (${sharedPage.toFixed(1)} with ${LINES} lines in all), ${device.toFixed(1)} a device, ${followUp.toFixed(1)} a follow-up`,
    );
    return { page, sharedPage, device, followUp };
  } finally {
    await several.stop();
    await service.stop();
  }
}

/** Microseconds of all its processes while the work was done, what they do by themselves taken off. */
async function spent(several: Several, work: () => Promise<number>): Promise<number> {
  const used = () => several.processes.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
  const before = used();
  const began = performance.now();
  const count = await work();
  return Math.max(0, used() - before - (performance.now() - began) * (await idle(several))) / count;
}

const idleOf = new WeakMap<Several, Promise<number>>();

/** Microseconds a millisecond that they take for nothing: looks, beats and chimes. */
function idle(several: Several): Promise<number> {
  const known = idleOf.get(several);
  if (known) return known;
  const measured = (async () => {
    const used = () => several.processes.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
    const before = used();
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    return (used() - before) / 5_000;
  })();
  idleOf.set(several, measured);
  return measured;
}

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * TICK * 1_000;
}

async function warmUp(several: Several): Promise<void> {
  await publishedStory(several.director, { level: null });
  await new Promise((resolve) => setTimeout(resolve, 1_000)); // what follows touches the page once more
  for (const { address } of several.processes) await answersASecond(`${address}/`, {}, WARM_SECONDS);
}

function pageCost(several: Several, lines: number): Promise<number> {
  const load = () => answersASecond(`${several.front}/`, {}, PAGE_SECONDS, lines);
  return spent(several, async () => (await load()) * PAGE_SECONDS);
}

async function deviceCost(several: Several, service: PushService): Promise<number> {
  const devices = Array.from({ length: DEVICES }, () => service.makeDevice());
  await several.director.transact(async (inner) => {
    for (const device of devices) await subscribed(inner, device);
  });
  const tell = async () => {
    for (const device of devices) device.visible.length = 0;
    await publishedStory(several.director, { level: 'bulletin' });
    while (devices.some(({ visible }) => visible.length === 0))
      await new Promise((resolve) => setTimeout(resolve, 20));
    return DEVICES;
  };
  await tell(); // threads are warm then
  return spent(several, tell);
}

async function followUpCost(several: Several): Promise<number> {
  const { director } = several;
  const doAll = async () => {
    await announceMany(director);
    while (await director.store.selectFrom('work').select('id').executeTakeFirst())
      await new Promise((resolve) => setTimeout(resolve, 20));
    return FOLLOW_UPS;
  };
  await doAll();
  return spent(several, doAll);
}

/** Of replies that are not there: what is measured is the claiming, not the verb. */
async function announceMany(director: Newsroom): Promise<void> {
  await director.transact((inner) =>
    announceAll(
      inner,
      Array.from({ length: FOLLOW_UPS }, (_, number) => ({
        event: 'reply-decided' as const,
        facts: { replyId: `none ${number}` },
      })),
    ),
  );
}
