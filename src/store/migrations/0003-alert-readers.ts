/** What a reader says of alerts besides what to follow; what waits for them; what they stopped; how many were opened. */
export const alertReadersText = `
alter table devices add column languages_json text not null default '[]';
alter table devices add column time_zone text;
alter table devices add column quiet_from integer;
alter table devices add column quiet_to integer;
alter table devices add column breaks text not null default 'flash';
alter table devices add column daily_cap integer;
alter table devices add column told_minutes text not null default '';
alter table devices add column has_wishes integer not null default 0;
create index devices_wishes on devices (has_wishes, id);

create table held_alerts (
  device_id text not null references devices (id) on delete cascade, alert_id text not null references alerts (id),
  why text not null, until bigint not null, held_at bigint not null, lease_until bigint not null default 0,
  attempts integer not null default 0, done_at bigint, became text, primary key (device_id, alert_id));
create index held_alerts_due on held_alerts (until) where done_at is null;
create index held_alerts_alert on held_alerts (alert_id, device_id);

create table stopped_stories (
  story_id text not null references stories (id), device_id text not null references devices (id) on delete cascade,
  stopped_at bigint not null, primary key (story_id, device_id));
create index stopped_stories_device on stopped_stories (device_id);

create table ended_follows (
  device_id text not null references devices (id) on delete cascade, story_id text not null references stories (id),
  ended_at bigint not null, primary key (device_id, story_id));

create table alert_opens (
  alert_id text primary key references alerts (id), opened integer not null);
`;
