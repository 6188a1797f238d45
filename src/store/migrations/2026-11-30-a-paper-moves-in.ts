/** What came from another house, by its id there; where it stood; what the desk is to look at; who asked for letters. */
export const movingText = `
create table moved_things (
  origin text not null, kind text not null, foreign_id text not null, our_id text not null, guid text,
  taken_hash text not null, written_hash text not null, lacks integer not null default 0, moved_at bigint not null,
  primary key (origin, kind, foreign_id));
create index moved_things_ours on moved_things (our_id);
create table old_addresses (
  path text primary key, kind text not null, our_id text not null, moved_at bigint not null);
create index old_addresses_ours on old_addresses (our_id);
create table moves (
  id text primary key, origin text not null, what text not null, state text not null, stage text not null,
  done bigint not null, total bigint not null, counts_json text not null, words text not null,
  begun_at bigint not null, lease_until bigint not null, ended_at bigint);
create index moves_begun on moves (begun_at);
create unique index moves_under_way on moves (origin) where state = 'moving';
create table move_doubts (
  origin text not null, kind text not null, foreign_id text not null, code text not null,
  words text not null, address text, our_id text, at bigint not null, settled_at bigint, settled_by_id text,
  primary key (origin, kind, foreign_id, code));
create index move_doubts_open on move_doubts (at) where settled_at is null;
create table letter_readers (
  address_hash text primary key, address_sealed {bytes} not null, name_sealed {bytes} not null,
  language text, asked_at bigint, moved_at bigint not null)
`;
