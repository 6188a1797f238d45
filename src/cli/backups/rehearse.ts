/**
 * A backup rehearsed: restored into a scratch newsroom, whose pages are compared with those of the newsroom it was taken of. A
 * backup that was never restored is a hope.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Newsroom } from '../../newsroom.ts';
import { listPublished } from '../../stories/read.ts';
import { restoreBackup } from './restore-backup.ts';
import { openPages, openScratch, type PageMaker } from './scratch-newsroom.ts';

export interface Rehearsal {
  /** Addresses that were opened in both and are the same. */
  same: string[];
  /** Those that are not, and how. */
  different: string[];
  /** Migrations that this Crier applied to the copy. */
  migrations: string[];
}

const PAGES = 10; // the front page and the newest stories: what a reader would miss first

/** Throws, in words, where the backup cannot be restored. `isOlder`: the newsroom itself cannot be opened by this version. */
export async function rehearse(
  newsroom: Newsroom,
  { file, secret, isOlder = false }: { file: string; secret?: string | undefined; isOlder?: boolean },
): Promise<Rehearsal> {
  const folder = await mkdtemp(join(dirname(file), '.crier-rehearsal-'));
  try {
    const parts = join(folder, 'data');
    await restoreBackup({ file, folder: parts, secret });
    const scratch = await openScratch(newsroom, parts);
    try {
      const pages = isOlder ? null : await openPages(newsroom);
      const found = await compare(scratch, pages);
      await pages?.close();
      return { ...found, migrations: scratch.migrations };
    } finally {
      await scratch.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  scratch: PageMaker,
  live: PageMaker | null,
): Promise<Pick<Rehearsal, 'same' | 'different'>> {
  const same: string[] = [];
  const different: string[] = [];
  const paths = await pathsOf(scratch.newsroom);
  for (const path of paths) {
    const copy = await scratch.page(path);
    if (copy.status !== 200) different.push(`${path} answers ${copy.status}`);
    else if (live === null || lettersOf(copy.body) === lettersOf((await live.page(path)).body))
      same.push(path);
    else if (await isUnchanged(path, scratch, live)) different.push(`${path} does not read the same`);
  }
  return { same, different };
}

/** Changed while the backup was taken and rehearsed, it may differ: then it is not counted. The front page goes on by the clock. */
async function isUnchanged(path: string, scratch: PageMaker, live: PageMaker): Promise<boolean> {
  const changedAt = async (of: PageMaker) =>
    (await newest(of.newsroom)).find((story) => story.path === path)?.publishedAt ?? null;
  const [before, now] = [await changedAt(scratch), await changedAt(live)];
  return before !== null && before === now;
}

async function pathsOf(newsroom: Newsroom): Promise<string[]> {
  return ['/', ...(await newest(newsroom)).map(({ path }) => path)];
}

const newest = (newsroom: Newsroom) => listPublished(newsroom, { limit: PAGES - 1 });

/** The words of a page's main part: what is round it holds numbers that go on (replies, minutes ago). */
function lettersOf(html: string): string {
  const main = /<(article|main)[\s\S]*<\/\1>/.exec(html)?.[0] ?? html;
  return main
    .replace(/<time[\s\S]*?<\/time>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}
