/** The tables of the readership: how many read what, never who. */

export interface ReadershipTables {
  readership_hours: ReadershipHoursTable;
  readership_now: ReadershipNowTable;
}

/** Reads of one page within an hour, by where they came from. Counts of all processes add up here. */
export interface ReadershipHoursTable {
  hour_at: number;
  /** 'story:' and its id; 'front', 'list', 'corrections'. */
  subject: string;
  language: string;
  /** 'direct', 'search', 'alert', 'feed', 'front', 'story', or 'site:' and a host. */
  way: string;
  reads: number;
}

/** What each process has counted of late, replaced every few seconds. */
export interface ReadershipNowTable {
  process: string;
  subject: string;
  /** Within the last sixty seconds, and sixty minutes. */
  minute: number;
  hour: number;
  /** Pages that are open on it and in sight. */
  open: number;
  at: number;
}
