/** Where the night's backups are kept: a folder, or a store that speaks S3. There each is fetched from to be rehearsed, too. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DAY } from '../../kit/clock.ts';
import { type ObjectStore, objectStoreWords } from '../../kit/object-store.ts';
import { type Bucket, ObjectStoreError, openBucket } from '../../kit/s3.ts';

export interface BackupPlace {
  /** A folder of this machine in which one is made, and rehearsed; it is there from now on. */
  work(): Promise<string>;
  /** Keeps what was made in the work folder, under its name. Answers where it stands now, in words. */
  keep(file: string): Promise<string>;
  /** One that is kept, as a file of this machine; null where there is none of that name. */
  fetch(name: string): Promise<string | null>;
  /** Names of all that is there, others' files among them. */
  list(): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** Takes away what is of no use any more. */
  leave(): Promise<void>;
}

/** '2026-11-30T03-00-12Z' in the name: sorts by itself, and every file system takes it. */
export function backupNameOf(at: number, isSealed: boolean): string {
  const time = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
  return `crier-${time}.tar${isSealed ? '.sealed' : ''}`;
}

/** When one of that name was taken; null for what is none of ours. */
export function takenAt(name: string): number | null {
  const [, day, hour, minute, second] = OURS.exec(name) ?? [];
  return day === undefined ? null : Date.parse(`${day}T${hour}:${minute}:${second}Z`);
}

const OURS = /^crier-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar(\.sealed)?$/;

/** `beside`: where there is room to work for a store elsewhere. What it does throws in words where the place does not do it. */
export function openBackupPlace(
  backups: string | ObjectStore,
  { beside, now }: { beside: string; now: number },
): BackupPlace {
  if (typeof backups === 'string') return folderPlace(backups, now);
  return storePlace(openBucket(backups), { words: objectStoreWords(backups), beside, now });
}

function folderPlace(folder: string, now: number): BackupPlace {
  return {
    async work() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await removeOld(folder, '.crier-rehearsal-', now);
      return folder;
    },
    keep: async (file) => file,
    fetch: async (name) => ((await readdir(folder)).includes(name) ? join(folder, name) : null),
    list: () => readdir(folder),
    remove: (name) => rm(join(folder, name)),
    leave: async () => {},
  };
}

const WORK = 'backup-work';

function storePlace(
  bucket: Bucket,
  { words, beside, now }: { words: string; beside: string; now: number },
): BackupPlace {
  let folder: Promise<string> | null = null;
  const open = async () => {
    const all = join(beside, WORK);
    await mkdir(all, { recursive: true, mode: 0o700 });
    await removeOld(all, '', now);
    return mkdtemp(join(all, 'night-'));
  };
  const work = () => {
    folder ??= open();
    return folder;
  };
  const inWords = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof ObjectStoreError)) throw error;
      throw new Error(`the store of backups at ${words}: ${error.message.replace(/\.$/, '')}`);
    }
  };
  return {
    work,
    async keep(file) {
      await inWords(bucket.putFile(basename(file), file));
      await rm(file); // it is rehearsed as it stands there
      return `${words}/${basename(file)}`;
    },
    async fetch(name) {
      const part = join(await work(), `.part-${randomUUID()}`);
      const isThere = await inWords(bucket.getFile(name, part));
      if (!isThere) return null;
      const file = join(await work(), name);
      await rename(part, file);
      return file;
    },
    list: async () => (await inWords(bucket.list())).map(({ name }) => name),
    remove: (name) => inWords(bucket.remove(name)),
    async leave() {
      if (folder) await rm(await folder, { recursive: true, force: true });
    },
  };
}

/** What one that was killed left behind; no night takes a day. */
async function removeOld(folder: string, beginning: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(beginning)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null); // its own process was faster
    if (found && found.mtimeMs < now - DAY) await rm(path, { recursive: true, force: true });
  }
}
