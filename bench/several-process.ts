/** One of several processes at one PostgreSQL, for bench/several.ts: does one thing for so many seconds, and says how often. */
import { randomUUID } from 'node:crypto';
import { claimChunk, setChunk } from '../src/alerts/sending/chunk-queries.ts';
import { systemClock } from '../src/kit/clock.ts';
import { makeKeys } from '../src/kit/keys.ts';
import { silentLog } from '../src/kit/log.ts';
import { readSettings } from '../src/kit/settings.ts';
import { makeNewsroom, type Newsroom } from '../src/newsroom.ts';
import { claimWork, endWork } from '../src/runner/queries.ts';
import { openPostgres } from '../src/store/engine.ts';
import { sharedBell } from '../src/store/shared-bell.ts';

const AT_ONCE = 6; // places of a lane: what one process has under way
const LEASE = 15_000; // ms, as the runner takes

const [what = '', address = '', seconds = '3'] = process.argv.slice(2);
const settings = readSettings('/', { CRIER_LOG_LEVEL: 'silent' });
if ('problems' in settings) throw new Error(settings.problems.join(' '));
const store = await openPostgres(address);
const self = randomUUID();
const bell = await sharedBell({ store, address, process: self, clock: systemClock, log: silentLog });
const parts = { store, bell, settings, keys: makeKeys(), process: self };
const newsroom = makeNewsroom({ ...parts, engine: 'postgres', clock: systemClock, log: silentLog });

/** One turn; answers how much was done. */
const turns: Record<string, (newsroom: Newsroom) => Promise<number>> = {
  async claims(inner) {
    const rows = await claimWork(inner, { lane: 'editors', most: AT_ONCE, lease: LEASE });
    for (const row of rows) await endWork(inner, row.id);
    return rows.length;
  },
  async notices(inner) {
    await inner.transact(async (within) => {
      within.bell.ring('desk', { what: 'items' });
    });
    return 1;
  },
  async chunks(inner) {
    const chunk = await claimChunk(inner, [], LEASE);
    if (!chunk) return 0;
    await inner.transact((within) =>
      setChunk(within, chunk.id, { lease_until: 0, done_at: inner.clock.now() }),
    );
    return 1;
  },
};
const turn = turns[what];
if (!turn) throw new Error(`no such thing to do: ${what}`);

process.stdout.write('ready\n');
await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
const until = performance.now() + Number(seconds) * 1_000;
const began = process.cpuUsage();
let count = 0;
const line = async () => {
  while (performance.now() < until) {
    const done = await turn(newsroom);
    if (done === 0) return;
    count += done;
  }
};
await Promise.all(Array.from({ length: what === 'claims' ? 1 : AT_ONCE }, line));
const { user, system } = process.cpuUsage(began);
process.stdout.write(`${JSON.stringify({ count, micros: user + system })}\n`);
await newsroom.close();
process.exit();
