/** What the desk reads of alerts: each with what became of it, by push service; how many devices there are, and why some went. */
import type { Newsroom } from '../newsroom.ts';
import { count, emptyTally, type Tally } from './chunk.ts';
import { chunkOutcomes, deviceCounts, goneDevices, leftDevices, listAlertRows } from './read-queries.ts';

export interface AlertLine {
  id: string;
  kind: 'news' | 'correction' | 'kill';
  level: string;
  headline: string;
  path: string;
  language: string;
  /** 'standby' has not left; 'waiting' is being cut into chunks; 'sending'; 'sent'; 'stopped'. */
  state: 'standby' | 'waiting' | 'sending' | 'sent' | 'stopped';
  at: number;
  sentAt: number | null;
  all: Tally;
  byOrigin: { origin: string; tally: Tally }[];
}

export interface DeviceFigures {
  /** Confirmed and not gone: whom an alert can reach. */
  reachable: number;
  /** Asked, and the first alert has not reached them yet. */
  unconfirmed: number;
  /** Refused again and again (400, 403), left alone until their browser visits. */
  quarantined: number;
  byOrigin: { origin: string; devices: number }[];
}

export interface Removed {
  origin: string;
  why: string;
  at: number;
}

/** Newest first. */
export async function listAlerts(newsroom: Newsroom, { limit }: { limit: number }): Promise<AlertLine[]> {
  const rows = await listAlertRows(newsroom, limit);
  const chunks = await chunkOutcomes(
    newsroom,
    rows.map((row) => row.id),
  );
  return rows.map((row) => {
    const all = emptyTally();
    const origins = new Map<string, Tally>();
    for (const chunk of chunks.get(row.id) ?? []) {
      const tally = origins.get(chunk.origin) ?? emptyTally();
      origins.set(chunk.origin, tally);
      count(tally, chunk.outcomes);
      count(all, chunk.outcomes);
    }
    return {
      id: row.id,
      kind: row.kind,
      level: row.level,
      headline: row.headline,
      path: row.path,
      language: row.language,
      state: row.state,
      at: row.created_at,
      sentAt: row.sent_at,
      all,
      byOrigin: [...origins]
        .map(([origin, tally]) => ({ origin, tally }))
        .sort((a, b) => b.tally.devices - a.tally.devices),
    };
  });
}

export async function countDevices(newsroom: Newsroom): Promise<DeviceFigures> {
  return deviceCounts(newsroom);
}

/** The last devices that went, with the reason, newest first: let go by their browser, or ended by their reader. */
export async function listRemoved(newsroom: Newsroom, { limit }: { limit: number }): Promise<Removed[]> {
  const both = [...(await goneDevices(newsroom, limit)), ...(await leftDevices(newsroom, limit))];
  return both.sort((one, other) => other.at - one.at).slice(0, limit);
}
