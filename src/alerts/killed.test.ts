/** A process that is killed while an alert goes out, again and again: nobody is missed, nobody sees it twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allNews, publishedStory, subscribed } from '../../tests/support/alert-cast.ts';
import { type FakeDevice, PushService } from '../../tests/support/push-service.ts';
import { systemClock } from '../kit/clock.ts';
import { openKeys } from '../kit/keys.ts';
import { silentLog } from '../kit/log.ts';
import { readSettings } from '../kit/settings.ts';
import { makeNewsroom, type Newsroom } from '../newsroom.ts';
import { localBell } from '../store/bell.ts';
import { openSqlite } from '../store/engine.ts';
import { migrate } from '../store/migrate.ts';
import { writeAlert } from './alert.ts';

const DEVICES = 2_000;
const program = fileURLToPath(new URL('../../tests/support/fan-out-process.ts', import.meta.url));

describe('a fan-out whose process is killed', () => {
  let data: string;
  let service: PushService;
  let devices: FakeDevice[];
  let child: ChildProcess | undefined;

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
    await writeAlert(newsroom, await publishedStory(newsroom, { level: 'flash' }));
    await newsroom.close();
  }, 60_000);

  afterAll(async () => {
    child?.kill('SIGKILL');
    await service?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('leaves nobody out and nobody told twice, though killed six times, with resets and faults on the way', async () => {
    service.fault = ({ total }) => {
      if (total % 211 === 0) return { reset: 'after' };
      if (total % 173 === 0) return { status: 503 };
      return total % 2 === 0 ? { delay: 15 } : null;
    };
    let kills = 0;
    for (const after of [0, 120, 350, 700, 1_100, 1_500]) {
      const from = service.requests.length;
      child = start(data, service);
      const ended = new Promise<void>((resolve) => child?.once('exit', () => resolve()));
      const began = performance.now();
      // Mid-flight, by the requests that the service has had; the first is killed while it starts.
      while (service.requests.length < Math.max(from, after) && performance.now() - began < 10_000)
        await new Promise((resolve) => setTimeout(resolve, 2));
      if (child.exitCode === null) kills += 1;
      child.kill('SIGKILL');
      await ended;
    }
    service.fault = () => null;
    child = start(data, service);
    const code = await new Promise((resolve) => child?.once('exit', resolve));
    expect(code).toBe(0);
    expect(kills).toBe(6);
    for (const device of devices) if (!device.online) device.wake();

    expect(devices.filter((device) => device.visible.length === 0)).toHaveLength(0);
    expect(devices.filter((device) => device.visible.length > 1)).toHaveLength(0);
    // Proof that the test tests: after a kill some were sent to again, and it was not seen.
    expect(devices.reduce((sum, device) => sum + device.again, 0)).toBeGreaterThan(0);
  }, 120_000);
});

function start(data: string, service: PushService): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', program, data, service.origin, service.certificate], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function openAt(data: string, service: string): Promise<Newsroom> {
  const settings = readSettings(data, {
    CRIER_DATA: data,
    CRIER_PUSH_SERVICES: service,
    CRIER_LOG_LEVEL: 'silent',
  });
  if ('problems' in settings) throw new Error(settings.problems.join(' '));
  const store = openSqlite(join(data, 'crier.sqlite'));
  await migrate(store, 'sqlite');
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
