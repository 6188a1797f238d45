/** A live story: its entries, each in every state that it had, who says what in them, and which key moments were told. */
export const liveEntriesText = `
create table live_stories (
  story_id text primary key references stories (id), started_at bigint not null, ended_at bigint, ended_by_id text);
create table entries (
  id text primary key, story_id text not null references stories (id), edition_id text not null references editions (id),
  client_id text not null, number bigint, state text not null, is_key integer not null, is_pinned integer not null,
  take_id text not null, original_id text references entries (id), item_id text references items (id),
  source_id text references sources (id), hops_json text not null, withdrawn_notice text, withdrawn_at bigint, by_id text,
  at bigint not null, changed_at bigint not null, created_at bigint not null);
create unique index entries_sent_once on entries (story_id, client_id);
create unique index entries_in_order on entries (edition_id, number);
create index entries_waiting on entries (story_id, created_at) where state = 'waits';
create index entries_key on entries (edition_id, number) where is_key = 1;
create index entries_pinned on entries (edition_id, number) where is_pinned = 1;
create index entries_of_item on entries (item_id);
create index entries_of_original on entries (original_id);
create table entry_takes (
  id text primary key, entry_id text not null references entries (id), number integer not null, headline text not null,
  byline text not null, body_html text not null, picture_id text, notice text not null, override text not null, by_id text,
  at bigint not null);
create unique index entry_takes_in_order on entry_takes (entry_id, number);
create table entry_statements (
  id text primary key, entry_id text not null references entries (id), speaker_id text not null references speakers (id),
  speaker_role text not null, form text not null, words text not null, occasion text not null, hops_json text not null,
  standing text not null, standing_note text not null, by_id text, created_at bigint not null);
create index entry_statements_of on entry_statements (entry_id);
create table entry_media (
  entry_id text not null references entries (id), media_id text not null, primary key (entry_id, media_id));
create index entry_media_by_media on entry_media (media_id);
create table told_moments (
  entry_id text primary key references entries (id), story_id text not null references stories (id),
  edition_id text not null references editions (id), at bigint not null, alert_id text, left_out text);
create index told_moments_waiting on told_moments (edition_id) where alert_id is null and left_out is null;
create index told_moments_of_alert on told_moments (alert_id);
`;
