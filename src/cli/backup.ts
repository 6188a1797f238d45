/**
 * `crier backup FILE`: database, media and keys in one tar file, taken while the newsroom goes on, and read back from the
 * disk before it is called done. `crier backup --nightly`: as the settings say, and rehearsed.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { systemClock } from '../kit/clock.ts';
import type { Settings } from '../kit/settings.ts';
import { openNewsroom } from '../newsroom.ts';
import { openBackupPlace, takenAt } from './backups/backup-place.ts';
import { backUpTonight } from './backups/nightly.ts';
import { takeBackup } from './backups/take-backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const backup: Verb = {
  says: 'Copies database, media and keys into one file, while the newsroom goes on.',
  usage: `crier backup FILE
crier backup --nightly
crier backup --list

FILE must not exist yet; post.tar, say. It is a tar file of all that the newsroom is, keys included: keep it as you would keep
the keys. It is read back and compared before it is called done. With CRIER_BACKUP_KEY it is sealed. crier restore unpacks it.
--nightly puts one where CRIER_BACKUPS says (a folder, or a store that speaks S3), restores it from there into a scratch newsroom,
compares ten pages, and thins the older ones out: what crier serve does each night by itself. --list says which are there; crier
restore takes each by its name. Exit: 1 when nothing was copied, or the copy is not the newsroom.
`,
  async run([target]) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const complaint = whyNot(settings, target);
    if (complaint !== null || target === undefined) {
      process.stderr.write(`${complaint}\n`);
      return 1;
    }
    if (target === '--list') return listBackups(settings);
    const newsroom = await openNewsroom({ ...settings, logLevel: 'silent' });
    try {
      if (target === '--nightly') {
        const { file, same } = await backUpTonight(newsroom, settings.backups ?? '');
        process.stdout.write(
          `${file} was taken, restored and compared: ${same.length} pages are the same.\n`,
        );
        return 0;
      }
      const file = resolve(target);
      const count = await takeBackup(newsroom, { file, secret: settings.backupKey });
      process.stdout.write(`Copied ${count} files to ${file}, and read them back.\n`);
      return 0;
    } catch (error) {
      // A full disk, a folder that may not be written to, a damaged database: for the person at the keyboard.
      const what = target === '--nightly' ? 'The backup went wrong' : 'Nothing was copied';
      process.stderr.write(`${what}: ${(error as Error).message}.\n`);
      return 1;
    } finally {
      await newsroom.close();
    }
  },
};

async function listBackups({ backups = '', data }: Settings): Promise<number> {
  const now = systemClock.now();
  try {
    const place = openBackupPlace(backups, { beside: data, now });
    const names = (await place.list()).filter((name) => takenAt(name) !== null);
    for (const name of names.sort()) process.stdout.write(`${name}\n`);
    if (names.length === 0) process.stderr.write('There is none yet.\n');
    return 0;
  } catch (error) {
    process.stderr.write(`They cannot be listed: ${(error as Error).message}.\n`);
    return 1;
  }
}

function whyNot(settings: Settings, target: string | undefined): string | null {
  const sign = settings.databaseUrl ? 'keys' : 'crier.sqlite';
  if (target === undefined) return 'Say into which file: crier backup FILE.';
  const isNightly = target === '--nightly' || target === '--list';
  if (isNightly && !settings.backups) return 'CRIER_BACKUPS does not say where they are.';
  if (target === '--list') return null; // a machine that has nothing yet may look for what to restore
  if (!existsSync(join(settings.data, sign))) return `There is no newsroom in ${settings.data}.`;
  if (isNightly) return null;
  const file = resolve(target);
  if (existsSync(file)) return `${file} is there already. Name a file that is not.`;
  if (!existsSync(dirname(file))) return `There is no folder ${dirname(file)}.`;
  return null;
}
