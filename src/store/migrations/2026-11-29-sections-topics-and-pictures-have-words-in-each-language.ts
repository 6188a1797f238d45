/** What was said of a picture so far is in the language of the edition that showed it first. */
export const namesElsewhereText = `
create table names_elsewhere (
  kind text not null, subject_id text not null, language text not null, name text not null,
  primary key (kind, subject_id, language));
create table picture_words (
  picture_id text not null references media (id) on delete cascade, language text not null,
  alt text not null, caption text not null, primary key (picture_id, language));
insert into picture_words (picture_id, language, alt, caption)
  select media.id, editions.language, media.alt, media.caption from media
  join (select picture_id, min(id) as take_id from takes where picture_id is not null group by picture_id) as shown
    on shown.picture_id = media.id
  join takes on takes.id = shown.take_id
  join editions on editions.id = takes.edition_id
`;
