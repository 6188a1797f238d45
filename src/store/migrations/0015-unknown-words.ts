/** Words that an engine said it did not know, kept with the sentence until an editor has seen them. */
export const unknownWordsText = `
alter table sentence_pairs add column unknown_json text not null default '[]';
alter table translation_cache add column unknown_json text not null default '[]';
alter table second_versions add column unknown_json text not null default '[]';
`;
