/** How many read what, by the hour and by where they came from; and what of it is now. Nothing in it is of a person. */
export const readershipText = `
create table readership_hours (
  hour_at bigint not null, subject text not null, language text not null, way text not null, reads integer not null,
  primary key (hour_at, subject, language, way));
create index readership_hours_subject on readership_hours (subject, hour_at);
create table readership_now (
  process text not null, subject text not null, minute integer not null, hour integer not null, open integer not null,
  at bigint not null, primary key (process, subject));
create index readership_now_at on readership_now (at);
`;
