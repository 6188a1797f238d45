/** The paper's own furniture in its other languages. */

export interface NamesTables {
  names_elsewhere: NamesElsewhereTable;
}

/** What a section or a topic is called in a language other than the paper's own. */
export interface NamesElsewhereTable {
  kind: 'section' | 'topic';
  subject_id: string;
  language: string;
  name: string;
}
