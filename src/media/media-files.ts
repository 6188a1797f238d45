/** Where the files of media stand: renditions, which readers are served, and originals, which never leave the house. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Newsroom } from '../newsroom.ts';
import type { MediaFiles } from './media-store.ts';
import { s3Files } from './s3-files.ts';

export const mediaFolder = (newsroom: Pick<Newsroom, 'settings'>): string =>
  join(newsroom.settings.data, 'media');

/** The name of an original: by what is in it. */
export const originalName = (hash: string): string => `originals/${hash}`;

const PART = 'part-';

/** What is served, by its name; nothing else in the folder is touched or handed out. */
const OURS =
  /^([^/]+?)-(?:\d+\.webp|card\.jpg|v\d+-(?:card\.jpg|[a-z]+-\d+\.(?:avif|webp|jpg)|file\.[a-z0-9]+|track-[\w-]+\.vtt))$/;

/** Whose file it is: the id of its media; null for what is none of ours. */
export const ownerOf = (name: string): string | null => OURS.exec(name)?.[1] ?? null;

/** Which version of its media it is of; 0 for those from before there were any. Recordings keep theirs. */
export const fileVersion = (name: string): number => Number(/-v(\d+)-/.exec(name)?.[1] ?? 0);

export function openMediaFiles(newsroom: Pick<Newsroom, 'settings'>): MediaFiles {
  const { mediaStore } = newsroom.settings;
  return mediaStore
    ? s3Files(mediaStore, (name) => ownerOf(name) !== null)
    : folderFiles(mediaFolder(newsroom));
}

function folderFiles(folder: string): MediaFiles {
  return {
    async put(name, bytes) {
      const path = join(folder, name);
      const part = join(folder, `${PART}${randomUUID()}`); // under its name once it is whole
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeNew(part, bytes);
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true }); // no half a file stays behind
        throw error;
      }
    },
    async read(name) {
      return readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    remove: (name) => rm(join(folder, name), { force: true }),
    async list() {
      // Before the first picture there is no folder.
      const names = (await readdir(folder).catch(() => [])).filter(
        (name) => ownerOf(name) !== null || name.startsWith(PART),
      );
      const found = await Promise.all(
        names.map(async (name) => {
          const about = await stat(join(folder, name)).catch(() => null); // another process was faster
          return about && { name, at: about.mtimeMs };
        }),
      );
      return found.filter((each) => each !== null);
    },
  };
}

async function writeNew(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
