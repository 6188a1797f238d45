/** Tries of a password, counted by all processes together; places from where someone signed in; a password that was handed over. */
export const triesText = `
create table sign_in_tries (key text primary key, at bigint not null, failures integer not null);
create index sign_in_tries_at on sign_in_tries (at);
create table staff_places (
  staff_id text not null references staff (id) on delete cascade, place text not null, last_at bigint not null,
  primary key (staff_id, place));
alter table staff add column password_due integer not null default 0;
`;
