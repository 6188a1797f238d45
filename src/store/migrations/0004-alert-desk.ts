/** What the desk does with an alert: its own words for an edition, who let it go and when, and the stop for everything. */
export const alertDesk = `
alter table alerts add column by_id text;
alter table alerts add column leaves_at bigint;
alter table alerts add column left_at bigint;
alter table alerts add column check_needed text;
alter table alerts add column confirmed_by_id text;
alter table alerts add column stopped_why text;
alter table alerts add column figures_json text;
update alerts set left_at = created_at, leaves_at = created_at;
create index alerts_standby on alerts (created_at) where state = 'standby';

create table alert_texts (
  edition_id text primary key references editions (id), headline text not null, body text not null,
  by_id text, changed_at bigint not null);
create table alert_consents (
  edition_id text not null references editions (id), digest text not null, by_id text not null, role text not null,
  at bigint not null, primary key (edition_id, digest, by_id));

create table alert_gate (id text primary key, closed_at bigint, closed_by_id text);
insert into alert_gate (id) values ('alerts');

create index devices_created on devices (created_at);
create index devices_gone on devices (gone_at) where gone_at is not null;
create index audit_act on audit (subject_kind, act, at);
`;
