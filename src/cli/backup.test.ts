/** A backup that is killed in the midst of it: no half of it stays, whoever killed it and however. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSqlite } from '../store/engine.ts';
import { migrateStore } from '../store/migrate.ts';

const program = fileURLToPath(new URL('../main.ts', import.meta.url));
const LARGE = 3 * 1024 ** 3; // bytes without a disk behind them: a copy of it takes long enough to be killed in
let data: string;
let target: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'crier-backup-data-'));
  target = mkdtempSync(join(tmpdir(), 'crier-backup-'));
  const store = openSqlite(join(data, 'crier.sqlite'));
  await migrateStore(store, 'sqlite');
  await store.destroy();
  mkdirSync(join(data, 'media'));
});
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
  rmSync(target, { recursive: true, force: true });
});

const film = () => join(data, 'media', 'film.bin');
const backup = (): { child: ChildProcess; ended: Promise<string> } => {
  const env = { ...process.env, CRIER_DATA: data, CRIER_DATABASE_URL: '' };
  const child = spawn(process.execPath, ['--import', 'tsx', program, 'backup', join(target, 'post.tar')], {
    env,
  });
  const ended = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(`${signal ?? code}`)),
  );
  return { child, ended };
};
const startLarge = async () => {
  writeFileSync(film(), '');
  truncateSync(film(), LARGE);
  const running = backup();
  await vi.waitFor(() => expect(readdirSync(target)).toHaveLength(1), { timeout: 90_000, interval: 5 });
  return running;
};

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'a backup that is told to end by %s takes along what it wrote',
  async (signal) => {
    const { child, ended } = await startLarge();
    child.kill(signal);
    expect(await ended).toBe(signal);
    expect(readdirSync(target)).toEqual([]);
  },
);

test('what one that was killed outright left is gone with the next, which is whole', async () => {
  const { child, ended } = await startLarge();
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect(readdirSync(target)).toHaveLength(1);
  // One that goes on beside it is let be: this process stands for its own.
  const living = join(target, `.crier-backup-${process.pid}-x`);
  mkdirSync(living);
  rmSync(film());
  expect(await backup().ended).toBe('0');
  expect(readdirSync(target).sort()).toEqual([`.crier-backup-${process.pid}-x`, 'post.tar']);
  expect(existsSync(living)).toBe(true);
});
