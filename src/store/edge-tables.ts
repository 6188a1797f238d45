/** The table of what the edge is still to be told. */
export interface EdgeTables {
  edge_changes: EdgeChangesTable;
}

/** What a transaction changed of public pages; a row stays until the edge has been told twice. */
export interface EdgeChangesTable {
  id: string;
  /** Names of what is on those pages, a JSON list: PageName of store/bell.ts. */
  names_json: string;
  at: number;
  /** Told at this instant, or again. */
  due_at: number;
  /** 1: told once. */
  told: 0 | 1;
}
