/** The tables of the desk's search: what is found, saved searches, and what rang for them. */

export interface LookupTables {
  lookup: LookupTable;
  lookup_things: LookupThingsTable;
  saved_searches: SavedSearchesTable;
  search_rings: SearchRingsTable;
}

/** The index of words. Made by each engine in its own way; only lookup/lookup-*.ts ask it. On SQLite its row number is the number. */
export interface LookupTable {
  number: number;
  /** On PostgreSQL a tsvector. */
  words: string;
}

/** What is filed: one row for each thing that the desk finds. */
export interface LookupThingsTable {
  /** Rises with the time at which the thing was filed; what was there before is numbered downwards, the newest first. */
  number: number;
  /** 'item', 'draft', 'published', 'media', 'speaker', 'source', 'person'. */
  kind: string;
  thing_id: string;
  /** By which `from:` and `to:` go. */
  at: number;
  /** What of it was filed: something else now is filed anew. */
  stamp: string;
}

export interface SavedSearchesTable {
  id: string;
  staff_id: string;
  /** As it was typed. */
  words: string;
  /** 1: whoever saved it is told when something new fits. */
  rings: 0 | 1;
  created_at: number;
}

/** Something new that fits a saved search: told once, whatever is repeated. */
export interface SearchRingsTable {
  search_id: string;
  thing_id: string;
  staff_id: string;
  kind: string;
  at: number;
  seen_at: number | null;
}
