/**
 * What was filed since a story went out waits beside what readers have; a schedule remembers what it was given for; and a
 * story that no person has published is known as one.
 */
export const readersSeeWhatWasPublishedText = `
alter table stories add column waiting_filing_json text;
alter table stories add column schedule_json text;
alter table stories add column unread integer not null default 0;
update stories set unread = 1 where by_id is null and item_id is not null and status = 'published' and not exists (
  select 1 from audit where audit.subject_kind = 'story' and audit.subject_id = stories.id
    and audit.by_id is not null and audit.act in ('publish', 'publish again', 'correct')
);
`;
