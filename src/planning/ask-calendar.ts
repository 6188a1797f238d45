/** Asks the server of a calendar, and has what it sent read in a thread. What goes wrong outside is a value, in words for the desk. */
import { DAY, SECOND } from '../kit/clock.ts';
import { guardedFetch } from '../kit/guarded-fetch.ts';
import { ownModule } from '../kit/own-module.ts';
import type { Newsroom } from '../newsroom.ts';
import { getMasthead } from '../stories/masthead.ts';
import type { CalendarRow } from './calendar-queries.ts';
import type { CalendarReading } from './read-calendar.ts';

/** Bytes; twenty years of a parliament. */
export const LARGEST_CALENDAR = 5_000_000;
const LONGEST_READ = 20 * SECOND;
/** That are read again: what was moved yesterday. */
export const DAYS_BACK = 2;
const DAYS_AHEAD = 92; // a quarter; what recurs without end is followed no farther

/** The days that are followed, at whole hours of UTC. */
export function windowAt(now: number): { from: number; to: number } {
  const today = Math.floor(now / DAY) * DAY;
  return { from: today - DAYS_BACK * DAY, to: today + DAYS_AHEAD * DAY };
}

type CalendarAnswer =
  | {
      ok: true;
      bytes: Uint8Array | null;
      contentType: string | null;
      etag: string | null;
      lastModified: string | null;
    }
  | { ok: false; words: string };

/** `bytes` are null where nothing has changed there. */
export async function askCalendar(
  newsroom: Newsroom,
  { address, etag, last_modified }: Pick<CalendarRow, 'etag' | 'last_modified'> & { address: string },
): Promise<CalendarAnswer> {
  const got = await guardedFetch({
    address,
    headers: {
      accept: 'text/calendar, application/calendar+json;q=0.1, */*;q=0.1',
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(last_modified ? { 'if-modified-since': last_modified } : {}),
    },
    trustedHosts: newsroom.settings.trustedHosts,
    newsroomAddress: newsroom.settings.address,
    limits: { bytes: LARGEST_CALENDAR },
  });
  if (!got.ok) return { ok: false, words: got.why === 'too-large' ? TOO_LARGE : got.words };
  const { status, headers } = got;
  const contentType = headers['content-type'] ?? null;
  if (status === 304) return { ok: true, bytes: null, contentType, etag, lastModified: last_modified };
  if (status !== 200)
    return { ok: false, words: statusWords[status] ?? `The server answers with ${status}.` };
  return {
    ok: true,
    bytes: got.bytes,
    contentType,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  };
}

const TOO_LARGE = 'The calendar is larger than 5 MB, or has no end.';
const statusWords: Record<number, string> = {
  401: 'The server wants a sign-in there. Use the calendar’s secret or public address.',
  403: 'The server does not let us read it. Use the calendar’s secret or public address.',
  404: 'The server has nothing there.',
  410: 'The calendar is no longer there.',
  429: 'The server asks us to come less often.',
};

/** In a thread: it is a stranger's. */
export async function readCalendarIn(
  newsroom: Newsroom,
  { bytes, contentType }: { bytes: Uint8Array; contentType: string | null },
): Promise<CalendarReading> {
  const { timeZone: zone } = await getMasthead(newsroom);
  const answer = await newsroom.threads.run<CalendarReading>({
    module: ownModule('planning/read-calendar'),
    work: 'readCalendar',
    // A Buffer may be a window on a large slab, all of which would be copied.
    argument: { bytes: Uint8Array.from(bytes), contentType, zone, window: windowAt(newsroom.clock.now()) },
    ms: LONGEST_READ,
  });
  if (answer.ok) return answer.value;
  if (answer.why === 'broken') newsroom.log.error('reading a calendar failed', { error: answer.words });
  return { ok: false, words: threadWords[answer.why] };
}

const threadWords = {
  'too-long': 'It took too long to read, and reading was ended.',
  'too-much': 'It took too much memory to read, and reading was ended.',
  broken: 'It could not be read. This is a fault of Crier; the log has more.',
  closed: 'The newsroom was closing.',
};
