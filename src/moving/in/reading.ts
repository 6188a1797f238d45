/**
 * Reading posts: what of it needs nothing but the files and what the first walk found of them, so that it may be done in a thread of
 * its own while this one writes. What it is handed and what it answers with are plain.
 */
import type { Spool } from '../../store/spool.ts';
import type { Copy } from '../../stories/story.ts';
import type { DoubtCode } from '../doubt-names.ts';
import type { FoundPicture, OurFile } from '../markup/pictures.ts';
import type { MoveRecord, PostRecord, SiteRecord } from '../records.ts';

/** Where a post will stand. */
export interface PostPlan {
  slug: string;
  /** Its category there, which may be a section here. */
  category: string | null;
  isOut: boolean;
  /** Where it stood. */
  address: string | null;
}

/** What is to be known of both houses. */
export interface ReadingFacts {
  /** The other house. */
  site: SiteRecord;
  /** At which many of its posts stand. */
  hosts: readonly string[];
  /** Of the paper: BCP 47. */
  language: string;
  /** Where the paper stands, in full. */
  address: string;
  /** Last parts of the addresses of our sections, by their categories there. */
  sections: ReadonlyMap<string, string>;
}

export interface PostReading extends ReadingFacts {
  /** What the first walk found. */
  spool: Spool;
}

export interface WantedPicture {
  key: string;
  addresses: string[];
  alt: string;
  caption: string;
  credit: string;
}

/** A post with its markup read, so that what it wants is known. Its markup stays with its reader. */
export interface OpenPost {
  post: PostRecord;
  plan: PostPlan;
  lead: WantedPicture | null;
  inText: FoundPicture[];
  /** Documents and recordings of the other house that it links to or plays, each once. */
  files: string[];
  /** Links to the other house that nothing of these files is at. */
  links: { key: string; href: string }[];
  language: string;
  group: string | null;
  /** By which it is known to be as it was. */
  hash: string;
  doubts: PostDoubt[];
}

export interface PostDoubt {
  code: DoubtCode;
  words: string;
}

/** What a post says, as copy of ours. */
export interface PostCopy {
  /** Null of what has neither a headline nor words. */
  copy: Copy | null;
  /** By which it is known to be as it was written here. */
  hash: string;
  doubts: PostDoubt[];
}

/** What of the other house stands here by now, of what these posts want. */
export interface OurThings {
  pictures: ReadonlyMap<string, string>;
  /** By their addresses there. */
  files: ReadonlyMap<string, OurFile>;
  /** Where pages stand that came in a move before, by the keys of their addresses. */
  learnt: ReadonlyMap<string, string>;
}

/** Some posts of a file, in its order. */
export interface PostBatch {
  /** How many there were; those that the first walk did not meet are not opened. */
  count: number;
  posts: OpenPost[];
}

/** Reads the files of a move, by their place in its order. Each walk throws `UnreadableSource` where its file breaks off. */
export interface PostReader {
  /** All records of a file, posts without their text, some at a time. `hear` is told of bytes that were read. */
  records(source: number, hear?: (bytes: number) => void): AsyncIterable<MoveRecord[]>;
  /** Its posts. Of a batch, copies may be asked for until the next comes. */
  posts(source: number, facts: ReadingFacts): AsyncIterable<PostBatch>;
  /** The copy of posts of the last batch, by their places in it: asked for before the next comes, answered in this order. */
  copies(places: readonly number[], ours: OurThings): Promise<PostCopy[]>;
  close(): Promise<void>;
}
