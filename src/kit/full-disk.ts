/**
 * A full disk, and the little that is kept in reserve against it: who cannot sign in cannot make room either, and a
 * session has to be written.
 */
import { closeSync, existsSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const codes = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', '53100']); // the last is PostgreSQL's

/** Whether something was thrown because there is no room. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (code !== undefined && codes.has(code)) || isDiskFull(error.cause);
}

const NAME = 'reserve';
const SIZE = 4 * 1024 * 1024; // bytes; a sign-in writes some 40 KB, and whoever did goes on to delete things
const LEAVES = 16 * SIZE; // bytes that must be free besides, before it is set aside again

/** Sets the reserve aside, where there is room for it. A disk without is not the moment to complain: writing will. */
export function keepReserve(folder: string): void {
  const path = join(folder, NAME);
  try {
    const { bavail, bsize } = statfsSync(folder);
    if (existsSync(path) || bavail * bsize < LEAVES) return;
    const file = openSync(path, 'wx', 0o600);
    const block = Buffer.alloc(SIZE / 16, 1); // not zeros, which some file systems keep in no room
    for (let part = 0; part < 16; part += 1) writeSync(file, block);
    closeSync(file);
  } catch {
    // filled up meanwhile, or a file system that does not say how much is free: then there is no reserve
  }
}

/** Gives it up; false when there was none any more. */
export function giveUpReserve(folder: string): boolean {
  const path = join(folder, NAME);
  if (!existsSync(path)) return false;
  rmSync(path, { force: true });
  return true;
}
