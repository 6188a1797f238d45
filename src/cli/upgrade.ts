/** `crier upgrade --rehearse`: this version on a copy of the newsroom, before it is let near the newsroom itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openNewsroom } from '../newsroom.ts';
import { rehearse } from './backups/rehearse.ts';
import { takeBackup } from './backups/take-backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const upgrade: Verb = {
  says: 'Tries this version on a copy of the newsroom.',
  usage: `crier upgrade --rehearse

Run it with the new version, while the old one serves: it copies the newsroom, brings the copy to the new shape, opens its front
page and newest stories, and says what came of it. Nothing of the newsroom itself is changed; the copy is removed. It wants as
much room beside the data folder as two copies take. Exit: 1 when the upgrade would not go well.
`,
  async run(words) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    if (!words.includes('--rehearse')) {
      process.stderr.write('To upgrade, start the new version; crier upgrade --rehearse tries it first.\n');
      return 1;
    }
    const newsroom = await openNewsroom({ ...settings, logLevel: 'silent' });
    const folder = await mkdtemp(join(dirname(settings.data), '.crier-upgrade-'));
    try {
      const file = join(folder, 'copy.tar');
      await takeBackup(newsroom, { file });
      const { same, different, migrations } = await rehearse(newsroom, { file, isOlder: true });
      const applied =
        migrations.length > 0 ? `Applied ${migrations.join(', ')}.` : 'The database stays as it is.';
      process.stdout.write(`${applied} ${same.length} pages open.\n`);
      if (different.length === 0) return 0;
      process.stderr.write(`These do not: ${different.join('; ')}.\n`);
      return 1;
    } catch (error) {
      process.stderr.write(`The upgrade would not go well: ${(error as Error).message}.\n`);
      return 1;
    } finally {
      await newsroom.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};
