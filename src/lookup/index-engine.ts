/** What each engine must be able to do for the desk's search. Both are handed the same words and look up nothing else. */
import type { Newsroom } from '../newsroom.ts';
import type { LookupKind } from './thing.ts';
import type { Wish } from './wish.ts';

export interface FiledThing {
  kind: LookupKind;
  id: string;
  at: number;
  stamp: string;
  words: string[];
}

/** What was found, newest first. */
export interface FoundThing {
  number: number;
  id: string;
  at: number;
}

/** Of one kind: from which number, and below which one. */
export interface LookupBounds {
  low: number;
  below: number;
}

export interface LookupQuestion {
  kind: LookupKind;
  wish: Wish;
  bounds: LookupBounds;
  /** Instants: from, until before. Numbers follow the time closely; what was filed out of turn is looked at itself. */
  from?: number | undefined;
  to?: number | undefined;
  limit: number;
}

export interface LookupIndex {
  /** Files each in place of what was filed of it. `before`: what was there before anything was filed, the newest first. */
  put(inner: Newsroom, things: FiledThing[], order: 'new' | 'before'): Promise<void>;
  find(newsroom: Newsroom, asked: LookupQuestion): Promise<FoundThing[]>;
}
