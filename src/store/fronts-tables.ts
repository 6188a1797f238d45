/** The tables of the fronts: what editors lay their hands on, and what stood there. */

export interface FrontsTables {
  fronts: FrontsTable;
  front_steps: FrontStepsTable;
  front_stands: FrontStandsTable;
  banners: BannersTable;
}

/** A front that somebody has laid a hand on, or of which it was kept what stood there. */
export interface FrontsTable {
  /** The language; on a section's page with `/` and the section's id. */
  id: string;
  language: string;
  section_id: string | null;
  /** One more with everything that somebody does to it: what a page was made from. */
  version: number;
  /** The step that editors work on, and the one that readers see; 0 is no hand at all. */
  draft_step: number;
  out_step: number;
  last_step: number;
  /** What was done to it last, for whoever comes with an older page. */
  doings_json: string;
  /** When what stands there changes by itself; null for never. */
  due_at: number | null;
  /** Of what stood there last. */
  stood_hash: string;
}

/** One state of the hands of a front. Never changed. */
export interface FrontStepsTable {
  front_id: string;
  number: number;
  /** The step that it was made of. */
  before: number;
  /** For readers, or for the desk alone. */
  kind: 'draft' | 'out';
  hands_json: string;
  by_id: string | null;
  at: number;
}

/** What stood on a front from an instant on, until the next. */
export interface FrontStandsTable {
  front_id: string;
  at: number;
  /** By place: the take that readers saw, and what a hand said of it. */
  stood_json: string;
}

/** A line over all pages of a language. */
export interface BannersTable {
  id: string;
  language: string;
  words: string;
  story_id: string | null;
  until: number;
  by_id: string | null;
  by_name: string;
  at: number;
  /** When it was taken down or another was put up; null while it stands, or until its end. */
  ended_at: number | null;
}
