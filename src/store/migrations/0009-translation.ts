/** Translation: engines and what they cost, the glossary, and the sentence pairs that are kept for good. */
export const translationText = `
create table engines (
  id text primary key, kind text not null, name text not null, address text not null, key_sealed {bytes}, model text,
  is_inside integer not null, position integer not null, pairs text not null default '', price_micros bigint not null default 0,
  monthly_characters bigint, paused_at bigint, failure text, failure_words text, failed_at bigint,
  rest_until bigint not null default 0, created_at bigint not null);
create table engine_usage (
  engine_id text not null references engines (id) on delete cascade, month text not null, characters bigint not null,
  requests bigint not null, cost_micros bigint not null, primary key (engine_id, month));
create table translation_cache (
  key text primary key, text text not null, score double precision, engine_name text not null, version text, at bigint not null);
create index translation_cache_at on translation_cache (at);
create table glossary_terms (
  id text primary key, from_language text not null, to_language text not null, term text not null, translation text not null,
  note text not null, staff_id text references staff (id), at bigint not null, unique (from_language, to_language, term));
create table translations (
  edition_id text primary key references editions (id) on delete cascade, original_language text not null,
  item_id text, item_version integer, original_edition_id text, original_take_id text,
  state text not null, failure_words text, take_id text not null, read_by_id text references staff (id), read_at bigint,
  read_take_id text, read_overrides_json text not null default '[]', created_at bigint not null);
create index translations_item on translations (item_id) where item_id is not null;
create index translations_original on translations (original_edition_id) where original_edition_id is not null;
create table sentence_pairs (
  id text primary key, edition_id text not null references editions (id) on delete cascade, position integer not null,
  block integer not null, block_kind text not null, source_html text not null, source_text text not null,
  source_key text not null, target_html text not null, target_text text not null, state text not null, reason text not null,
  engine_name text, version text, score double precision, marks_lost integer not null default 0,
  stale_at bigint, stale_html text, by_id text references staff (id), updated_at bigint not null);
create index sentence_pairs_edition on sentence_pairs (edition_id, position);
create index sentence_pairs_source on sentence_pairs (source_key);
create table pair_answers (
  id text primary key, edition_id text not null references editions (id) on delete cascade, pair_id text not null,
  finding text not null, words text not null, reason text not null, staff_id text references staff (id), at bigint not null);
create index pair_answers_edition on pair_answers (edition_id);
`;
