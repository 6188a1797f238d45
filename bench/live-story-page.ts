/** Processor time of making a live story's page anew, as after each entry: of a long one beside one of a single page of entries. */
import { ENTRY_PAGE } from '../src/entries/entry.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { TestNewsroom } from '../tests/support/newsroom.ts';
import { openSite } from '../tests/support/site-cast.ts';
import { medianOf } from './result.ts';

const TURNS = 40;
const BEFORE = 10; // turns that are not counted: the engine learns what is asked

export interface MadeAnew {
  /** ms of the processor for one page. */
  long: number;
  /** The same with as many entries as one page has. */
  short: number;
  /** Of the long one the page of its oldest entries. */
  first: number;
}

/** Both stories are of this newsroom, which nobody serves meanwhile. */
export async function makeAnew(
  newsroom: Newsroom,
  stories: { long: { storyId: string; path: string }; short: { storyId: string; path: string } },
): Promise<MadeAnew> {
  const site = await openSite(newsroom as TestNewsroom);
  const once = async (storyId: string, path: string) => {
    newsroom.bell.ring('pages', { touched: [`story:${storyId}`] });
    const begun = process.cpuUsage();
    const { statusCode } = await site.app.inject({ url: path });
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  const times: Record<'long' | 'short' | 'first', number[]> = { long: [], short: [], first: [] };
  try {
    // In turns, so that whatever else the machine does meets all three.
    for (let turn = 0; turn < BEFORE + TURNS; turn += 1) {
      const long = await once(stories.long.storyId, stories.long.path);
      const short = await once(stories.short.storyId, stories.short.path);
      const first = await once(stories.long.storyId, `${stories.long.path}/entries/1`);
      if (turn < BEFORE) continue;
      times.long.push(long);
      times.short.push(short);
      times.first.push(first);
    }
  } finally {
    await site.close();
  }
  return { long: medianOf(times.long), short: medianOf(times.short), first: medianOf(times.first) };
}

/** Entries of the story beside it. */
export const SHORT = ENTRY_PAGE;
