/** Browsers of the staff that are told of remarks while the desk is closed in them. */
export const deskScreensText = `
create table desk_screens (
  id text primary key, staff_id text not null references staff (id), session_id text not null, endpoint_sealed {bytes} not null,
  endpoint_hash text not null unique, origin text not null, p256dh {bytes} not null, auth_sealed {bytes} not null,
  vapid_key_id text not null, told_remark_id text, told_at bigint, failure text, created_at bigint not null);
create index desk_screens_of_staff on desk_screens (staff_id)
`;
