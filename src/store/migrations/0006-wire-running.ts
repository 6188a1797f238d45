/** The wire running: contracts, clusters, what a source's change means for our stories, and the ways besides polling. */
// `facts_json` of item_versions is made in 0005-wire-formats.
export const wireRunningText = `
alter table sources add column may_use_cloud integer not null default 0;
alter table sources add column may_full_text integer not null default 0;
alter table sources add column index_policy text not null default 'index';
alter table sources add column keep_days bigint;
alter table sources add column auto_kill integer not null default 0;
alter table sources add column is_wire integer not null default 0;
alter table sources add column arrivals_json text;
alter table sources add column asked_rest_ms bigint;
alter table sources add column failed_at bigint;
alter table sources add column failure_sample text;
alter table sources add column hook_secret_sealed {bytes};

alter table item_versions add column status text not null default 'usable';
alter table item_versions add column embargo_until bigint;
alter table items add column terms_json text;
alter table items add column expires_at bigint;
alter table items add column headline_changed_at bigint;
alter table items add column full_text_at bigint;
alter table items add column stands_alone integer not null default 0;
create index items_cluster on items (cluster_id, received_at) where cluster_id is not null;
create index items_story on items (story_id) where story_id is not null;
create index items_changed on items (changed_at);
create index items_expires on items (expires_at) where expires_at is not null;

alter table clusters add column changed_at bigint;
alter table clusters add column headline text;
create table item_marks (
  item_id text primary key references items (id) on delete cascade, version integer not null,
  signature_json text not null, marks_json text not null, at bigint not null);
create index item_marks_at on item_marks (at);
create table cluster_bands (
  key text not null, item_id text not null references items (id) on delete cascade, at bigint not null,
  primary key (key, item_id));
create index cluster_bands_item on cluster_bands (item_id);
create index cluster_bands_at on cluster_bands (at);
create table cluster_marks (
  mark text not null, item_id text not null references items (id) on delete cascade, at bigint not null,
  primary key (mark, item_id));
create index cluster_marks_recent on cluster_marks (mark, at);
create index cluster_marks_item on cluster_marks (item_id);
create index cluster_marks_at on cluster_marks (at);

create table wire_notices (
  id text primary key, item_id text not null references items (id), story_id text not null references stories (id),
  kind text not null, version integer not null, words text not null, at bigint not null, killed integer not null,
  settled_at bigint, settled_by_id text references staff (id), unique (item_id, kind, version, story_id));
create index wire_notices_story on wire_notices (story_id, at);
create index wire_notices_open on wire_notices (at) where settled_at is null;
alter table editions add column stale_at bigint;
alter table editions add column stale_why text;

create table polls (
  id text primary key, source_id text not null references sources (id), at bigint not null, via text not null,
  verdict text not null, words text, received integer not null, changed integer not null, bytes bigint not null,
  ms integer not null);
create index polls_source on polls (source_id, at);

create table subscriptions (
  source_id text primary key references sources (id), hub text not null, topic text not null, token text not null unique,
  secret_sealed {bytes} not null, state text not null, words text, asked_at bigint not null, lease_until bigint,
  delivered_at bigint, deliveries integer not null default 0, misses integer not null default 0,
  attempts integer not null default 0, next_ask_at bigint);
create index subscriptions_due on subscriptions (next_ask_at);

create table deliveries (
  id text primary key, source_id text not null references sources (id), via text not null, name text not null,
  content_type text, bytes {bytes} not null, hash text not null, received_at bigint not null, done_at bigint,
  words text, unique (source_id, hash));
create index deliveries_source on deliveries (source_id, received_at);
`;
