/** A machine that has little memory to give: an alert still goes out, to everyone, once. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { allNews, publishedStory, subscribed } from '../../tests/support/alert-cast.ts';
import { PushService } from '../../tests/support/push-service.ts';
import { readSettings } from '../kit/settings.ts';
import { openNewsroom } from '../newsroom.ts';
import { migrateStore } from '../store/migrate.ts';
import { writeAlert } from './alert.ts';

const DEVICES = 4_000;
const HEAP = 44; // MB; the newsroom's own code takes most of it, and four thousand devices held as objects would not fit
const program = fileURLToPath(new URL('../../tests/support/fan-out-process.ts', import.meta.url));

it('an alert reaches every device once in a process of little memory', async () => {
  const data = mkdtempSync(join(tmpdir(), 'crier-little-'));
  const service = await PushService.start({ tls: true });
  try {
    const settings = readSettings(data, {
      CRIER_DATA: data,
      CRIER_PUSH_SERVICES: service.origin,
      CRIER_LOG_LEVEL: 'silent',
      CRIER_ALERT_UNDO_SECONDS: '0',
    });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const newsroom = await openNewsroom(settings);
    await migrateStore(newsroom.store, newsroom.engine);
    const devices = Array.from({ length: DEVICES }, () => service.makeDevice());
    await newsroom.transact(async (inner) => {
      for (const device of devices) await subscribed(inner, device, { follows: [allNews] });
    });
    await writeAlert(newsroom, await publishedStory(newsroom, { level: 'bulletin' }));
    await newsroom.store.updateTable('alerts').set({ leaves_at: null }).execute();
    await newsroom.close();
    const limits = [`--max-old-space-size=${HEAP}`, '--import', 'tsx'];
    const child = spawn(
      process.execPath,
      [...limits, program, data, service.origin, service.certificate, '20000'],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(devices.filter((device) => device.visible.length !== 1)).toHaveLength(0);
    expect(devices.filter((device) => device.again > 0)).toHaveLength(0);
  } finally {
    await service.stop();
    rmSync(data, { recursive: true, force: true });
  }
}, 900_000); // only ends what hangs: a busy machine takes its time
