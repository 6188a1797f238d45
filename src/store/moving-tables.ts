/** The tables of a move: what came from another house, where it stood there, and what is doubtful about it. */

import type { Generated } from 'kysely';
import type { DoubtKind, MoveStage } from './closed-sets.ts';

export interface MovingTables {
  moved_things: MovedThingsTable;
  old_addresses: OldAddressesTable;
  moves: MovesTable;
  move_doubts: MoveDoubtsTable;
  move_originals: MoveOriginalsTable;
  letter_readers: LetterReadersTable;
}

/** A thing of ours that came from elsewhere: run again, it is known by its id there. */
export interface MovedThingsTable {
  /** Which house: 'wordpress:post.example'. */
  origin: string;
  kind: 'post' | 'picture' | 'author' | 'section' | 'topic' | 'reply' | 'group';
  foreign_id: string;
  /** Of the edition, picture, staff, section, topic, reply or story here. */
  our_id: string;
  /** By which feeds of the other house named it. */
  guid: string | null;
  /** Of what stood there when it was last taken. */
  taken_hash: string;
  /** Of what was last written here: other than what stands here, it was changed here since. */
  written_hash: string;
  /** Pictures of it that could not be had: it is taken again for those. */
  lacks: Generated<number>;
  moved_at: number;
}

/** An address of the other house, as `addresses/old-address.ts` writes it, and what answers it here. */
export interface OldAddressesTable {
  path: string;
  kind: 'edition' | 'section' | 'topic' | 'author' | 'picture' | 'gone';
  our_id: string;
  moved_at: number;
}

/** One run of a move: begun, under way while its lease holds, ended. */
export interface MovesTable {
  id: string;
  origin: string;
  /** Files and addresses, in words. */
  what: string;
  state: 'moving' | 'moved' | 'stopped';
  stage: MoveStage;
  done: number;
  total: number;
  counts_json: string;
  words: string;
  begun_at: number;
  lease_until: number;
  ended_at: number | null;
}

/** Something of a move that a person is to look at. */
export interface MoveDoubtsTable {
  origin: string;
  kind: DoubtKind;
  foreign_id: string;
  code: string;
  words: string;
  /** Where it stands in the other house. */
  address: string | null;
  /** The story here, where there is one. */
  our_id: string | null;
  at: number;
  settled_at: number | null;
  settled_by_id: string | null;
  /** The post in which it stands, by its id there: of a picture the first that shows it. */
  post_id: string | null;
}

/** What stood in the other house, as it came: kept while a doubt of it is open, to be looked at beside what it became. */
export interface MoveOriginalsTable {
  origin: string;
  kind: DoubtKind;
  foreign_id: string;
  /** All but its text. */
  page_json: string;
  /** UTF-8, deflated (RFC 1951). */
  text_packed: Uint8Array;
  moved_at: number;
}

/** Who had asked the other house for letters; sealed, for the letters to come. */
export interface LetterReadersTable {
  address_hash: string;
  address_sealed: Uint8Array;
  name_sealed: Uint8Array;
  language: string | null;
  asked_at: number | null;
  moved_at: number;
}
