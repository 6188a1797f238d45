/** Who said what: parties to a conflict, the answer of those accused, and suggestions that an editor turned down. */
export const sourcingText = `
alter table speakers add column in_conflict integer not null default 0;
alter table statements add column answer text not null default '';
create table suggestion_refusals (
  edition_id text not null references editions (id), digest text not null, by_id text, at bigint not null,
  primary key (edition_id, digest));
`;
