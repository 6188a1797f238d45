/** The night's backup: taken into the folder of CRIER_BACKUPS, rehearsed, and the older ones thinned out once it is well. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { claimNight, noteBackup } from '../../runner/backup-notes.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { keepRuleOf, kept } from './keep-rule.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { takeBackup } from './take-backup.ts';

const OURS = /^crier-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar(\.sealed)?$/;

/** Throws, in words, where it went wrong; the desk is told either way. */
export async function backUpTonight(
  newsroom: Newsroom,
  folder: string,
): Promise<Rehearsal & { file: string }> {
  const { backupKey: secret, backupKeep } = newsroom.settings;
  const at = newsroom.clock.now();
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeRehearsals(folder, at);
    const file = join(folder, nameOf(at, secret !== undefined));
    await takeBackup(newsroom, { file, secret });
    await noteBackup(newsroom, { taken: { at, file, bytes: (await stat(file)).size } });
    const found = await rehearse(newsroom, { file, secret });
    if (found.different.length > 0)
      throw new Error(`the copy is not the newsroom: ${found.different.join('; ')}`);
    await noteBackup(newsroom, { rehearsed: { at, file, pages: found.same.length }, failed: null });
    // Only now: a night that went wrong must not push out one that was well.
    await thinOut(folder, backupKeep);
    return { ...found, file };
  } catch (error) {
    const words = (error as Error).message;
    newsroom.log.error('the night’s backup went wrong', { error });
    await noteBackup(newsroom, { failed: { at, words } });
    throw error;
  }
}

/** '2026-11-30T03-00-12Z' in the name: sorts by itself, and every file system takes it. */
function nameOf(at: number, isSealed: boolean): string {
  const time = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return `crier-${time}.tar${isSealed ? '.sealed' : ''}`;
}

/** Takes out what the rule does not keep; files of other names are nobody's business here. */
export async function thinOut(folder: string, rule: string): Promise<string[]> {
  const found = new Map<number, string>();
  for (const name of await readdir(folder)) {
    const [, day, hour, minute, second] = OURS.exec(name) ?? [];
    if (day !== undefined) found.set(Date.parse(`${day}T${hour}:${minute}:${second}Z`), name);
  }
  const keep = kept([...found.keys()], keepRuleOf(rule));
  const gone = [...found].filter(([at]) => !keep.has(at)).map(([, name]) => name);
  for (const name of gone) await rm(join(folder, name));
  return gone.sort();
}

/** What a rehearsal that was killed left behind. */
async function removeRehearsals(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('.crier-rehearsal-')) continue;
    const path = join(folder, name);
    if ((await stat(path)).mtimeMs < now - DAY) await rm(path, { recursive: true, force: true });
  }
}

/**
 * For the clock: from the hour that is set on, once a night and in one process of all, in a process of its own, so that no page
 * waits for a copy of the database.
 */
export async function startTonight(newsroom: Newsroom): Promise<void> {
  const { backups, backupHour } = newsroom.settings;
  if (backups === undefined) return;
  const zone = (await findMasthead(newsroom))?.timeZone ?? 'UTC';
  const { day, hour } = nightOf(newsroom.clock.now(), zone);
  if (hour < backupHour || !(await claimNight(newsroom, day))) return;
  const program = process.argv[1] ?? '';
  if (!existsSync(program)) return;
  const child = spawn(process.execPath, [...process.execArgv, program, 'backup', '--nightly'], {
    stdio: 'inherit',
  });
  await new Promise<void>((resolve) => {
    child.once('error', () => resolve()); // said by the exit below, or there is nothing to run
    child.once('exit', (code, signal) => {
      if (signal !== null) newsroom.log.error('the night’s backup was ended', { signal });
      else newsroom.log.info('the night’s backup is over', { code });
      resolve();
    });
  });
}

/** The day and the hour in a zone. */
export function nightOf(at: number, zone: string): { day: string; hour: number } {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  });
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
  };
}
