/** What a poll tells of a hub, and what a hub tells the timetable. */

import type { FetchedOk } from '../kit/guarded-fetch.ts';
import type { Newsroom } from '../newsroom.ts';
import type { PreparedHead } from './prepare.ts';
import type { SourceRow } from './source.ts';

export async function noticeHub(
  _newsroom: Newsroom,
  _source: SourceRow,
  _said: { got: FetchedOk; feed: PreparedHead | null; found: number },
): Promise<void> {}

export async function restWhilePushed(
  _newsroom: Newsroom,
  _sourceId: string,
  interval: number,
): Promise<number> {
  return interval;
}
