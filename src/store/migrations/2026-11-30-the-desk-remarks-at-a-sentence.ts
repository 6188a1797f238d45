/** What the desk says among itself about a story, and whom it calls. */
export const remarksText = `
create table remarks (
  id text primary key, story_id text not null references stories (id), edition_id text references editions (id),
  take_id text references takes (id), place integer, sentence text not null, answers_id text references remarks (id),
  words text not null, by_id text not null references staff (id), at bigint not null,
  settled_at bigint, settled_by_id text references staff (id));
create index remarks_story on remarks (story_id, id);
create table mentions (
  remark_id text not null references remarks (id), staff_id text not null references staff (id), at bigint not null,
  seen_at bigint, mailed_at bigint, mail_failure text, primary key (remark_id, staff_id));
create index mentions_unseen on mentions (staff_id, at) where seen_at is null;
create index mentions_failed on mentions (at) where mail_failure is not null;
`;
