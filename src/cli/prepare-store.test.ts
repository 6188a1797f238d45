/** A database and keys that do not belong together: nothing is served, and the words say how to mend it. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
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

test('a newsroom’s folder and what is in it are for its own user alone, also what an older Crier made', async () => {
  const place = mkdtempSync(join(tmpdir(), 'crier-test-'));
  const before = process.umask();
  try {
    const data = join(place, 'data');
    const settings = readSettings(place, { CRIER_DATA: data, CRIER_LOG_LEVEL: 'silent' });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const modeOf = (name: string) => (statSync(join(data, name)).mode & 0o777).toString(8);
    process.umask(0o022);
    const first = await openNewsroom(settings);
    await prepareStore(first, { mayMigrate: true });
    await first.close();
    expect([modeOf('.'), modeOf('crier.sqlite'), modeOf('keys')]).toEqual(['700', '600', '700']);
    chmodSync(join(data, 'crier.sqlite'), 0o644);
    await (await openNewsroom(settings)).close();
    expect(modeOf('crier.sqlite')).toBe('600');
  } finally {
    process.umask(before);
    rmSync(place, { recursive: true, force: true });
  }
});

test('a second Crier on the folder of one that is at work is refused in words', async () => {
  const data = mkdtempSync(join(tmpdir(), 'crier-test-'));
  const before = process.umask();
  try {
    const settings = readSettings(data, { CRIER_DATA: data, CRIER_PORT: '0', CRIER_LOG_LEVEL: 'silent' });
    if ('problems' in settings) throw new Error(settings.problems.join(' '));
    const first = await startServing(settings);
    expect(await startServing(settings)).toEqual({
      complaint: `Another Crier is at work on ${data}. Stop it first.\n`,
    });
    if (!('complaint' in first)) await first.stop();
    const again = await startServing(settings);
    expect(again).not.toHaveProperty('complaint');
    if (!('complaint' in again)) await again.stop();
  } finally {
    process.umask(before);
    rmSync(data, { recursive: true, force: true });
  }
});
