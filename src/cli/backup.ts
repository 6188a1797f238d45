/**
 * `crier backup FILE`: database, media and keys in one tar file, taken while the newsroom goes on, and read back from the
 * disk before it is called done. To restore, unpack it into an empty data folder.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DAY, systemClock } from '../kit/clock.ts';
import { isAlive } from '../kit/is-alive.ts';
import type { Settings } from '../kit/settings.ts';
import { type Digests, digestTar, type TarEntry, writeTar } from '../kit/tar.ts';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { copySqlite, isWhole } from '../store/backup.ts';
import { settingsOrComplaint, type Verb, WRONG_SETTINGS } from './verb.ts';

const DIGESTS = 'SHA256SUMS'; // as `sha256sum --check` reads it

export const backup: Verb = {
  says: 'Copies database, media and keys into one file, while the newsroom goes on.',
  usage: `crier backup FILE

FILE must not exist yet; post.tar, say. It is a tar file of all that the data folder holds, keys included: keep it as you
would keep the keys. It is read back and compared before it is called done. To restore: tar -xf FILE -C an empty data
folder, and start Crier on it. Of a PostgreSQL database the dump is yours to make, with pg_dump. Exit: 1 when nothing was
copied.
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
      const file = resolve(target);
      const count = await copyAll(newsroom, file);
      const rest = settings.databaseUrl ? ' The database is PostgreSQL’s: copy it with pg_dump.' : '';
      process.stdout.write(`Copied ${count} files to ${file}, and read them back.${rest}\n`);
      return 0;
    } catch (error) {
      // A full disk, a folder that may not be written to, a damaged database: for the person at the keyboard.
      process.stderr.write(`Nothing was copied: ${(error as Error).message}.\n`);
      return 1;
    } finally {
      await newsroom.close();
    }
  },
};

function whyNot(settings: Settings, target: string | undefined): string | null {
  if (target === undefined) return 'Say into which file: crier backup FILE.';
  const file = resolve(target);
  if (existsSync(file)) return `${file} is there already. Name a file that is not.`;
  if (!existsSync(dirname(file))) return `There is no folder ${dirname(file)}.`;
  const sign = settings.databaseUrl ? 'keys' : 'crier.sqlite';
  if (!existsSync(join(settings.data, sign))) return `There is no newsroom in ${settings.data}.`;
  return null;
}

/** Under a name of its own until it is whole: who finds the file under its name can rely on it. */
async function copyAll(newsroom: Newsroom, file: string): Promise<number> {
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
    await rename(part, file);
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
    const copy = join(folder, 'crier.sqlite');
    await copySqlite(newsroom.store, copy);
    if (!isWhole(copy))
      throw new Error('the database is damaged: SQLite finds pages that do not fit together');
    entries.push({ name: 'crier.sqlite', from: copy });
  }
  for (const part of ['keys', 'media']) {
    if (!existsSync(join(data, part))) continue;
    const found = await readdir(join(data, part), { recursive: true, withFileTypes: true });
    const files = found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    entries.push(...files.sort().map((from) => ({ name: from.slice(data.length + 1), from })));
  }
  return entries;
}
