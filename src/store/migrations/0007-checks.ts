/** What editors answered to findings, and the paper's house style. */
export const checksText = `
create table finding_answers (
  id text primary key, check_name text not null, answer text not null, story_id text references stories (id),
  is_paper bigint not null default 0, words text not null, reason text not null, staff_id text, at bigint not null);
create index finding_answers_story on finding_answers (story_id);
create index finding_answers_check on finding_answers (check_name, at);

create table house_rules (
  id text primary key, avoid text not null, write_as text not null, language text not null, is_exact bigint not null,
  staff_id text, at bigint not null);
create unique index house_rules_avoid on house_rules (avoid, language);
`;
