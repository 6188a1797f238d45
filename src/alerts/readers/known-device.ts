/** The device that a token speaks for. */
import { refuse } from '../../kit/refusal.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type Device, deviceByToken } from './device-queries.ts';

/** Refuses with `device-unknown`. */
export async function getDevice(newsroom: Newsroom, token: string): Promise<Device> {
  return (await deviceByToken(newsroom, tokenHash(newsroom, token))) ?? refuse('device-unknown');
}

/** What the newsroom keeps of a token. */
export function tokenHash(newsroom: Newsroom, token: string): string {
  return newsroom.seal.hash('device-token', token);
}
