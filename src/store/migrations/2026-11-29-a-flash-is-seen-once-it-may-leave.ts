/** Readers see a story as a flash once its alert may leave, and not while it waits for someone to agree. */
export const flashSeenText = `
alter table stories add column flash_seen integer not null default 0;

update stories set flash_seen = 1 where alert_level = 'flash' and first_published_at is not null;
`;
