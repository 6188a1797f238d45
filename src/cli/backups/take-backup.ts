/**
 * One file of all that a newsroom is: database, media and keys, taken while it goes on, and read back from the disk before it
 * bears its name.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DAY, systemClock } from '../../kit/clock.ts';
import { isAlive } from '../../kit/is-alive.ts';
import { sealFile } from '../../kit/sealed-file.ts';
import { type Digests, digestTar, type TarEntry, writeTar } from '../../kit/tar.ts';
import type { Newsroom } from '../../newsroom.ts';
import { copySqlite, isWhole } from '../../store/backup.ts';
import { dumpPostgres } from './postgres-dump.ts';

export const DIGESTS = 'SHA256SUMS'; // as `sha256sum --check` reads it
export const SQLITE_FILE = 'crier.sqlite';
export const DUMP = 'database.dump'; // of PostgreSQL, in pg_dump's own form

/** Under a name of its own until it is whole: who finds the file under its name can rely on it. Sealed where there is a secret. */
export async function takeBackup(
  newsroom: Newsroom,
  { file, secret }: { file: string; secret?: string | undefined },
): Promise<number> {
  await removeLeftovers(dirname(file));
  const folder = join(dirname(file), `${UNDER_WAY}${process.pid}-${randomUUID()}`);
  const forget = removeWhenEnded(folder); // first: whoever ends it may be quick
  mkdirSync(folder, { mode: 0o700 });
  try {
    const entries = await entriesOf(newsroom, folder);
    const part = join(folder, 'part.tar');
    const at = newsroom.clock.now();
    const sums = (digests: Digests) =>
      Object.entries(digests)
        .map(([name, digest]) => `${digest}  ${name}\n`)
        .join('');
    const written = await writeTar(part, entries, at, (digests) => ({
      name: DIGESTS,
      from: Buffer.from(sums(digests)),
    }));
    const found = await digestTar(part);
    if (sums(found) !== sums(written))
      throw new Error('the copy is not what was written: the disk is at fault');
    if (secret !== undefined) {
      const sealed = join(folder, 'sealed');
      await sealFile(part, sealed, secret);
      await rename(sealed, file);
    } else {
      await rename(part, file);
    }
    return entries.length;
  } finally {
    forget();
    await rm(folder, { recursive: true, force: true });
  }
}

const UNDER_WAY = '.crier-backup-'; // then the process that writes it
const OLDEST = DAY; // no backup takes as long: its process is another's by now

/** What a backup that was killed outright left beside the file it was to make. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNDER_WAY)) continue;
    const path = join(folder, name);
    const pid = Number.parseInt(name.slice(UNDER_WAY.length), 10);
    const begun = await stat(path).catch(() => null); // its own process was faster
    const isOver = !isAlive(pid) || (begun !== null && begun.mtimeMs < systemClock.now() - OLDEST);
    if (isOver) await rm(path, { recursive: true, force: true });
  }
}

/** Told to end in the midst of it (Ctrl-C, SIGTERM, a closed terminal), it takes along what it wrote. The answer ends the watch. */
function removeWhenEnded(folder: string): () => void {
  const end = (signal: NodeJS.Signals) => {
    rmSync(folder, { recursive: true, force: true });
    process.removeListener(signal, end);
    process.kill(process.pid, signal); // and ends as it was told to
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, end);
  return () => {
    for (const signal of signals) process.removeListener(signal, end);
  };
}

async function entriesOf(newsroom: Newsroom, folder: string): Promise<TarEntry[]> {
  const { data } = newsroom.settings;
  const entries: TarEntry[] = [];
  if (newsroom.engine === 'sqlite') {
    const copy = join(folder, SQLITE_FILE);
    await copySqlite(newsroom.store, copy);
    if (!isWhole(copy))
      throw new Error('the database is damaged: SQLite finds pages that do not fit together');
    entries.push({ name: SQLITE_FILE, from: copy });
  } else {
    const dump = join(folder, DUMP);
    await dumpPostgres(newsroom.settings.databaseUrl ?? '', dump);
    entries.push({ name: DUMP, from: dump });
  }
  for (const part of ['keys', 'media']) {
    if (!existsSync(join(data, part))) continue;
    const found = await readdir(join(data, part), { recursive: true, withFileTypes: true });
    const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    entries.push(...files.sort().map((from) => ({ name: from.slice(data.length + 1), from })));
  }
  return entries;
}
