/** What a file or an address that somebody gave is, by what stands in it and never by its name. */
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type MoveSource, UnreadableSource } from '../records.ts';
import { coralSource, isCoral } from './coral.ts';
import { isOwnCoralComments } from './coral-tables.ts';
import { disqusSource, isDisqus } from './disqus.ts';
import { ghostSource, isGhost } from './ghost.ts';
import { isMembers, isSubscriptions, membersSource, subscriptionsSource } from './lists.ts';
import { fileHead, fileWords, textOfHead } from './open-file.ts';
import { isRestFile, type RestWays, restFileSource, restSource } from './rest.ts';
import { isWxr, wxrSource } from './wxr.ts';

export interface OpeningWays extends RestWays {
  /** The other house's address, where its files do not say it. */
  from: string | null;
}

/** What is wrong with one of the places, in words. */
export interface PlaceProblem {
  place: string;
  words: string;
}

/** The sources of all that was given; files that belong together are one. With problems, nothing should be begun. */
export async function openSources(
  places: readonly string[],
  ways: OpeningWays,
): Promise<{ sources: MoveSource[]; problems: PlaceProblem[] }> {
  const sources: MoveSource[] = [];
  const problems: PlaceProblem[] = [];
  const coral: { path: string; size: number }[] = [];
  const given = new Set<string>();
  for (const place of places) {
    try {
      if (isTwice(place, given)) throw new UnreadableSource('It was given twice.');
      const source = await openSource(place, ways, coral);
      if (source) sources.push(isAddress(place) ? source : { ...source, ...asOpened(ways, [place]) });
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      problems.push({ place, words: error.words });
    }
  }
  if (coral.length > 0) {
    const size = coral.reduce((sum, one) => sum + one.size, 0);
    const files = coral.map(({ path }) => path);
    sources.push({ ...coralSource(files, size), ...asOpened(ways, files) });
  }
  return { sources, problems };
}

/** By which a thread opens it once more. */
const asOpened = ({ from, kinds = [] }: OpeningWays, files: readonly string[]) => ({ files, from, kinds });

/** A source that was opened before, in another thread. */
export async function reopened({
  files = [],
  from = null,
  kinds = [],
}: Pick<MoveSource, 'files' | 'from' | 'kinds'>): Promise<MoveSource> {
  const nowhere = { trustedHosts: [], address: '' }; // files ask nobody
  const { sources, problems } = await openSources(files, { settings: nowhere, from, kinds });
  const [source] = sources;
  if (!source) throw new UnreadableSource(problems.map(({ words }) => words).join(' '));
  return source;
}

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place) && URL.canParse(place);

function isTwice(place: string, given: Set<string>): boolean {
  const same = isAddress(place) ? place.replace(/\/+$/, '') : resolve(place);
  const isThere = given.has(same);
  given.add(same);
  return isThere;
}

/** The size of a file that can be read as often as a move has to. */
async function sizeOf(place: string): Promise<number> {
  if (place === '-') throw new UnreadableSource(ONCE_ONLY);
  if (/^[a-z][\w+.-]*:\/\//i.test(place))
    throw new UnreadableSource('This is no address of a site: one begins with https:// or http://.');
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableSource(fileWords(error));
  });
  if (found.isDirectory())
    throw new UnreadableSource(
      'This is a folder. Give the files in it; one that crier move-out made is given alone.',
    );
  if (!found.isFile()) throw new UnreadableSource(ONCE_ONLY);
  return found.size;
}

const ONCE_ONLY =
  'What another program hands over can be read only once, and a move looks through it first. Save it as a file, and give that.';

/** Null where it was put with others. */
async function openSource(
  place: string,
  ways: OpeningWays,
  coral: { path: string; size: number }[],
): Promise<MoveSource | null> {
  if (isAddress(place)) return restSource(place, ways);
  const size = await sizeOf(place);
  const { bytes } = await fileHead(place);
  const head = textOfHead(bytes);
  if (head.trim() === '') throw new UnreadableSource('It is empty.');
  if (isWxr(head)) return wxrSource(place, size, ways.kinds);
  if (isDisqus(head)) return disqusSource(place, size);
  if (isSubscriptions(head)) return subscriptionsSource(place, size);
  if (isMembers(head)) return membersSource(place, size);
  if (isRestFile(head)) return restFileSource(place, size);
  if (isGhost(head)) return ghostSource(place, size, ways.from);
  if (isCoral(head)) {
    coral.push({ path: place, size });
    return null;
  }
  throw new UnreadableSource(`${kindOf(head)} ${TAKEN}`);
}

const TAKEN =
  'Taken are exports of WordPress (WXR), Ghost (JSON), Disqus (XML) and Coral (JSON, CSV), the address of a WordPress site, and a folder that crier move-out made.';
const BY_WAY = 'WordPress and Ghost take it in: what they export then is taken here.';

function kindOf(head: string): string {
  if (isOwnCoralComments(head))
    return 'This is what Coral gives one reader of their own comments. Export its collections comments, stories and users instead, with mongoexport.';
  if (/^\ufeff?"?post_id"?,[^\n]*\bemail_sent_at\b/.test(head))
    return `This is Substack’s list of posts, without their words. ${BY_WAY}`;
  if (
    /<feed[\s>]/.test(head) &&
    /schemas\.google\.com\/blogger|blogger\.com,1999:blog-[\d]+\.(?:archive|post)/.test(head)
  )
    return `This is Blogger’s export. ${BY_WAY}`;
  if (/\bp-name\b/.test(head) && /\be-content\b|\bh-entry\b/.test(head))
    return `This is a story of Medium’s export. ${BY_WAY}`;
  if (/^\s*<!doctype html|^\s*<html/i.test(head))
    return 'This is a web page: often it is the one that asks for a password, saved in place of the export.';
  if (/<rss[\s>]|<feed[\s>]/.test(head)) return 'This is a feed, and holds the newest posts only.';
  if (/^\s*--|^\s*CREATE TABLE|INSERT INTO/i.test(head))
    return 'This is a dump of a database. Export the site instead.';
  if (/^[\w "-]{1,40}(?:[,;][^\n]{0,2000})\n/.test(head) && !/^\s*[[{<]/.test(head))
    return 'This is a table: of those only members of Ghost and browsers with alerts are known.';
  return 'Nothing in it is known.';
}
