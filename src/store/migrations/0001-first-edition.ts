/** The first shape of the database. `{bytes}` and `{serial}` are the two words the engines spell differently. */
export const sqlText = `
create table newsroom_facts (key text primary key, value text not null);

create table masthead (
  id text primary key, name text not null, tagline text not null, language text not null, time_zone text not null,
  contact text not null, created_at bigint not null);

create table sections (id text primary key, slug text not null unique, name text not null, position integer not null);
create table topics (id text primary key, slug text not null unique, name text not null);

create table staff (
  id text primary key, name text not null, email text not null unique, email_verified integer not null default 0,
  image text, slug text not null unique, role text not null, bio text not null default '', left_at bigint,
  created_at text not null, updated_at text not null);
create table staff_sessions (
  id text primary key, staff_id text not null references staff (id) on delete cascade, token text not null unique,
  expires_at text not null, ip_address text, user_agent text, created_at text not null, updated_at text not null);
create index staff_sessions_staff on staff_sessions (staff_id);
create table staff_accounts (
  id text primary key, staff_id text not null references staff (id) on delete cascade, account_id text not null,
  provider_id text not null, access_token text, refresh_token text, id_token text, access_token_expires_at text,
  refresh_token_expires_at text, scope text, password text, created_at text not null, updated_at text not null);
create index staff_accounts_staff on staff_accounts (staff_id);
create table staff_verifications (
  id text primary key, identifier text not null, value text not null, expires_at text not null,
  created_at text not null, updated_at text not null);
create index staff_verifications_identifier on staff_verifications (identifier);

create table audit (
  id text primary key, at bigint not null, by_id text, act text not null, subject_kind text not null,
  subject_id text not null, facts_json text not null);
create index audit_subject on audit (subject_kind, subject_id, at);

create table work (
  id text primary key, event text not null, verb text, payload_json text not null, unique_key text unique,
  run_at bigint not null, attempts integer not null default 0, lease_until bigint not null default 0,
  failure text, given_up_at bigint, created_at bigint not null);
create index work_due on work (run_at) where given_up_at is null;

create table sources (
  id text primary key, slug text not null unique, name text not null, feed_url text unique, feed_host text,
  moved_to text, moved_times integer not null default 0, site_url text,
  language text, credit text not null, may_alert integer not null, may_translate integer not null,
  publish_unread integer not null, section_id text references sections (id), alert_level text,
  etag text, last_modified text, body_hash text, interval_ms bigint not null, next_poll_at bigint not null,
  lease_until bigint not null default 0, last_polled_at bigint, last_ok_at bigint, last_item_at bigint,
  failure text, failure_words text, failures_in_row integer not null default 0, paused_at bigint,
  created_at bigint not null);
create index sources_host on sources (feed_host) where feed_host is not null;
create index sources_due on sources (next_poll_at) where feed_url is not null and paused_at is null;

create table clusters (id text primary key, created_at bigint not null);
create table items (
  id text primary key, source_id text not null references sources (id), identity text not null, link text,
  version integer not null, status text not null, headline text not null, summary text not null, language text,
  published_at bigint, embargo_until bigint, urgency integer, cluster_id text references clusters (id), story_id text,
  received_at bigint not null, changed_at bigint not null, unique (source_id, identity));
create index items_received on items (received_at);
create index items_by_source on items (source_id, received_at);
create table item_versions (
  id text primary key, item_id text not null references items (id), number integer not null, raw {bytes} not null,
  raw_type text not null, encoding text not null, headline text not null, summary text not null, html text not null,
  text text not null, byline text not null, credit text not null, link text, declared_language text, language text,
  published_at bigint, updated_at bigint, media_json text not null, hops_json text not null, hash text not null,
  received_at bigint not null, unique (item_id, number));

create table media (
  id text primary key, file text not null unique, kind text not null, width integer not null, height integer not null,
  alt text not null, caption text not null, credit text not null, by_id text not null, created_at bigint not null);

create table stories (
  id text primary key, slug text not null, status text not null, section_id text references sections (id),
  item_id text references items (id), source_id text references sources (id), alert_level text, override_json text,
  publish_at bigint, first_published_at bigint, published_at bigint, kill_notice text, killed_at bigint,
  replies_open integer not null default 1, by_id text references staff (id), created_at bigint not null,
  updated_at bigint not null);
create index stories_front on stories (status, first_published_at);
create index stories_section on stories (section_id, status, first_published_at);
create index stories_source on stories (source_id, status, first_published_at);
create index stories_author on stories (by_id, status, first_published_at);
create index stories_updated on stories (updated_at);
create unique index stories_item on stories (item_id) where item_id is not null and status <> 'spiked';
create table story_topics (
  story_id text not null references stories (id), topic_id text not null references topics (id),
  primary key (story_id, topic_id));
create index story_topics_topic on story_topics (topic_id, story_id);
create table story_locks (
  story_id text primary key references stories (id), staff_id text not null references staff (id),
  since_at bigint not null, until_at bigint not null);
create table editions (
  id text primary key, story_id text not null references stories (id), language text not null,
  slug text not null unique, working_take_id text not null, published_take_id text, created_at bigint not null,
  unique (story_id, language));
create table takes (
  id text primary key, edition_id text not null references editions (id), number integer not null,
  headline text not null, dek text not null, byline text not null, dateline text not null, body_html text not null,
  picture_id text references media (id), by_id text references staff (id), note text not null,
  saved_at bigint not null, unique (edition_id, number));
create table past_addresses (path text primary key, edition_id text not null references editions (id));
create table corrections (
  id text primary key, story_id text not null references stories (id), edition_id text not null references editions (id),
  kind text not null, notice text not null, by_id text references staff (id), at bigint not null);
create index corrections_story on corrections (story_id, at);
create index corrections_at on corrections (at);

create table hops (
  id text primary key, story_id text not null references stories (id), position integer not null, party text not null,
  source_id text references sources (id), act text not null, language text, link text, at bigint,
  unique (story_id, position));
create table speakers (
  id text primary key, slug text not null unique, name text not null, variants_json text not null,
  roles_json text not null);
create table statements (
  id text primary key, edition_id text not null references editions (id),
  speaker_id text not null references speakers (id), speaker_role text not null, form text not null, words text not null,
  words_before text not null, original_words text, original_language text, occasion text not null,
  hops_json text not null, standing text not null, standing_note text not null, confirmed_by_id text,
  confirmed_at bigint, created_at bigint not null);
create index statements_edition on statements (edition_id);
create index statements_speaker on statements (speaker_id);

create table alerts (
  id text primary key, unique_key text not null unique, story_id text not null references stories (id),
  edition_id text not null references editions (id), kind text not null, level text not null,
  revision integer not null, headline text not null, body text not null, path text not null, language text not null,
  targets_json text not null, state text not null, chunked_to text, created_at bigint not null,
  expires_at bigint not null, sent_at bigint);
create index alerts_created on alerts (created_at);
create index alerts_story on alerts (story_id, created_at);
create table alert_chunks (
  id text primary key, alert_id text not null references alerts (id), origin text not null,
  first_device_id text not null, last_device_id text not null, device_ids_json text not null,
  outcomes text not null, lease_until bigint not null, attempts integer not null, run_at bigint not null,
  done_at bigint);
create index alert_chunks_alert on alert_chunks (alert_id);
create index alert_chunks_due on alert_chunks (run_at) where done_at is null;
create table devices (
  id text primary key, endpoint_sealed {bytes} not null, endpoint_hash text not null unique, origin text not null,
  p256dh {bytes} not null, auth_sealed {bytes} not null, vapid_key_id text not null, token_hash text not null,
  sender_hash text not null, language text not null, welcomed_at bigint, strikes integer not null default 0, gone_at bigint, gone_why text,
  last_alert_at bigint, created_at bigint not null, seen_at bigint not null);
create unique index devices_token on devices (token_hash);
create index devices_sender on devices (sender_hash);
create table follows (
  id text primary key, device_id text not null references devices (id) on delete cascade, kind text not null,
  subject_id text not null, level text not null, created_at bigint not null,
  unique (kind, subject_id, device_id));
create index follows_device on follows (device_id);

create table live_events (
  id {serial}, channel text not null, kind text not null, payload_json text not null, at bigint not null);
create index live_events_channel on live_events (channel, id);

create table replies (
  id text primary key, story_id text not null references stories (id), edition_id text not null references editions (id),
  answers_id text references replies (id), name text not null, address_sealed {bytes}, address_hash text,
  body text not null, language text, state text not null, screen_json text not null,
  staff_id text references staff (id), sender_hash text not null, received_at bigint not null, decided_at bigint,
  decided_by_id text references staff (id), decided_why text not null default '');
create index replies_story on replies (story_id, state, received_at);
create index replies_state on replies (state, received_at);
create index replies_address on replies (address_hash);
`;

/** The searchable past: the one table whose kind differs by engine. */
export const morgueText = {
  sqlite: `create virtual table morgue using fts5 (
    edition_id unindexed, story_id unindexed, headline, dek, body, published_at unindexed,
    tokenize = "unicode61 remove_diacritics 2")`,
  postgres: `create table morgue (
    edition_id text primary key, story_id text not null, headline text not null, dek text not null,
    body text not null, published_at bigint not null,
    words tsvector generated always as (
      setweight(to_tsvector('simple', headline), 'A') || setweight(to_tsvector('simple', dek), 'B') ||
      to_tsvector('simple', body)) stored);
    create index morgue_words on morgue using gin (words);
    create index morgue_published on morgue (published_at)`,
};
