/**
 * The wire folder: an agency's program puts files into the folder of its source, and they are taken in. A file is read
 * when nobody has written to it for a while, or at once when it was moved there whole; then it is put away.
 */
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findSourceRowBy } from '../../intake/source-queries.ts';
import { SECOND } from '../../kit/clock.ts';
import type { Newsroom } from '../../newsroom.ts';
import { putLine } from '../sources/poll-lines.ts';
import { acceptDelivery } from './deliveries.ts';

const TAKEN = 'taken'; // where files go that were kept
const REFUSED = 'refused'; // and those that were not
const SETTLED = 2 * SECOND; // without a write; programs that write slowly write more often than that
const MOST_AT_ONCE = 50; // files of one source in one look; the rest at the next
const LARGEST = 15_000_000; // bytes, as of a feed

/** Names of files that are still being written, by the habits of FTP servers and browsers. */
const UNFINISHED = /^[.~]|\.(?:tmp|part|partial|filepart|crdownload|writing)$/i;

/** Chime. Several processes may look at once: the same bytes are the same delivery. */
export async function lookIntoFolder(newsroom: Newsroom): Promise<void> {
  const { wireFolder } = newsroom.settings;
  if (!wireFolder) return;
  for (const entry of await listed(wireFolder)) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const source = await findSourceRowBy(newsroom, 'slug', entry.name);
    if (!source || source.paused_at !== null) continue;
    await lookInto(newsroom, source.id, join(wireFolder, entry.name));
  }
}

/** A folder that is not there, or may not be read, is empty; the operator sees that nothing comes. */
async function listed(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

async function lookInto(newsroom: Newsroom, sourceId: string, folder: string): Promise<void> {
  const files = (await listed(folder)).filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name));
  const names = files.map(({ name }) => name).sort(); // agencies number their files
  for (const name of names.slice(0, MOST_AT_ONCE)) await takeFile(newsroom, { sourceId, folder, name });
}

interface Found {
  sourceId: string;
  folder: string;
  name: string;
}

async function takeFile(newsroom: Newsroom, { sourceId, folder, name }: Found): Promise<void> {
  const path = join(folder, name);
  const began = newsroom.clock.now();
  const before = await stat(path).catch(() => null);
  if (!before || before.size === 0 || Math.abs(began - before.mtimeMs) < SETTLED) return;
  if (before.size > LARGEST) {
    const words = `The file ${name} is larger than 15 MB.`;
    await putLine(newsroom, sourceId, {
      via: 'folder',
      bytes: before.size,
      began,
      verdict: 'too-large',
      words,
    });
    return putAway(path, join(folder, REFUSED), name);
  }
  const bytes = await readFile(path).catch(() => null);
  const after = await stat(path).catch(() => null);
  // Written to while it was read: it is whole another time.
  if (!bytes || after?.mtimeMs !== before.mtimeMs || after.size !== bytes.length) return;
  await acceptDelivery(newsroom, { sourceId, via: 'folder', name, contentType: null, bytes });
  await putAway(path, join(folder, TAKEN), name);
}

/** After it was kept. If the process ends between, the file is taken again, and is known. */
async function putAway(path: string, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  // Another process may have put it away meanwhile.
  await rename(path, join(folder, name)).catch(() => {});
}
