/**
 * What every format of another house is read into: one stream of neutral records, in whatever order the file has them. A record
 * says what stood there; what becomes of it here is decided elsewhere.
 */

/** Stands for the address of a house that no file says: its own links and pictures are known by it, and lead nowhere else. */
export const UNKNOWN_HOUSE = 'https://old-house.invalid';

/** The other house. Comes first. */
export interface SiteRecord {
  kind: 'site';
  /** The same for every file and address of one house: 'wordpress:post.example'. */
  origin: string;
  /** In full, without a slash at its end; null where nothing says it. */
  address: string | null;
  name: string;
  tagline: string;
  /** BCP 47; null where it is not said. */
  language: string | null;
}

export interface AuthorRecord {
  kind: 'author';
  /** What posts name them by. */
  id: string;
  name: string;
  email: string | null;
  bio: string;
  /** Last part of their page's address. */
  slug: string;
  /** Their number, which other addresses have. */
  number: string | null;
  /** Another author's id, who is the same person. */
  sameAs?: string;
  /** Said where somebody is named, and not by themselves: whatever says more of them is believed instead. */
  isInPassing?: true;
}

/** A category or tag, or what else posts were filed under. */
export interface TermRecord {
  kind: 'term';
  taxonomy: 'category' | 'tag';
  slug: string;
  name: string;
  parent: string | null;
  number: string | null;
}

/** A file of the other house's library. */
export interface AttachmentRecord {
  kind: 'attachment';
  id: string;
  /** Where the file is. */
  address: string;
  /** Its own page there. */
  page: string | null;
  /** The post it was uploaded to. */
  parent: string | null;
  isPicture: boolean;
  title: string;
  alt: string;
  caption: string;
  credit: string;
}

/** `members-only`: whoever signed up or paid reads it there, and nobody else. */
export type PostState =
  | 'published'
  | 'draft'
  | 'scheduled'
  | 'private'
  | 'protected'
  | 'members-only'
  | 'trashed';

/** A notice to readers that stood there. */
export interface PostCorrection {
  text: string;
  at: When;
}

export interface PostRecord {
  kind: 'post';
  id: string;
  type: 'post' | 'page';
  state: PostState;
  headline: string;
  dek: string;
  /** Last part of its address; empty where it has none. */
  slug: string;
  /** In full, where readers found it; null where nobody did. */
  address: string | null;
  /** Further addresses that led to it: former slugs, the canonical one of ours. */
  alsoAt: string[];
  /** By which feeds named it. */
  guid: string | null;
  /** Ids of authors, the first first. */
  authors: string[];
  /** What stood over it instead of their names. */
  byline?: string;
  terms: { taxonomy: 'category' | 'tag'; slug: string; name: string }[];
  /** The category that is its first, where it is said. */
  primary: string | null;
  markup: 'wordpress' | 'html';
  html: string;
  language: string | null;
  /** Posts of one group are one story in several languages. */
  group: string | null;
  /** Milliseconds; `local` is a time of day there, without a zone. */
  published: When;
  changed: When;
  picture: LeadPicture | null;
  corrections: PostCorrection[];
  repliesOpen: boolean;
  isSticky: boolean;
  /** Who alone read it there, where they are known better than as members: 'paying members'. */
  readers?: string;
  /** What of it was not understood, in words. */
  odd: string[];
}

/** The picture beside the headline. */
export interface LeadPicture {
  /** An attachment's id, or the file's address. */
  attachment: string | null;
  address: string | null;
  alt: string;
  caption: string;
}

export type When = { at: number } | { local: string } | null;

export interface ReplyRecord {
  kind: 'reply';
  id: string;
  /** The post by its id, or by its address where the format knows no more; `or`: by which it is known besides. */
  post: { id: string } | { address: string; or?: string };
  answers: string | null;
  name: string;
  email: string | null;
  html: string;
  at: number | null;
  state: 'approved' | 'held' | 'spam' | 'gone';
}

/** Who asked for letters. */
export interface MemberRecord {
  kind: 'member';
  email: string;
  name: string;
  language: string | null;
  wantsLetters: boolean;
  since: number | null;
}

/** A browser that asked for alerts, by a push vendor. */
export interface SubscriptionRecord {
  kind: 'subscription';
  endpoint: string;
  p256dh: string;
  auth: string;
  language: string | null;
  timeZone: string | null;
}

/** An address that led to another there. */
export interface RedirectRecord {
  kind: 'redirect';
  from: string;
  to: string;
}

/** A notice that stands in a record of its own. */
export interface CorrectionRecord {
  kind: 'correction';
  post: string;
  text: string;
  at: When;
}

/** Said apart from the posts: this one is of that language, in that group. */
export interface PairingRecord {
  kind: 'pairing';
  id: string;
  group: string;
  language: string;
}

/** Categories or tags of several languages that are one: each by its language and number. */
export interface TermPairRecord {
  kind: 'term-pair';
  members: { language: string; number: string }[];
}

/** Blocks that several posts show: each names it by its number. */
export interface PieceRecord {
  kind: 'piece';
  id: string;
  html: string;
}

/** Said apart from the posts: these are for members only. */
export interface MemberRuleRecord {
  kind: 'member-rule';
  on: 'all' | 'category' | 'tag' | 'post';
  /** Of what is all; null for posts and pages. */
  type: PostRecord['type'] | null;
  /** A post's number, a term's number, slug or name; of all, the numbers of those that are open, apart by commas. */
  of: string;
  /** What the rule is called there. */
  words: string;
}

/** What stood in a file and is not taken: counted under a name, with one example. */
export interface OtherRecord {
  kind: 'other';
  what: string;
  example: string;
  /** Where the example stood, of a kind of item that readers had. */
  address?: string;
}

export type MoveRecord =
  | SiteRecord
  | AuthorRecord
  | TermRecord
  | AttachmentRecord
  | PostRecord
  | ReplyRecord
  | MemberRecord
  | SubscriptionRecord
  | RedirectRecord
  | PairingRecord
  | TermPairRecord
  | CorrectionRecord
  | PieceRecord
  | MemberRuleRecord
  | OtherRecord;

/** Something to read from. `read` begins anew each time it is called. */
export interface MoveSource {
  /** File or address, as it was given. */
  name: string;
  /** 'WordPress export, WXR 1.2'. */
  format: string;
  /** Bytes, where they are known: what progress is measured by. */
  size: number | null;
  /** The files that it reads, by which a thread may open it once more; left away where it asks an address. */
  files?: readonly string[];
  /** The other house's address, as it was opened with it. */
  from?: string | null;
  /** Its file does not say where the house stood, and it was opened without. */
  lacksAddress?: boolean;
  /** Kinds of item that are stories besides posts, as it was opened with them. */
  kinds?: readonly string[];
  read(hear?: (bytes: number) => void): AsyncIterable<MoveRecord>;
}

/** A file or an answer that cannot be read on, in words for whoever gave it. */
export class UnreadableSource extends Error {
  readonly words: string;
  constructor(words: string) {
    super(words);
    this.name = 'UnreadableSource';
    this.words = words;
  }
}
