/** What is kept of the paper itself: its name, sections, topics and house style. */

export interface PaperTables {
  masthead: MastheadTable;
  sections: SectionsTable;
  topics: TopicsTable;
  house_rules: HouseRulesTable;
  newsroom_facts: NewsroomFactsTable;
}

/** The paper itself: one row, made at set-up. */
export interface MastheadTable {
  id: 'masthead';
  name: string;
  tagline: string;
  language: string;
  time_zone: string;
  contact: string;
  created_at: number;
}

export interface SectionsTable {
  id: string;
  slug: string;
  name: string;
  position: number;
}

export interface TopicsTable {
  id: string;
  slug: string;
  name: string;
}

/** One line of the paper's house style. */
export interface HouseRulesTable {
  id: string;
  avoid: string;
  /** What is written instead; empty where it is only avoided. */
  write_as: string;
  /** Base language; empty for all. */
  language: string;
  is_exact: number;
  staff_id: string | null;
  at: number;
}

/** Small facts the newsroom must remember about itself. */
export interface NewsroomFactsTable {
  key: string;
  value: string;
}
