/** What is known of the newsroom's own backups: when one was taken, when one was last restored and compared, what went wrong. */

import { findFact, type Newsroom, raiseFact, setFact } from '../newsroom.ts';
import { readRecord } from '../store/json-column.ts';

export interface BackupNotes {
  /** The last that was taken. */
  taken: { at: number; file: string; bytes: number } | null;
  /** The last that was restored into a scratch newsroom and compared, well. */
  rehearsed: { at: number; file: string; pages: number } | null;
  /** Why the last night went wrong; null where it did not. */
  failed: { at: number; words: string } | null;
}

const KEY = 'backups';

export async function readBackupNotes(newsroom: Newsroom): Promise<BackupNotes> {
  const kept = await findFact(newsroom.store, KEY);
  return kept === null
    ? { taken: null, rehearsed: null, failed: null }
    : readRecord('newsroom_facts.value', KEY, kept);
}

export async function noteBackup(newsroom: Newsroom, news: Partial<BackupNotes>): Promise<void> {
  await newsroom.transact(async (inner) => {
    await setFact(inner.store, KEY, JSON.stringify({ ...(await readBackupNotes(inner)), ...news }));
    inner.bell.ring('desk', { what: 'bar' });
  });
}

const NIGHT = 'backup night';

/** True for the one process that is to take a night's backup, by the day's name. */
export async function claimNight(newsroom: Newsroom, night: string): Promise<boolean> {
  return raiseFact(newsroom.store, NIGHT, night);
}
