/**
 * The desk's search. The index holds words of our own cutting and no text (lookup/thing-words.ts). On PostgreSQL the words
 * stand apart from their rows, so that what many rows answer is read from few pages; what is new waits in a short list.
 */
const tables = `
  create table lookup_things (
    number bigint primary key, kind text not null, thing_id text not null unique, at bigint not null, stamp text not null);
  create index lookup_things_at on lookup_things (kind, at, number);
  create table saved_searches (
    id text primary key, staff_id text not null references staff (id), words text not null, rings integer not null,
    created_at bigint not null);
  create index saved_searches_staff on saved_searches (staff_id);
  create table search_rings (
    search_id text not null references saved_searches (id) on delete cascade, thing_id text not null,
    staff_id text not null, kind text not null, at bigint not null, seen_at bigint, primary key (search_id, thing_id));
  create index search_rings_staff on search_rings (staff_id, at);
  create index search_rings_at on search_rings (at)`;

export const deskSearchText = {
  sqlite: `${tables};
  create virtual table lookup using fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '+#.'")`,
  postgres: `${tables};
  create sequence lookup_up start 1099511627776;
  create sequence lookup_down start 1099511627775 increment -1 minvalue 1 maxvalue 1099511627775;
  create table lookup (number bigint primary key, words tsvector not null);
  alter table lookup alter column words set storage external;
  alter table lookup set (toast_tuple_target = 128);
  create index lookup_words on lookup using gin (words) with (gin_pending_list_limit = 512)`,
};
