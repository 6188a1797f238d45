/** Makes sure, before anything is served, that database and keys are this Crier's and belong together. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listKeysInUse } from '../alerts/readers/devices.ts';
import type { Newsroom } from '../newsroom.ts';
import { settleFact } from '../newsroom.ts';
import { placesAtWork } from '../runner/at-work.ts';
import { copySqlite } from '../store/backup.ts';
import { holdFolder } from '../store/folder-lock.ts';
import { migrateStore, schemaState } from '../store/migrate.ts';

export interface PreparedStore {
  /** Names of the migrations applied now. */
  applied: string[];
  /** Why this newsroom cannot start, in words that say how to mend it; null when it can. */
  complaint: string | null;
}

export interface PrepareOptions {
  /** Whether a PostgreSQL database that is in use may be migrated. */
  mayMigrate: boolean;
  /** Whether the caller holds the folder already, as who serves does. */
  holdsFolder?: boolean;
}

/**
 * On SQLite the file is copied, then migrated. On PostgreSQL, where other processes may be at work, only an empty database is
 * migrated without being told to. Neither is while a process of the version before is at work on it.
 */
export async function prepareStore(
  newsroom: Newsroom,
  { mayMigrate, holdsFolder = false }: PrepareOptions,
): Promise<PreparedStore> {
  const { had, missing, unknown } = await schemaState(newsroom.store, newsroom.engine);
  const inUse = missing.length > 0 && had.length > 0;
  const newer = unknown.at(-1);
  if (newer !== undefined) return no(writtenByNewer(newer));
  if (inUse && newsroom.engine === 'postgres' && !mayMigrate) {
    return no(`The database has not had ${missing.join(', ')}: run \`crier migrate\`.\n`);
  }
  const { data } = newsroom.settings;
  const free = inUse && newsroom.engine === 'sqlite' && !holdsFolder ? holdFolder(data) : () => {};
  if (!free) return no(anotherAtWork(data));
  try {
    if (inUse && newsroom.engine === 'sqlite') await copyBefore(newsroom, had.length);
    const applied = await migrateStore(newsroom.store, newsroom.engine, async (inner) => {
      if (inUse && newsroom.engine === 'postgres') await noOneElse({ ...newsroom, store: inner });
    });
    return { applied, complaint: await complainOfKeys(newsroom) };
  } catch (error) {
    if (error instanceof OthersAtWork) return no(error.message);
    throw error;
  } finally {
    free();
  }
}

class OthersAtWork extends Error {}

/** What a process of the version before writes while the shape changes under it would be half of each. */
async function noOneElse(inner: Newsroom): Promise<void> {
  const places = await placesAtWork(inner);
  if (places.length === 0) return;
  throw new OthersAtWork(
    `Of the version before, these are at work on the database: ${places.join(', ')}. Nothing was changed. Stop them, then run \`crier migrate\` again.\n`,
  );
}

/** What is said where a database has had a migration that this Crier does not know. */
export const writtenByNewer = (migration: string): string =>
  `The database has had ${migration}, which this Crier does not know: a newer one wrote it. Start the newer one.\n`;

export const anotherAtWork = (folder: string): string =>
  `Another Crier is at work on ${folder}. Stop it first.\n`;

const no = (complaint: string): PreparedStore => ({ applied: [], complaint });

async function copyBefore(newsroom: Newsroom, version: number): Promise<void> {
  const copy = join(newsroom.settings.data, `crier.sqlite.at-${version}`);
  if (!existsSync(copy)) await copySqlite(newsroom.store, copy);
}

/** A database copied without its keys could neither open what is sealed nor reach a single device. */
async function complainOfKeys(newsroom: Newsroom): Promise<string | null> {
  const mark = newsroom.seal.hash('secret-check', 'crier');
  const written = await settleFact(newsroom.store, 'secret-check', mark);
  const used = await listKeysInUse(newsroom);
  const known = new Set(newsroom.keys.vapid.map((key) => key.id));
  const folder = join(newsroom.settings.data, 'keys');
  const complaints: string[] = [];
  if (written !== mark)
    complaints.push(
      `The keys in ${folder} are not the ones this database was written with. Put back secret.key from your backup.\n`,
    );
  if (used.some((id) => !known.has(id)))
    complaints.push(
      `Devices subscribed with a key that is not in ${folder}. Put back vapid.json from your backup.\n`,
    );
  return complaints.length === 0 ? null : complaints.join('');
}
