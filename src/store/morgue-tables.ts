/** The tables of the morgue. Made by each engine in its own way; only morgue/fts-*.ts ask them. */

export interface MorgueTables {
  morgue: MorgueTable;
  morgue_before: MorgueBeforeTable;
}

/** The searchable past. */
export interface MorgueTable {
  edition_id: string;
  story_id: string;
  /** On PostgreSQL a tsvector. */
  words: string;
  /** On PostgreSQL; the row numbers of SQLite rise with it. */
  published_at: number;
}

/** What an earlier Crier filed by other rules, until it is filed anew. */
export interface MorgueBeforeTable {
  edition_id: string;
  story_id: string;
  published_at: number;
}
