/**
 * A library of media: each file is kept once, by what is in it, with all that its own words say, how it is cut, and until when it
 * may be shown. Pictures from before have no original any more: their version is 0, and they stay as they are.
 */
export const mediaLibraryText = `
alter table media add column hash text;
alter table media add column name text not null default '';
alter table media add column format text not null default '';
alter table media add column size bigint not null default 0;
alter table media add column version integer not null default 0;
alter table media add column headline text not null default '';
alter table media add column creator text not null default '';
alter table media add column copyright text not null default '';
alter table media add column usage_terms text not null default '';
alter table media add column web_statement text not null default '';
alter table media add column licensor text not null default '';
alter table media add column source_type text not null default '';
alter table media add column data_mining text not null default '';
alter table media add column taken_at text not null default '';
alter table media add column place text not null default '';
alter table media add column persons text not null default '';
alter table media add column said_json text not null default '[]';
alter table media add column found_words text not null default '';
alter table media add column is_decorative integer not null default 0;
alter table media add column is_moving integer not null default 0;
alter table media add column turn integer not null default 0;
alter table media add column focus_json text;
alter table media add column cuts_json text not null default '{}';
alter table media add column credentials text not null default '';
alter table media add column seconds double precision;
alter table media add column tracks_json text not null default '[]';
alter table media add column source_id text;
alter table media add column item_id text;
alter table media add column href text;
alter table media add column terms_json text not null default '{}';
alter table media add column expires_at bigint;
alter table media add column ended_why text;
update media set found_words = lower(caption || ' ' || alt || ' ' || credit);
create unique index media_by_hash on media (hash);
create index media_by_href on media (href);
create index media_by_expiry on media (expires_at);
create table take_media (
  take_id text not null references takes (id) on delete cascade, media_id text not null, primary key (take_id, media_id));
create index take_media_by_media on take_media (media_id);
insert into take_media (take_id, media_id) select id, picture_id from takes where picture_id is not null
`;
