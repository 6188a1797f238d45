/** What the doctor finds, at real newsrooms behind real proxies of a kind. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../../tests/support/server.ts';
import { readSettings, type Settings } from '../../kit/settings.ts';
import { openNewsroom } from '../../newsroom.ts';
import { noteBackup } from '../../runner/backup-notes.ts';
import { prepareStore } from '../prepare-store.ts';
import {
  lookAtBackups,
  lookAtDatabase,
  lookAtDisk,
  lookAtEdge,
  lookAtFolder,
  lookAtSettings,
} from './at-home.ts';
import type { Diagnosis } from './diagnosis.ts';
import { lookAtAddress } from './outside.ts';

let root: string;
let settings: Settings;
const read = (given: Record<string, string>): Settings => {
  const found = readSettings(root, { CRIER_DATA: join(root, 'data'), CRIER_LOG_LEVEL: 'silent', ...given });
  if ('problems' in found) throw new Error(found.problems.join(' '));
  return found;
};
const states = (found: Diagnosis[]) => found.map(({ about, state }) => `${about} ${state}`);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'crier-doctor-'));
  settings = read({});
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('finds an address without https, missing keys, and keys that others can read', async () => {
  expect(states(lookAtSettings(read({ CRIER_ADDRESS: 'http://post.example' })))).toEqual(['settings bad']);
  expect(states(lookAtSettings(read({ CRIER_ADDRESS: 'https://post.example' })))).toEqual(['settings good']);
  expect(states(lookAtFolder(settings))).toEqual(['keys bad']);
  const newsroom = await openNewsroom(settings);
  expect(states(lookAtFolder(settings))).toEqual(['keys good']);
  chmodSync(join(settings.data, 'keys', 'secret.key'), 0o644);
  const [keys] = lookAtFolder(settings);
  expect([keys?.state, keys?.mend]).toEqual(['bad', `chmod -R go= ${join(settings.data, 'keys')}`]);
  expect(lookAtDisk(settings)[0]?.words).toMatch(/^[\d.]+ GiB are free at /);
  await newsroom.close();
});

it('finds a database that lacks changes, and a night that went wrong', async () => {
  settings = read({ CRIER_BACKUPS: join(root, 'backups'), CRIER_BACKUP_KEY: 'x'.repeat(40) });
  const newsroom = await openNewsroom(settings);
  expect(states(await lookAtDatabase(newsroom))).toEqual(['database bad']);
  await prepareStore(newsroom, { mayMigrate: true });
  expect(states(await lookAtDatabase(newsroom))).toEqual(['database good']);
  expect(states(await lookAtBackups(newsroom))).toEqual(['backups unsure']);
  await noteBackup(newsroom, { rehearsed: { at: newsroom.clock.now(), file: 'x', pages: 10 } });
  expect(states(await lookAtBackups(newsroom))).toEqual(['backups good']);
  const longAgo = newsroom.clock.now() - 3 * 86_400_000;
  await noteBackup(newsroom, { rehearsed: { at: longAgo, file: 'x', pages: 10 } });
  expect(states(await lookAtBackups(newsroom))).toEqual(['backups bad']);
  await noteBackup(newsroom, { failed: { at: 1, words: 'the disk is full' } });
  expect((await lookAtBackups(newsroom))[0]?.words).toContain('the disk is full');
  await newsroom.close();
});

it('finds changes that the cache in front was not told of', async () => {
  settings = read({ CRIER_PURGE_URL: 'https://cache.example/purge', CRIER_PURGE_KEY: 'x'.repeat(40) });
  const newsroom = await openNewsroom(settings);
  await prepareStore(newsroom, { mayMigrate: true });
  await newsroom.transact(async (inner) => inner.bell.ring('pages', { touched: ['front'] }));
  expect(states(await lookAtEdge(newsroom))).toEqual(['cache in front good']); // it is told within a second
  const later = { ...newsroom, clock: { now: () => Date.now() + 60_000 } };
  const [untold] = await lookAtEdge(later);
  expect([untold?.state, untold?.words]).toEqual([
    'bad',
    expect.stringContaining('not told of a change since 60 seconds'),
  ]);
  await newsroom.store.updateTable('edge_changes').set({ told: 1 }).execute();
  expect(states(await lookAtEdge(later))).toEqual(['cache in front good']);
  expect(await lookAtEdge({ ...newsroom, settings: read({}) })).toEqual([]);
  await newsroom.close();
});

/** A proxy that hands on X-Forwarded-For as it came, with its own end added. */
async function proxyTo(port: number): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const given = request.headers['x-forwarded-for'];
    const hops = [given, request.socket.remoteAddress].filter(Boolean).join(', ');
    const headers = { ...request.headers, 'x-forwarded-for': hops };
    request.pipe(
      ask({ port, host: '127.0.0.1', path: request.url, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }).on('error', () => response.writeHead(502).end()),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

it('finds whether the proxies are counted rightly, and what does not answer', async () => {
  for (const [proxies, state] of [
    ['1', 'proxy good'],
    ['2', 'proxy bad'],
  ] as const) {
    const { proxies: count } = read({ CRIER_PROXY: proxies });
    const served: TestServer = await openTestServer({ settings: { proxies: count } });
    await served.app.listen({ host: '127.0.0.1', port: 0 });
    const proxy = await proxyTo((served.app.server.address() as AddressInfo).port);
    const given = read({ CRIER_ADDRESS: proxy.address, CRIER_PROXY: proxies });
    expect(states(await lookAtAddress(given))).toEqual(['address good', state]);
    await served.close();
    const [gone] = await lookAtAddress(given);
    expect(gone?.words).toContain('finds no Crier behind it');
    proxy.server.close();
    proxy.server.closeAllConnections();
    expect((await lookAtAddress(given))[0]?.words).toContain('does not answer');
  }
});
