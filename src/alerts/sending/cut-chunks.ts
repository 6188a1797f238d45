/** Cuts the recipients of an alert into chunks, each of one push service; a process that dies is followed where it was. */

import { setImmediate } from 'node:timers/promises';
import type { Newsroom } from '../../newsroom.ts';
import { readRecords, readWords } from '../../store/json-column.ts';
import { alertKey, type FollowTarget, heardBy, rankOf, type ToldBy } from '../alert-rules.ts';
import { decodeOutcomes, encodeOutcomes, STRIKES } from '../chunk.ts';
import { type Alert, alertById, alertByKey, type Chunk, followersAfter, moveCursor } from '../queries.ts';
import { chunksAfter, insertChunks } from './chunk-queries.ts';
import { keepSorted, type SortedFollowers, sortFollowers } from './sort-followers.ts';

const PAGE = 4_000; // followers looked at in one transaction
const LARGEST = 1_000; // devices in a chunk: sent again as a whole should a process die with it
const CHUNKS_COPIED = 20; // in one transaction, for a correction

/** Until the whole alert is cut. Two processes may do it at once: each page is cut by one of them. */
export async function cutChunks(newsroom: Newsroom, alert: Alert): Promise<void> {
  const news = alert.kind === 'news' || alert.kind === 'moment' ? null : await newsOf(newsroom, alert);
  // A correction goes to whom the news went to, so the news must be cut to its end first.
  for (const told of news ?? []) await cutChunks(newsroom, told);
  let cursor = await alertById(newsroom, alert.id);
  while (cursor?.state === 'waiting') {
    const now = cursor;
    await newsroom.transact(async (inner) => {
      const page = news ? await copyPage(inner, now, news) : await followersPage(inner, now);
      // Moved first: who comes second finds the cursor elsewhere and writes nothing.
      if (!(await moveCursor(inner, now, page.to))) return;
      await insertChunks(inner, page.chunks);
      if (page.sorted) await keepSorted(inner, page.sorted);
    });
    await setImmediate(); // SQLite answers in the same breath: without this, nothing is sent, nor any page, until all is cut
    cursor = await alertById(newsroom, alert.id);
  }
}

/** What was told before: the alerts that it names, else the news of its edition. */
async function newsOf(newsroom: Newsroom, alert: Alert): Promise<Alert[]> {
  const named = readRecords<ToldBy>('alerts.targets_json', alert.id, alert.targets_json);
  if (named.length > 0) {
    const all = await Promise.all(named.map(({ subjectId }) => alertById(newsroom, subjectId)));
    return all.filter((each) => each !== undefined);
  }
  const key = alertKey({ storyId: alert.story_id, editionId: alert.edition_id, kind: 'news' });
  const news = await alertByKey(newsroom, key);
  return news ? [news] : [];
}

interface Page {
  chunks: Chunk[];
  /** Where the next page begins; null at the end. */
  to: string | null;
  /** Of news: who waits, see sort-followers.ts. */
  sorted?: SortedFollowers<unknown>;
}

async function followersPage(inner: Newsroom, alert: Alert): Promise<Page> {
  const { ids, reachable } = await followersAfter(inner, {
    targets: readRecords<FollowTarget>('alerts.targets_json', alert.id, alert.targets_json),
    levels: heardBy(alert.level),
    after: alert.chunked_to ?? '',
    limit: PAGE,
    strikes: STRIKES,
  });
  const byOrigin = new Map<string, string[]>();
  const sorted = await sortFollowers(inner, alert, reachable);
  for (const { id, origin } of sorted.now) {
    const mine = byOrigin.get(origin);
    if (mine) mine.push(id);
    else byOrigin.set(origin, [id]);
  }
  const chunks = [...byOrigin].flatMap(([origin, devices]) => chunksOf(inner, alert, { origin, devices }));
  return { chunks, to: ids.at(-1) ?? null, sorted };
}

/** The chunks of the news again, for those who have it or may yet get it. */
async function copyPage(inner: Newsroom, alert: Alert, news: readonly Alert[]): Promise<Page> {
  const states = new Map(news.map(({ id, state }) => [id, state]));
  const old = await chunksAfter(inner, [...states.keys()], alert.chunked_to ?? '', CHUNKS_COPIED);
  const chunks = old.flatMap((chunk) => {
    const outcomes = decodeOutcomes(chunk.outcomes);
    const devices = readWords('alert_chunks.device_ids_json', chunk.id, chunk.device_ids_json).filter(
      (_, place) => {
        const outcome = outcomes[place] ?? 'waiting';
        // What was stopped at the desk was never told, so there is nothing to put right.
        if (states.get(chunk.alert_id) === 'stopped') return outcome === 'accepted';
        return outcome !== 'gone' && outcome !== 'quarantined';
      },
    );
    return chunksOf(inner, alert, { origin: chunk.origin, devices });
  });
  return { chunks, to: old.at(-1)?.id ?? null };
}

function chunksOf(inner: Newsroom, alert: Alert, from: { origin: string; devices: string[] }): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 0; at < from.devices.length; at += LARGEST) {
    const ids = from.devices.slice(at, at + LARGEST);
    chunks.push({
      id: inner.ids.next(),
      alert_id: alert.id,
      origin: from.origin,
      first_device_id: ids[0] ?? '',
      last_device_id: ids.at(-1) ?? '',
      device_ids_json: JSON.stringify(ids),
      outcomes: encodeOutcomes(ids.map(() => 'waiting')),
      lease_until: 0,
      held_by: null,
      attempts: 0,
      run_at: inner.clock.now(),
      done_at: null,
      figures_json: '{}',
      rank: rankOf(alert.level),
    });
  }
  return chunks;
}
