/**
 * The bell: a signal that something changed, for whoever holds something in memory (the work loop, page cache, open
 * pages). It carries no truth: who misses a ring reads the store and finds the same. On PostgreSQL it is heard by every
 * process of the newsroom, see store/shared-bell.ts.
 */
import type { Store } from './engine.ts';

/** What a page of the paper shows, and so what empties it from memory: see site/page-cache.ts. */
export type PageName =
  | 'everything'
  | 'masthead'
  | 'banner'
  | 'front'
  | 'corrections'
  | `${'story' | 'section' | 'topic' | 'source' | 'author' | 'media' | 'series' | 'package'}:${string}`;

/** What of the desk is no story's alone: 'bar' is what stands over every page, 'locks' who writes in which story. */
const deskThings = [
  'fronts',
  'items',
  'locks',
  'replies',
  'alerts',
  'bar',
  'sources',
  'plan',
  'rings',
  'remarks',
  'moves',
] as const;

/** A story says which it is, so that who has another one open need not look; null when it is not known which. */
export type DeskSignal = { what: 'stories'; storyId: string | null } | { what: (typeof deskThings)[number] };

/** What can be rung, and what each says. */
export interface Signals {
  /** There is work, perhaps due now. */
  work: null;
  /** A live event was written. */
  live: null;
  /** A story with an alert level is being worked on: see alerts/sending/prepare-tickets.ts. Null when which one was missed. */
  'alert-likely': { storyId: string | null };
  /** A published thing changed: names of what its pages show. */
  pages: { touched: PageName[] };
  /** What the desk looks at changed; open desk pages look again. */
  desk: DeskSignal;
  /** What partners have, or who may have it, changed: a partner who waits for something new looks again. */
  partners: null;
}

export type Signal = keyof Signals;

/** A signal with what it says. */
export type Ring = { [S in Signal]: { signal: S; says: Signals[S] } }[Signal];

export interface Bell {
  /** Rings here and in every other process, at once. What a transaction changed is rung by the newsroom in it. */
  ring<S extends Signal>(signal: S, says: Signals[S]): void;
  /** Puts rings for the other processes into a transaction: they hear them with its commit, or not at all. */
  carry(inner: Store, rings: readonly Ring[]): Promise<void>;
  /** Rings here only: what `carry` has told the others, after the commit. */
  sound(rings: readonly Ring[]): void;
  /** Hears every ring from now on; the answer stops it. */
  on<S extends Signal>(signal: S, hear: (says: Signals[S]) => void): () => void;
  /**
   * Whether what was read from the store at that instant may still be shown from memory: everything rung since was heard,
   * but for the last few seconds. False when this process cannot know what the others did.
   */
  trusts(at: number): boolean;
  /** Everything rung before this instant was heard. */
  heardUpTo(): number;
  close(): Promise<void>;
}

/** Every signal there is, for when it is not known what was missed: the compiler asks for each new one. */
const everything: { [S in Signal]: readonly Signals[S][] } = {
  work: [null],
  live: [null],
  'alert-likely': [{ storyId: null }],
  pages: [{ touched: ['everything'] }],
  desk: [{ what: 'stories', storyId: null }, ...deskThings.map((what) => ({ what }))],
  partners: [null],
};

/** All who hold something in memory look again. */
export const everyRing: readonly Ring[] = Object.entries(everything).flatMap(([signal, all]) =>
  all.map((says) => ({ signal, says }) as Ring),
);

type Hearer = (says: never) => void;

/** A bell heard in this process, which is all there is. */
export function localBell(): Bell {
  const hearers = new Map<Signal, Set<Hearer>>();
  const ring = (signal: Signal, says: unknown): void => {
    for (const hear of hearers.get(signal) ?? []) (hear as (says: unknown) => void)(says);
  };
  return {
    ring,
    async carry() {},
    sound(rings) {
      for (const { signal, says } of rings) ring(signal, says);
    },
    on(signal, hear) {
      const set = hearers.get(signal) ?? new Set<Hearer>();
      hearers.set(signal, set.add(hear as Hearer));
      return () => set.delete(hear as Hearer);
    },
    trusts: () => true,
    heardUpTo: () => Number.POSITIVE_INFINITY,
    async close() {
      hearers.clear();
    },
  };
}
