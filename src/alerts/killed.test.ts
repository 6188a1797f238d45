/**
 * A process that is killed while an alert goes out, again and again, to push services that fail in every way they can:
 * nobody is missed, nobody sees it twice. CRIER_TEST_KILLS=50 kills it fifty times on its way to 20,000 devices.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allNews, publishedStory, subscribed } from '../../tests/support/alert-cast.ts';
import { type Attempt, type FakeDevice, type Fault, PushService } from '../../tests/support/push-service.ts';
import { systemClock } from '../kit/clock.ts';
import { openKeys } from '../kit/keys.ts';
import { silentLog } from '../kit/log.ts';
import { readSettings } from '../kit/settings.ts';
import { makeNewsroom, type Newsroom } from '../newsroom.ts';
import { localBell } from '../store/bell.ts';
import { openSqlite } from '../store/engine.ts';
import { migrateStore } from '../store/migrate.ts';
import { writeAlert } from './alert.ts';

const KILLS = Number(process.env.CRIER_TEST_KILLS ?? 5);
const DEVICES = KILLS >= 50 ? 20_000 : 1_500;
const PATIENCE = 700; // ms that the killed process waits for an answer, so that a test can wait for a time-out
const MINUTES = 60_000;
const program = fileURLToPath(new URL('../../tests/support/fan-out-process.ts', import.meta.url));

/** What push services do to us, one after another; each message meets a few of them at most. */
const faults: ((attempt: Attempt) => Fault | null)[] = [
  ({ total }) => (total % 97 === 0 ? { reset: 'before' } : null),
  ({ total }) => (total % 89 === 0 ? { reset: 'after' } : null),
  ({ total }) => (total % 83 === 0 ? { status: 503 } : null),
  ({ total }) => (total % 401 === 0 ? { status: 503, retryAfter: 1 } : null),
  ({ total }) => (total % 409 === 0 ? { status: 429, retryAfter: 1 } : null),
  ({ total, number }) => (total % 211 === 0 && number < 3 ? { delay: PATIENCE * 3 } : null), // no answer in time
  ({ total }) => (total % 149 === 0 ? { goAway: true } : null),
];

describe('a fan-out whose process is killed', () => {
  let data: string;
  let service: PushService;
  let devices: FakeDevice[];
  let child: Running | undefined;

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'crier-killed-'));
    service = await PushService.start({ tls: true });
    const newsroom = await openAt(data, service.origin);
    devices = Array.from({ length: DEVICES }, () => service.makeDevice());
    await newsroom.transact(async (inner) => {
      for (const device of devices) await subscribed(inner, device, { follows: [allNews] });
    });
    // A tenth is asleep, and will get what the push service kept for them.
    for (const [place, device] of devices.entries()) if (place % 10 === 0) device.online = false;
    await writeAlert(newsroom, await publishedStory(newsroom, { level: 'bulletin' }));
    await newsroom.store.updateTable('alerts').set({ leaves_at: null }).execute();
    await newsroom.close();
  }, 10 * MINUTES);

  afterAll(async () => {
    child?.kill();
    await service?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  /** Kills it at the instant a request arrives: the message is taken, and the answer is lost with the process. */
  const killAtRequest = async (from: number): Promise<void> => {
    const { fault } = service;
    const running = child;
    service.fault = (attempt) => {
      if (attempt.total >= from) running?.kill();
      return fault(attempt);
    };
    await Promise.race([running?.ended, pause(15_000)]);
    running?.kill();
    service.fault = fault;
  };

  const moments: [string, (random: () => number) => Promise<unknown>][] = [
    ['while it starts', (random) => pause(random() * 400)],
    ['before the first request', () => child?.begun ?? Promise.resolve()],
    [
      'between a request and its record',
      (random) => killAtRequest(service.requests.length + 1 + random() * 50),
    ],
    ['in the middle of a chunk', (random) => killAtRequest(service.requests.length + 100 + random() * 500)],
    [
      'at any moment',
      async (random) => {
        await child?.begun;
        await pause(random() * 1_200);
      },
    ],
  ];

  it(
    `leaves nobody out and nobody told twice, though killed ${KILLS} times, whatever the push service does`,
    async () => {
      const random = seeded(20_261_119);
      let kills = 0;
      for (let round = 0; round < KILLS; round += 1) {
        service.fault = faults[round % faults.length] ?? (() => null);
        child = start(data, service);
        await moments[round % moments.length]?.[1](random);
        if (!child.isOver()) kills += 1;
        child.kill();
        await child.ended;
      }
      // Then it goes on to its end, while all of them happen.
      service.fault = (attempt) => faults[attempt.total % faults.length]?.(attempt) ?? null;
      child = start(data, service);
      expect(await child.ended).toBe(0);
      expect(kills).toBeGreaterThan(KILLS / 2);
      for (const device of devices) if (!device.online) device.wake();

      expect(devices.filter((device) => device.visible.length === 0)).toHaveLength(0);
      expect(devices.filter((device) => device.visible.length > 1)).toHaveLength(0);
      // Proof that the test tests: after a kill some were sent to again, and it was not seen.
      expect(devices.reduce((sum, device) => sum + device.again, 0)).toBeGreaterThan(0);
    },
    20 * MINUTES,
  );
});

interface Running {
  /** Resolves when it has opened the store and is about to send. */
  begun: Promise<unknown>;
  ended: Promise<number | null>;
  isOver(): boolean;
  kill(): void;
}

function start(data: string, service: PushService): Running {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', 'tsx', program, data, service.origin, service.certificate, String(PATIENCE)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const said = new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
  return {
    begun: Promise.race([said, ended]),
    ended,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: () => void child.kill('SIGKILL'),
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The same moments each time, so that a failure can be looked at again: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function openAt(data: string, service: string): Promise<Newsroom> {
  const settings = readSettings(data, {
    CRIER_DATA: data,
    CRIER_PUSH_SERVICES: service,
    CRIER_LOG_LEVEL: 'silent',
    CRIER_ALERT_UNDO_SECONDS: '0',
  });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const store = openSqlite(join(data, 'crier.sqlite'));
  await migrateStore(store, 'sqlite');
  const keys = openKeys(join(data, 'keys'));
  return makeNewsroom({
    store,
    engine: 'sqlite',
    bell: localBell(),
    clock: systemClock,
    log: silentLog,
    settings,
    keys,
  });
}
