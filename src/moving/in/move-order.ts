/** What a move is asked for, and what it says while it is under way. */

import type { Actor } from '../../newsroom.ts';
import type { MoveStage } from '../../store/closed-sets.ts';
import type { MoveSource } from '../records.ts';

export interface MoveOrder {
  sources: readonly MoveSource[];
  /** Writes; else it is a rehearsal. */
  isReal: boolean;
  by: Actor;
  uploads: string | null;
  fetchesPictures: boolean;
  /** Categories that are to be sections, by name or slug; null for those at the top. */
  sections: readonly string[] | null;
  /** The other house's address, where its files do not say it. */
  from: string | null;
  /** Of the key with which browsers subscribed there, once it is in our ring. */
  vapidKeyId?: string | null;
  /** Milliseconds for which another run of the house is waited for: one that was killed is known by its silence. */
  patience?: number;
  hear?: (at: MoveProgress) => void;
  /** Whether files are read in a thread of their own; left away, those are that take long. */
  isApart?: boolean;
  /** Ends at the next batch. */
  signal?: AbortSignal;
}

export interface MoveProgress {
  stage: MoveStage;
  /** Bytes, posts or replies. */
  done: number;
  /** 0 where it is not known. */
  total: number;
}

/** What the desk is shown of a run while it is under way, and what keeps a second one out. */
export interface Ledger {
  say(at: MoveProgress): Promise<void>;
  end(state: 'moved' | 'stopped', words: string): Promise<void>;
}
