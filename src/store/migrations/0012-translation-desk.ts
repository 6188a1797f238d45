/** Translation at the desk: originals that stay there, a second engine's version, and whether a statement's words are its speaker's own. */
export const translationDeskText = `
alter table editions add column is_desk_copy integer not null default 0;
alter table statements add column verbatim text not null default 'unknown';
create table second_versions (
  pair_id text primary key references sentence_pairs (id) on delete cascade,
  edition_id text not null references editions (id) on delete cascade, target_html text not null, target_text text not null,
  engine_name text not null, version text, score double precision, marks_lost integer not null default 0, at bigint not null);
create index second_versions_edition on second_versions (edition_id);
`;
