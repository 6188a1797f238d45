/**
 * `crier backup FILE`: database, media and keys in one tar file, taken while the newsroom goes on, and read back from the
 * disk before it is called done. `crier backup --nightly`: as the settings say, and rehearsed.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '../kit/settings.ts';
import { openNewsroom } from '../newsroom.ts';
import { backUpTonight } from './backups/nightly.ts';
import { takeBackup } from './backups/take-backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const backup: Verb = {
  says: 'Copies database, media and keys into one file, while the newsroom goes on.',
  usage: `crier backup FILE
crier backup --nightly

FILE must not exist yet; post.tar, say. It is a tar file of all that the newsroom is, keys included: keep it as you would keep
the keys. It is read back and compared before it is called done. With CRIER_BACKUP_KEY it is sealed. crier restore unpacks it.
--nightly puts one into the folder of CRIER_BACKUPS, restores it into a scratch newsroom, compares ten pages, and thins the
older ones out: what crier serve does each night by itself. Exit: 1 when nothing was copied, or the copy is not the newsroom.
`,
  async run([target]) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const complaint = whyNot(settings, target);
    if (complaint !== null || target === undefined) {
      process.stderr.write(`${complaint}\n`);
      return 1;
    }
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

function whyNot(settings: Settings, target: string | undefined): string | null {
  const sign = settings.databaseUrl ? 'keys' : 'crier.sqlite';
  if (target === undefined) return 'Say into which file: crier backup FILE.';
  if (!existsSync(join(settings.data, sign))) return `There is no newsroom in ${settings.data}.`;
  if (target === '--nightly')
    return settings.backups ? null : 'CRIER_BACKUPS does not say into which folder.';
  const file = resolve(target);
  if (existsSync(file)) return `${file} is there already. Name a file that is not.`;
  if (!existsSync(dirname(file))) return `There is no folder ${dirname(file)}.`;
  return null;
}
