/** Sources by the list: taken over from other programs' OPML, and given away as it. */
import { Refusal, refuse } from '../../kit/refusal.ts';
import type { Actor, Newsroom } from '../../newsroom.ts';
import { findMasthead } from '../../stories/masthead.ts';
import { readOpml, writeOpml } from './opml.ts';
import { addSource, listSources } from './sources.ts';

export interface TakenList {
  added: number;
  /** Those that were sources already. */
  known: number;
  /** What is wrong with the list, in sentences. */
  problems: string[];
}

const MOST = 5_000; // sources of one list: as many as one process asks politely

/**
 * Adds what a list names, each with a contract that allows nothing until someone says otherwise. A feed is first asked
 * when its turn comes. Refuses with `form-incomplete` where there is no feed in it.
 */
export async function takeSourceList(
  newsroom: Newsroom,
  { bytes, by }: { bytes: Uint8Array; by: Actor },
): Promise<TakenList> {
  const { outlines, problems } = readOpml(bytes);
  if (outlines.length === 0) refuse('form-incomplete', { fields: { list: problems.join(' ') } });
  const taken: TakenList = { added: 0, known: 0, problems };
  for (const { feedUrl: address, name, language } of outlines.slice(0, MOST)) {
    try {
      await addSource(newsroom, { address, name, language, unasked: true, by });
      taken.added += 1;
    } catch (refusal) {
      // One that is there already is no reason to stop at the others.
      if (!(refusal instanceof Refusal) || refusal.code !== 'source-exists') throw refusal;
      taken.known += 1;
    }
  }
  if (outlines.length > MOST) taken.problems.push(`Only the first ${MOST} were taken.`);
  return taken;
}

/** All sources that have a feed, as OPML. */
export async function giveSourceList(newsroom: Newsroom): Promise<string> {
  const masthead = await findMasthead(newsroom);
  const outlines = (await listSources(newsroom)).flatMap(({ name, feedUrl, siteUrl, language }) =>
    feedUrl === null ? [] : [{ name, feedUrl, siteUrl, language, folders: [] }],
  );
  return writeOpml({ title: `${masthead?.name ?? 'Crier'}: sources`, at: newsroom.clock.now(), outlines });
}
