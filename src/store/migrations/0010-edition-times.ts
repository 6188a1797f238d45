/** When each edition was first read and last changed, so that a translation stands in its language by its own time. */
export const editionTimesText = `
alter table editions add column first_published_at bigint;
alter table editions add column published_at bigint;
update editions set
  first_published_at = (select first_published_at from stories where stories.id = editions.story_id),
  published_at = (select published_at from stories where stories.id = editions.story_id)
  where published_take_id is not null;
create index editions_language on editions (language, first_published_at, id);
create index corrections_edition on corrections (edition_id);
`;
