/** What a reader's eye and a translation back said of a sentence. */
export const pairReadingsText = `
create table pair_readings (
  pair_id text not null references sentence_pairs (id) on delete cascade, way text not null,
  edition_id text not null references editions (id) on delete cascade, source_text text not null, target_text text not null,
  answer_json text not null, engine_name text not null, version text, at bigint not null, primary key (pair_id, way));
create index pair_readings_edition on pair_readings (edition_id);
`;
