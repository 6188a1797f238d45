/** The tables of remarks: what the desk says among itself about a story, and whom it calls. */
export interface RemarkTables {
  remarks: RemarksTable;
  mentions: MentionsTable;
  desk_screens: DeskScreensTable;
}

/** A browser of someone of the staff that is told of remarks while no desk page is open in it; as long as they are signed in there. */
export interface DeskScreensTable {
  id: string;
  staff_id: string;
  session_id: string;
  endpoint_sealed: Uint8Array;
  endpoint_hash: string;
  origin: string;
  p256dh: Uint8Array;
  auth_sealed: Uint8Array;
  vapid_key_id: string;
  /** The last remark that its push service took for it, and when. */
  told_remark_id: string | null;
  told_at: number | null;
  /** What its push service said against it since; null where nothing is wrong. */
  failure: string | null;
  created_at: number;
}

export interface RemarksTable {
  id: string;
  story_id: string;
  /** The edition whose sentence it stands at; null of one about the whole story, and of an answer. */
  edition_id: string | null;
  /** The take in which the sentence was last found, and its place there: see remarks/sentence-place.ts. Null once it is gone. */
  take_id: string | null;
  place: number | null;
  /** The sentence as it reads there; when it is gone, as it read last. */
  sentence: string;
  /** What it answers; null of the first of a thread. */
  answers_id: string | null;
  words: string;
  by_id: string;
  at: number;
  settled_at: number | null;
  settled_by_id: string | null;
}

/** Whom a remark calls, until they have looked. */
export interface MentionsTable {
  remark_id: string;
  staff_id: string;
  at: number;
  seen_at: number | null;
  /** When a server took the mail for it, or said that it never will. */
  mailed_at: number | null;
  mail_failure: string | null;
}
