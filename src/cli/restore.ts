/** `crier restore FILE`: a backup unpacked into the data folder, each part compared, and on PostgreSQL put into the database. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { systemClock } from '../kit/clock.ts';
import type { Settings } from '../kit/settings.ts';
import { makeFolder } from '../newsroom.ts';
import { openPostgres } from '../store/engine.ts';
import { schemaState } from '../store/migrate.ts';
import { openBackupPlace, takenAt } from './backups/backup-place.ts';
import { restorePostgres } from './backups/postgres-dump.ts';
import { restoreBackup } from './backups/restore-backup.ts';
import { DUMP, SQLITE_FILE } from './backups/take-backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

export const restore: Verb = {
  says: 'Unpacks a backup into an empty data folder.',
  usage: `crier restore FILE

Into the folder of CRIER_DATA, which must be empty or not be there; a backup of a newsroom on PostgreSQL also into the database of
CRIER_DATABASE_URL, which must be empty. One of 0.1.0 holds no database of PostgreSQL: load your dump into it before. A sealed
one wants the CRIER_BACKUP_KEY that it was taken with. The name of one that crier backup --list says is fetched from CRIER_BACKUPS
first. Every part is compared with what it should be before anything is put in its
place. Then: crier serve. Exit: 1 when nothing was restored.
`,
  async run([file]) {
    const settings = settingsOrComplaint();
    if (!settings) return WRONG_SETTINGS;
    try {
      if (file === undefined) throw new Error('say which file: crier restore FILE');
      const { data, databaseUrl, backupKey: secret } = settings;
      if (existsSync(data) && readdirSync(data).length > 0) throw new Error(`${data} is not empty`);
      makeFolder(dirname(data));
      const beside = await mkdtemp(join(dirname(data), '.crier-restore-'));
      try {
        const parts = join(beside, 'data');
        const found = await findBackup(file, settings, beside);
        const count = await restoreBackup({ file: found, folder: parts, secret });
        await restoreDatabase(parts, databaseUrl);
        await rm(data, { recursive: true, force: true }); // empty, or not there
        await rename(parts, data);
        process.stdout.write(`Restored ${count} parts into ${data}.\n`);
        return 0;
      } finally {
        await rm(beside, { recursive: true, force: true });
      }
    } catch (error) {
      process.stderr.write(`Nothing was restored: ${(error as Error).message}.\n`);
      return 1;
    }
  },
};

/** A file of this machine; where it is none but the name of one at CRIER_BACKUPS, that one, fetched into the folder. */
async function findBackup(file: string, { backups }: Settings, folder: string): Promise<string> {
  if (existsSync(file)) return file;
  if (takenAt(file) === null || !backups) throw new Error(`there is no ${resolve(file)}`);
  const fetched = await openBackupPlace(backups, { beside: folder, now: systemClock.now() }).fetch(file);
  if (fetched === null) throw new Error(`there is no ${file} where CRIER_BACKUPS says`);
  return fetched;
}

/** A backup is of one engine: it is restored to the same. */
async function restoreDatabase(parts: string, address: string | undefined): Promise<void> {
  const dump = join(parts, DUMP);
  const isOfSqlite = existsSync(join(parts, SQLITE_FILE));
  if (isOfSqlite && address !== undefined)
    throw new Error('it is of a newsroom on SQLite: CRIER_DATABASE_URL must not be set');
  if (isOfSqlite) return;
  if (address === undefined)
    throw new Error('it is of a newsroom on PostgreSQL: CRIER_DATABASE_URL has to name an empty database');
  const hasNewsroom = await isNewsroomIn(address);
  if (!existsSync(dump)) {
    if (hasNewsroom) return;
    throw new Error(
      'it has no database in it, as backups of 0.1.0 on PostgreSQL: load the dump that pg_dump made into the database of CRIER_DATABASE_URL first',
    );
  }
  if (hasNewsroom) throw new Error('the database of CRIER_DATABASE_URL has a newsroom in it');
  await restorePostgres(dump, address);
  await rm(dump);
}

async function isNewsroomIn(address: string): Promise<boolean> {
  const store = await openPostgres(address);
  const { had } = await schemaState(store, 'postgres').finally(() => store.destroy());
  return had.length > 0;
}
