/** What the thread that reads posts and the one that writes them say to each other: plain, and small enough to be copied. */
import type { MoveRecord } from '../records.ts';
import type { ReadMarkup } from './read-post.ts';
import type { OurThings, PostCopy, ReadingFacts } from './reading.ts';

/** What the thread is begun with. */
export interface ReadingOrder {
  /** Each source by its files, and the other house's address. */
  sources: { files: readonly string[]; from: string | null; kinds: readonly string[] }[];
  /** The scratch pad of the first walk. */
  notes: string;
}

export type ToReader =
  | { ask: 'records'; source: number }
  | { ask: 'posts'; source: number; facts: ReadingFacts }
  /** One more batch may come. */
  | { ask: 'more' }
  | { ask: 'copies'; batch: number; places: readonly number[]; ours: OurThings }
  /** Whoever asks makes the copies of that batch itself. */
  | { ask: 'none'; batch: number };

export type FromReader =
  /** Its notes are open: they need no name any more. */
  | { says: 'ready' }
  | { says: 'records'; records: MoveRecord[]; bytes: number }
  | { says: 'posts'; count: number; opened: ReadMarkup[]; number: number }
  | { says: 'copies'; copies: PostCopy[] }
  /** `unreadable`: why the file broke off, in words; null where it was read to its end. */
  | { says: 'end'; unreadable: string | null }
  /** A bug of ours. */
  | { says: 'broken'; words: string };

export const AHEAD = 3; // batches that are read before they are asked for: the next is there when one was written
