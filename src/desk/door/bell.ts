/** What somebody of the staff is told of and has not looked at, for the mark in the bar. Whoever else tells people adds a line. */
import { listRings } from '../../lookup/saved.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { BellLine } from '../views/bell-mark.tsx';

export async function readBell(newsroom: Newsroom, staffId: string): Promise<BellLine[]> {
  const rings = await listRings(newsroom, staffId);
  return [{ words: 'new for your searches', href: '/desk/bell', count: rings.length }];
}
