/** The night's backup: taken, put where CRIER_BACKUPS says, rehearsed from there, and the older ones thinned out once it is well. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectStore } from '../../kit/object-store.ts';
import type { Newsroom } from '../../newsroom.ts';
import { claimNight, noteBackup } from '../../runner/backup-notes.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { type BackupPlace, backupNameOf, openBackupPlace, takenAt } from './backup-place.ts';
import { keepRuleOf, kept } from './keep-rule.ts';
import { type Rehearsal, rehearse } from './rehearse.ts';
import { takeBackup } from './take-backup.ts';

/** Throws, in words, where it went wrong; the desk is told either way. `file`: where it stands, in words. */
export async function backUpTonight(
  newsroom: Newsroom,
  backups: string | ObjectStore,
): Promise<Rehearsal & { file: string }> {
  const at = newsroom.clock.now();
  // In the data folder there is room for what is in it, and in a container nowhere else.
  const place = openBackupPlace(backups, { beside: newsroom.settings.data, now: at });
  try {
    return await backUpTo(newsroom, place, at);
  } catch (error) {
    const words = (error as Error).message;
    newsroom.log.error('the night’s backup went wrong', { error });
    await noteBackup(newsroom, { failed: { at, words } });
    throw error;
  } finally {
    await place.leave();
  }
}

async function backUpTo(
  newsroom: Newsroom,
  place: BackupPlace,
  at: number,
): Promise<Rehearsal & { file: string }> {
  const { backupKey: secret, backupKeep } = newsroom.settings;
  const name = backupNameOf(at, secret !== undefined);
  const made = join(await place.work(), name);
  await takeBackup(newsroom, { file: made, secret });
  const { size: bytes } = await stat(made);
  const file = await place.keep(made);
  await noteBackup(newsroom, { taken: { at, file, bytes } });
  const back = await place.fetch(name);
  if (back === null) throw new Error(`${file} is not there any more`);
  const found = await rehearse(newsroom, { file: back, secret });
  if (found.different.length > 0)
    throw new Error(`the copy is not the newsroom: ${found.different.join('; ')}`);
  await noteBackup(newsroom, { rehearsed: { at, file, pages: found.same.length }, failed: null });
  // Only now: a night that went wrong must not push out one that was well.
  await thinOut(place, backupKeep);
  return { ...found, file };
}

/** Takes out what the rule does not keep; files of other names are nobody's business here. */
export async function thinOut(place: Pick<BackupPlace, 'list' | 'remove'>, rule: string): Promise<string[]> {
  const found = new Map<number, string>();
  for (const name of await place.list()) {
    const at = takenAt(name);
    if (at !== null) found.set(at, name);
  }
  const keep = kept([...found.keys()], keepRuleOf(rule));
  const gone = [...found].filter(([at]) => !keep.has(at)).map(([, name]) => name);
  for (const name of gone) await place.remove(name);
  return gone.sort();
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
