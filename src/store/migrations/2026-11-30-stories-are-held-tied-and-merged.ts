/**
 * A story of ours may be held until an instant, and go to partners before it; stories are tied to each other, stand in series, and
 * of two that tell of one event one goes on in the other.
 */
export const heldTiedMergedText = `
alter table stories add column embargo_until bigint;
create index stories_kind on stories (kind, status, first_published_at);
create table embargo_releases (
  story_id text primary key references stories (id), until_at bigint not null, version integer not null,
  takes_json text not null, released_at bigint not null, by_id text references staff (id),
  ended_at bigint, became text, why text not null default '');
create index embargo_releases_until on embargo_releases (until_at);
create table partners (
  id text primary key, name text not null, key_hash text not null unique, by_id text references staff (id),
  created_at bigint not null, seen_at bigint, ended_at bigint);
create table advisories (
  id text primary key, headline text not null, words text not null, expected_at bigint,
  by_id text references staff (id), at bigint not null, withdrawn_at bigint);
create index advisories_at on advisories (at);
create table series (id text primary key, slug text not null unique, name text not null, created_at bigint not null);
create table series_parts (
  story_id text primary key references stories (id), series_id text not null references series (id),
  position integer not null);
create index series_parts_in on series_parts (series_id, position);
create table story_ties (
  from_id text not null references stories (id), kind text not null, to_id text not null references stories (id),
  position integer not null, primary key (from_id, kind, to_id));
create index story_ties_to on story_ties (to_id, kind);
create index statements_said on statements (speaker_id, created_at);
create table mergers (
  story_id text primary key references stories (id), into_id text not null references stories (id),
  by_id text references staff (id), at bigint not null);
create index mergers_into on mergers (into_id);
`;
