/** What the desk reads of devices: how many there are, by push service, and why some went. */
import type { Newsroom } from '../../newsroom.ts';
import { deviceCounts, goneDevices, leftDevices } from './read-queries.ts';

export interface DeviceFigures {
  /** Confirmed and not gone: whom an alert can reach. */
  reachable: number;
  /** Asked, and the first alert has not reached them yet. */
  unconfirmed: number;
  /** Refused again and again (400, 403), left alone until their browser visits. */
  quarantined: number;
  byOrigin: { origin: string; devices: number }[];
}

export interface RemovedDevice {
  origin: string;
  why: string;
  at: number;
}

export async function countDevices(newsroom: Newsroom): Promise<DeviceFigures> {
  return deviceCounts(newsroom);
}

/** The last devices that went, with the reason, newest first: let go by their browser, or ended by their reader. */
export async function listRemoved(
  newsroom: Newsroom,
  { limit }: { limit: number },
): Promise<RemovedDevice[]> {
  const both = [...(await goneDevices(newsroom, limit)), ...(await leftDevices(newsroom, limit))];
  return both.sort((one, other) => other.at - one.at).slice(0, limit);
}
