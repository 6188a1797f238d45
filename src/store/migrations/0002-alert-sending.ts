/** What sending learns: figures of a chunk, levels before each other, services that do not believe us, and the canaries. */
export const alertSendingText = `
alter table alert_chunks add column figures_json text not null default '{}';
alter table alert_chunks add column rank integer not null default 3;
create index alert_chunks_next on alert_chunks (rank, run_at) where done_at is null;

alter table devices add column struck_at bigint;
alter table devices add column stale_at bigint;
create index devices_struck on devices (id) where strikes > 0;

create table push_origins (
  origin text primary key, paused_at bigint not null, status integer not null, why text not null,
  feel_at bigint not null, feelers integer not null default 0);

create table canaries (
  device_id text primary key references devices (id) on delete cascade, name text not null, by_id text,
  since_at bigint not null, probe_hash text, probed_at bigint, due_at bigint not null, failure text,
  heard_at bigint, missed integer not null default 0);
`;
