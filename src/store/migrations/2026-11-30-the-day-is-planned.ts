/** What is planned, the calendars it comes from, and what one shift leaves for the next; what ends soon is found by its hour. */
export const planningText = `
create table calendars (
  id text primary key, name text not null, kind text not null, address text, source_id text references sources (id),
  bytes {bytes}, etag text, last_modified text, asked_rest_ms bigint, next_read_at bigint not null, lease_until bigint not null,
  read_at bigint, ok_at bigint, failure_words text, failures_in_row integer not null default 0,
  by_id text references staff (id), created_at bigint not null, ended_at bigint);
create unique index calendars_source on calendars (source_id) where source_id is not null;
create index calendars_due on calendars (next_read_at) where ended_at is null;
create table plan_items (
  id text primary key, what text not null, place text not null, day text, last_day text,
  order_at bigint not null, until_at bigint not null, assigned_id text references staff (id), due_at bigint, note text not null,
  story_id text references stories (id), dropped_at bigint, calendar_id text references calendars (id), event_key text,
  said_json text, own_json text not null default '[]', changes_json text not null default '[]', cancelled_at bigint,
  by_id text references staff (id), created_at bigint not null, updated_at bigint not null);
create index plan_items_until on plan_items (until_at, order_at);
create index plan_items_due on plan_items (due_at) where due_at is not null;
create unique index plan_items_story on plan_items (story_id) where story_id is not null;
create unique index plan_items_event on plan_items (calendar_id, event_key) where event_key is not null;
create table handovers (
  id text primary key, words text not null, by_id text not null references staff (id), at bigint not null,
  taken_by_id text references staff (id), taken_at bigint);
create index handovers_open on handovers (at) where taken_at is null;
create index items_embargo on items (embargo_until) where embargo_until is not null;
create index editions_stale on editions (stale_at) where stale_at is not null;
create index sentence_pairs_stale on sentence_pairs (stale_at) where stale_at is not null;
`;
