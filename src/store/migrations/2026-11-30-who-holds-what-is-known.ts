/** Which process holds what it claimed, and which are at work: what one held that is gone is another's within seconds. With the request that work comes of. */
export const heldByText = `
create table processes (
  id text primary key,
  lock_key bigint not null,
  beats bigint not null,
  place text not null,
  began_at bigint not null
);

alter table work add column held_by text;
alter table work add column request_id text;
alter table alert_chunks add column held_by text;
alter table held_alerts add column held_by text;
alter table sources add column held_by text;
`;
