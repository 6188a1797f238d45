/** How many read, and from where: for the lines of the desk's lists, and for its page *Readers*. */
import { HOUR } from '../kit/clock.ts';
import { asking, type Newsroom } from '../newsroom.ts';
import { NOW_LASTS } from './flush.ts';
import {
  listAlertOpens,
  listHeadlines,
  listNow,
  listWays,
  type NowRow,
  sumHours,
  sumSections,
} from './queries.ts';

/** Readers of one story at this moment, of all processes. */
export interface ReadersNow {
  minute: number;
  hour: number;
  /** Pages that are open on it and in sight. */
  open: number;
}

/** Readers of these stories now; those that nobody reads are left out. */
export async function readersNow(newsroom: Newsroom, storyIds: string[]): Promise<Map<string, ReadersNow>> {
  if (storyIds.length === 0) return new Map();
  const subjects = storyIds.map((id) => `story:${id}`);
  const rows = await listNow(newsroom, { since: newsroom.clock.now() - NOW_LASTS, subjects });
  return new Map(
    rows.map(({ subject, minute, hour, open }) => [subject.slice(STORY), { minute, hour, open }]),
  );
}

/** How readers of these stories came in this hour and the one before, the most first. */
export async function waysLately(newsroom: Newsroom, storyIds: string[]): Promise<Map<string, WayCount[]>> {
  const found = new Map<string, WayCount[]>();
  if (storyIds.length === 0) return found;
  const to = (Math.floor(newsroom.clock.now() / HOUR) + 1) * HOUR;
  const subjects = storyIds.map((id) => `story:${id}`);
  const rows = await listWays(newsroom, { from: to - 2 * HOUR, to, subjects });
  for (const { subject, way, reads } of rows.toSorted((one, other) => other.reads - one.reads)) {
    const id = subject.slice(STORY);
    found.set(id, [...(found.get(id) ?? []), { way, reads }]);
  }
  return found;
}

const STORY = 'story:'.length;

/** Where readers came from, the most first. */
export interface WayCount {
  way: string;
  reads: number;
}

export interface StoryReads {
  /** Null for a page that is no story: the front, lists. */
  storyId: string | null;
  /** 'front', 'list', 'corrections' where it is no story. */
  page: string;
  headline: string;
  language: string | null;
  reads: number;
  now: ReadersNow | null;
  ways: WayCount[];
}

export interface ReadersReport {
  pages: StoryReads[];
  total: number;
  ways: WayCount[];
  sections: { name: string; reads: number }[];
  languages: { name: string; reads: number }[];
  /** Reads of each hour, in its order; hours without any are left out. */
  hours: { at: number; reads: number }[];
  alerts: { id: string; headline: string; language: string; at: number; opened: number }[];
}

const MOST_PAGES = 50;
const MOST_WAYS = 30;
const MOST_HOURS = 24 * 62;

/** What was read in a span of time. Hours that it only touches count whole. */
export async function reportReaders(
  newsroom: Newsroom,
  { from, to }: { from: number; to: number },
): Promise<ReadersReport> {
  const ask = asking(newsroom);
  const span = { from, to };
  const [subjects, ways, sections, languages, hours, alerts, now] = await Promise.all([
    sumHours(ask, { by: 'subject', ...span, most: MOST_PAGES }),
    sumHours(ask, { by: 'way', ...span, most: MOST_WAYS }),
    sumSections(ask, span),
    sumHours(ask, { by: 'language', ...span, most: MOST_WAYS }),
    sumHours(ask, { by: 'hour_at', ...span, most: MOST_HOURS }),
    listAlertOpens(ask, { ...span, most: MOST_WAYS }),
    listNow(ask, { since: newsroom.clock.now() - NOW_LASTS, most: MOST_PAGES * 2 }),
  ]);
  const total = hours.reduce((sum, { reads }) => sum + reads, 0);
  return {
    pages: await pagesOf(newsroom, subjects, now, span),
    total,
    ways: ways.map(({ name, reads }) => ({ way: name, reads })),
    sections,
    languages,
    hours: hours
      .map(({ name, reads }) => ({ at: Number(name), reads }))
      .toSorted((one, other) => one.at - other.at),
    alerts,
  };
}

async function pagesOf(
  newsroom: Newsroom,
  subjects: { name: string; reads: number }[],
  now: NowRow[],
  span: { from: number; to: number },
): Promise<StoryReads[]> {
  const names = subjects.map(({ name }) => name);
  const storyIds = names.filter((name) => name.startsWith('story:')).map((name) => name.slice(STORY));
  const [ways, headlines] = await Promise.all([
    listWays(newsroom, { ...span, subjects: names }),
    storyIds.length === 0 ? [] : listHeadlines(newsroom, storyIds),
  ]);
  const told = new Map(headlines.map((row) => [row.id, row]));
  return subjects.map(({ name, reads }): StoryReads => {
    const storyId = name.startsWith('story:') ? name.slice(STORY) : null;
    const story = storyId === null ? undefined : told.get(storyId);
    const lately = now.find(({ subject }) => subject === name);
    return {
      storyId,
      page: storyId === null ? name : 'story',
      headline: story?.headline || story?.slug || '',
      language: story?.language ?? null,
      reads,
      now: lately ? { minute: lately.minute, hour: lately.hour, open: lately.open } : null,
      ways: ways
        .filter(({ subject }) => subject === name)
        .map(({ way, reads: count }) => ({ way, reads: count }))
        .toSorted((one, other) => other.reads - one.reads),
    };
  });
}
