/** Hands on fronts, each state of them a step; what stood on a front, and banners over all pages. */
export const frontsText = `
create table fronts (
  id text primary key,
  language text not null,
  section_id text,
  version integer not null,
  draft_step integer not null,
  out_step integer not null,
  last_step integer not null,
  doings_json text not null,
  due_at bigint,
  stood_hash text not null
);
create index fronts_due on fronts (due_at) where due_at is not null;
create table front_steps (
  front_id text not null references fronts (id),
  number integer not null,
  before integer not null,
  kind text not null,
  hands_json text not null,
  by_id text references staff (id),
  at bigint not null,
  primary key (front_id, number)
);
create table front_stands (
  front_id text not null references fronts (id),
  at bigint not null,
  stood_json text not null,
  primary key (front_id, at)
);
create index front_stands_at on front_stands (at);
create table banners (
  id text primary key,
  language text not null,
  words text not null,
  story_id text references stories (id),
  until bigint not null,
  by_id text references staff (id),
  by_name text not null,
  at bigint not null,
  ended_at bigint
);
create index banners_up on banners (language, until) where ended_at is null;
`;
