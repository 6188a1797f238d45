/** `crier backup FOLDER`: a copy of everything, taken while the newsroom goes on. To restore, put it in place of the data folder. */

import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openNewsroom } from '../newsroom.ts';
import { copySqlite } from '../store/backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const backup: Verb = {
  says: 'Copies database, media and keys into a folder, while the newsroom goes on.',
  async run([target]) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    const folder = resolve(target ?? '');
    if (target === undefined || existsSync(folder)) {
      process.stderr.write('Say into which folder: crier backup FOLDER. It must not exist yet.\n');
      return 1;
    }
    const newsroom = await openNewsroom(settings);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if (newsroom.engine === 'sqlite') await copySqlite(newsroom.store, join(folder, 'crier.sqlite'));
      for (const part of ['media', 'keys']) {
        const from = join(settings.data, part);
        if (existsSync(from)) await cp(from, join(folder, part), { recursive: true });
      }
    } finally {
      await newsroom.close();
    }
    const rest = settings.databaseUrl ? ' The database is PostgreSQL’s: copy it with pg_dump.' : '';
    process.stdout.write(`Copied to ${folder}.${rest}\n`);
    return 0;
  },
};
