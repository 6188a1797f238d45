/**
 * What to read after a story: the other pieces of its package, what the desk chose, what was told of it before, more of its section and source, and the one that comes
 * next. Nothing of it stands on the page twice.
 */
import { type ReadersPackage, readPackages } from '../fronts/packages.ts';
import type { Newsroom } from '../newsroom.ts';
import {
  listPublishedByEdition,
  listPublishedPlaces,
  type PublishedFilter,
  type PublishedPlace,
  type PublishedStory,
  type PublishedSummary,
} from '../stories/read.ts';
import { type ReadersTies, readTies } from '../stories/read-ties.ts';
import { listEditionsWithSpeakers } from '../stories/statements.ts';
import { listStoriesOfEvent } from '../wire/events/clusters.ts';

export interface After {
  /** What it is a piece of on a front, with the other pieces. */
  packages: ReadersPackage[];
  /** Every story that these name, and when the first of them ends. */
  inPackages: string[];
  packagesEnd: number;
  ties: ReadersTies;
  /** Of the same event, speakers and topics. */
  onThis: PublishedSummary[];
  /** Whether all of these were told before the story itself. */
  isEarlier: boolean;
  /** Of its section, else of its source. */
  more: PublishedSummary[];
  moreOf: 'section' | 'source';
  /** Of the paper, where there is little else. */
  others: PublishedSummary[];
  /** The one below it in its section, else in the paper; null where there is no further story. */
  next: PublishedSummary | null;
}

const RELATED = 4; // of the machine's own, with the next one no more than a reader looks through
const LOOKED_AT = 12; // newest of each topic and speaker
const SPOKEN = 60; // statements of its speakers that are looked through

/**
 * In the language of the story's own edition. Of the same event first: those that agencies tell of it, then those in which the same
 * people speak, then those of its topics (of more topics first); newest first among equals. What nobody at the desk has read keeps to
 * *Now* and its section. `speakerIds`: who speaks in it. Where stories stand is looked up first, and what is told of them then, of
 * those few that are shown.
 */
export async function findAfter(
  newsroom: Newsroom,
  story: PublishedStory,
  speakerIds: string[] = [],
): Promise<After> {
  const { language, section, source } = story;
  const ties = await readTies(newsroom, story);
  const { packages, storyIds: inPackages, until: packagesEnd } = await readPackages(newsroom, story);
  const pieces = packages.flatMap((each) => each.pieces.map(({ storyId }) => storyId));
  const shown = new Set([story.storyId, ...pieces, ...tiedIn(ties)]);
  const take = (found: PublishedPlace[], most: number): PublishedPlace[] => {
    const taken = eachOnce(found)
      .filter(({ storyId }) => !shown.has(storyId))
      .slice(0, most);
    for (const { storyId } of taken) shown.add(storyId);
    return taken;
  };
  const list: List = (filter, limit = LOOKED_AT) =>
    listPublishedPlaces(newsroom, { ...filter, language, isRead: true, limit });
  // Of so many and as many again as stand on the page already, enough are left.
  const takeOf = async (filter: Where, most: number): Promise<PublishedPlace[]> =>
    most > 0 ? take(await list(filter, most + shown.size), most) : [];
  const event = await listStoriesOfEvent(newsroom, story.storyId);
  const onThis = take(
    [
      ...(event.length > 0
        ? await listPublishedPlaces(newsroom, { storyIds: event, language, limit: LOOKED_AT })
        : []),
      ...(await ofSpeakers(newsroom, list, speakerIds)),
      ...(await ofTopics(list, story)),
    ],
    RELATED,
  );
  const moreOf = section || !source ? 'section' : 'source';
  const filter = section ? { sectionId: section.id } : source ? { sourceId: source.id } : null;
  const more = filter ? await takeOf(filter, RELATED - onThis.length) : [];
  const others = await takeOf({}, RELATED - onThis.length - more.length);
  const isEarlier = onThis.every(({ firstPublishedAt }) => firstPublishedAt <= story.firstPublishedAt);
  const next = await findNext(list, story, shown);
  const all = [...onThis, ...more, ...others, ...(next ? [next] : [])].map(({ editionId }) => editionId);
  const told = new Map((await listPublishedByEdition(newsroom, all)).map((each) => [each.editionId, each]));
  const of = (places: PublishedPlace[]) => places.flatMap(({ editionId }) => told.get(editionId) ?? []);
  const [shownNext = null] = next ? of([next]) : [];
  return {
    packages,
    inPackages,
    packagesEnd,
    ties,
    onThis: of(onThis),
    isEarlier,
    more: of(more),
    moreOf,
    others: of(others),
    next: shownNext,
  };
}

type Where = Omit<PublishedFilter, 'limit' | 'language'>;
type List = (filter: Where, limit?: number) => Promise<PublishedPlace[]>;

/** Every story that the page names, for the names of what it shows. */
export function storiesAfter({ inPackages, ties, onThis, more, others, next }: After): string[] {
  const ids = [...onThis, ...more, ...others, ...(next ? [next] : [])].map(({ storyId }) => storyId);
  return [...new Set([...inPackages, ...tiedIn(ties), ...ids])];
}

function tiedIn({ series, ...lists }: ReadersTies): string[] {
  const parts = [series?.before, series?.after].flatMap((part) => part ?? []);
  return [...Object.values(lists).flat(), ...parts].map(({ storyId }) => storyId);
}

async function ofSpeakers(newsroom: Newsroom, list: List, speakerIds: string[]): Promise<PublishedPlace[]> {
  const editionIds = await listEditionsWithSpeakers(newsroom, { speakerIds, limit: SPOKEN });
  return editionIds.length === 0 ? [] : list({ editionIds });
}

/** Those that share most topics first. */
async function ofTopics(list: List, { topics }: PublishedStory): Promise<PublishedPlace[]> {
  const lists: PublishedPlace[] = [];
  for (const { id } of topics) lists.push(...(await list({ topicId: id })));
  const shared = new Map<string, number>();
  for (const { storyId } of lists) shared.set(storyId, (shared.get(storyId) ?? 0) + 1);
  return eachOnce(lists).sort(
    (one, other) =>
      (shared.get(other.storyId) ?? 0) - (shared.get(one.storyId) ?? 0) ||
      other.firstPublishedAt - one.firstPublishedAt,
  );
}

async function findNext(
  list: List,
  story: PublishedStory,
  shown: ReadonlySet<string>,
): Promise<PublishedPlace | null> {
  const { section, editionId } = story;
  const before = { at: story.firstPublishedAt, id: editionId };
  for (const where of [section ? { sectionId: section.id } : null, {}]) {
    if (!where) continue;
    const older = await list({ ...where, before }, shown.size + 1);
    const next = older.find(({ storyId }) => !shown.has(storyId));
    if (next) return next;
  }
  return null;
}

function eachOnce(places: PublishedPlace[]): PublishedPlace[] {
  return [...new Map(places.map((place) => [place.storyId, place])).values()];
}
