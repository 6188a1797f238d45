/** What the page of a live story at the desk shows. */
import type { MomentFate } from '../../alerts/moment-fates.ts';
import type { LiveEntry } from '../../entries/entry.ts';
import type { LiveCoverage } from '../../entries/read-entries.ts';
import type { DeskStory } from '../../stories/desk-read.ts';
import type { DeskFrame } from '../views/desk-layout.tsx';
import type { PageTime } from '../views/words.ts';
import type { TypedEntry } from './entry-form.ts';

/** What is said on the page besides what is kept. */
export interface ShownLive {
  done?: string | undefined;
  refused?: { typed: TypedEntry; words: string; fields: Record<string, string> };
  /** What an engine would write in place of an entry that readers have. */
  offer?: { entryId: string; typed: Record<string, string> };
  refusedAct?: { entryId: string; typed: Record<string, string>; words: string };
}

export interface LivePageProps {
  frame: DeskFrame;
  when: PageTime;
  story: DeskStory;
  /** Those meant for readers. */
  editions: { id: string; language: string }[];
  /** The one whose entries are shown. */
  edition: { id: string; language: string; headline: string; summary: string };
  /** Null before the first entry. */
  coverage: LiveCoverage | null;
  entries: LiveEntry[];
  /** The number below which there are more; null at the end. */
  older: number | null;
  isLater: boolean;
  waiting: LiveEntry[];
  /** Translations that readers have and whose original reads otherwise since. */
  stale: LiveEntry[];
  /** What translations among these are made of, by its id; and what the checks find in those that wait, by entry. */
  originals: ReadonlyMap<string, LiveEntry>;
  findings: ReadonlyMap<string, string[]>;
  /** The engines that can be asked again, by the edition that is translated. */
  engines: ReadonlyMap<string, { id: string; name: string }[]>;
  /** Entries that were told before there was the edition that is shown, and have no translation. */
  untranslated: number;
  /** What became of key moments, by entry. */
  moments: ReadonlyMap<string, MomentFate>;
  typed: TypedEntry;
  /** Whether this person’s entries go out at once. */
  mayShow: boolean;
  mayAlert: boolean;
  /** The id of whoever looks. */
  you: string;
  shown: ShownLive;
}
