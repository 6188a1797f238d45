/**
 * Sorts the followers of a news alert into those told now and those who wait, by the rule in who-hears.ts, with what the
 * store knows of each. Asked once for a page of recipients, inside the transaction that cuts it.
 */
import type { Newsroom } from '../../newsroom.ts';
import { momentLanguages } from '../moment-queries.ts';
import type { Alert } from '../queries.ts';
import {
  earlierTellings,
  editionsOf,
  followersOfStory,
  type HeldRow,
  insertHeld,
  markTold,
  readerRows,
  stoppedBy,
  timeZoneOfPaper,
} from '../readers/reader-queries.ts';
import { asReader, countTold } from '../readers/reader-settings.ts';
import { type News, whoHears } from '../readers/who-hears.ts';

export interface SortedFollowers<D> {
  /** Told now, in the order given. */
  now: D[];
  /** Rows for `keepSorted`: those whom quiet hours or the cap hold back. */
  later: HeldRow[];
  /** Ids of those told now who have a cap: this alert counts. */
  counted: string[];
}

/**
 * `devices`: a page of reachable followers in key order. Costs four small queries, whatever the page; devices without a
 * wish of their own are not read as long as the story has one edition.
 */
export async function sortFollowers<D extends { id: string }>(
  inner: Newsroom,
  alert: Alert,
  devices: readonly D[],
): Promise<SortedFollowers<D>> {
  const [first, last] = [devices[0]?.id, devices.at(-1)?.id];
  if (first === undefined || last === undefined) return { now: [], later: [], counted: [] };
  const range = { first, last };
  const news = await newsOf(inner, alert);
  const isPlain = news.editions.length <= 1 && news.earlier.length === 0;
  const rows = await readerRows(inner, { ids: devices.map(({ id }) => id), withWishes: isPlain });
  const stopped = await stoppedBy(inner, alert.story_id, range);
  const ofStory =
    isPlain && rows.size === 0 ? new Set<string>() : await followersOfStory(inner, alert.story_id, range);
  const hears = whoHears(news);
  const sorted: SortedFollowers<D> = { now: [], later: [], counted: [] };
  for (const device of devices) {
    const row = rows.get(device.id);
    if (!row) {
      if (!stopped.has(device.id)) sorted.now.push(device);
      continue;
    }
    const marks = { stopped: stopped.has(device.id), followsStory: ofStory.has(device.id) };
    const hearing = hears(asReader(row, marks));
    if (hearing.when === 'now') {
      sorted.now.push(device);
      if (hearing.counts) sorted.counted.push(device.id);
    } else if (hearing.when === 'later') {
      const { why, until } = hearing;
      sorted.later.push({ device_id: device.id, alert_id: alert.id, why, until, held_at: news.now });
    }
  }
  return sorted;
}

/** Writes down who waits and whose cap this alert counts towards; in the transaction that writes the chunks. */
export async function keepSorted(inner: Newsroom, sorted: SortedFollowers<unknown>): Promise<void> {
  await insertHeld(inner, sorted.later);
  await markTold(inner, sorted.counted, countTold(inner.clock.now()));
}

/** What the rule needs to know of an alert and its story. */
export async function newsOf(inner: Newsroom, alert: Alert): Promise<News> {
  const isMoment = alert.kind === 'moment';
  return {
    level: alert.level,
    language: alert.language,
    now: inner.clock.now(),
    // A key moment is told in the languages that it is written in, whatever was told of its story before.
    editions: isMoment
      ? await momentLanguages(inner, alert.story_id)
      : await editionsOf(inner, alert.story_id),
    earlier: isMoment ? [] : await earlierTellings(inner, alert),
    timeZone: await timeZoneOfPaper(inner),
  };
}
