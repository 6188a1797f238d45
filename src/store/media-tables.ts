/** The tables of the library of media. */
import type { Generated } from 'kysely';
import type { MediaKind } from './closed-sets.ts';

export interface MediaTables {
  media: MediaTable;
  picture_words: PictureWordsTable;
  take_media: TakeMediaTable;
}

export interface MediaTable {
  id: string;
  /** What its files are called before the first hyphen of a rendition; its own id. */
  file: string;
  kind: MediaKind;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  by_id: string;
  created_at: number;
  /** Since when no take that counts has it, as the sweep found; null while one has. */
  unused_since: number | null;
  /** When its files were removed; null while they are there. */
  gone_at: number | null;
  /** SHA-256 of the file as it came, hexadecimal; null of a picture from before originals were kept. */
  hash: Generated<string | null>;
  /** What the file was called where it came from. */
  name: Generated<string>;
  format: Generated<string>;
  /** Of the file as it came, in bytes. */
  size: Generated<number>;
  /** Part of every rendition's address: another cut has another. 0 is a picture from before, whose original is not kept. */
  version: Generated<number>;
  headline: Generated<string>;
  creator: Generated<string>;
  copyright: Generated<string>;
  usage_terms: Generated<string>;
  web_statement: Generated<string>;
  licensor: Generated<string>;
  /** A code of IPTC's digital source types: `digitalCapture`. */
  source_type: Generated<string>;
  /** A code of PLUS: `DMI-PROHIBITED-AIMLTRAINING`. */
  data_mining: Generated<string>;
  /** ISO 8601, as exact as the file said and in its own zone, which is often not named. */
  taken_at: Generated<string>;
  place: Generated<string>;
  persons: Generated<string>;
  /** Everything that was read in the file, with where: media/said.ts. */
  said_json: Generated<string>;
  /** All its words as search compares them. */
  found_words: Generated<string>;
  is_decorative: Generated<0 | 1>;
  is_moving: Generated<0 | 1>;
  /** Degrees clockwise by which an editor turned it. */
  turn: Generated<number>;
  /** The eye: `{x, y}` of 0 to 1; null where nobody has set it. */
  focus_json: Generated<string | null>;
  /** Cuts by hand, by shape. */
  cuts_json: Generated<string>;
  /** Who signed it, where it came with Content Credentials; empty where it came without. */
  credentials: Generated<string>;
  seconds: Generated<number | null>;
  tracks_json: Generated<string>;
  source_id: Generated<string | null>;
  item_id: Generated<string | null>;
  /** Where it was fetched. */
  href: Generated<string | null>;
  terms_json: Generated<string>;
  expires_at: Generated<number | null>;
  /** Why it may be shown no more: 'expired', 'killed', 'removed', 'withdrawn'; null while it may. */
  ended_why: Generated<string | null>;
}

/** What is said of a picture beside an edition in a language. */
export interface PictureWordsTable {
  picture_id: string;
  language: string;
  alt: string;
  caption: string;
}

/** Which media a take shows, at its head or in its body. */
export interface TakeMediaTable {
  take_id: string;
  media_id: string;
}
