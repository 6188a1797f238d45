/** What the rows of a table are called when a folder is counted for whoever brings it. */
import type { TableName } from '../store/table-rows.ts';

const WORDS: Partial<Record<TableName, string>> = {
  masthead: 'name and settings of the paper',
  names_elsewhere: 'names of sections and topics in other languages',
  staff: 'people on the staff',
  house_rules: 'rules of the house',
  glossary_terms: 'words of the glossary',
  media: 'pictures and recordings in the library',
  picture_words: 'pictures with words in other languages',
  series: 'series',
  speakers: 'people who were quoted',
  fronts: 'fronts that editors laid out',
  front_steps: 'steps by which fronts came about',
  front_stands: 'stands of a front in the past',
  plan_items: 'things that are planned',
  finding_answers: 'answers to findings',
  story_ties: 'ties between stories',
  mergers: 'stories merged into another',
  old_addresses: 'addresses of houses before this one',
  moved_things: 'things by which a move from those goes on',
};

/** A table by its words; anything else as it is. */
export const tableWords = (what: string): string => WORDS[what as TableName] ?? what;

/** What no folder has, to be said wherever one is made or brought in. */
export const STAYS_BEHIND =
  'Who did what and when, passwords and keys, readers’ devices and items of the wire stay in the house that the folder is from: crier backup keeps those.';
