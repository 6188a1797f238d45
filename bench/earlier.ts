/**
 * An earlier commit, checked out beside this one with its own packages and built, to be measured in the same run. That takes two
 * minutes: CRIER_BENCH_BEFORE names a folder in which it was done before, which stays.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from './result.ts';

const LONGEST = 300_000; // ms of one step; packages come over a network that may hang

export const root = fileURLToPath(new URL('..', import.meta.url));

const kept = process.env.CRIER_BENCH_BEFORE ?? null;

/** Null, and said why, where it cannot be had. */
export function checkOut(commit: string): string | null {
  if (kept) return kept;
  const folder = join(mkdtempSync(join(tmpdir(), 'crier-before-')), commit);
  const run = (program: string, ...args: string[]) => {
    const cwd = existsSync(folder) ? folder : root;
    execFileSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], timeout: LONGEST });
  };
  try {
    say(`checking out and building ${commit}`);
    run('git', 'worktree', 'add', '--detach', folder, commit);
    run('npm', 'ci', '--no-audit', '--no-fund');
    run(process.execPath, 'tools/build.mjs');
    return folder;
  } catch (error) {
    say(`${commit} could not be built, and is left out: ${(error as Error).message}`);
    return null;
  }
}

export function putAway(checkout: string): void {
  if (checkout === kept) return;
  execFileSync('git', ['worktree', 'remove', '--force', checkout], { cwd: root });
  rmSync(checkout, { recursive: true, force: true });
}
