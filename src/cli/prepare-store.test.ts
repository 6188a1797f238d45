/** A database and keys that do not belong together: nothing is served, and the words say how to mend it. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subscribed } from '../../tests/support/alert-cast.ts';
import { PushService } from '../../tests/support/push-service.ts';
import { readSettings, type Settings } from '../kit/settings.ts';
import { openNewsroom } from '../newsroom.ts';
import { prepareStore } from './prepare-store.ts';
import { startServing } from './serve.ts';

describe('a database copied without its keys', () => {
  let data: string;
  let settings: Settings;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), 'crier-keys-'));
    const service = await PushService.start();
    const read = readSettings(data, {
      CRIER_DATA: data,
      CRIER_PORT: '0',
      CRIER_LOG_LEVEL: 'silent',
      CRIER_PUSH_SERVICES: service.origin,
    });
    if ('problems' in read) throw new Error(read.problems.join(' '));
    settings = read;
    const newsroom = await openNewsroom(settings);
    expect((await prepareStore(newsroom, { mayMigrate: false })).complaint).toBeNull();
    await subscribed(newsroom, service.makeDevice());
    await newsroom.close();
    await service.stop();
    for (const name of ['secret.key', 'vapid.json']) copyFileSync(join(data, 'keys', name), join(data, name));
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  const complaint = async (): Promise<string> => {
    const started = await startServing(settings);
    if ('complaint' in started) return started.complaint;
    await started.stop();
    return '';
  };
  const putBack = (name: string) => copyFileSync(join(data, name), join(data, 'keys', name));

  it('refuses to start until its secret is put back', async () => {
    rmSync(join(data, 'keys', 'secret.key'));
    expect(await complaint()).toMatch(/not the ones this database was written with.*Put back secret\.key/s);
    putBack('secret.key');
    expect(await complaint()).toBe('');
  });

  it('refuses to start while devices subscribed with a key that is gone', async () => {
    rmSync(join(data, 'keys', 'vapid.json'));
    expect(await complaint()).toMatch(/Devices subscribed with a key that is not in .*Put back vapid\.json/);
    putBack('vapid.json');
    expect(await complaint()).toBe('');
  });

  it('names both where both are gone', async () => {
    rmSync(join(data, 'keys'), { recursive: true });
    expect(await complaint()).toMatch(/secret\.key.*vapid\.json/s);
  });
});
