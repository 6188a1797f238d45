/** One newsroom a folder: held by the system, not by a mark. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crier-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process that tries to hold the folder and says what came of it; it holds on until it is ended. */
function another() {
  const script = `import('${new URL('./folder-lock.ts', import.meta.url).href}').then(({ holdFolder }) => {
    process.stdout.write(holdFolder(${JSON.stringify(folder)}) ? 'has' : 'not');
    setInterval(() => {}, 1000);
  })`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))));
  const end = () =>
    new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGKILL');
    });
  return { said, end };
}

it('is held by one, until it lets go', () => {
  const release = holdFolder(folder);
  expect(release).not.toBeNull();
  expect(holdFolder(folder)).toBeNull();
  release?.();
  const again = holdFolder(folder);
  expect(again).not.toBeNull();
  again?.();
});

it('of another process is free once that was killed, whatever mark of an older Crier lies there', async () => {
  writeFileSync(join(folder, 'serving.pid'), String(process.pid));
  const other = another();
  expect(await other.said).toBe('has');
  expect(holdFolder(folder)).toBeNull();
  await other.end();
  const release = holdFolder(folder);
  expect(release).not.toBeNull();
  release?.();
});

it('goes to one of those who start at once over a dead one', async () => {
  const dead = another();
  await dead.said;
  await dead.end();
  const both = [another(), another(), another()];
  expect((await Promise.all(both.map(({ said }) => said))).sort()).toEqual(['has', 'not', 'not']);
  for (const each of both) await each.end();
});
