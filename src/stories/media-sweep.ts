/**
 * Pictures go when nothing shows them: those of a withdrawn story at once, so that nobody who has the address still sees
 * them; those that were replaced, and files that no picture owns, after a day.
 */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY } from '../kit/clock.ts';
import type { Newsroom } from '../newsroom.ts';
import { mediaFolder } from './media.ts';
import { endPictures, livingPictures, markUnused, unusedSince } from './media-queries.ts';

const KEPT = DAY; // an editor who put another picture in may want the old one back before the end of the day

/** Follows `story-killed`: what it alone showed is public no more. */
export async function withdrawPictures(newsroom: Newsroom, { storyId }: { storyId: string }): Promise<void> {
  await end(newsroom, await unusedSince(newsroom, { storyId }));
}

/** For the clock: ends what nothing has shown for a day, and removes files that no picture owns. */
export async function sweepMedia(newsroom: Newsroom): Promise<void> {
  await markUnused(newsroom);
  await end(newsroom, await unusedSince(newsroom, { before: newsroom.clock.now() - KEPT }));
  await removeStrays(newsroom);
}

/** The rows first: what is left of the files, should the process die in between, are strays then. */
async function end(newsroom: Newsroom, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await endPictures(newsroom, ids);
  const gone = new Set(ids);
  for (const file of await filesOf(newsroom))
    if (gone.has(ownerOf(file))) await rm(join(mediaFolder(newsroom), file), { force: true });
  newsroom.log.info('pictures removed that nothing shows', { pictures: ids.length });
}

/** Halves of uploads whose process was killed; younger ones may belong to one that is under way. */
async function removeStrays(newsroom: Newsroom): Promise<void> {
  const files = await filesOf(newsroom);
  const living = await livingPictures(newsroom, [...new Set(files.map(ownerOf))]);
  for (const file of files) {
    if (living.has(ownerOf(file))) continue;
    const path = join(mediaFolder(newsroom), file);
    const written = await stat(path).catch(() => null); // another process was faster
    if (written && written.mtimeMs <= newsroom.clock.now() - KEPT) await rm(path, { force: true });
  }
}

/** Before the first picture there is no folder. */
async function filesOf(newsroom: Newsroom): Promise<string[]> {
  const names = await readdir(mediaFolder(newsroom)).catch(() => []);
  return names.filter((name) => OURS.test(name));
}

const OURS = /^(.+)-(?:\d+\.webp|card\.jpg)$/; // what stories/media.ts writes; nothing else in the folder is touched

const ownerOf = (file: string): string => OURS.exec(file)?.[1] ?? '';
