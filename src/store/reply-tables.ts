/** What readers say: replies, and what is wrong about a sentence of a translation. */

export interface ReplyTables {
  replies: RepliesTable;
  objections: ObjectionsTable;
}

export interface RepliesTable {
  id: string;
  story_id: string;
  edition_id: string;
  answers_id: string | null;
  name: string;
  address_sealed: Uint8Array | null;
  address_hash: string | null;
  body: string;
  language: string | null;
  state: 'held' | 'approved' | 'rejected';
  /** What the screen noticed, for the moderator. */
  screen_json: string;
  staff_id: string | null;
  sender_hash: string;
  received_at: number;
  decided_at: number | null;
  decided_by_id: string | null;
  decided_why: string;
}

/** What a reader says is wrong about a sentence of a translation. Of the reader nothing is asked. */
export interface ObjectionsTable {
  id: string;
  edition_id: string;
  /** The sentence and its two sides as the reader had them; the pair may have gone on since. */
  pair_id: string;
  original: string;
  translated: string;
  /** What had translated it; null for the desk's own words. */
  engine: string | null;
  reason: string;
  /** What it should say; empty where the reader does not know. */
  better: string;
  state: 'held' | 'set aside' | 'settled';
  screen_json: string;
  /** Counted by for a day, then empty. */
  sender_hash: string;
  received_at: number;
  decided_at: number | null;
  decided_by_id: string | null;
  decided_why: string;
  /** The correction that settled it; null where the sentence was changed without one. */
  correction_id: string | null;
}
