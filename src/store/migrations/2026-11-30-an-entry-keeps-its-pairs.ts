/** What engines made of an entry's sentences, and who read the translation of an entry before readers had it. */
export const entryPairsText = `
create table entry_pairs (
  entry_id text not null references entries (id), is_offered integer not null, position integer not null,
  source_text text not null, target_text text not null, state text not null, engine_name text, version text,
  primary key (entry_id, is_offered, position));
alter table entries add column read_by_id text;
alter table entries add column read_at bigint
`;
