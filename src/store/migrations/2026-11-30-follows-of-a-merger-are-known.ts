/** Which follows and stops of a story came by a merger, so that they go when it is taken back. */
export const mergedFollowsText = `
create table merged_follows (
  story_id text not null references stories (id), into_id text not null references stories (id), device_id text not null,
  what text not null, primary key (story_id, into_id, device_id, what));
create index merged_follows_of_device on merged_follows (device_id)
`;
