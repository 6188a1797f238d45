/** What is kept of stories beside their copy: their embargo with partners, their ties and series, and where one went on in another. */
import type { Generated } from 'kysely';

export interface StoryTables {
  embargo_releases: EmbargoReleasesTable;
  partners: PartnersTable;
  advisories: AdvisoriesTable;
  series: SeriesTable;
  series_parts: SeriesPartsTable;
  story_ties: StoryTiesTable;
  mergers: MergersTable;
}

/** A story that partners have before readers. */
export interface EmbargoReleasesTable {
  story_id: string;
  until_at: number;
  /** Rises with each release, and with each change of the instant. */
  version: number;
  /** The takes that partners have, by edition. */
  takes_json: string;
  released_at: number;
  by_id: string | null;
  /** Null while it runs. */
  ended_at: number | null;
  /** Out: readers have it. Lifted: before the instant, by an editor. Withdrawn: not to be used. */
  became: 'out' | 'lifted' | 'withdrawn' | null;
  /** What partners are told. */
  why: Generated<string>;
}

/** Another house that has a key to what is under embargo. */
export interface PartnersTable {
  id: string;
  name: string;
  /** Keyed hash: the key itself is shown once. */
  key_hash: string;
  by_id: string | null;
  created_at: number;
  seen_at: number | null;
  ended_at: number | null;
}

/** A line to partners that something is to come. */
export interface AdvisoriesTable {
  id: string;
  headline: string;
  words: string;
  expected_at: number | null;
  by_id: string | null;
  at: number;
  withdrawn_at: number | null;
}

export interface SeriesTable {
  id: string;
  slug: string;
  name: string;
  created_at: number;
}

/** A story stands in one series at most. */
export interface SeriesPartsTable {
  story_id: string;
  series_id: string;
  position: number;
}

/** What an editor says one story is to another. */
export interface StoryTiesTable {
  from_id: string;
  kind: 'related' | 'updates' | 'corrects';
  to_id: string;
  position: number;
}

/** A story that goes on in another: its addresses lead there. */
export interface MergersTable {
  story_id: string;
  into_id: string;
  by_id: string | null;
  at: number;
}
